// Markdown in, blocks out. Reads in windows of a few kilobytes, which the parser does twice as fast as a whole document,
// and which is also how a document is read again after an edit: reading may start at any block that follows a blank
// line, because what stands before cannot change how such a block is read, except for reference labels.

import type { RootContent } from 'mdast';
import { finish, type Steps } from '../text/steps.ts';
import type { Block, BlockKind, PlacedBlock, SourceFormat } from './block.ts';
import { findFrontMatterEnd } from './frontMatter.ts';
import { findMentions, guessDefinitions } from './labels.ts';
import { isBlankLine, lineStartAt, mayStartAtLine, nextLineAfterBlank, nextLineStart } from './lines.ts';
import { findLongStart, type PieceMemory, piecesOf, readLongBlock } from './longBlock.ts';
import { parseMarkdown } from './markdownParser.ts';
import type { MaskedSource } from './maskSource.ts';
import { maskSource } from './maskSource.ts';
import { endOf, startOf } from './proseBuilder.ts';
import { readBlock, readEmpty, readFrontMatterBlock } from './readBlock.ts';
import { ownString, writeDefinitions } from './windowText.ts';

export const windowLength = 8192;
const refusal = 'too many delimiters or levels of nesting in one paragraph: read as plain text';

/** The blocks of a document; they tile its source. A source without any character has none. */
export function parseBlocks(source: string, format: SourceFormat): PlacedBlock[] {
  return finish(parseBlocksInSteps(source, format));
}

/** The same in steps of a window. */
export function* parseBlocksInSteps(source: string, format: SourceFormat): Steps<PlacedBlock[]> {
  const guess = guessDefinitions(source);
  const reading = yield* readWindowsInSteps(source, 0, format, guess, (offset) => offset + windowLength);
  return settleLabels(reading, format, definedLabels(reading.blocks));
}

/** Blocks that were read, and for each the labels that were taken for defined. */
export interface WindowReading {
  readonly blocks: PlacedBlock[];
  /** Offset where reading stopped. */
  readonly end: number;
  readonly known: ReadonlySet<string>[];
}

/** All labels that the blocks define. */
export function definedLabels(blocks: readonly PlacedBlock[]): Set<string> {
  const labels = new Set<string>();
  for (const { block } of blocks) for (const label of block.defines) labels.add(label);
  return labels;
}

/**
 * Reads from `start`, which must be where reading may start, window by window. `windowEnd` says how far a window that
 * starts at an offset should reach at least; `isSettled` whether reading may stop at an offset where a block begins. Of long
 * blocks the pieces in `memory` are not parsed again.
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
  memory?: PieceMemory,
): Steps<WindowReading> {
  const blocks: PlacedBlock[] = [];
  const known: ReadonlySet<string>[] = [];
  let from = start;
  if (from === 0) {
    const end = findFrontMatterEnd(source);
    if (end !== undefined) {
      const bodyStart = nextContentLine(source, end);
      const text = ownString(source.slice(0, bodyStart));
      blocks.push({ block: readFrontMatterBlock({ source: text, masked: text, shift: 0 }), start: 0 });
      known.push(new Set());
      from = bodyStart;
    }
  }
  let reach = windowEnd(from);
  /** Behind it a long block may be read apart. */
  let uncut = from;
  while (from < source.length && !isSettled(from)) {
    yield;
    const long = readLongBlock(source, from, format, labels, memory);
    if (long) {
      blocks.push({ block: long.block, start: from });
      known.push(long.known);
      from = uncut = long.end;
      reach = windowEnd(from);
      continue;
    }
    const full = reach >= source.length ? source.length : nextLineAfterBlank(source, reach);
    const end = findLongStart(source, uncut, full);
    const window = readWindow(source, from, end, format, labels);
    const isWhole = end === source.length || isClosed(window.blocks.at(-1)!.block, source, end);
    const last = isWhole ? window.blocks.length : lastStart(source, window.blocks);
    if (last === 0) {
      reach = uncut = from + 2 * (end - from);
      continue;
    }
    const next = window.blocks[last]?.start ?? end;
    for (const placed of window.blocks.slice(0, last)) {
      if (placed.start > from && mayStartAtLine(source, placed.start) && isSettled(placed.start)) {
        return { blocks, known, end: placed.start };
      }
      blocks.push(placed);
      known.push(window.known);
    }
    from = uncut = next;
    reach = windowEnd(from);
  }
  return { blocks, known, end: from };
}

