// Blocks after an edit, from the blocks before it. Reading starts again one piece before the edit (a piece is what stands
// between two places where reading may start: at most a few paragraphs) and stops behind it, as soon as a block begins
// where one began before. What stands outside is kept as it is, unless a reference label appeared or vanished.

import { lastAtMost } from '../text/partitionPoint.ts';
import { noteShared } from '../text/sharedEnds.ts';
import type { Span } from '../text/span.ts';
import { finish, type Steps } from '../text/steps.ts';
import type { Block, SourceFormat, TiledSource } from './block.ts';
import { findFrontMatterEnd } from './frontMatter.ts';
import { piecesOf } from './longBlock.ts';
import type { WindowReading } from './parseBlocks.ts';
import {
  definedLabels,
  mayStartAt,
  mentionsChanged,
  parseBlocksInSteps,
  readWindowsInSteps,
  rereadStale,
  windowLength,
} from './parseBlocks.ts';

/** An edit: the span of the previous source that it replaces, and what by. */
export interface SourceEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * The blocks of `source`, equal to `parseBlocks(source, format)`, where `previous` are the blocks of `previousSource` and
 * `edit` leads from that to `source`. Blocks that the edit does not touch are the same objects as before.
 */
export function reparseBlocks(...parameters: Parameters<typeof reparseBlocksInSteps>): readonly Block[] {
  return finish(reparseBlocksInSteps(...parameters));
}

/** The same in steps of a window. */
export function* reparseBlocksInSteps(
  previous: TiledSource,
  previousSource: string,
  source: string,
  edit: SourceEdit,
  format: SourceFormat,
): Steps<readonly Block[]> {
  const { blocks, starts } = previous;
  if (blocks.length === 0 || source.length === 0) return yield* parseBlocksInSteps(source, format);
  const shift = edit.text.length - (edit.span.end - edit.span.start);
  const first = findRestart(previous, previousSource, source, edit);
  const isSettled = (offset: number) => {
    if (offset === 0 || offset < edit.span.start + edit.text.length) return false;
    const index = lastAtMost(starts, offset - shift);
    return index > 0 && starts[index]! === offset - shift && mayStartAt(blocks, index);
  };
  const target = nextStart(previous, edit.span.end) + shift;
  const windowEnd = (from: number) => (from < target ? Math.min(target, from + windowLength) : from + windowLength);
  const before = knownLabels(blocks);
  const memory = piecesOf(blocks[lastAtMost(starts, edit.span.start)]!);
  const reading = yield* readWindowsInSteps(source, starts[first]!, format, before, windowEnd, isSettled, memory);
  const suffix = reading.end < source.length ? lastAtMost(starts, reading.end - shift) : blocks.length;
  return settle(blocks, reading, { first, suffix }, before, format);
}

/** By the blocks of a document, the labels that they define: most edits leave those as they are. */
const labelsKnown = new WeakMap<readonly Block[], ReadonlySet<string>>();

function knownLabels(blocks: readonly Block[]): ReadonlySet<string> {
  const labels = labelsKnown.get(blocks) ?? definedLabels(blocks);
  labelsKnown.set(blocks, labels);
  return labels;
}

interface Kept {
  /** Index of the first block that was read again, and of the first one behind that was not. */
  readonly first: number;
  readonly suffix: number;
}

function settle(
  previous: readonly Block[],
  reading: WindowReading,
  { first, suffix }: Kept,
  before: ReadonlySet<string>,
  format: SourceFormat,
): readonly Block[] {
  const blocks = [...previous.slice(0, first), ...reading.blocks, ...previous.slice(suffix)];
  const definesNothing = ({ defines }: Block): boolean => defines.length === 0;
  const isQuiet = reading.blocks.every(definesNothing) && previous.slice(first, suffix).every(definesNothing);
  const labels = isQuiet ? before : definedLabels(blocks);
  const isSame = isQuiet || (labels.size === before.size && [...labels].every((label) => before.has(label)));
  const isReadStale = reading.blocks.map((block, index) => mentionsChanged(block, reading.known[index]!, labels));
  let settled = blocks;
  if (!isSame || isReadStale.includes(true)) {
    const isStale = blocks.map(
      (block, index) => isReadStale[index - first] ?? (!isSame && mentionsChanged(block, before, labels)),
    );
    if (isStale.includes(true)) settled = rereadStale(blocks, isStale, format, labels);
  }
  const isCurrent = (index: number) => isSame || !mentionsChanged(previous[index]!, before, labels);
  const kept = keepUnchanged(previous, settled, { first, suffix }, isCurrent);
  if (settled !== blocks) return kept;
  if (isQuiet) labelsKnown.set(kept, labels);
  return noteShared(previous, kept, { start: first, end: previous.length - suffix });
}

/** The blocks, with the previous ones in place of equal ones that were read again at the same place. */
function keepUnchanged(
  previous: readonly Block[],
  blocks: readonly Block[],
  { first, suffix }: Kept,
  isCurrent: (index: number) => boolean,
): readonly Block[] {
  let same = first;
  while (same < suffix && blocks[same]?.source === previous[same]!.source && isCurrent(same)) same++;
  // A block depends on all of its piece.
  while (same > first && !(mayStartAt(blocks, same) && mayStartAt(previous, same))) same--;
  return same === first ? blocks : [...blocks.slice(0, first), ...previous.slice(first, same), ...blocks.slice(same)];
}

/** Index of the block that reading has to start again at. */
function findRestart(
  { blocks, starts }: TiledSource,
  previousSource: string,
  source: string,
  edit: SourceEdit,
): number {
  const frontMatterEnd = findFrontMatterEnd(source);
  const previousEnd = findFrontMatterEnd(previousSource);
  if (frontMatterEnd !== previousEnd || edit.span.start < (previousEnd ?? 0)) return 0;
  const edited = pieceStart(blocks, lastAtMost(starts, edit.span.start));
  return edited === 0 ? 0 : pieceStart(blocks, edited - 1);
}

function pieceStart(blocks: readonly Block[], index: number): number {
  let start = index;
  while (start > 0 && !mayStartAt(blocks, start)) start--;
  return start;
}

/** Offset of the first block at or behind `offset` where reading may start; behind the last block if there is none. */
function nextStart({ blocks, starts }: TiledSource, offset: number): number {
  for (let index = lastAtMost(starts, offset); index < blocks.length; index++) {
    if (starts[index]! >= offset && mayStartAt(blocks, index)) return starts[index]!;
  }
  return starts.at(-1)! + blocks.at(-1)!.source.length;
}
