// Figures as text: a normal form for hovers ("2,800,000,000 USD (2.75–2.85 billion)"), and a value printed in the way
// another figure is ("2.8 billion" as "2,800m"), for edits that bring two places together.

import type { Figure } from './figure.ts';
import { letterMultiplier, wordMultiplier } from './multipliers.ts';
import { times } from './numeral.ts';

const LARGE: readonly (readonly [factor: number, word: string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
];

/** The number with groups of three and at most `decimals` decimals: "1,234.5". */
export function formatNumber(value: number, decimals = 6): string {
  const fixed =
    Math.abs(value) >= 1e21 || (value !== 0 && Math.abs(value) < 1e-6) ? String(value) : value.toFixed(decimals);
  const [whole = '', rest = ''] = fixed.split('.');
  if (whole.includes('e')) return fixed;
  let grouped = '';
  for (let index = whole.length; index > 0; index -= 3) {
    const group = whole.slice(Math.max(0, index - 3), index);
    grouped = grouped === '' ? group : group === '-' ? `-${grouped}` : `${group},${grouped}`;
  }
  const tail = rest.replace(/0{1,20}$/, '');
  return tail === '' ? grouped : `${grouped}.${tail}`;
}

function unitAfter(unit: string | undefined): string {
  if (unit === undefined) return '';
  return unit === '%' || unit === '°' ? unit : ` ${unit}`;
}

function formatInterval(low: number | null, high: number | null): string {
  const size = Math.max(Math.abs(low ?? 0), Math.abs(high ?? 0));
  const [factor, word] = LARGE.find(([each]) => size >= each) ?? [1, ''];
  const print = (value: number): string => formatNumber(times(value, 1 / factor), 4);
  const tail = word === '' ? '' : ` ${word}`;
  if (low === null) return high === null ? 'open' : `at most ${print(high)}${tail}`;
  if (high === null) return `at least ${print(low)}${tail}`;
  return `${print(low)}–${print(high)}${tail}`;
}

/**
 * The figure in a normal form, with the interval that its wording allows: "2,800,000,000 USD (2.75–2.85 billion)",
 * "57% (56.5–57.5)", "2023-35" for a quarter. A value without leeway stands alone.
 */
export function formatNormal(figure: Figure): string {
  if (figure.value === null) return figure.period ?? '';
  const rate = figure.per === undefined ? '' : ` per ${figure.per}`;
  const value = `${formatNumber(figure.value)}${unitAfter(figure.unit)}${rate}`;
  if (figure.kind === 'ordinal' || (figure.low === figure.high && figure.low !== null)) return value;
  return `${value} (${formatInterval(figure.low, figure.high)})`;
}

/** How a numeral is printed: its decimals, its grouping, its multiplier with what stands between. */
interface Notation {
  readonly factor: number;
  readonly decimals: number;
  readonly grouped: boolean;
  readonly tail: string;
}

function findNotation(numeral: string, money: boolean): Notation | undefined {
  const match = /^(\d{1,3}(?:,\d{3}){0,6}|\d{1,18})(?:\.(\d{1,12}))?([\s-]?)(\p{L}{0,12})$/u.exec(numeral);
  if (!match) return undefined;
  const [, whole = '', decimals = '', gap = '', word = ''] = match;
  const factor = word === '' ? 1 : (wordMultiplier(word.toLowerCase()) ?? letterMultiplier(word, money));
  if (factor === undefined) return undefined;
  return { factor, decimals: decimals.length, grouped: whole.includes(',') || whole.length < 4, tail: gap + word };
}

/**
 * The value printed in the notation of another numeral: 2.8e9 like "1,450m" is "2,800m", like "3.1 billion" it is
 * "2.8 billion". As many decimals as it takes to keep `step`, one unit of the value's last stated digit. Undefined where
 * the template is no plain number in digits, or where its notation would need more than three decimals more.
 */
export function printLike(value: number, step: number, template: string, money: boolean): string | undefined {
  const notation = findNotation(template.trim(), money);
  if (!notation || value < 0) return undefined;
  const scaled = times(value, 1 / notation.factor);
  const unit = step > 0 ? step / notation.factor : 10 ** -notation.decimals;
  let decimals = 0;
  while (decimals < 12 && Math.abs(scaled - Number(scaled.toFixed(decimals))) > unit * 1e-6) decimals++;
  if (decimals > notation.decimals + 3) return undefined;
  decimals = Math.max(decimals, Math.min(notation.decimals, Math.max(0, Math.round(-Math.log10(unit)))));
  const print = scaled.toFixed(decimals);
  const [whole = '', rest] = print.split('.');
  const grouped = notation.grouped ? formatNumber(Number(whole), 0) : whole;
  return `${grouped}${rest === undefined ? '' : `.${rest}`}${notation.tail}`;
}
