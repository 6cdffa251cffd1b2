// Reads the figures of a block that may hold tables: a number in a cell takes the unit that its row's label, its column's
// header, the row that heads its group, the table's corner or its caption gives. What a whole column tells about its cells
// (years or counts, negatives in brackets) is for cellFigures.ts.

import type { Prose, Table } from '../markdown/block.ts';
import { remembering } from '../text/remembering.ts';
import { type Cell, settleColumn, settleNegative } from './cellFigures.ts';
import type { Figure } from './figure.ts';
import { readFigures } from './readFigures.ts';
import { findWordAfter } from './scan.ts';
import { applyUnitNote, findUnitNote, type UnitNote } from './tableUnits.ts';

export interface ReadableTables {
  readonly prose: readonly Prose[];
  readonly tables: readonly Table[];
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

/**
 * The figures of each piece of prose, by its index: 12.5 under "Revenue ($m)" is 12,500,000 USD. `caption` is the unit
 * note of the words that introduce the table; `alone` the figures of each piece as it reads by itself, where they are known.
 */
export function readTableFigures(
  { prose, tables }: ReadableTables,
  caption?: UnitNote,
  alone: readonly (readonly Figure[])[] = prose.map(({ text }) => readFigures(text)),
): (readonly Figure[])[] {
  const figures = [...alone];
  const notes = new Map<number, UnitNote | undefined>();
  const noteOf = (index: number | undefined): UnitNote | undefined => {
    if (index === undefined) return undefined;
    if (!notes.has(index)) notes.set(index, recallUnitNote(prose[index]!.text));
    return notes.get(index);
  };
  const textOf = (index: number | undefined): string => (index === undefined ? '' : prose[index]!.text);
  for (const { rows, headerRows } of tables) {
    const header = headerRows > 0 ? rows[0]! : [];
    const body = rows.slice(headerRows);
    const width = body.reduce((most, row) => Math.max(most, row.length), 0);
    for (let column = 0; column < width; column++) {
      const cells: Cell[] = body.map((row) => ({
        text: textOf(row[column]),
        label: column === 0 ? '' : textOf(row[0]),
        figures: row[column] === undefined ? [] : figures[row[column]!]!,
      }));
      const settled = settleColumn(textOf(header[column]), cells, noteOf(header[column]) !== undefined);
      body.forEach((row, index) => {
        const cell = row[column];
        if (cell !== undefined) figures[cell] = settled[index]!;
      });
    }
    const ofColumns = Array.from({ length: Math.max(width, header.length) }, (_, column) => noteOf(header[column]));
    // Columns in units of their own say that the caption's unit is not that of the whole table.
    const ofAll = ofColumns.some((note) => note !== undefined && note.unit !== '%') ? undefined : caption;
    const counted = Array.from({ length: width }, (_, column) => countsThings(textOf(header[column])));
    let group: UnitNote | undefined;
    for (const row of body) {
      if (headsGroup(row)) {
        group = noteOf(row[0]);
        continue;
      }
      const ofRow = noteOf(row[0]);
      row.forEach((cell, column) => {
        if (cell === undefined || column === 0 || figures[cell]!.length === 0) return;
        figures[cell] = settleNegative(textOf(cell), textOf(row[0]), figures[cell]!);
        const note = ofRow ?? ofColumns[column] ?? group ?? ofColumns[0] ?? (counted[column] ? undefined : ofAll);
        if (note) figures[cell] = figures[cell]!.map((figure) => applyUnitNote(figure, note));
      });
    }
  }
  return figures;
}

const MOST_NOTES = 20_000;
const recallUnitNote = remembering(MOST_NOTES, findUnitNote);

/** Whether the row has nothing but its label: "Energy (GWh)" over the rows of its group. */
function headsGroup(row: readonly (number | undefined)[]): boolean {
  return row[0] !== undefined && row.length > 1 && row.every((cell, column) => column === 0 || cell === undefined);
}
