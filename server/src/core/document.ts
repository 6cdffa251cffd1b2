// One document, analysed: blocks, sections, figures, actors and claims; and again after an edit. The steps live in
// their own layers; this file only orders them.

import type { Actor, DeclaredActor, NameEvidence, ProseRef } from './actors/actor.ts';
import { resolveActorsAgain } from './actors/keepActors.ts';
import { type ReadBlocks, readBlocksInSteps } from './blockReading.ts';
import type { Claim } from './claims/claim.ts';
import type { ClaimEvidence, EvidenceByProse } from './claims/evidence.ts';
import { type ResolvedClaims, resolveClaims } from './claims/resolveClaims.ts';
import { applyNumberStyle, decideNumberStyle, type NumberStyle } from './figures/numberStyle.ts';
import { type Block, mapStart, type SourceFormat } from './markdown/block.ts';
import { type LaidOutBlock, type Layout, layOut } from './markdown/layout.ts';
import { parseBlocksInSteps } from './markdown/parseBlocks.ts';
import { joinSources, reparseBlocksInSteps } from './markdown/reparseBlocks.ts';
import type { Section } from './markdown/section.ts';
import { buildSections, type Division } from './markdown/sections.ts';
import { nameEvidenceOf } from './nameEvidence.ts';
import { isMuchGone, ParkedStates } from './parkedStates.ts';
import { type Lineage, partFrom } from './text/lineage.ts';
import { lastAtMost } from './text/partitionPoint.ts';
import { mapAgain } from './text/sharedEnds.ts';
import { type Span, shiftSpan, sliceSpan } from './text/span.ts';
import { finish, type Steps } from './text/steps.ts';

export interface AnalysedDocument {
  readonly source: string;
  readonly format: SourceFormat;
  /** The blocks as the whole document decides that they are to be read; they tile the source. */
  readonly blocks: readonly LaidOutBlock[];
  /** By block: where it begins in the source. */
  readonly starts: readonly number[];
  readonly sections: readonly Section[];
  readonly actors: readonly Actor[];
  /** One for every figure, in document order. */
  readonly claims: readonly Claim[];
  /** Stands for all states of one document, from the first analysis through all edits. */
  readonly lineage?: Lineage;
  /** Where a piece of a block's prose stands in the source. */
  spanOf(ref: ProseRef): Span;
  /** The innermost section at a block. */
  sectionOfBlock(block: number): Section;
}

export interface AnalysisOptions {
  /** `text` for files that are not Markdown: nothing is code because it is indented. */
  readonly format?: SourceFormat;
  /** What the project file says of actors. */
  readonly actors?: readonly DeclaredActor[];
  /** Told as each step of the analysis ends, for measuring. */
  readonly onStep?: (step: AnalysisStep) => void;
}

export type AnalysisStep = 'blocks' | 'layout' | 'sections' | 'readings' | 'actors' | 'claims';

/** Replaces a span of the source by a text. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Analyses a document. Never throws; linear in the length of the source. */
export function analyse(source: string, options: AnalysisOptions = {}): AnalysedDocument {
  return finish(analyseInSteps(source, options));
}

/** The same in steps of some milliseconds. */
export function* analyseInSteps(source: string, options: AnalysisOptions = {}): Steps<AnalysedDocument> {
  const format = options.format ?? 'markdown';
  return yield* resolve(source, format, yield* parseBlocksInSteps(source, format), undefined, options);
}

/**
 * Analyses a document again after one edit. Answers what `analyse` answers for the edited source, at the cost of the
 * blocks that the edit touched.
 */
export function reanalyse(previous: AnalysedDocument, edit: Edit, options: AnalysisOptions = {}): AnalysedDocument {
  return finish(reanalyseInSteps(previous, edit, options));
}

/** The same in steps of some milliseconds. */
export function* reanalyseInSteps(
  previous: AnalysedDocument,
  edit: Edit,
  options: AnalysisOptions = {},
): Steps<AnalysedDocument> {
  const { format } = previous;
  const known = partsKnown.get(previous.blocks);
  if (!known) {
    const { source } = previous;
    const edited = source.slice(0, edit.span.start) + edit.text + source.slice(edit.span.end);
    return yield* analyseInSteps(edited, { ...options, format });
  }
  const blocks = yield* reparseBlocksInSteps(known.layout, edit, format);
  const present = { state: previous, blocks: known.layout.blocks };
  const next = yield* resolve(undefined, format, blocks, parkedStates.nearest(present, blocks), options);
  parkedStates.follow(present, next, next.lineage !== previous.lineage);
  return next;
}

const parkedStates = new ParkedStates<AnalysedDocument>();

/** What a state of a document was made of, by block. */
interface Parts extends ReadBlocks {
  readonly layout: Layout;
  readonly declared: readonly DeclaredActor[] | undefined;
  readonly division: Division;
  readonly names: readonly (readonly NameEvidence[])[];
  readonly style: NumberStyle;
  readonly evidence: readonly EvidenceByProse[];
  readonly resolved: ResolvedClaims;
}

