// What a column or row tells about a figure in a cell that the cell alone does not: that "2010" among deaths is a count and
// "1804" under "Founded" a year, and that "(1,234)" is negative.

import type { Figure } from './figure.ts';
import { statedStep } from './precision.ts';

/** A cell with what stands in it and the label of its row. */
export interface Cell {
  readonly text: string;
  readonly label: string;
  readonly figures: readonly Figure[];
}

/** Labels of columns and rows whose numbers are years. */
const OF_YEARS =
  /(?:^|[^\p{L}])(?:years?|dates?|founded|established|est|built|opened|closed|born|died|since|from|until|seasons?|introduced|launched|completed|signed|adopted|joined|independence|elections?|elected|periods?|began|started|ended|start|end|debut|vintage|edition|release|released|fy|commissioned|inscribed)(?:$|[^\p{L}])/iu;
const YEAR = /^\s*(1[0-9]\d\d|2[01]\d\d)\s*$/;

/** The figure that makes up the whole cell: no date, no rank. */
function onlyNumber({ text, figures }: Cell): Figure | undefined {
  const [figure] = figures;
  if (figures.length !== 1 || !figure || figure.value === null || figure.kind === 'ordinal') return undefined;
  return text.trim().length - (figure.span.end - figure.span.start) <= 3 ? figure : undefined;
}

/** Whether the cell is a plain count: "1,500", "87", "12.5". */
function isPlainCount(cell: Cell): boolean {
  const figure = onlyNumber(cell);
  return figure !== undefined && figure.unit === undefined;
}

/** How many of a column's cells, below its header, hold what. */
export interface ColumnTally {
  /** Prose of any kind. */
  readonly present: number;
  readonly filled: number;
  /** A bare number of four digits that may be a year. */
  readonly years: number;
  /** A plain count that no year could be. */
  readonly counts: number;
}

/** What one cell adds to the tally of its column. */
export function tallyCell(cell: Cell): ColumnTally {
  const isYear = YEAR.test(cell.text);
  return {
    present: cell.text === '' ? 0 : 1,
    filled: cell.figures.length > 0 ? 1 : 0,
    years: isYear ? 1 : 0,
    counts: !isYear && isPlainCount(cell) ? 1 : 0,
  };
}

/** What a column says of a bare number of four digits in it. */
export interface ColumnReading {
  readonly ofYears: boolean;
  readonly ofCounts: boolean;
}

/** The numbers of a column are years where its header says so, and counts where it has a unit or its other cells are counts. */
export function readColumn(header: string, { filled, years, counts }: ColumnTally, hasUnit: boolean): ColumnReading {
  if (years === 0) return NO_YEARS;
  return { ofYears: OF_YEARS.test(header), ofCounts: hasUnit || (counts > 0 && counts + years === filled) };
}

const NO_YEARS: ColumnReading = { ofYears: false, ofCounts: false };

/** The figures of a cell, a bare number of four digits read as its column or the row's label says. */
export function settleCell({ text, label, figures }: Cell, { ofYears, ofCounts }: ColumnReading): readonly Figure[] {
  const year = figures.length === 1 ? YEAR.exec(text)?.[1] : undefined;
  if (year === undefined) return figures;
  const [figure] = figures;
  if (ofYears || OF_YEARS.test(label)) return [asYear(figure!, year)];
  return ofCounts ? [asCount(figure!, Number(year))] : figures;
}

function asYear(figure: Figure, year: string): Figure {
  if (figure.kind === 'date') return figure;
  const { span, numeral } = figure;
  return { span, numeral, kind: 'date', value: null, low: null, high: null, step: 0, period: year, approximate: false };
}

function asCount(figure: Figure, value: number): Figure {
  if (figure.kind !== 'date') return figure;
  const step = statedStep(value, 1, 1);
  const { span, numeral } = figure;
  return {
    span,
    numeral,
    kind: 'count',
    value,
    low: value - step / 2,
    high: value + step / 2,
    step,
    approximate: false,
  };
}

/** A number alone in brackets, with its signs and unit: "(1,234)", "($45.6m)*". */
const BRACKETED = /^\([^()\d]{0,4}\d[\d.,\u00a0\u202f ]{0,24}[^()\d]{0,12}\)[*†‡]?$/;

/**
 * The cell's figures with an accountant's negative: "(1,234)" is −1,234. Where the row has no label, brackets hold
 * standard errors.
 */
export function settleNegative(text: string, label: string, figures: readonly Figure[]): readonly Figure[] {
  const figure = figures[0];
  if (figures.length !== 1 || !figure || !BRACKETED.test(text.trim()) || label === '') return figures;
  const { value, low, high, kind } = figure;
  if (value === null || value <= 0 || kind === 'ordinal' || figure.ends || figure.bound) return figures;
  return [{ ...figure, value: -value, low: high === null ? null : -high, high: low === null ? null : -low }];
}
