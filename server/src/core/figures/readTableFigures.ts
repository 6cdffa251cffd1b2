// Reads the figures of a block that may hold tables: a number in a cell takes the unit that its row's label, its column's
// header, the row that heads its group, the table's corner or its caption gives. What a whole column tells about its cells
// (years or counts, negatives in brackets) is for cellFigures.ts.

import type { Prose, Table } from '../markdown/block.ts';
import { remembering } from '../text/remembering.ts';
import { AlignedEnds, type SharedEnds, sharedEnds } from '../text/sharedEnds.ts';
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
  const kept = keptRows(was, table, new AlignedEnds(ends, before.block.prose.length, block.prose.length));
  if (was.headerRows !== table.headerRows || kept.start < table.headerRows || tallied.groups > 0) return undefined;
  const gone = { start: kept.start, end: was.rows.length - kept.end };
  const come = { start: kept.start, end: table.rows.length - kept.end };
  const out = tallyRows(before.block, was, gone, before.alone);
  const tally = addTallies(addTallies(tallied, out, -1), tallyRows(block, table, come, alone), 1);
  const rules = rulesOf(block, table, tally, caption);
  if (tally.groups > 0 || !isSameReading(rules, rulesOf(before.block, was, tallied, caption))) return undefined;
  const least = { start: ends.start, end: block.prose.length - ends.end };
  const prose = proseOf(table.rows.slice(come.start, come.end), least);
  const shared = { start: prose.start, end: alone.length - prose.end };
  const figures = alone.slice(prose.start, prose.end);
  readRows(block, table, come, rules, figures, prose.start);
  return { figures: keepEqualFigures(before.figures, shared, figures), tallies: [tally], ends: shared };
}

/** How many rows of a table at both ends are what they were: of as many cells, all of whose prose is among the `pieces` that stayed. */
function keptRows(before: Table, after: Table, pieces: AlignedEnds): SharedEnds {
  const isKept = (was: number | undefined, is: number | undefined): boolean =>
    was === undefined ? is === undefined : pieces.after(was) === is;
  return sharedEnds(
    before.rows,
    after.rows,
    (was, is) => was === is || (was.length === is.length && was.every((cell, column) => isKept(cell, is[column]))),
  );
}

/** The stretch of prose that rows stand in, and `least`, which is nowhere where it is empty. */
function proseOf(rows: readonly Row[], least: Span): Span {
  let { start, end } = least.start < least.end ? least : NOWHERE;
  for (const row of rows) {
    for (const cell of row) {
      if (cell === undefined) continue;
      start = Math.min(start, cell);
      end = Math.max(end, cell + 1);
    }
  }
  return start < end ? { start, end } : least;
}

const NOWHERE: Span = { start: Infinity, end: 0 };

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
      const text = textOf(prose, cell);
      const own = settleNegative(text, label, settled);
      const note = ofRow ?? notes[column] ?? group ?? notes[0] ?? others[column];
      figures[cell - first] = note ? own.map((figure) => applyUnitNote(text, figure, note)) : own;
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
      if (column === columns.length) columns.push({ ...NOTHING_TALLIED });
      const cell = row[column];
      add(columns[column]!, tallyCell(cellAt(prose, row, column, cell === undefined ? [] : alone[cell])), 1);
    }
  }
  return { rows: end - start, groups, columns };
}

type Row = Table['rows'][number];
const NOTHING_TALLIED: ColumnTally = { present: 0, filled: 0, years: 0, counts: 0 };
type Counted<Tally> = { -readonly [Key in keyof Tally]: Tally[Key] };

function add(sum: Counted<ColumnTally>, { present, filled, years, counts }: ColumnTally, sign: 1 | -1): void {
  sum.present += sign * present;
  sum.filled += sign * filled;
  sum.years += sign * years;
  sum.counts += sign * counts;
}

/** The tally of a table with more rows, or with fewer. */
function addTallies(one: TableTally, other: TableTally, sign: 1 | -1): TableTally {
  const width = Math.max(one.columns.length, other.columns.length);
  const columns = Array.from({ length: width }, (_, column) => {
    const sum = { ...(one.columns[column] ?? NOTHING_TALLIED) };
    add(sum, other.columns[column] ?? NOTHING_TALLIED, sign);
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
