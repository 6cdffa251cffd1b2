// Reads the figures of a block that may hold tables: a number in a cell takes the unit that its row's label, its column's
// header, the row that heads its group, the table's corner or its caption gives. What a whole column tells about its cells
// (years or counts, negatives in brackets) is for cellFigures.ts.

import type { Prose, Table } from '../markdown/block.ts';
import { remembering } from '../text/remembering.ts';
import { type SharedEnds, sharedEnds } from '../text/sharedEnds.ts';
import type { Span } from '../text/span.ts';
import {
  type Cell,
  type ColumnReading,
  type ColumnTally,
  readColumn,
  settleCell,
  settleNegative,
  tallyCell,
} from './cellFigures.ts';
import type { Figure } from './figure.ts';
import { keepEqualFigures } from './keepFigures.ts';
import { readFigures } from './readFigures.ts';
import { findWordAfter } from './scan.ts';
import { applyUnitNote, findUnitNote, type UnitNote } from './tableUnits.ts';

export interface ReadableTables {
  readonly prose: readonly Prose[];
  readonly tables: readonly Table[];
}

/** What the rows of a table have in them, counted; those of its header are not. */
export interface TableTally {
  readonly rows: number;
  /** Rows with nothing but a label: "Energy (GWh)" over the rows of its group. */
  readonly groups: number;
  readonly columns: readonly ColumnTally[];
}

/** The figures of a block's prose, by its index, and what its tables have in them. */
export interface TableFigures {
  readonly figures: readonly (readonly Figure[])[];
  readonly tallies: readonly TableTally[];
}

/** A block as it was read before an edit, under the same caption. */
export interface EarlierTables extends TableFigures {
  readonly block: ReadableTables;
  /** By prose: its figures as it reads by itself. */
  readonly alone: readonly (readonly Figure[])[];
}

/** Columns that a caption's unit does not speak of: "Rank", "Employees" beside "Revenue by region ($m)". */
const COUNTED_COLUMNS = new Set(
  'no number rank place position year years date count employees staff people persons population households jobs members cases visits'.split(
    ' ',
  ),
);

function countsThings(header: string): boolean {
  const word = findWordAfter(header, 0);
  return header.startsWith('#') || (word !== undefined && COUNTED_COLUMNS.has(word.text));
}

/** By index of the prose: its figures as it reads by itself. */
type FiguresAlone = readonly (readonly Figure[])[];

/**
 * The figures of each piece of prose, by its index: 12.5 under "Revenue ($m)" is 12,500,000 USD. `caption` is the unit
 * note of the words that introduce the table; `alone` the figures of each piece as it reads by itself, where they are known.
 */
export function readTableFigures(
  block: ReadableTables,
  caption?: UnitNote,
  alone: FiguresAlone = block.prose.map(({ text }) => readFigures(text)),
): TableFigures {
  if (block.tables.length === 0) return { figures: alone, tallies: [] };
  const figures = [...alone];
  const tallies = block.tables.map((table) => {
    const body = { start: table.headerRows, end: table.rows.length };
    const tally = tallyRows(block, table, body, alone);
    readRows(block, table, body, rulesOf(block, table, tally, caption), figures);
    return tally;
  });
  return { figures, tallies };
}

/**
 * The same after an edit, where the rows that it did not touch read as they did: where all that the columns say is what they said.
 * Undefined where that is not certain. `ends` is how much of the block's prose is as it was at both ends; the answer's is how many
 * figures are.
 */
export function readTableFiguresAgain(
  block: ReadableTables,
  caption: UnitNote | undefined,
  alone: FiguresAlone,
  before: EarlierTables,
  ends: SharedEnds,
): (TableFigures & { readonly ends: SharedEnds }) | undefined {
  if (block.tables.length === 0 && before.block.tables.length === 0) return { figures: alone, tallies: [], ends };
  const [table, was, tallied] = [block.tables[0], before.block.tables[0], before.tallies[0]];
  if (!table || !was || !tallied || block.tables.length > 1 || before.block.tables.length > 1) return undefined;
  const rows = changedRows(was, table);
  if (!rows || tallied.groups > 0) return undefined;
  const out = tallyRows(before.block, was, rows, before.alone);
  const tally = addTallies(addTallies(tallied, out, -1), tallyRows(block, table, rows, alone), 1);
  const rules = rulesOf(block, table, tally, caption);
  if (tally.groups > 0 || !isSameReading(rules, rulesOf(before.block, was, tallied, caption))) return undefined;
  const prose = proseOf([...was.rows.slice(rows.start, rows.end), ...table.rows.slice(rows.start, rows.end)], {
    start: ends.start,
    end: block.prose.length - ends.end,
  });
  const kept = { start: prose.start, end: alone.length - prose.end };
  const figures = alone.slice(prose.start, prose.end);
  readRows(block, table, rows, rules, figures, prose.start);
  return { figures: keepEqualFigures(before.figures, kept, figures), tallies: [tally], ends: kept };
}

/** The rows of a table's body that an edit may have changed; undefined where it changed the header, or how many cells there are. */
function changedRows(before: Table, after: Table): Span | undefined {
  const { start, end } = sharedEnds(before.rows, after.rows);
  const span = { start, end: after.rows.length - end };
  const isSameShape = before.rows.length === after.rows.length && before.headerRows === after.headerRows;
  if (!isSameShape || (start < after.headerRows && span.start < span.end)) return undefined;
  for (let row = span.start; row < span.end; row++) {
    if (before.rows[row]!.length !== after.rows[row]!.length) return undefined;
  }
  return span;
}

