// Tables and lists of many lines, read in pieces of a kilobyte or so: a table's rows are read below its own header, a list's
// items by themselves. So they cost the parser no more than as much prose does, and after an edit only the pieces are read
// again that it touched. What cannot be cut so is left to reading as a whole, with the same blocks.

import type { List, RootContent, Table as TableNode } from 'mdast';
import type { Block, SourceFormat } from './block.ts';
import { findMentions } from './labels.ts';
import { isBlankLine, isSpaceOrTab, mayStartAtLine, nextLineStart } from './lines.ts';
import { parseMarkdown } from './markdownParser.ts';
import { maskSource } from './maskSource.ts';
import { joinPieces, type Piece, type PlacedPiece } from './pieces.ts';
import { startOf } from './proseBuilder.ts';
import { readBlock } from './readBlock.ts';
import { ownString, writeDefinitions } from './windowText.ts';

/** Blocks of fewer characters are read as a whole; a piece has at least, and at most so many but for its last line or item. */
export interface PieceSizes {
  readonly long: number;
  readonly least: number;
  readonly most: number;
}

const usual: PieceSizes = { long: 2048, least: 512, most: 2048 };

export interface LongBlock {
  readonly block: Block;
  /** The labels that were taken for defined. */
  readonly known: ReadonlySet<string>;
  /** Where the next block starts. */
  readonly end: number;
}

/** The pieces of a block, by what they were read from. */
export type PieceMemory = ReadonlyMap<string, PlacedPiece>;

const memories = new WeakMap<Block, PieceMemory>();

/** What was read of a long block, for reading it again after an edit. */
export function piecesOf(block: Block): PieceMemory | undefined {
  return memories.get(block);
}

/** What a long block begins as: the rows of a table, or items with a marker. */
type Kind = 'table' | '-' | '+' | '*' | '.' | ')';

/**
 * Reads the long table or list that begins at `start`, where reading may start; undefined where none does, or none that can
 * be cut. Pieces that are in `memory` are not parsed again.
 */
export function readLongBlock(
  source: string,
  start: number,
  format: SourceFormat,
  labels: ReadonlySet<string>,
  memory: PieceMemory | undefined,
  sizes = usual,
): LongBlock | undefined {
  const kind = kindAt(source, start);
  if (kind === undefined) return undefined;
  const { end, isSure } = endOfRun(source, start, kind);
  if (!isSure || end - start < sizes.long) return undefined;
  const text = ownString(source.slice(start, end));
  const masked = maskSource(text);
  if (masked.refused.length > 0) return undefined;
  const header = kind === 'table' ? nextLineStart(text, nextLineStart(text, 0)) : 0;
  const seen = new Map<string, PlacedPiece>();
  const pieces: PlacedPiece[] = [];
  const cuts = findCuts(masked.text, kind, header, sizes);
  if (cuts.length === 0) return undefined;
  cuts.push(text.length);
  for (let index = 0, from = 0; index < cuts.length; from = cuts[index++]!) {
    const to = cuts[index]!;
    const part = text.slice(from, to);
    const mentioned = findMentions(part).filter((label) => labels.has(label));
    const above = kind === 'table' && from > 0 ? masked.text.slice(0, header) : '';
    const lead = writeDefinitions(mentioned) + above;
    const parsed = masked.text.slice(from, to);
    const key = `${lead}\0${parsed}${parsed === part ? '' : `\0${part}`}`;
    const known = seen.get(key) ?? memory?.get(key);
    const piece = known ?? readPiece(ownString(key), ownString(part), ownString(parsed), lead, above, kind, format);
    if (!piece) return undefined;
    seen.set(piece.key, piece);
    pieces.push(piece);
  }
  const placed = joinPieces(text, kind === 'table' ? 'table' : 'list', pieces);
  memories.set(placed.block, new Map(placed.pieces.map((piece) => [piece.key, piece])));
  return { block: placed.block, known: new Set(placed.block.mentions.filter((label) => labels.has(label))), end };
}

/**
 * Where a long table or list seems to begin behind `start` and before `end`, so that what stands before may be read apart;
 * `end` if nowhere.
 */
export function findLongStart(source: string, start: number, end: number, sizes = usual): number {
  let isAfterBlank = false;
  for (let line = nextLineStart(source, start); line < end; ) {
    const kind = isAfterBlank ? kindAt(source, line) : undefined;
    if (kind === undefined) {
      isAfterBlank = isBlankLine(source, line);
      line = nextLineStart(source, line);
      continue;
    }
    const run = endOfRun(source, line, kind);
    if (run.isSure && run.end - line >= sizes.long && mayStartAtLine(source, line)) return line;
    line = run.end;
  }
  return end;
}

const ITEM = /^(?:\d{1,9}(?=[.)]))?([-+*.)])[ \t]+[^\s*+_-]/;
const DELIMITERS = /^ {0,3}[|:-][|:\- \t]*$/;

