// A figure written out in one way, whatever the text's wording: "about $2.8 billion" is 2,800,000,000 USD, between
// 2,750,000,000 and 2,850,000,000.

import type { Figure } from '../figures/figure.ts';

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 12 });

/** One line: value, unit, and the interval that the wording allows where that is more than the value. */
export function normalFormOf(figure: Figure): string {
  if (figure.kind === 'date') return figure.period ?? '';
  const unit = unitOf(figure);
  const { value, low, high } = figure;
  if (figure.bound === 'least' && low !== null) return `at least ${print(low)}${unit}`;
  if (figure.bound === 'most' && high !== null) return `at most ${print(high)}${unit}`;
  if (value === null) return low !== null && high !== null ? `${print(low)} to ${print(high)}${unit}` : '';
  if (figure.ends) return `${print(figure.ends[0].value)} to ${print(figure.ends[1].value)}${unit}`;
  const exact = `${print(value)}${unit}`;
  if (low === null || high === null || (low === high && low === value)) return exact;
  return `${exact} (${print(low)} to ${print(high)})`;
}

function unitOf(figure: Figure): string {
  const unit = figure.unit === undefined ? '' : figure.unit === '%' ? ' %' : ` ${figure.unit}`;
  return figure.per ? `${unit} per ${figure.per}` : unit;
}

function print(value: number | null): string {
  if (value === null) return '…';
  return Math.abs(value) >= 1e21 ? String(value) : numbers.format(value);
}
