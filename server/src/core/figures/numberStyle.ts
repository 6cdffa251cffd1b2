// Which of the two number styles a document writes: "1,234.5" (point) or "1.234,5" (comma). A single "1.234" or "1,234"
// cannot tell; the figures that can tell decide for the rest, and without any the point is the decimal mark.

import type { Figure } from './figure.ts';

export type NumberStyle = 'point' | 'comma';

/** What the print of one number says about the style; undefined where either style would print it so. */
export function styleOfPrint(print: string): NumberStyle | undefined {
  if (!print.includes('.') && !print.includes(',')) return undefined;
  const number = /\d[\d.,]{0,40}/.exec(print)?.[0].replace(/[.,]{1,40}$/, '');
  if (number === undefined) return undefined;
  const point = number.indexOf('.');
  const comma = number.indexOf(',');
  if (point < 0 && comma < 0) return undefined;
  if (point >= 0 && comma >= 0) return comma > point ? 'comma' : 'point';
  const mark = point >= 0 ? '.' : ',';
  const parts = number.split(mark);
  const grouping = mark === '.' ? 'comma' : 'point';
  const decimal = mark === '.' ? 'point' : 'comma';
  if (parts.length > 2) return grouping;
  const [whole = '', rest = ''] = parts;
  return rest.length === 3 && whole.length <= 3 && whole !== '0' ? undefined : decimal;
}

/** How many of some numerals can only be written in either style. */
export interface StyleVotes {
  readonly points: number;
  readonly commas: number;
}

/** Counts the styles of numerals by their prints; a number with both marks ("1.234,56") counts double. */
export function countStyles(prints: Iterable<string>): StyleVotes {
  let points = 0;
  let commas = 0;
  for (const print of prints) {
    const style = styleOfPrint(print);
    const weight = print.includes('.') && print.includes(',') ? 2 : 1;
    if (style === 'point') points += weight;
    else if (style === 'comma') commas += weight;
  }
  return { points, commas };
}

/** Adds the votes of a part to those of a whole, or takes them off. */
export function addVotes(whole: StyleVotes, part: StyleVotes, sign: 1 | -1): StyleVotes {
  return { points: whole.points + sign * part.points, commas: whole.commas + sign * part.commas };
}

/**
 * The number style of a document, from the votes of all its blocks: the style that more of the numerals can only be
 * written in. One "5,00" alone is a slip and makes no comma style.
 */
export function decideNumberStyle({ points, commas }: StyleVotes): NumberStyle {
  return commas > points && commas >= 2 ? 'comma' : 'point';
}

/** The figure as the document's style reads it; `print` is the text of its numeral. */
export function applyNumberStyle(figure: Figure, print: string, style: NumberStyle): Figure {
  if (style === 'point' || figure.alternatives === undefined || styleOfPrint(print) !== undefined) return figure;
  const other = figure.alternatives.find((each) => each.unit === figure.unit && each.kind === figure.kind);
  if (!other || !/\d[.,]\d{3}(?!\d)/.test(print)) return figure;
  const { alternatives: _, ...bare } = figure;
  return { ...other, alternatives: [bare, ...figure.alternatives.filter((each) => each !== other)] };
}
