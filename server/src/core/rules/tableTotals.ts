// Totals in tables: which cells of a table are said to add up to which other cell, and where they do not. What is reported
// of it is left to the rule.

import type { ClaimEvidence } from '../claims/evidence.ts';
import type { Prose, Table } from '../markdown/block.ts';
import type { LaidOutBlock } from '../markdown/layout.ts';
import { haveSameItems } from '../text/sameItems.ts';
import { searchAgain, searchAlike } from '../text/searchAgain.ts';
import { intervalsTouch, numbersOf } from './numberIntervals.ts';
import { claimsFrom, type ProseSearch } from './proseFindings.ts';
import { piecesOfBlock, type StatedFigures, statedFigures } from './statedFigures.ts';
import { addUp, isAmount, type Total } from './sums.ts';

/** A label that says no more than that all the others are added up. */
const TOTAL = /^(?:(?:grand|overall) )?(?:totals?|sum)$/;
/** Words in the labels of what is not one more part: parts of parts, results of other arithmetic. */
const NO_PART = new Set(
  `total totals subtotal subtotals sub sum which thereof including incl included excluding excl excluded average averages avg mean
  median net balance gross change changes difference growth rate rates ratio index share shares per percent percentage rank score year
  years min minimum max maximum all both combined overall selected top main largest cumulative`.split(/\s+/),
);
const INDENTED = /^(?:[-–—•·›>]|\u00a0|&nbsp;)/;

type Cell = { readonly text: string; readonly claim?: ClaimEvidence };
type Grid = readonly (readonly (Cell | undefined)[])[];

/** The text of each cell, with its figure where the cell states one and no more. */
function gridOf(
  { rows }: Table,
  texts: readonly { readonly text: string }[],
  claims: ReadonlyMap<number, readonly ClaimEvidence[]>,
): Grid {
  return rows.map((row) =>
    row.map((prose) => {
      if (prose === undefined) return undefined;
      const { text } = texts[prose]!;
      const [claim, other] = claims.get(prose) ?? [];
      const { start, end } = claim?.figure.span ?? { start: 0, end: 0 };
      const rest = text.slice(0, start) + text.slice(end);
      const alone = claim && !other && !/[\p{L}\d]/u.test(rest);
      return { text, ...(alone && isAmount(claim) && { claim }) };
    }),
  );
}

const labelOf = (cell: Cell | undefined): string => (cell?.text ?? '').toLowerCase().replace(/[:*.\s]{1,4}$/, '');
/** A total of something, "total costs", is one of what stands above it only if the figures say so too. */
const isTotal = (label: string): boolean => TOTAL.test(label) || /^total\s/.test(label);
const namesNoPart = (label: string): boolean =>
  /[%÷/]/.test(label) || (label.match(/\p{L}{1,24}/gu) ?? []).some((word) => NO_PART.has(word));
const isPart = (cell: Cell | undefined): boolean =>
  cell !== undefined && !namesNoPart(labelOf(cell)) && !INDENTED.test(cell.text);

/**
 * The totals at the foot (or head) of a table's columns. `lines` are rows whose first cell is the row's label; for the
 * totals of rows the table is turned round first.
 */
function totalsOf(header: readonly (Cell | undefined)[], lines: Grid): Total[] {
  const at = lines.findIndex(([label]) => isTotal(labelOf(label)));
  if (at < 0 || (at > 0 && at < lines.length - 1)) return [];
  const others = lines.filter((_, index) => index !== at);
  if (others.length < 2 || !others.every(([label]) => isPart(label))) return [];
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const totals: Total[] = [];
  for (let column = 1; column < width; column++) {
    const total = lines[at]![column]?.claim;
    const parts = others.map((line) => line[column]?.claim);
    if (!total || namesNoPart(labelOf(header[column]).replace(/\btotal\b/, ''))) continue;
    const same = parts.filter(
      (part): part is ClaimEvidence => part !== undefined && part.figure.unit === total.figure.unit,
    );
    if (same.length === parts.length) totals.push({ total, parts: same });
  }
  const label = labelOf(lines[at]![0]);
  return TOTAL.test(label) || totals.length > 1 ? totals : [];
}

