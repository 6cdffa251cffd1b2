// Blocks after an edit, from the blocks before it. Where only words have changed, they are put in. Else reading starts again with the piece that is edited (a piece is what stands
// between two places where reading may start: at most a few paragraphs), or with the one before it where that could reach further
// now, and stops behind the edit, as soon as a block begins where one began before. What stands outside is kept as it is, unless a
// reference label appeared or vanished.

import { lastAtMost } from '../text/partitionPoint.ts';
import { noteShared, replaceBetween } from '../text/sharedEnds.ts';
import type { Span } from '../text/span.ts';
import { finish, type Steps } from '../text/steps.ts';
import type { Block, SourceFormat, TiledSource } from './block.ts';
import { findFrontMatterEnd, mayOpenFrontMatter } from './frontMatter.ts';
import { GoneBlocks } from './goneBlocks.ts';
import { piecesOf } from './longBlock.ts';
import type { WindowReading } from './parseBlocks.ts';
import {
  definedLabels,
  isClosedBefore,
  mayStartAt,
  mentionsChanged,
  parseBlocksInSteps,
  readWindowsInSteps,
  rereadStale,
  windowLength,
} from './parseBlocks.ts';
import { rereadLongBlock } from './rereadLongBlock.ts';
import { typeInWords } from './typeInWords.ts';

/** An edit: the span of the previous source that it replaces, and what by. */
export interface SourceEdit {
  readonly span: Span;
  readonly text: string;
}

/** So much behind an edit is looked at first, in code units: nearly always reading stops within. */
const AHEAD = 2 * windowLength;
/** What is edited, with the blocks beside it, is read at once if it is no longer than this. */
const WHOLE_AT_MOST = 3 * windowLength;

/**
 * The blocks of the source that `edit` makes of the one that `previous` tiles, equal to what `parseBlocks` answers for it. Blocks that
 * the edit does not touch are the same objects as before, and what stands far from it is not looked at: at first no more than about
 * `ahead` code units behind it.
 */
export function reparseBlocks(...parameters: Parameters<typeof reparseBlocksInSteps>): readonly Block[] {
  return finish(reparseBlocksInSteps(...parameters));
}

/** The same in steps of a window. */
export function* reparseBlocksInSteps(
  previous: TiledSource,
  edit: SourceEdit,
  format: SourceFormat,
  ahead = AHEAD,
): Steps<readonly Block[]> {
  const { blocks, starts } = previous;
  const end = lengthOf(previous);
  const shift = edit.text.length - (edit.span.end - edit.span.start);
  if (blocks.length === 0 || end + shift === 0) return yield* parseBlocksInSteps(edit.text, format);
  const typed = typeInBlock(previous, edit);
  if (typed) return typed;
  const first = findRestart(previous, edit);
  const before = knownLabels(blocks);
  const memory = piecesOf(blocks[lastAtMost(starts, edit.span.start)]!);
  const gone = goneBefore.get(blocks);
  const target = surelyRead(previous, nextStart(previous, edit.span.end));
  for (let reach = ahead; ; reach *= 8) {
    const stretch = readAround(previous, first, nextStart(previous, Math.min(end, target + reach)), edit);
    const isWhole = stretch.end === end;
    if (!isWhole && first === 0 && isFrontMatterOpen(stretch.text)) continue;
    /** From an offset in the stretch to that of the previous source, for what stands behind the edit. */
    const toPrevious = stretch.start - shift;
    const isSettled = (offset: number) => {
      const at = offset + toPrevious;
      if (offset === 0 || at < edit.span.end) return false;
      const index = lastAtMost(starts, at);
      return index > 0 && starts[index]! === at && mayStartAt(blocks, index);
    };
    const goal = target - toPrevious;
    const windowEnd = (from: number) => (from < goal && goal - from <= WHOLE_AT_MOST ? goal : from + windowLength);
    const from = starts[first]! - stretch.start;
    const reading = yield* readWindowsInSteps(stretch.text, from, format, before, windowEnd, isSettled, memory, gone);
    const isRead = reading.end === stretch.text.length;
    // What was read to the end of the stretch may go on behind it.
    if (isRead && !isWhole) continue;
    const suffix = isRead ? blocks.length : lastAtMost(starts, reading.end + toPrevious);
    return settle(blocks, reading, { first, suffix }, before, format);
  }
}

/** The blocks with other words in one of them; undefined where an edit may change more than words. */
function typeInBlock({ blocks, starts }: TiledSource, { span, text }: SourceEdit): readonly Block[] | undefined {
  const index = lastAtMost(starts, span.start);
  const block = blocks[index]!;
  const start = starts[index]!;
  if (span.end > start + block.source.length) return undefined;
  const within = { start: span.start - start, end: span.end - start };
  const typed = piecesOf(block)
    ? rereadLongBlock(block, { span: within, text }, knownLabels(blocks))
    : typeInWords(block, within, text);
  if (!typed) return undefined;
  const ends = { start: index, end: blocks.length - index - 1 };
  const kept = noteShared(blocks, replaceBetween(blocks, ends, [typed]), ends);
  labelsKnown.set(kept, knownLabels(blocks));
  keepGone(kept, goneBefore.get(blocks));
  return kept;
}

/** A stretch of a source after an edit; `start` and `end` are offsets in the source before it. */
interface Stretch extends Span {
  readonly text: string;
}

/** The text from the block `first` to a start of a block, and the block before, since what a line is also depends on the lines above it. */
function readAround({ blocks, starts }: TiledSource, first: number, end: number, { span, text }: SourceEdit): Stretch {
  const lead = Math.max(0, first - 1);
  const start = starts[lead]!;
  let last = lead;
  while (last < blocks.length && starts[last]! < end) last++;
  const before = joinSources(blocks.slice(lead, last));
  return { start, end, text: before.slice(0, span.start - start) + text + before.slice(span.end - start) };
}

