// Reads the figures of a block that may hold tables: a number in a cell takes the unit that its row's label, its column's
// header or the table's corner gives for the whole row, column or table. Units in captions are beyond the block.

import type { Prose, Table } from '../markdown/block.ts';
import type { Figure } from './figure.ts';
import { readFigures } from './readFigures.ts';
import { applyUnitNote, findUnitNote, type UnitNote } from './tableUnits.ts';

export interface ReadableTables {
  readonly prose: readonly Prose[];
  readonly tables: readonly Table[];
}

/** The figures of each piece of prose, by its index: 12.5 under "Revenue ($m)" is 12,500,000 USD. */
export function readTableFigures({ prose, tables }: ReadableTables): (readonly Figure[])[] {
  const figures: (readonly Figure[])[] = prose.map(({ text }) => readFigures(text));
  const notes = new Map<number, UnitNote | undefined>();
  const noteOf = (index: number | undefined): UnitNote | undefined => {
    if (index === undefined) return undefined;
    if (!notes.has(index)) notes.set(index, findUnitNote(prose[index]!.text));
    return notes.get(index);
  };
  for (const { rows, headerRows } of tables) {
    const header = headerRows > 0 ? rows[0] : undefined;
    for (const row of rows.slice(headerRows)) {
      row.forEach((cell, column) => {
        if (cell === undefined || column === 0 || figures[cell]!.length === 0) return;
        const note = noteOf(row[0]) ?? noteOf(header?.[column]) ?? noteOf(header?.[0]);
        if (note) figures[cell] = figures[cell]!.map((figure) => applyUnitNote(figure, note));
      });
    }
  }
  return figures;
}
