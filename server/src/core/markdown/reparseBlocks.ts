// Blocks after an edit, from the blocks before it. Reading starts again one piece before the edit (a piece is what stands
// between two places where reading may start: at most a few paragraphs) and stops behind it, as soon as a block begins
// where one began before. What stands outside is kept as it is, unless a reference label appeared or vanished.

import type { Span } from '../text/span.ts';
import { finish, type Steps } from '../text/steps.ts';
import type { PlacedBlock, SourceFormat } from './block.ts';
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
export function reparseBlocks(...parameters: Parameters<typeof reparseBlocksInSteps>): PlacedBlock[] {
  return finish(reparseBlocksInSteps(...parameters));
}

/** The same in steps of a window. */
export function* reparseBlocksInSteps(
  previous: readonly PlacedBlock[],
  previousSource: string,
  source: string,
  edit: SourceEdit,
  format: SourceFormat,
): Steps<PlacedBlock[]> {
  if (previous.length === 0 || source.length === 0) return yield* parseBlocksInSteps(source, format);
  const shift = edit.text.length - (edit.span.end - edit.span.start);
  const first = findRestart(previous, previousSource, source, edit);
  const isSettled = (offset: number) => {
    if (offset === 0 || offset < edit.span.start + edit.text.length) return false;
    const index = findBlockAt(previous, offset - shift);
    return index > 0 && previous[index]!.start === offset - shift && mayStartAt(previous, index);
  };
  const target = nextStart(previous, edit.span.end) + shift;
  const windowEnd = (from: number) => (from < target ? Math.min(target, from + windowLength) : from + windowLength);
  const before = definedLabels(previous);
  const memory = piecesOf(previous[findBlockAt(previous, edit.span.start)]!.block);
  const from = previous[first]!.start;
  const reading = yield* readWindowsInSteps(source, from, format, before, windowEnd, isSettled, memory);
  const suffix = reading.end < source.length ? findBlockAt(previous, reading.end - shift) : previous.length;
  const kept = { first, suffix, shift };
  return settle(previous, reading, kept, before, format);
}

interface Kept {
  /** Index of the first block that was read again, and of the first one behind that was not. */
  readonly first: number;
  readonly suffix: number;
  readonly shift: number;
}

function settle(
  previous: readonly PlacedBlock[],
  reading: WindowReading,
  { first, suffix, shift }: Kept,
  before: ReadonlySet<string>,
  format: SourceFormat,
): PlacedBlock[] {
  const head = previous.slice(0, first);
  const tail = previous.slice(suffix);
  const shifted = shift === 0 ? tail : tail.map(({ block, start }) => ({ block, start: start + shift }));
  const blocks = [...head, ...reading.blocks, ...shifted];
  const labels = definedLabels(blocks);
  const isSame = labels.size === before.size && [...labels].every((label) => before.has(label));
  const isStale = blocks.map(({ block }, index) => {
    const known = reading.known[index - first];
    return known ? mentionsChanged(block, known, labels) : !isSame && mentionsChanged(block, before, labels);
  });
  const settled = isStale.includes(true) ? rereadStale(blocks, isStale, format, labels) : blocks;
  const isCurrent = (index: number) => isSame || !mentionsChanged(previous[index]!.block, before, labels);
  return keepUnchanged(previous, settled, { first, suffix, shift }, isCurrent);
}

/** The blocks, with the previous ones in place of equal ones that were read again at the same place. */
function keepUnchanged(
  previous: readonly PlacedBlock[],
  blocks: PlacedBlock[],
  { first, suffix }: Kept,
  isCurrent: (index: number) => boolean,
): PlacedBlock[] {
  let same = first;
  while (same < suffix && blocks[same]?.block.source === previous[same]!.block.source && isCurrent(same)) same++;
  // A block depends on all of its piece.
  while (same > first && !(mayStartAt(blocks, same) && mayStartAt(previous, same))) same--;
  return [...blocks.slice(0, first), ...previous.slice(first, same), ...blocks.slice(same)];
}

/** Index of the block that reading has to start again at. */
function findRestart(
  previous: readonly PlacedBlock[],
  previousSource: string,
  source: string,
  edit: SourceEdit,
): number {
  const frontMatterEnd = findFrontMatterEnd(source);
  const previousEnd = findFrontMatterEnd(previousSource);
  if (frontMatterEnd !== previousEnd || edit.span.start < (previousEnd ?? 0)) return 0;
  const edited = pieceStart(previous, findBlockAt(previous, edit.span.start));
  return edited === 0 ? 0 : pieceStart(previous, edited - 1);
}

function pieceStart(blocks: readonly PlacedBlock[], index: number): number {
  let start = index;
  while (start > 0 && !mayStartAt(blocks, start)) start--;
  return start;
}

/** Index of the last block that begins at or before `offset`; 0 if there is none. */
function findBlockAt(blocks: readonly PlacedBlock[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Offset of the first block at or behind `offset` where reading may start; behind the last block if there is none. */
function nextStart(blocks: readonly PlacedBlock[], offset: number): number {
  for (let index = findBlockAt(blocks, offset); index < blocks.length; index++) {
    if (blocks[index]!.start >= offset && mayStartAt(blocks, index)) return blocks[index]!.start;
  }
  const last = blocks.at(-1)!;
  return last.start + last.block.source.length;
}
