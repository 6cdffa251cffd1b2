// Makes one block of the pieces that a long table or list was read in: what they count from their own beginning is counted
// from that of the block. A piece that stands where it stood before keeps its objects.

import { concatenate } from '../text/concatenate.ts';
import { shiftSourceMap } from '../text/sourceMap.ts';
import { shiftSpan } from '../text/span.ts';
import type { Block, Place, Prose, Table } from './block.ts';
import type { LineCounts } from './excessMarkup.ts';
import { findMentions } from './labels.ts';
import { contentSpan } from './readBlock.ts';

/** A stretch of a table's rows or a list's items, read by itself. */
export interface Piece {
  /** All offsets and counts are its own. */
  readonly block: Block;
  /** How many rows or items it has, and how many lists stand within its items. */
  readonly parts: number;
  readonly lists: number;
  readonly lines: LineCounts;
}

/** What stands in a block before a piece. */
interface Before {
  readonly source: number;
  readonly prose: number;
  readonly parts: number;
  readonly lists: number;
  readonly tables: number;
}

/** A piece with what it is in its block. */
export interface PlacedPiece {
  /** What it was read from. */
  readonly key: string;
  readonly piece: Piece;
  readonly at: Before | undefined;
  readonly prose: readonly Prose[];
  readonly tables: readonly Table[];
}

/** The block of a source that was read in pieces, which follow each other without a gap. */
export function joinPieces(
  source: string,
  kind: 'table' | 'list',
  pieces: readonly PlacedPiece[],
): { readonly block: Block; readonly pieces: readonly PlacedPiece[] } {
  let at: Before = { source: 0, prose: 0, parts: 0, lists: 0, tables: 0 };
  const placed = pieces.map((one): PlacedPiece => {
    const { block, parts, lists } = one.piece;
    const here = placePiece(one, kind, at);
    at = {
      source: at.source + block.source.length,
      prose: at.prose + block.prose.length,
      parts: at.parts + parts,
      lists: at.lists + lists,
      tables: at.tables + block.tables.length,
    };
    return here;
  });
  const tables = concatenate(placed.map((one) => one.tables));
  const block: Block = {
    kind,
    source,
    content: contentSpan(source),
    prose: concatenate(placed.map(({ prose }) => prose)),
    tables: kind === 'list' ? tables : [{ rows: concatenate(tables.map(({ rows }) => rows)), headerRows: 1 }],
    comments: placed.flatMap(({ piece, at: before }) =>
      piece.block.comments.map(({ span, text }) => ({ span: shiftSpan(span, before!.source), text })),
    ),
    defines: [],
    mentions: findMentions(source),
  };
  return { block, pieces: placed };
}

function placePiece(placed: PlacedPiece, kind: 'table' | 'list', at: Before): PlacedPiece {
  const { key, piece, at: was } = placed;
  const isCounted =
    was !== undefined &&
    was.prose === at.prose &&
    was.parts === at.parts &&
    was.lists === at.lists &&
    was.tables === at.tables;
  if (isCounted && was.source === at.source) return placed;
  const { block } = piece;
  const prose = block.prose.map((own, index): Prose => {
    const place = isCounted ? placed.prose[index]!.place : placeIn(own.place, kind, at);
    return { text: own.text, map: shiftSourceMap(own.map, at.source), place, marks: own.marks };
  });
  const tables = isCounted
    ? placed.tables
    : block.tables.map(({ rows, headerRows }) => ({
        rows: rows.map((row) => row.map((cell) => (cell === undefined ? undefined : cell + at.prose))),
        headerRows,
      }));
  return { key, piece, at, prose, tables };
}

function placeIn(place: Place, kind: 'table' | 'list', { prose, parts, lists, tables }: Before): Place {
  const { item, cell } = place;
  if (kind === 'table') return cell ? { ...place, cell: { ...cell, row: cell.row + parts } } : place;
  if (!item) return place;
  const isOuter = item.list === 0;
  return {
    ...place,
    item: {
      ...item,
      list: isOuter ? 0 : item.list + lists,
      index: isOuter ? item.index + parts : item.index,
      ...(item.parent !== undefined && { parent: item.parent + prose }),
    },
    ...(cell && { cell: { ...cell, table: cell.table + tables } }),
  };
}