function kindAt(text: string, line: number): Kind | undefined {
  const unit = text.charCodeAt(line);
  if (isSpaceOrTab(unit)) return undefined;
  const marker = markerAt(text, line);
  if (marker) return marker;
  const next = nextLineStart(text, line);
  if (!'|:- '.includes(text.charAt(next)) || next - line > 2000) return undefined;
  const second = text.slice(next, Math.min(next + 2000, nextLineStart(text, next))).trimEnd();
  return second.includes('-') && DELIMITERS.test(second) && text.slice(line, next).includes('|') ? 'table' : undefined;
}

/** The kind of list of which an item begins at a line, unindented and with words in it. */
function markerAt(text: string, line: number): Exclude<Kind, 'table'> | undefined {
  const unit = text.charCodeAt(line);
  const isMarker = unit === 0x2a || unit === 0x2b || unit === 0x2d || (unit >= 0x30 && unit <= 0x39);
  if (!isMarker) return undefined;
  return ITEM.exec(text.slice(line, line + 40))?.[1] as Exclude<Kind, 'table'> | undefined;
}

interface Run {
  readonly end: number;
  /** Whether another block begins there for certain. */
  readonly isSure: boolean;
}

/**
 * Where the first block begins behind a table or list: behind a table's first blank line, behind a list at the first line
 * after a blank one that neither is indented nor has its marker.
 */
function endOfRun(text: string, start: number, kind: Kind): Run {
  let isAfterBlank = false;
  for (let line = nextLineStart(text, start); line < text.length; line = nextLineStart(text, line)) {
    if (isBlankLine(text, line)) isAfterBlank = true;
    else if (isAfterBlank && (kind === 'table' || !isSpaceOrTab(text.charCodeAt(line)))) {
      if (kind === 'table' || !/^(?:[-+*•–·▪◦]|\d)/.test(text.charAt(line)))
        return { end: line, isSure: mayStartAtLine(text, line) };
      if (markerAt(text, line) !== kind) return { end: line, isSure: false };
      isAfterBlank = false;
    } else isAfterBlank = false;
  }
  return { end: text.length, isSure: true };
}

/** Where to cut: by what the lines say, so that an edit moves no cut but those beside it. */
function findCuts(text: string, kind: Kind, header: number, { least, most }: PieceSizes): number[] {
  const cuts: number[] = [];
  let from = 0;
  let isDue = false;
  for (let line = header; line < text.length; ) {
    const next = nextLineStart(text, line);
    const mayCut = line > header && (kind === 'table' ? !isBlankLine(text, line) : markerAt(text, line) === kind);
    if (mayCut && (isDue || line - from >= most)) {
      cuts.push(line);
      from = line;
      isDue = false;
    }
    if (next - from >= least) isDue ||= signOf(text, line, next) % 4 === 0;
    line = next;
  }
  return cuts;
}

/** A number that says no more of a line than that it is this one. */
function signOf(text: string, start: number, end: number): number {
  let sign = 0;
  for (let at = start; at < end; at++) sign = (Math.imul(sign, 31) + text.charCodeAt(at)) | 0;
  return sign >>> 8;
}

function readPiece(
  key: string,
  source: string,
  masked: string,
  lead: string,
  above: string,
  kind: Kind,
  format: SourceFormat,
): PlacedPiece | undefined {
  const own = lead.length - above.length;
  const nodes = parseMarkdown(lead + masked, format).children.filter((node) => startOf(node) >= own);
  const [node, ...others] = nodes;
  if (!node || others.length > 0 || startOf(node) !== own) return undefined;
  const content = kind === 'table' ? rowsOf(node, source, above !== '') : itemsOf(node, kind);
  if (!content) return undefined;
  const block = readBlock({ source, masked, shift: lead.length }, content, undefined);
  if (block.defines.length > 0) return undefined;
  return { key, piece: measure(block, content), at: undefined, prose: block.prose, tables: block.tables };
}

/** The table without the header above its rows; undefined where not every line is a row. */
function rowsOf(node: RootContent, source: string, hasHeaderAbove: boolean): TableNode | undefined {
  let lines = 0;
  for (let line = 0; line < source.length; line = nextLineStart(source, line)) {
    if (!isBlankLine(source, line)) lines++;
  }
  // Above the rows stands a header, or the piece begins with it; the line below it is no row.
  if (node.type !== 'table' || node.children.length !== lines + (hasHeaderAbove ? 1 : -1)) return undefined;
  return hasHeaderAbove ? { ...node, children: node.children.slice(1) } : node;
}

function itemsOf(node: RootContent, kind: Kind): List | undefined {
  const isOrdered = kind === '.' || kind === ')';
  return node.type === 'list' && (node.ordered === true) === isOrdered ? node : undefined;
}

function measure(block: Block, node: TableNode | List): Piece {
  return { block, parts: node.children.length, lists: node.type === 'list' ? countLists(node) - 1 : 0 };
}

/** How many lists a list is made of, itself included. */
function countLists(node: List | RootContent): number {
  let count = node.type === 'list' ? 1 : 0;
  if ('children' in node) for (const child of node.children) count += countLists(child as RootContent);
  return count;
}