/** The source that blocks tile. */
export function joinSources(blocks: readonly Pick<Block, 'source'>[]): string {
  return blocks.map(({ source }) => source).join('');
}

function lengthOf({ blocks, starts }: TiledSource): number {
  return blocks.length === 0 ? 0 : starts.at(-1)! + blocks.at(-1)!.source.length;
}

/** By the blocks of a document, the labels that they define: most edits leave those as they are. */
const labelsKnown = new WeakMap<readonly Block[], ReadonlySet<string>>();

function knownLabels(blocks: readonly Block[]): ReadonlySet<string> {
  const labels = labelsKnown.get(blocks) ?? definedLabels(blocks);
  labelsKnown.set(blocks, labels);
  return labels;
}

/** An edit that takes out fewer blocks, and parts or joins no long one, leaves those in memory that an earlier one took out. */
const WORTH_KEEPING = 8;

/** By the blocks of a document, those that came to be replaced by them, with the last of the edits that took out many. */
const goneBefore = new WeakMap<readonly Block[], GoneBlocks>();

function keepGone(blocks: readonly Block[], gone: GoneBlocks | undefined): void {
  if (gone) goneBefore.set(blocks, gone);
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
  const ends = { start: first, end: previous.length - suffix };
  const blocks = replaceBetween(previous, ends, reading.blocks);
  const definesNothing = ({ defines }: Block): boolean => defines.length === 0;
  const gone = previous.slice(first, suffix);
  const isQuiet = reading.blocks.every(definesNothing) && gone.every(definesNothing);
  const labels = isQuiet ? before : definedLabels(blocks);
  const isSame = isQuiet || (labels.size === before.size && [...labels].every((label) => before.has(label)));
  const isReadStale = reading.blocks.map((block, index) => mentionsChanged(block, reading.known[index]!, labels));
  let settled = blocks;
  if (!isSame || isReadStale.includes(true)) {
    const isStale = blocks.map(
      (block, index) => isReadStale[index - first] ?? (!isSame && mentionsChanged(block, before, labels)),
    );
    if (isStale.includes(true)) settled = rereadStale(blocks, isStale, format, labels, goneBefore.get(previous));
  }
  const isCurrent = (index: number) => isSame || !mentionsChanged(previous[index]!, before, labels);
  const kept = keepUnchanged(previous, settled, { first, suffix }, isCurrent);
  const isParted = gone.length !== reading.blocks.length && gone.some(piecesOf);
  const isWorthKeeping = gone.length >= WORTH_KEEPING || isParted || settled !== blocks;
  keepGone(kept, isWorthKeeping ? new GoneBlocks(previous, new Set(kept), before) : goneBefore.get(previous));
  if (settled !== blocks) return kept;
  if (isQuiet) labelsKnown.set(kept, labels);
  return noteShared(previous, kept, ends);
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
  if (same === first) return blocks;
  return replaceBetween(blocks, { start: first, end: blocks.length - same }, previous.slice(first, same));
}

/** Index of the block that reading has to start again at. */
function findRestart(previous: TiledSource, edit: SourceEdit): number {
  const { blocks, starts } = previous;
  const edited = pieceStart(blocks, lastAtMost(starts, edit.span.start));
  if (edited === 0 || closesFrontMatter(previous, edit)) return 0;
  return opensSurely(blocks[edited]!, edit.span.start - starts[edited]!) ? edited : pieceStart(blocks, edited - 1);
}

/** What no block before can take in, whatever follows on the line: a letter, behind the marks that a line may begin with. */
const SURE_OPENING = /^(?:[-+*] {1,3}|\d{1,9}[.)] {1,3}|#{1,6} {1,3})?(?:\*{1,3}|_{1,3})?["“‘(]?\p{L}/u;

/** Whether a block at which reading may start still begins there once it is edited behind so many code units. */
function opensSurely({ source }: Block, before: number): boolean {
  return SURE_OPENING.test(source.slice(0, Math.min(before, 32)));
}

/** Whether what a source begins with may be front matter that is closed further on. */
function isFrontMatterOpen(source: string): boolean {
  return mayOpenFrontMatter(source) && findFrontMatterEnd(source) === undefined;
}

/** Whether an edit below the first block makes front matter of what the source begins with. */
function closesFrontMatter(previous: TiledSource, edit: SourceEdit): boolean {
  const [first] = previous.blocks;
  if (!first || first.kind === 'frontMatter' || !mayOpenFrontMatter(first.source)) return false;
  return findFrontMatterEnd(readAround(previous, 0, lengthOf(previous), edit).text) !== undefined;
}

function pieceStart(blocks: readonly Block[], index: number): number {
  let start = index;
  while (start > 0 && !mayStartAt(blocks, start)) start--;
  return start;
}

/** An offset where reading may start, or the next one where it only then is certain that the block before ends there. */
function surelyRead(previous: TiledSource, offset: number): number {
  const index = lastAtMost(previous.starts, offset);
  const isSure = previous.starts[index] !== offset || isClosedBefore(previous.blocks, index);
  return isSure ? offset : nextStart(previous, offset + 1);
}

/** Offset of the first block at or behind `offset` where reading may start; behind the last block if there is none. */
function nextStart({ blocks, starts }: TiledSource, offset: number): number {
  for (let index = lastAtMost(starts, offset); index < blocks.length; index++) {
    if (starts[index]! >= offset && mayStartAt(blocks, index)) return starts[index]!;
  }
  return lengthOf({ blocks, starts });
}
