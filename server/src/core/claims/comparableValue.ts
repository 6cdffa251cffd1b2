// Brings figures onto one scale, so that they can be compared: a key for what kind of quantity it is, and an interval.
// Dates become intervals of days. Knows nothing of what the figures measure.

import type { Figure } from '../figures/figure.ts';

export interface ComparableValue {
  /** Figures of one key can be compared: "money:USD", "%", "count", "length", "duration", "date". */
  readonly key: string;
  /** What the wording allows; infinite where it is open. */
  readonly low: number;
  readonly high: number;
  /** Half of one unit of the last stated digit, and the printed value, where the figure is hedged: "about 40". */
  /** The two ends of a printed range. */
  readonly ends?: readonly [ComparableValue, ComparableValue];
  readonly hedged?: { readonly value: number; readonly half: number };
}

/** Units that are multiples of one another: the key of their kind and their size in its base unit. */
const UNITS: Readonly<Record<string, readonly [string, number]>> = {
  second: ['duration', 1 / 86_400],
  s: ['duration', 1 / 86_400],
  minute: ['duration', 1 / 1440],
  min: ['duration', 1 / 1440],
  hour: ['duration', 1 / 24],
  h: ['duration', 1 / 24],
  day: ['duration', 1],
  d: ['duration', 1],
  week: ['duration', 7],
  month: ['duration', 30.4375],
  year: ['duration', 365.25],
  decade: ['duration', 3652.5],
  century: ['duration', 36_525],
  mm: ['length', 0.001],
  cm: ['length', 0.01],
  m: ['length', 1],
  km: ['length', 1000],
  mi: ['length', 1609.344],
  ft: ['length', 0.3048],
  in: ['length', 0.0254],
  yd: ['length', 0.9144],
  nmi: ['length', 1852],
  mg: ['mass', 1e-6],
  g: ['mass', 0.001],
  kg: ['mass', 1],
  t: ['mass', 1000],
  lb: ['mass', 0.45359237],
  oz: ['mass', 0.028349523],
  'm²': ['area', 1],
  'km²': ['area', 1e6],
  ha: ['area', 1e4],
  acre: ['area', 4046.8564],
  'mi²': ['area', 2.589988e6],
};

/** The figure on a common scale, or undefined where it has no value. */
export function findComparableValue(figure: Figure): ComparableValue | undefined {
  if (figure.kind === 'date') return figure.period ? findDays(figure.period) : undefined;
  if (figure.value === null) return undefined;
  const low = figure.low ?? (figure.bound === 'most' || figure.high !== null ? Number.NEGATIVE_INFINITY : figure.value);
  const high =
    figure.high ?? (figure.bound === 'least' || figure.low !== null ? Number.POSITIVE_INFINITY : figure.value);
  const per = figure.per ? `/${figure.per}` : '';
  const unit = figure.unit ? UNITS[figure.unit] : undefined;
  const size = unit?.[1] ?? 1;
  const hedged = figure.approximate && { hedged: { value: figure.value * size, half: (figure.step * size) / 2 } };
  const ends = readEnds(figure);
  const more = { ...hedged, ...(ends && { ends }) };
  if (unit) return { key: unit[0] + per, low: low * size, high: high * size, ...more };
  const kind = figure.kind === 'count' || figure.kind === 'number' ? 'count' : figure.kind;
  return { key: `${kind}:${figure.unit ?? ''}${per}`, low, high, ...more };
}

function readEnds(figure: Figure): readonly [ComparableValue, ComparableValue] | undefined {
  if (!figure.ends || figure.ends[0].value === null || figure.ends[1].value === null) return undefined;
  const first = findComparableValue(figure.ends[0]);
  const second = findComparableValue(figure.ends[1]);
  return first && second && first.key === second.key ? [first, second] : undefined;
}

/**
 * Whether two values of one key can both be true. Intervals that only touch do not meet: 25 ± ½ is not 26 ± ½. Two bounds
 * of one direction are held against each other by the number they name, and so are two hedged figures: who copies “about
 * 7.50” does not write “about 7.60”. Two printed ranges meet when their ends do.
 */
export function valuesMeet(a: ComparableValue, b: ComparableValue): boolean {
  if (a.low === Number.NEGATIVE_INFINITY && b.low === Number.NEGATIVE_INFINITY) return nearlyEqual(a.high, b.high);
  if (a.high === Number.POSITIVE_INFINITY && b.high === Number.POSITIVE_INFINITY) return nearlyEqual(a.low, b.low);
  if (a.ends && b.ends) return valuesMeet(a.ends[0], b.ends[0]) && valuesMeet(a.ends[1], b.ends[1]);
  if (a.hedged && b.hedged) {
    return (
      Math.abs(a.hedged.value - b.hedged.value) < a.hedged.half + b.hedged.half ||
      nearlyEqual(a.hedged.value, b.hedged.value)
    );
  }
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  if (low > high) return nearlyEqual(low, high);
  const point = a.low === a.high || b.low === b.high || a.key === 'date';
  return point || !nearlyEqual(low, high);
}

function nearlyEqual(x: number, y: number): boolean {
  return Math.abs(x - y) <= 1e-9 * Math.max(Math.abs(x), Math.abs(y));
}

const DAY = 86_400_000;

/** Days since 1970 that an EDTF date or interval covers: "2024", "2024-02", "1990/1999", "199X". */
export function findDays(period: string): ComparableValue | undefined {
  const yearless = /^XXXX-(\d{2})(?:-(\d{2}))?$/.exec(period);
  if (yearless) {
    const start = Number(yearless[1]) * 31 + Number(yearless[2] ?? 1);
    return { key: 'day', low: start, high: yearless[2] ? start : start + 30 };
  }
  const [first, last] = period.split('/');
  const start = findDay(first!, false);
  const end = findDay(last ?? first!, true);
  return start === undefined || end === undefined ? undefined : { key: 'date', low: start, high: Math.max(start, end) };
}

function findDay(text: string, end: boolean): number | undefined {
  const decade = /^(-?\d{2,3})(X{1,2})$/.exec(text);
  if (decade) {
    const size = decade[2]!.length === 1 ? 10 : 100;
    const year = Number(decade[1]) * size + (end ? size - 1 : 0);
    return dayOf(year, end ? 12 : 1, end ? 31 : 1);
  }
  const match = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?$/.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = match[2] ? Number(match[2]) : end ? 12 : 1;
  if (month >= 21 && month <= 24) return dayOf(year, (month - 20) * 3, end ? 28 : 1);
  if (month >= 33 && month <= 36) return dayOf(year, (month - 33) * 3 + (end ? 4 : 1), end ? 0 : 1);
  if (month === 40 || month === 41) return dayOf(year, (month - 40) * 6 + (end ? 7 : 1), end ? 0 : 1);
  if (month > 12) return undefined;
  if (match[3]) return dayOf(year, month, Number(match[3]));
  return end ? dayOf(year, month + 1, 0) : dayOf(year, month, 1);
}

function dayOf(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / DAY);
}
