// Reads the pieces that a long table or list is cut into, each by itself: a table's rows below its own header, a list's items as they
// are. What was read before from the same text is not parsed again. Where the cuts are is decided elsewhere.

import type { List, RootContent, Table as TableNode } from 'mdast';
import type { Block, SourceFormat } from './block.ts';
import { countLines } from './excessMarkup.ts';
import { findMentions } from './labels.ts';
import { isBlankLine, nextLineStart } from './lines.ts';
import type { LongKind } from './pieceCuts.ts';
import type { Piece, PlacedPiece } from './pieces.ts';
import { plainListOf } from './plainList.ts';
import { plainTableOf } from './plainTable.ts';
import { startOf } from './proseBuilder.ts';
import { readBlock } from './readBlock.ts';
import { ownString, parseStretch, writeDefinitions } from './windowText.ts';

/** What all pieces of a long block have in common. */
export interface PieceSetting {
  readonly kind: LongKind;
  /** A table's header, which stands above the rows of each piece but the first; else empty. */
  readonly header: string;
  readonly format: SourceFormat;
}

/** A stretch of a long block's source, and the same as the parser is to read it. */
export interface PieceSource {
  readonly source: string;
  readonly masked: string;
  /** Whether the header stands in it. */
  readonly isFirst: boolean;
}

/** The pieces of which some were read before; undefined where one of them is more, or less, than rows or items. */
export function readPieces(
  sources: readonly PieceSource[],
  setting: PieceSetting,
  labels: ReadonlySet<string>,
  known: readonly PlacedPiece[],
): PlacedPiece[] | undefined {
  const seen = new Map(known.map((piece) => [piece.key, piece]));
  const pieces: PlacedPiece[] = [];
  for (const part of sources) {
    const { source, masked, isFirst } = part;
    const mentioned = findMentions(source).filter((label) => labels.has(label));
    const above = isFirst ? '' : setting.header;
    const key = `${writeDefinitions(mentioned)}${above}\0${masked}${masked === source ? '' : `\0${source}`}`;
    const piece = seen.get(key) ?? readPiece(ownString(key), part, mentioned, above, setting, labels);
    if (!piece) return undefined;
    seen.set(piece.key, piece);
    pieces.push(piece);
  }
  return pieces;
}

function readPiece(
  key: string,
  part: PieceSource,
  mentioned: readonly string[],
  above: string,
  { kind, format }: PieceSetting,
  labels: ReadonlySet<string>,
): PlacedPiece | undefined {
  const [source, masked] = [ownString(part.source), ownString(part.masked)];
  const plain = masked === source ? plainContentOf(source, kind, part.isFirst, labels) : undefined;
  if (plain) return pieceOf(key, readBlock({ source, masked, shift: 0 }, plain, undefined), plain);
  const { nodes, lead } = parseStretch(above + masked, mentioned, format);
  const [node, ...others] = nodes;
  if (!node || others.length > 0 || startOf(node) !== lead) return undefined;
  const content = kind === 'table' ? rowsOf(node, source, above !== '') : itemsOf(node, kind);
  if (!content) return undefined;
  const block = readBlock({ source, masked, shift: lead + above.length }, content, undefined);
  if (block.defines.length > 0) return undefined;
  return pieceOf(key, block, content);
}

/** Items or rows of plain words, which need no parser. */
function plainContentOf(
  source: string,
  kind: LongKind,
  isFirst: boolean,
  labels: ReadonlySet<string>,
): List | TableNode | undefined {
  return kind === 'table' ? plainTableOf(source, isFirst, labels) : plainListOf(source, kind, labels);
}

function pieceOf(key: string, block: Block, content: TableNode | List): PlacedPiece {
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

function itemsOf(node: RootContent, kind: LongKind): List | undefined {
  const isOrdered = kind === '.' || kind === ')';
  return node.type === 'list' && (node.ordered === true) === isOrdered ? node : undefined;
}

function measure(block: Block, node: TableNode | List): Piece {
  const lists = node.type === 'list' ? countLists(node) - 1 : 0;
  return { block, parts: node.children.length, lists, lines: countLines(block.source) };
}

/** How many lists a list is made of, itself included. */
function countLists(node: List | RootContent): number {
  let count = node.type === 'list' ? 1 : 0;
  if ('children' in node) for (const child of node.children) count += countLists(child as RootContent);
  return count;
}