function turned(grid: Grid): Grid {
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => grid.map((row) => row[column]));
}

/** Whether the parts make up the total, each of them off by its rounding: in tables a count may be a rounded one. */
function worksOut({ total, parts }: Total): boolean {
  const stated = numbersOf(total.figure);
  return !stated || intervalsTouch(addUp(parts, numbersOf), stated);
}

/**
 * The totals that the others of their kind convict: where as many columns (or rows) add up, one that does not is a mistake;
 * where fewer do, the label means something else. A lone total is convicted by its label.
 */
function convicted(totals: readonly Total[]): Total[] {
  const wrong = totals.filter((each) => !worksOut(each));
  return totals.length === 1 || wrong.length * 2 <= totals.length ? wrong : [];
}

/** Answers the totals in the tables of a document that do not work out, in document order. */
export const findWrongTotals: ProseSearch<Total> = (document) => {
  const stated = statedFigures(document);
  return findTables(document, document.blocks).flatMap(({ index, item }) => {
    if (tablesWithTotals(item).length === 0) return [];
    const { start, end } = piecesOfBlock(stated, index);
    const claimOf = claimsFrom(document, stated.firsts[start]!);
    const proseOf = (at: number) => document.claims[stated.firsts[start + at]!]!.prose;
    return wrongTotalsOf(item, stated.prose.slice(start, end), proseOf).map((finding) => ({ finding, claimOf }));
  });
};

const findTables = searchAgain(({ tables }: LaidOutBlock) => (tables.length > 0 ? tables : undefined));

/** What was found in a block, and the figures that it was found among. */
interface FoundTotals {
  readonly stated: readonly StatedFigures[];
  readonly totals: readonly Total[];
}

const foundTotals = new WeakMap<LaidOutBlock, FoundTotals>();

/** The pieces of prose that speak of a total. */
const findNamed = searchAlike(
  ({ text }: Prose) => (/total|sum/i.test(text) ? text : undefined),
  (one, other) => one.text === other.text,
);

const knownTables = new WeakMap<LaidOutBlock, readonly Table[]>();

/** The tables in which a label of a row or a column speaks of a total: most have none. */
function tablesWithTotals(block: LaidOutBlock): readonly Table[] {
  const known = knownTables.get(block);
  if (known) return known;
  const named = new Set<number | undefined>(findNamed(block.prose).map(({ index }) => index));
  const isNamed = (cell: number | undefined): boolean => named.has(cell);
  const speaksOfTotal = ({ rows }: Table) => rows.some(([label]) => isNamed(label)) || (rows[0] ?? []).some(isNamed);
  const tables = named.size === 0 ? [] : block.tables.filter(speaksOfTotal);
  knownTables.set(block, tables);
  return tables;
}

/** Those of a block with such tables; kept until it states something else. `proseOf` answers the index of a piece that states figures. */
function wrongTotalsOf(
  block: LaidOutBlock,
  stated: readonly StatedFigures[],
  proseOf: (at: number) => number,
): readonly Total[] {
  const known = foundTotals.get(block);
  if (known && haveSameItems(known.stated, stated)) return known.totals;
  const byProse = new Map(stated.map(({ claims }, at) => [proseOf(at), claims]));
  const totals = tablesWithTotals(block).flatMap((table) => {
    const grid = gridOf(table, block.prose, byProse);
    const header = table.headerRows > 0 ? grid[0]! : [];
    const columns = convicted(totalsOf(header, grid.slice(table.headerRows)));
    // Turned round, the header is the column of labels, and each row of figures a column below it.
    const [labels = [], ...rest] = turned(grid);
    const rows = table.headerRows === 0 ? [] : convicted(totalsOf(labels, rest));
    const seen = new Set(columns.map(({ total }) => total));
    return [...columns, ...rows.filter(({ total }) => !seen.has(total))];
  });
  foundTotals.set(block, { stated, totals });
  return totals;
}
