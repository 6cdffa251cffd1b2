// Markdown in, blocks out. Reads in windows of a few kilobytes, which the parser does twice as fast as a whole document,
// and which is also how a document is read again after an edit: reading may start at any block that follows a blank
// line, because what stands before cannot change how such a block is read, except for reference labels.

import type { RootContent } from 'mdast';
import type { Span } from '../text/span.ts';
import { finish, type Steps } from '../text/steps.ts';
import type { Block, BlockKind, SourceFormat } from './block.ts';
import { findFrontMatterEnd } from './frontMatter.ts';
import type { GoneBlocks } from './goneBlocks.ts';
import { findMentions, guessDefinitions } from './labels.ts';
import { lineStartAt, mayGoOn, mayStartAtLine, nextContentLine, nextLineAfterBlank, nextLineStart } from './lines.ts';
import { type BlockInPieces, findReadApart, piecesOf, readLongBlock } from './longBlock.ts';
import type { MaskedSource } from './maskSource.ts';
import { maskSource } from './maskSource.ts';
import { readPlainBlock } from './plainBlock.ts';
import { readPlainList } from './plainList.ts';
import { readPlainTable } from './plainTable.ts';
import { endOf, startOf } from './proseBuilder.ts';
import { readBlock, readEmpty, readFrontMatterBlock } from './readBlock.ts';
import { ownString, parseStretch } from './windowText.ts';

export const windowLength = 8192;
const NO_LABELS: ReadonlySet<string> = new Set();
const refusal = 'too many delimiters or levels of nesting in one paragraph: read as plain text';

/** The blocks of a document; they tile its source. A source without any character has none. */
export function parseBlocks(source: string, format: SourceFormat): readonly Block[] {
  return finish(parseBlocksInSteps(source, format));
}

/** The same in steps of a window. */
export function* parseBlocksInSteps(source: string, format: SourceFormat): Steps<readonly Block[]> {
  const guess = guessDefinitions(source);
  const reading = yield* readWindowsInSteps(source, 0, format, guess, (offset) => offset + windowLength);
  return settleLabels(reading, format, definedLabels(reading.blocks));
}

/** Blocks that were read, and for each the labels that were taken for defined. */
export interface WindowReading {
  readonly blocks: readonly Block[];
  /** Offset where reading stopped. */
  readonly end: number;
  readonly known: readonly ReadonlySet<string>[];
}

/** All labels that the blocks define. */
export function definedLabels(blocks: readonly Block[]): Set<string> {
  const labels = new Set<string>();
  for (const { defines } of blocks) for (const label of defines) labels.add(label);
  return labels;
}

/**
 * Reads from `start`, which must be where reading may start, window by window. `windowEnd` says how far a window that
 * starts at an offset should reach at least; `isSettled` whether reading may stop at an offset where a block begins. Of long
 * blocks the pieces in `memory` are not parsed again, nor pieces of the document that were in `gone`.
 */
export function readWindows(...parameters: Parameters<typeof readWindowsInSteps>): WindowReading {
  return finish(readWindowsInSteps(...parameters));
}

/** The same in steps of a window. */
export function* readWindowsInSteps(
  source: string,
  start: number,
  format: SourceFormat,
  labels: ReadonlySet<string>,
  windowEnd: (start: number) => number,
  isSettled: (offset: number) => boolean = () => false,
  memory?: BlockInPieces,
  gone?: GoneBlocks,
): Steps<WindowReading> {
  const blocks: Block[] = [];
  const known: ReadonlySet<string>[] = [];
  let from = start;
  if (from === 0) {
    const end = findFrontMatterEnd(source);
    if (end !== undefined) {
      const bodyStart = nextContentLine(source, end);
      const text = ownString(source.slice(0, bodyStart));
      blocks.push(readFrontMatterBlock({ source: text, masked: text, shift: 0 }));
      known.push(new Set());
      from = bodyStart;
    }
  }
  let reach = windowEnd(from);
  /** Behind it a long block may be read apart. */
  let uncut = from;
  while (from < source.length && !isSettled(from)) {
    yield;
    const apart = readApart(source, from, format, labels, memory, gone);
    if (apart) {
      for (const block of apart.blocks) {
        blocks.push(block);
        known.push(apart.known);
        from += block.source.length;
      }
      uncut = from;
      reach = windowEnd(from);
      continue;
    }
    const next = gone && nextLineAfterBlank(source, uncut);
    const isBack = next !== undefined && gone!.isAt(source, next);
    const full = isBack ? next : reach >= source.length ? source.length : nextLineAfterBlank(source, reach);
    const end = findReadApart(source, uncut, full, format);
    const window = readWindow(source, from, end, format, labels);
    const isWhole = end === source.length || isClosed(window.blocks.at(-1)!, source, end);
    const starts = startsFrom(from, window.blocks);
    const last = isWhole ? window.blocks.length : lastStart(source, starts);
    if (last === 0) {
      uncut = from + 2 * (end - from);
      reach = Math.max(reach, uncut);
      continue;
    }
    for (let index = 0; index < last; index++) {
      const begin = starts[index]!;
      if (index > 0 && mayStartAtLine(source, begin) && isSettled(begin)) return { blocks, known, end: begin };
      blocks.push(window.blocks[index]!);
      known.push(window.known);
    }
    from = uncut = starts[last] ?? end;
    reach = windowEnd(from);
  }
  return { blocks, known, end: from };
}