const closedByBlankLine: ReadonlySet<BlockKind> = new Set(['paragraph', 'heading', 'thematicBreak', 'table']);

/** Whether the last block of what was read certainly ends before the line that begins at `end`, and reading may start there. */
function isClosed({ kind, content, refused }: Block, source: string, end: number): boolean {
  if (refused !== undefined || content.end === content.start || !mayStartAtLine(source, end)) return false;
  if (closedByBlankLine.has(kind)) return true;
  return kind === 'list' && !/^(?:[-\s+*•–·▪◦]|\d)/.test(source.charAt(end));
}

/** Offset of the first line from `offset` on that is not blank; the source's length if there is none. */
function nextContentLine(source: string, offset: number): number {
  let line = offset;
  while (line < source.length && isBlankLine(source, line)) line = nextLineStart(source, line);
  return line;
}

/** Index of the last block at which reading may start; 0 if there is none but the first. */
function lastStart(source: string, blocks: readonly PlacedBlock[]): number {
  for (let index = blocks.length - 1; index > 0; index--) {
    if (mayStartAtLine(source, blocks[index]!.start)) return index;
  }
  return 0;
}

interface Window {
  readonly blocks: readonly PlacedBlock[];
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
  const preamble = writeDefinitions(mentioned);
  const nodes = parseMarkdown(preamble + masked.text, format).children.filter(
    (node) => startOf(node) >= preamble.length,
  );
  const toWindow = mark - preamble.length;
  const starts = findStarts(text, nodes, toWindow);
  const known = new Set(mentioned);
  const blocks = nodes.map((node, index): PlacedBlock => {
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
    return { block, start: start + from };
  });
  return { blocks: blocks.length > 0 ? blocks : [{ block: readEmpty(text), start }], known };
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
function settleLabels(reading: WindowReading, format: SourceFormat, labels: ReadonlySet<string>): PlacedBlock[] {
  const { blocks, known } = reading;
  const isStale = blocks.map(({ block }, index) => mentionsChanged(block, known[index]!, labels));
  return isStale.includes(true) ? rereadStale(blocks, isStale, format, labels) : blocks;
}

/** Whether a block mentions a label that only one of the sets has. */
export function mentionsChanged({ mentions }: Block, known: ReadonlySet<string>, labels: ReadonlySet<string>): boolean {
  return mentions.some((label) => known.has(label) !== labels.has(label));
}

/** Reads the blocks that are marked again, and with them those that they cannot be read without. */
export function rereadStale(
  blocks: readonly PlacedBlock[],
  isStale: readonly boolean[],
  format: SourceFormat,
  labels: ReadonlySet<string>,
): PlacedBlock[] {
  const settled: PlacedBlock[] = [];
  for (let index = 0; index < blocks.length; ) {
    let end = index + 1;
    while (end < blocks.length && !mayStartAt(blocks, end)) end++;
    const piece = blocks.slice(index, end);
    const isPieceStale = isStale.slice(index, end).includes(true);
    for (const placed of isPieceStale ? rereadPiece(piece, format, labels) : piece) settled.push(placed);
    index = end;
  }
  return settled;
}

function rereadPiece(piece: readonly PlacedBlock[], format: SourceFormat, labels: ReadonlySet<string>): PlacedBlock[] {
  const hasFrontMatter = piece[0]!.block.kind === 'frontMatter';
  const body = hasFrontMatter ? piece.slice(1) : piece;
  const first = body[0];
  if (first === undefined) return [...piece];
  // A document's first piece may begin with a byte order mark, and only there it is one.
  const lead = first.start === 0 ? '' : '\n';
  const source = lead + body.map(({ block }) => block.source).join('');
  const long = readLongBlock(source, lead.length, format, labels, piecesOf(first.block));
  const read =
    long && long.end === source.length
      ? [{ block: long.block, start: lead.length }]
      : readWindow(source, lead.length, source.length, format, labels).blocks;
  const placed = read.map(({ block, start }) => ({ block, start: start - lead.length + first.start }));
  return hasFrontMatter ? [piece[0]!, ...placed] : placed;
}

/** Whether reading may start at the block of that index, given that it is one of the blocks of a document. */
export function mayStartAt(blocks: readonly PlacedBlock[], index: number): boolean {
  const previous = blocks[index - 1]?.block;
  if (previous === undefined || blocks[index] === undefined) return true;
  if (previous.kind === 'frontMatter') return false;
  const begin = blocks[index].block.source.slice(0, 16);
  return mayStartAtLine(previous.source + begin, previous.source.length);
}
