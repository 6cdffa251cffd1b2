// Reads one block into the evidence of its claims: running prose as it stands, table cells with their row's label and
// their column's header.

import type { Figure } from '../figures/figure.ts';
import { applyUnitNote, findUnitNote } from '../figures/tableUnits.ts';
import type { Prose, Table } from '../markdown/block.ts';
import type { CellEvidence, ClaimEvidence } from './evidence.ts';
import { readClaims } from './readClaims.ts';
import { type ProseTokens, readTokens } from './tokens.ts';

const TOTAL = /^(?:grand |sub)?total|^(?:all|overall|sum)\b/i;

/** A block, or its other reading in text without markup. */
export interface ReadableBlock {
  readonly prose: readonly Prose[];
  readonly tables: readonly Table[];
}

/**
 * The evidence of a block's claims, in the order of its prose and figures.
 * `figures` holds the figures of each piece of prose, by its index.
 */
export function readBlockClaims(block: ReadableBlock, figures: readonly (readonly Figure[])[]): ClaimEvidence[] {
  const cells = readCells(block, figures);
  return block.prose.flatMap((prose, index) => {
    const cell = cells.get(index);
    const note = cell && (findUnitNote(cell.columnText) ?? findUnitNote(cell.rowText));
    const printed = figures[index] ?? [];
    const own = note ? printed.map((figure) => applyUnitNote(figure, note)) : printed;
    const evidence = readClaims(prose, index, own);
    return cell ? evidence.map((one) => ({ ...one, cell })) : evidence;
  });
}

function readCells(block: ReadableBlock, figures: readonly (readonly Figure[])[]): Map<number, CellEvidence> {
  const cells = new Map<number, CellEvidence>();
  block.tables.forEach((table, index) => {
    const label = labelColumn(table, figures);
    const header = table.headerRows > 0 ? table.rows[0] : undefined;
    const texts = new Map<number, ProseTokens>();
    const tokensOf = (prose: number | undefined): ProseTokens => {
      if (prose === undefined) return { tokens: [], sentences: [], figureTokens: [] };
      const known = texts.get(prose);
      if (known) return known;
      const tokens = readTokens(block.prose[prose]!.text, []);
      texts.set(prose, tokens);
      return tokens;
    };
    table.rows.forEach((row, r) => {
      if (r < table.headerRows) return;
      const rowProse = row[label];
      row.forEach((prose, column) => {
        if (prose === undefined || (figures[prose] ?? []).length === 0) return;
        const rowText = rowProse === undefined || column === label ? '' : block.prose[rowProse]!.text;
        const columnProse = header?.[column];
        cells.set(prose, {
          row: tokensOf(column === label ? undefined : rowProse),
          column: tokensOf(columnProse),
          rowText,
          columnText: columnProse === undefined ? '' : block.prose[columnProse]!.text,
          place: `${index}/${r}/${column}`,
          total: TOTAL.test(rowText.trim()),
        });
      });
    });
  });
  return cells;
}

/** The column that names the rows: the first one in which most cells hold no figure, else the first of all. */
function labelColumn(table: Table, figures: readonly (readonly Figure[])[]): number {
  const body = table.rows.slice(table.headerRows);
  const width = Math.min(3, body[0]?.length ?? 0);
  for (let column = 0; column < width; column++) {
    const bare = body.filter((row) => row[column] !== undefined && (figures[row[column]!] ?? []).length === 0);
    if (bare.length * 2 > body.length) return column;
  }
  return 0;
}
