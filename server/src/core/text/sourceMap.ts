// The map from prose (text without markup) back to the source it was read from. Where the text is an exact copy the map
// is linear; an entity, an escape or a removed line prefix starts a new segment. Says nothing about what the text means.

import type { Span } from './span.ts';

export interface SourceMap {
  /** Source offset of the prose offset `offset`; at a seam, where the character that follows begins. */
  toSource(offset: number): number;
  /** The source span that prints as the prose span; covers markup inside it, not markup around it. */
  spanToSource(span: Span): Span;
  /** Prose offset of the source offset, or undefined where the source offset lies in markup outside the prose. */
  toText(sourceOffset: number): number | undefined;
}
