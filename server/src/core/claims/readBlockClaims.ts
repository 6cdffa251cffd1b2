// Reads one block into the evidence of its claims: running prose as it stands, table cells with their row's label and
// their column's header.

import type { Figure } from '../figures/figure.ts';
import type { TableTally } from '../figures/readTableFigures.ts';
import type { Prose, Table } from '../markdown/block.ts';
import { NOTHING_SHARED, noteShared, replaceBetween, type SharedEnds } from '../text/sharedEnds.ts';
import type { Span } from '../text/span.ts';
import type { CellEvidence, ClaimEvidence, EvidenceByProse } from './evidence.ts';
import { readCellMeasure } from './readCellMeasure.ts';
import { readClaims } from './readClaims.ts';
import { isLabelledAlike } from './sameWording.ts';
import { type ProseTokens, readTokens } from './tokens.ts';

const TOTAL = /^(?:grand |sub)?total|^(?:all|overall|sum)\b/i;

/** A block, or its other reading in text without markup. */
export interface ReadableBlock {
  readonly prose: readonly Prose[];
  readonly tables: readonly Table[];
}

/** A block as it was read before an edit. */
export interface EarlierClaims {
  readonly block: ReadableBlock;
  readonly tallies: readonly TableTally[];
  readonly claims: EvidenceByProse;
  /** How many pieces of prose stand, with the same figures, in the same rows as before, at both ends of the block. */
  readonly ends: SharedEnds;
  /** Where a piece of prose stood that is as it was, with its figures; −1 for others. */
  placeBefore(prose: number): number;
}

/**
 * The evidence of a block's claims, by its prose.
 * `figures` holds the figures of each piece of prose, by its index, `tallies` what its tables have in them. Of what was read before
 * it is kept what is as it was, unless its table says something else of it.
 */
export function readBlockClaims(
  block: ReadableBlock,
  figures: readonly (readonly Figure[])[],
  tallies: readonly TableTally[],
  before?: EarlierClaims,
): EvidenceByProse {
  const layouts = layoutsOf(block, tallies);
  const isLaidOutAsBefore = before !== undefined && areSame(layouts, layoutsOf(before.block, before.tallies));
  const ends = isLaidOutAsBefore ? before.ends : NOTHING_SHARED;
  const pieces = { start: ends.start, end: block.prose.length - ends.end };
  const recall = (prose: number) => before?.claims[before.placeBefore(prose)];
  const { cells, kept } = readCells(block, layouts, figures, pieces, recall);
  const between: (readonly ClaimEvidence[])[] = [];
  for (let index = pieces.start; index < pieces.end; index++) {
    const prose = block.prose[index]!;
    const as = kept.get(index) ?? (prose.place.kind === 'cell' ? undefined : recall(index));
    between.push(as ?? readPiece(prose, figures[index]!, cells.get(index)));
  }
  return before ? noteShared(before.claims, replaceBetween(before.claims, ends, between), ends) : between;
}

const NO_CLAIMS: readonly ClaimEvidence[] = [];

function readPiece(prose: Prose, figures: readonly Figure[], cell: CellEvidence | undefined): readonly ClaimEvidence[] {
  if (figures.length === 0) return NO_CLAIMS;
  const evidence = readClaims(prose, figures);
  return cell ? evidence.map((one) => ({ ...one, cell, measure: readCellMeasure(one.measure, cell) })) : evidence;
}

/** What a table's header and figures say of how it is to be read. */
interface TableLayout {
  /** The column that names the rows. */
  readonly label: number;
  readonly measuredBy: CellEvidence['measuredBy'];
  /** The texts of its header, by column. */
  readonly headers: readonly (string | undefined)[];
}

function layoutsOf({ prose, tables }: ReadableBlock, tallies: readonly TableTally[]): readonly TableLayout[] {
  return tables.map((table, index) => {
    const tally = tallies[index]!;
    const header = table.headerRows > 0 ? table.rows[0]! : [];
    const headers = header.map((cell) => (cell === undefined ? undefined : prose[cell]!.text));
    const label = labelColumn(table, tally);
    return { label, measuredBy: rowsAreSubjects(headers, tally, label) ? 'column' : 'row', headers };
  });
}

function areSame(one: readonly TableLayout[], other: readonly TableLayout[]): boolean {
  return one.length === 0 ? other.length === 0 : JSON.stringify(one) === JSON.stringify(other);
}

/** What the cells of a stretch of prose have for labels, but for those that are kept, with what was read in them. */
function readCells(
  block: ReadableBlock,
  layouts: readonly TableLayout[],
  figures: readonly (readonly Figure[])[],
  pieces: Span,
  recall: (prose: number) => readonly ClaimEvidence[] | undefined,
): { readonly cells: Map<number, CellEvidence>; readonly kept: Map<number, readonly ClaimEvidence[]> } {
  const cells = new Map<number, CellEvidence>();
  const kept = new Map<number, readonly ClaimEvidence[]>();
  block.tables.forEach((table, index) => {
    const { label, measuredBy, headers } = layouts[index]!;
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
      if (r < table.headerRows || !standsIn(row, pieces)) return;
      const rowProse = row[label];
      row.forEach((prose, column) => {
        if (prose === undefined || (figures[prose] ?? []).length === 0) return;
        const labelProse = column === label ? undefined : rowProse;
        const labels = {
          rowText: labelProse === undefined ? '' : block.prose[labelProse]!.text,
          columnText: headers[column] ?? '',
          ...(labelProse !== undefined && { rowBy: labelProse - prose }),
          measuredBy,
        };
        const before = recall(prose);
        const was = before?.[0]?.cell;
        if (before && was && isLabelledAlike(was, labels)) {
          kept.set(prose, before);
          return;
        }
        cells.set(prose, {
          row: tokensOf(labelProse),
          column: tokensOf(header?.[column]),
          ...labels,
          total: TOTAL.test(labels.rowText.trim()),
        });
      });
    });
  });
  return { cells, kept };
}

/** Whether some cell of a row is within a stretch of prose. */
function standsIn(row: Table['rows'][number], { start, end }: Span): boolean {
  return row.some((cell) => cell !== undefined && cell >= start && cell < end);
}

const PERIOD = /^\W*(?:(?:19|20)\d\d|Q[1-4]|H[12]|FY)/i;

/** Whether a table lists things with several figures each, so that its columns and not its rows say what is measured. */
function rowsAreSubjects(
  headers: readonly (string | undefined)[],
  { rows, columns }: TableTally,
  label: number,
): boolean {
  const measures = headers.filter((header, column) => {
    if (header === undefined || column === label || PERIOD.test(header)) return false;
    return (columns[column]?.filled ?? 0) * 2 > rows;
  });
  return measures.length >= 2;
}

/** The column that names the rows: the first one in which most cells hold no figure, else the first of all. */
function labelColumn({ rows, headerRows }: Table, tally: TableTally): number {
  const width = Math.min(3, rows[headerRows]?.length ?? 0);
  for (let column = 0; column < width; column++) {
    const { present, filled } = tally.columns[column]!;
    if ((present - filled) * 2 > tally.rows) return column;
  }
  return 0;
}
