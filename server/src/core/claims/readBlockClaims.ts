// Reads one block into the evidence of its claims: running prose as it stands, table cells with their row's label and
// their column's header.

import type { Figure } from '../figures/figure.ts';
import type { Prose, Table } from '../markdown/block.ts';
import { concatenate } from '../text/concatenate.ts';
import type { CellEvidence, ClaimEvidence } from './evidence.ts';
import { readCellMeasure } from './readCellMeasure.ts';
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
 * `figures` holds the figures of each piece of prose, by its index; `known` answers what was read before in a piece that is
 * as it was then, and which is kept unless its table says something else of it.
 */
export function readBlockClaims(
  block: ReadableBlock,
  figures: readonly (readonly Figure[])[],
  known: (prose: number) => readonly ClaimEvidence[] | undefined = () => undefined,
): ClaimEvidence[] {
  const kept: (readonly ClaimEvidence[] | undefined)[] = new Array(block.prose.length).fill(undefined);
  const cells = readCells(block, figures, known, kept);
  const own = block.prose.map((prose, index): readonly ClaimEvidence[] => {
    const before = kept[index] ?? (prose.place.kind === 'cell' ? undefined : known(index));
    if (before) return before;
    const cell = cells.get(index);
    const evidence = readClaims(prose, index, figures[index] ?? []);
    return cell ? evidence.map((one) => ({ ...one, cell, measure: readCellMeasure(one.measure, cell) })) : evidence;
  });
  return concatenate(own);
}

function readCells(
  block: ReadableBlock,
  figures: readonly (readonly Figure[])[],
  known: (prose: number) => readonly ClaimEvidence[] | undefined,
  kept: (readonly ClaimEvidence[] | undefined)[],
): Map<number, CellEvidence> {
  const cells = new Map<number, CellEvidence>();
  block.tables.forEach((table, index) => {
    const label = labelColumn(table, figures);
    const header = table.headerRows > 0 ? table.rows[0] : undefined;
    const measuredBy = rowsAreSubjects(block, table, figures, label) ? 'column' : 'row';
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
        const columnText = columnProse === undefined ? '' : block.prose[columnProse]!.text;
        const before = known(prose);
        const was = before?.[0]?.cell;
        const labelled = column === label ? undefined : rowProse;
        const hasSameLabels = was?.rowText === rowText && was.columnText === columnText && was.rowProse === labelled;
        if (before && hasSameLabels && was.measuredBy === measuredBy) {
          kept[prose] = before;
          return;
        }
        cells.set(prose, {
          row: tokensOf(column === label ? undefined : rowProse),
          column: tokensOf(columnProse),
          rowText,
          columnText,
          ...(rowProse !== undefined && column !== label && { rowProse }),
          measuredBy,
          place: `${index}/${r}/${column}`,
          total: TOTAL.test(rowText.trim()),
        });
      });
    });
  });
  return cells;
}

const PERIOD = /^\W*(?:(?:19|20)\d\d|Q[1-4]|H[12]|FY)/i;

/** Whether a table lists things with several figures each, so that its columns and not its rows say what is measured. */
function rowsAreSubjects(
  { prose }: ReadableBlock,
  { rows, headerRows }: Table,
  figures: readonly (readonly Figure[])[],
  label: number,
): boolean {
  const body = rows.slice(headerRows);
  const measures = (headerRows > 0 ? rows[0]! : []).filter((header, column) => {
    if (header === undefined || column === label || PERIOD.test(prose[header]!.text)) return false;
    const filled = body.filter((row) => row[column] !== undefined && (figures[row[column]!] ?? []).length > 0);
    return filled.length * 2 > body.length;
  });
  return measures.length >= 2;
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
