// Makes one block of the pieces that a long table or list was read in: what they count from their own beginning is counted
// from that of the block, but for the maps of their prose. A piece that has as much before it as it had keeps its objects.

import { concatenate } from '../text/concatenate.ts';
import { noteShared, replaceBetween, sharedEnds } from '../text/sharedEnds.ts';
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

/** A long block, and the pieces that it is made of. */
export interface JoinedPieces {
  readonly block: Block;
  /** In order. */
  readonly pieces: readonly PlacedPiece[];
}

/** The block of a source that was read in pieces, which follow each other without a gap; `before` is what an edit made it of. */
export function joinPieces(
  source: string,
  kind: 'table' | 'list',
  pieces: readonly PlacedPiece[],
  before?: JoinedPieces,
): JoinedPieces {
  let at: Before = { source: 0, prose: 0, parts: 0, lists: 0, tables: 0 };
  const placed = pieces.map((one): PlacedPiece => {
    const { block, parts, lists } = one.piece;
    const here = placePiece(one, kind, at);
    at = {
      source: at.source + block.source.length,
      prose: at.prose + block.prose.length,
      parts: at.parts + parts,
      lists: at.lists + lists,
      // The pieces of a table are one table, however many they are.
      tables: kind === 'table' ? 0 : at.tables + block.tables.length,
    };
    return here;
  });
  const tables = concatenate(placed.map((one) => one.tables));
  const block: Block = {
    kind,
    source,
    content: contentSpan(source),
    prose: joinProse(placed, before),
    tables: kind === 'list' ? tables : [{ rows: concatenate(tables.map(({ rows }) => rows)), headerRows: 1 }],
    comments: placed.flatMap(({ piece, at: before }) =>
      piece.block.comments.map(({ span, text }) => ({ span: shiftSpan(span, before!.source), text })),
    ),
    defines: [],
    mentions: findMentions(source),
    pieces: { firsts: placed.map(({ at }) => at!.prose), starts: placed.map(({ at }) => at!.source) },
  };
  return { block, pieces: placed };
}

/** The prose of all pieces; that of the pieces that were there before is not looked at one by one. */
function joinProse(pieces: readonly PlacedPiece[], before: JoinedPieces | undefined): readonly Prose[] {
  if (!before) return concatenate(pieces.map(({ prose }) => prose));
  const { start, end } = sharedEnds(before.pieces, pieces, (one, other) => one.prose === other.prose);
  const between = pieces.slice(start, pieces.length - end);
  const count = (own: readonly PlacedPiece[]): number => own.reduce((sum, { prose }) => sum + prose.length, 0);
  const ends = { start: count(pieces.slice(0, start)), end: count(pieces.slice(pieces.length - end)) };
  const all = replaceBetween(before.block.prose, ends, concatenate(between.map(({ prose }) => prose)));
  return noteShared(before.block.prose, all, ends);
}

/** A piece where it stands now; one that has as many of each before it as it had keeps its prose. */
function placePiece(placed: PlacedPiece, kind: 'table' | 'list', at: Before): PlacedPiece {
  const { key, piece, at: was } = placed;
  const isCounted =
    was !== undefined &&
    was.prose === at.prose &&
    was.parts === at.parts &&
    was.lists === at.lists &&
    was.tables === at.tables;
  if (isCounted) return was.source === at.source ? placed : { ...placed, at };
  const { block } = piece;
  const prose = block.prose.map((own): Prose => ({ ...own, place: placeIn(own.place, kind, at) }));
  const tables = block.tables.map(({ rows, headerRows }) => ({
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
