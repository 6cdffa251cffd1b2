// One document, analysed: blocks, sections, figures, actors and claims; and again after an edit. The document-level
// steps live in their own layers; this file only orders them.

import type { Actor, ProseRef } from './actors/actor.ts';
import type { Claim } from './claims/claim.ts';
import type { PlacedBlock, SourceFormat } from './markdown/block.ts';
import type { Section } from './markdown/section.ts';
import type { Span } from './text/span.ts';

export interface AnalysedDocument {
  readonly source: string;
  readonly format: SourceFormat;
  readonly blocks: readonly PlacedBlock[];
  readonly sections: readonly Section[];
  readonly actors: readonly Actor[];
  /** One for every figure, in document order. */
  readonly claims: readonly Claim[];
  /** Where a piece of a block's prose stands in the source. */
  spanOf(ref: ProseRef): Span;
  /** The innermost section at a block. */
  sectionOfBlock(block: number): Section;
}