/** The stretch of prose that rows stand in, and `least`. */
function proseOf(rows: readonly (readonly (number | undefined)[])[], least: Span): Span {
  let { start, end } = least;
  for (const row of rows) {
    for (const cell of row) {
      if (cell === undefined) continue;
      start = Math.min(start, cell);
      end = Math.max(end, cell + 1);
    }
  }
  return { start, end };
}

/** What a table's header and columns say of the cells below. */
interface TableRules {
  readonly columns: readonly ColumnReading[];
  /** The units that headers give. */
  readonly notes: readonly (UnitNote | undefined)[];
  /** What the caption gives to the columns that have none. */
  readonly others: readonly (UnitNote | undefined)[];
}

function rulesOf({ prose }: ReadableTables, table: Table, { columns }: TableTally, caption?: UnitNote): TableRules {
  const header = table.headerRows > 0 ? table.rows[0]! : [];
  const headers = Array.from({ length: Math.max(columns.length, header.length) }, (_, column) =>
    textOf(prose, header[column]),
  );
  const notes = headers.map(recallUnitNote);
  // Columns in units of their own say that the caption's unit is not that of the whole table.
  const ofAll = notes.some((note) => note !== undefined && note.unit !== '%') ? undefined : caption;
  return {
    columns: columns.map((tally, column) => readColumn(headers[column]!, tally, notes[column] !== undefined)),
    notes,
    others: columns.map((_, column) => (countsThings(headers[column]!) ? undefined : ofAll)),
  };
}

function isSameReading({ columns }: TableRules, other: TableRules): boolean {
  return columns.every(({ ofCounts }, column) => ofCounts === other.columns[column]?.ofCounts);
}

/**
 * Reads the cells of some rows of a table's body; no row above them may head a group that they belong to. `figures` are those of the
 * pieces of prose from `first` on.
 */
function readRows(
  { prose }: ReadableTables,
  { rows }: Table,
  { start, end }: Span,
  { columns, notes, others }: TableRules,
  figures: (readonly Figure[])[],
  first = 0,
): void {
  let group: UnitNote | undefined;
  for (const row of rows.slice(start, end)) {
    row.forEach((cell, column) => {
      if (cell === undefined) return;
      figures[cell - first] = settleCell(cellAt(prose, row, column, figures[cell - first]), columns[column]!);
    });
    const label = textOf(prose, row[0]);
    const ofRow = recallUnitNote(label);
    if (headsGroup(row)) {
      group = ofRow;
      continue;
    }
    row.forEach((cell, column) => {
      if (cell === undefined || column === 0) return;
      const settled = figures[cell - first]!;
      if (settled.length === 0) return;
      const own = settleNegative(textOf(prose, cell), label, settled);
      const note = ofRow ?? notes[column] ?? group ?? notes[0] ?? others[column];
      figures[cell - first] = note ? own.map((figure) => applyUnitNote(figure, note)) : own;
    });
  }
}

function cellAt(prose: readonly Prose[], row: Row, column: number, figures: readonly Figure[] = []): Cell {
  return { text: textOf(prose, row[column]), label: column === 0 ? '' : textOf(prose, row[0]), figures };
}

function tallyRows({ prose }: ReadableTables, { rows }: Table, { start, end }: Span, alone: FiguresAlone): TableTally {
  const columns: Counted<ColumnTally>[] = [];
  let groups = 0;
  for (const row of rows.slice(start, end)) {
    if (headsGroup(row)) groups++;
    for (let column = 0; column < row.length; column++) {
      if (column === columns.length) columns.push({ present: 0, filled: 0, years: 0, counts: 0 });
      const cell = row[column];
      add(columns[column]!, tallyCell(cellAt(prose, row, column, cell === undefined ? [] : alone[cell])), 1);
    }
  }
  return { rows: end - start, groups, columns };
}

type Row = Table['rows'][number];
type Counted<Tally> = { -readonly [Key in keyof Tally]: Tally[Key] };

function add(sum: Counted<ColumnTally>, { present, filled, years, counts }: ColumnTally, sign: 1 | -1): void {
  sum.present += sign * present;
  sum.filled += sign * filled;
  sum.years += sign * years;
  sum.counts += sign * counts;
}

/** The tally of a table with other rows, of no other width. */
function addTallies(one: TableTally, other: TableTally, sign: 1 | -1): TableTally {
  const columns = one.columns.map((tally, column) => {
    const sum = { ...tally };
    const more = other.columns[column];
    if (more) add(sum, more, sign);
    return sum;
  });
  return { rows: one.rows + sign * other.rows, groups: one.groups + sign * other.groups, columns };
}

function textOf(prose: readonly Prose[], index: number | undefined): string {
  return index === undefined ? '' : prose[index]!.text;
}

const MOST_NOTES = 20_000;
const recallUnitNote = remembering(MOST_NOTES, findUnitNote);

/** Whether the row has nothing but its label: "Energy (GWh)" over the rows of its group. */
function headsGroup(row: Row): boolean {
  return row[0] !== undefined && row.length > 1 && row.every((cell, column) => column === 0 || cell === undefined);
}