const closedByBlankLine: ReadonlySet<BlockKind> = new Set(['paragraph', 'heading', 'thematicBreak', 'table']);
/** What ends before a line that is not indented and begins with no mark of its own. */
const closedByWords: ReadonlySet<BlockKind> = new Set(['list', 'quotation', 'footnote', 'definition']);

/** HTML that a blank line ends, whatever is in it; what may hold one (scripts, comments) begins otherwise (CommonMark, section 4.6). */
const CLOSED_HTML = /^ {0,3}<(?!(?:script|pre|style|textarea)\b)\/?[a-z]/i;

/** Whether code between fences has its second one, behind which it does not go on. */
function endsInFence(code: string): boolean {
  const opening = /^ {0,3}(`{3,}|~{3,})/.exec(code)?.[1];
  const closing = /[\r\n] {0,3}(`{3,}|~{3,})[ \t]*$/.exec(code)?.[1];
  return opening !== undefined && closing?.startsWith(opening) === true;
}

/** Whether the last block of what was read certainly ends before the line that begins at `end`, and reading may start there. */
export function isClosed({ kind, content, refused, source: own }: Block, source: string, end: number): boolean {
  if (refused !== undefined || content.end === content.start || !mayStartAtLine(source, end)) return false;
  if (closedByBlankLine.has(kind)) return true;
  if (kind === 'html') return CLOSED_HTML.test(own.slice(content.start, content.start + 16));
  if (kind === 'code') return endsInFence(own.slice(content.start, content.end));
  return closedByWords.has(kind) && !mayGoOn(source, end);
}

/** Whether the block before the one of that index, at which reading may start, certainly ends there whatever is read in it. */
export function isClosedBefore(blocks: readonly Block[], index: number): boolean {
  const [previous, next] = [blocks[index - 1], blocks[index]];
  if (previous === undefined || next === undefined) return true;
  return isClosed(previous, previous.source + next.source.slice(0, 16), previous.source.length);
}

/** Index of the last block at which reading may start; 0 if there is none but the first. */
function lastStart(source: string, starts: readonly number[]): number {
  for (let index = starts.length - 1; index > 0; index--) {
    if (mayStartAtLine(source, starts[index]!)) return index;
  }
  return 0;
}

/** Where blocks begin that tile what begins at `from`. */
function startsFrom(from: number, blocks: readonly Block[]): number[] {
  let next = from;
  return blocks.map(({ source }) => {
    const start = next;
    next += source.length;
    return start;
  });
}

/** What stands at `from` and need not be read with what follows: blocks that come back, plain words, a long block. */
function readApart(
  source: string,
  from: number,
  format: SourceFormat,
  labels: ReadonlySet<string>,
  memory: BlockInPieces | undefined,
  gone: GoneBlocks | undefined,
): Window | undefined {
  const back = from > 0 ? gone?.takeAt(source, from) : undefined;
  if (back) return { blocks: back, known: gone!.labels };
  const plain = readPlain(source, from, labels);
  if (plain) return { blocks: [plain], known: labelsAmong(plain.mentions, labels) };
  const long = readLongBlock(source, from, format, labels, () => [
    ...(memory?.pieces ?? []),
    ...(gone?.longPiecesAt(source, from) ?? []),
  ]);
  return long && { blocks: [long.block], known: long.known };
}

/** The block of plain words that begins at a place. */
function readPlain(source: string, from: number, labels: ReadonlySet<string>): Block | undefined {
  return (
    readPlainBlock(source, from, labels) ?? readPlainList(source, from, labels) ?? readPlainTable(source, from, labels)
  );
}

/** Those of the labels that are mentioned. */
function labelsAmong(mentions: readonly string[], labels: ReadonlySet<string>): ReadonlySet<string> {
  const known = mentions.filter((label) => labels.has(label));
  return known.length === 0 ? NO_LABELS : new Set(known);
}

interface Window {
  readonly blocks: readonly Block[];
  readonly known: ReadonlySet<string>;
}