/** By the blocks of the state. */
const partsKnown = new WeakMap<readonly LaidOutBlock[], Parts>();

function* resolve(
  read: string | undefined,
  format: SourceFormat,
  parsed: readonly Block[],
  previous: AnalysedDocument | undefined,
  options: AnalysisOptions,
): Steps<AnalysedDocument> {
  const { onStep } = options;
  onStep?.('blocks');
  const known = previous && partsKnown.get(previous.blocks);
  const layout = layOut(parsed, format, known?.layout);
  const { laidOut: blocks, starts } = layout;
  onStep?.('layout');
  const division = buildSections(layout, known?.division);
  const { sections } = division;
  const owners = innermostSections(sections, blocks.length);
  onStep?.('sections');
  const ofBlocks = yield* readBlocksInSteps(blocks, known);
  const { readings } = ofBlocks;
  const before = known && { ...known, items: known.readings };
  const isInPlace =
    known?.declared === options.actors &&
    known?.blocks.length === blocks.length &&
    known.division.sections.length === sections.length;
  const names = mapAgain(
    readings,
    (reading, index) => {
      const setting = { block: index, section: owners[index]!, declared: options.actors };
      return nameEvidenceOf(blocks[index]!, reading, setting, isInPlace ? known.readings[index] : undefined);
    },
    isInPlace ? before && { ...before, results: before.names } : undefined,
  );
  onStep?.('readings');
  yield;
  const style = decideNumberStyle(ofBlocks.styles);
  const evidence = mapAgain(
    readings,
    ({ claims }, index) => inStyle(claims, blocks[index]!, style),
    before?.style === style ? { ...before, results: before.evidence } : undefined,
  );
  // Where much has gone, what is left is resolved as a document of its own.
  const base = known && isMuchGone(known.readings, readings) ? undefined : known;
  const actors = resolveActorsAgain(base && previous?.actors, names, readings, options.actors);
  onStep?.('actors');
  yield;
  const sectionOfBlock = (block: number): Section => sections[owners[block] ?? 0]!;
  const resolved = resolveClaims(evidence, { blocks, sections, actors, sectionOfBlock }, base?.resolved);
  const made = { declared: options.actors, names, style, evidence, resolved };
  partsKnown.set(blocks, { ...ofBlocks, layout, division, ...made });
  onStep?.('claims');
  let source = read;
  return {
    // After an edit it is joined when somebody asks for it: most steps look at single blocks.
    get source() {
      source ??= joinSources(parsed);
      return source;
    },
    format,
    blocks,
    starts,
    sections,
    actors,
    claims: resolved.claims,
    lineage: (base && previous?.lineage) ?? partFrom(previous?.lineage),
    spanOf({ block, prose, span }) {
      const own = blocks[block]!;
      return shiftSpan(own.prose[prose]!.map.spanToSource(span), starts[block]! + mapStart(own.block, prose));
    },
    sectionOfBlock,
  };
}

/** What a document's source says at a span; nothing else of the source is looked at. */
export function textAt({ blocks, starts }: Pick<AnalysedDocument, 'blocks' | 'starts'>, { start, end }: Span): string {
  let block = Math.max(0, lastAtMost(starts, start));
  let text = '';
  for (; block < blocks.length && starts[block]! < end; block++) {
    const from = starts[block]!;
    text += blocks[block]!.block.source.slice(Math.max(0, start - from), end - from);
  }
  return text;
}

/** The evidence of a block's claims with their figures as the document's number style reads them. */
function inStyle(evidence: EvidenceByProse, { prose }: LaidOutBlock, style: NumberStyle): EvidenceByProse {
  if (style === 'point') return evidence;
  const known = blocksInCommaStyle.get(evidence);
  if (known) return known;
  const read = evidence.map((claims, index) => inCommaStyle(claims, prose[index]!.text));
  blocksInCommaStyle.set(evidence, read);
  return read;
}

const blocksInCommaStyle = new WeakMap<EvidenceByProse, EvidenceByProse>();

function inCommaStyle(claims: readonly ClaimEvidence[], text: string): readonly ClaimEvidence[] {
  const known = proseInCommaStyle.get(claims);
  if (known || claims.length === 0) return known ?? claims;
  const read = claims.map((claim) => {
    const print = sliceSpan(text, claim.figure.numeral);
    return { ...claim, figure: applyNumberStyle(claim.figure, print, 'comma') };
  });
  proseInCommaStyle.set(claims, read);
  return read;
}

const proseInCommaStyle = new WeakMap<readonly ClaimEvidence[], readonly ClaimEvidence[]>();

/** Index of the innermost section of every block. */
function innermostSections(sections: readonly Section[], blocks: number): Int32Array {
  const owners = new Int32Array(blocks);
  // Sections come in document order, the outer before the inner: what is written last is innermost.
  for (const { index, blocks: own } of sections) owners.fill(index, own.start, own.end);
  return owners;
}