/** Reads the source from `start` to `end` as if `labels` were defined. */
function readWindow(
  source: string,
  start: number,
  end: number,
  format: SourceFormat,
  labels: ReadonlySet<string>,
): Window {
  const text = ownString(source.slice(start, end));
  // The parser drops a byte order mark and counts from what follows.
  const mark = start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const masked = maskSource(mark ? text.slice(1) : text);
  const mentioned = findMentions(text).filter((label) => labels.has(label));
  const { nodes, lead } = parseStretch(masked.text, mentioned, format);
  const toWindow = mark - lead;
  const starts = findStarts(text, nodes, toWindow);
  const known = new Set(mentioned);
  const blocks = nodes.map((node, index): Block => {
    const from = starts[index]!;
    const to = starts[index + 1] ?? text.length;
    const block = readBlock(
      {
        source: text.slice(from, to),
        masked: mark && from === 0 ? ` ${masked.text.slice(0, to - 1)}` : masked.text.slice(from - mark, to - mark),
        shift: from - toWindow,
      },
      node,
      isRefused(masked, from - mark, to - mark) ? refusal : undefined,
    );
    for (const label of block.defines) known.add(label);
    return block;
  });
  return { blocks: blocks.length > 0 ? blocks : [readEmpty(text)], known };
}

/** Where the lines begin that nodes begin on; the first node takes the blank lines before it. */
function findStarts(text: string, nodes: readonly RootContent[], toWindow: number): number[] {
  let end = 0;
  return nodes.map((node, index) => {
    // The parser lets a heading with "===" below begin at the definitions right before it.
    const start = startOf(node) + toWindow;
    const own = start < end ? nextLineStart(text, end) : start;
    end = endOf(node) + toWindow;
    return index === 0 ? 0 : lineStartAt(text, own);
  });
}

function isRefused(masked: MaskedSource, start: number, end: number): boolean {
  return masked.refused.some((span) => span.start < end && start < span.end);
}

/**
 * Reads again what was read with labels that turned out otherwise, as where a label's definition stands in code. Blocks
 * that do not mention such a label stay as they are.
 */
function settleLabels(reading: WindowReading, format: SourceFormat, labels: ReadonlySet<string>): readonly Block[] {
  const { blocks, known } = reading;
  const isStale = blocks.map((block, index) => mentionsChanged(block, known[index]!, labels));
  return isStale.includes(true) ? rereadStale(blocks, isStale, format, labels) : blocks;
}

/** Whether a block mentions a label that only one of the sets has. */
export function mentionsChanged({ mentions }: Block, known: ReadonlySet<string>, labels: ReadonlySet<string>): boolean {
  return mentions.some((label) => known.has(label) !== labels.has(label));
}

/** Reads the blocks that are marked again, and with them those that they cannot be read without. */
export function rereadStale(
  blocks: readonly Block[],
  isStale: readonly boolean[],
  format: SourceFormat,
  labels: ReadonlySet<string>,
  gone?: GoneBlocks,
): Block[] {
  const settled: Block[] = [];
  for (const { start, end } of findPieces(blocks)) {
    const piece = blocks.slice(start, end);
    const isPieceStale = isStale.slice(start, end).includes(true);
    const read = isPieceStale ? rereadPiece(piece, start === 0, format, labels, gone) : piece;
    for (const block of read) settled.push(block);
  }
  return settled;
}

/** The pieces of a document, as stretches of its blocks: what stands between two places where reading may start. */
export function* findPieces(blocks: readonly Block[]): Generator<Span> {
  for (let start = 0; start < blocks.length; ) {
    let end = start + 1;
    while (end < blocks.length && !mayStartAt(blocks, end)) end++;
    yield { start, end };
    start = end;
  }
}

function rereadPiece(
  piece: readonly Block[],
  isFirst: boolean,
  format: SourceFormat,
  labels: ReadonlySet<string>,
  gone: GoneBlocks | undefined,
): readonly Block[] {
  const hasFrontMatter = piece[0]!.kind === 'frontMatter';
  const body = hasFrontMatter ? piece.slice(1) : piece;
  const first = body[0];
  if (first === undefined) return piece;
  // A document's first piece may begin with a byte order mark, and only there it is one.
  const lead = isFirst && !hasFrontMatter ? '' : '\n';
  const text = body.map((block) => block.source).join('');
  const back = isFirst ? undefined : gone?.takeAlike(text, labels);
  if (back) return back;
  const source = lead + text;
  const apart =
    readPlain(source, lead.length, labels) ??
    readLongBlock(source, lead.length, format, labels, () => piecesOf(first)?.pieces ?? [])?.block;
  const read =
    apart?.source.length === text.length
      ? [apart]
      : readWindow(source, lead.length, source.length, format, labels).blocks;
  return hasFrontMatter ? [piece[0]!, ...read] : read;
}

/** Whether reading may start at the block of that index, given that it is one of the blocks of a document. */
export function mayStartAt(blocks: readonly Block[], index: number): boolean {
  const previous = blocks[index - 1];
  if (previous === undefined || blocks[index] === undefined) return true;
  if (previous.kind === 'frontMatter') return false;
  const begin = blocks[index].source.slice(0, 16);
  return mayStartAtLine(previous.source + begin, previous.source.length);
}
