// Brings figures onto one scale, so that they can be compared: a key for what kind of quantity it is, and an interval.
// Dates become intervals of days. Knows nothing of what the figures measure.

import { asPercent, dimensionOf, isShare, turnOf } from '../figures/compareFigures.ts';
import type { Figure } from '../figures/figure.ts';
import { findDays, withoutYear } from '../figures/periods.ts';
import { unitsBySymbol } from '../figures/unitTable.ts';

export interface ComparableValue {
  /** Figures of one key can be compared: "money:USD", "%", "count", "length", "duration", "date". */
  readonly key: string;
  /** What the wording allows; infinite where it is open. */
  readonly low: number;
  readonly high: number;
  /** The two ends of a printed range. */
  readonly ends?: readonly [ComparableValue, ComparableValue];
  /** Half of one unit of the last stated digit, and the printed value, where the figure is hedged: "about 40". */
  readonly hedged?: { readonly value: number; readonly half: number };
  /** A date without its year; its days are counted within the year 2000. */
  readonly anyYear?: boolean;
  /** Which way it is told to have gone: "rose 8 %" is not "fell 8 %". */
  readonly turn?: 'up' | 'down';
}

/** The figure on a common scale, or undefined where it has no value. */
export function findComparableValue(figure: Figure): ComparableValue | undefined {
  if (figure.kind === 'date') return figure.period ? findDateValue(figure.misdated ?? figure.period) : undefined;
  if (figure.value === null) return undefined;
  if (figure.kind === 'ratio' && isShare(figure)) return findShare(asPercent(figure));
  const unit = figure.unit === undefined ? undefined : unitsBySymbol.get(figure.unit);
  const scale = (value: number) => value * (unit?.factor ?? 1) + (unit?.offset ?? 0);
  const low = figure.low ?? (figure.bound === 'most' || figure.high !== null ? Number.NEGATIVE_INFINITY : figure.value);
  const high =
    figure.high ?? (figure.bound === 'least' || figure.low !== null ? Number.POSITIVE_INFINITY : figure.value);
  const ends = readEnds(figure);
  const turn = turnOf(figure);
  return {
    key: `${figure.kind === 'ordinal' || figure.kind === 'ratio' ? figure.kind : ''}${dimensionOf(figure.unit)}`,
    low: scale(low),
    high: scale(high),
    ...(figure.approximate && {
      hedged: { value: scale(figure.value), half: (figure.step * (unit?.factor ?? 1)) / 2 },
    }),
    ...(ends && { ends }),
    ...(turn && { turn }),
  };
}

/** How much of itself a part in words may be off: who writes "a third" has 32 % or 35 % before him. */
const LOOSE = 0.05;

/** The value of a part of a whole that is told in words, as a percentage, so that "half" and "60 %" are held against each other. */
function findShare(figure: Figure): ComparableValue {
  const { low, high, approximate } = figure;
  const turn = turnOf(figure);
  const value = figure.value!;
  const half = LOOSE * value;
  return {
    key: dimensionOf(figure.unit),
    low: low === null ? Number.NEGATIVE_INFINITY : Math.min(low, value - half),
    high: high === null ? Number.POSITIVE_INFINITY : Math.max(high, value + half),
    ...(approximate && { hedged: { value, half } }),
    ...(turn && { turn }),
  };
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
 * 7.50” does not write “about 7.60”. Two printed ranges meet when their ends do. “4 May” is any year's.
 */
export function valuesMeet(a: ComparableValue, b: ComparableValue): boolean {
  if (a.anyYear !== b.anyYear) return meetInAnyYear(a, b) ?? true;
  if ((isRise(a) && isFall(b)) || (isFall(a) && isRise(b))) return false;
  if (a.high < 0 && isFall(b)) return valuesMeet(a, asLoss(b));
  if (b.high < 0 && isFall(a)) return valuesMeet(asLoss(a), b);
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

function isRise({ turn, low }: ComparableValue): boolean {
  return turn === 'up' && low > 0;
}

function isFall({ turn, low }: ComparableValue): boolean {
  return turn === 'down' && low > 0;
}

/** A fall by so much as less than nothing: "fell 8 %" is "−8 %". */
function asLoss({ key, low, high, ends, hedged }: ComparableValue): ComparableValue {
  return {
    key,
    low: -high,
    high: -low,
    ...(ends && { ends: [asLoss(ends[1]), asLoss(ends[0])] as const }),
    ...(hedged && { hedged: { value: -hedged.value, half: hedged.half } }),
  };
}

/** Whether the two name the same value, not only values that could both be true: “at least 40” does not say 900. */
export function valuesAgree(a: ComparableValue, b: ComparableValue): boolean {
  if (!valuesMeet(a, b)) return false;
  if (a.anyYear !== b.anyYear && meetInAnyYear(a, b) === undefined) return false;
  if (a.key === 'date' && (a.ends === undefined) !== (b.ends === undefined)) {
    // A day within a range is no statement of the range; the year around it is.
    const [range, other] = a.ends ? [a, b] : [b, a];
    return other.low <= range.low && range.high <= other.high;
  }
  const open = [a.low, a.high, b.low, b.high].filter((end) => !Number.isFinite(end)).length;
  if (open === 0) return true;
  const named = [a, b].map(({ low, high }) => (Number.isFinite(low) ? low : high));
  return Math.abs(named[0]! - named[1]!) <= 0.1 * Math.max(Math.abs(named[0]!), Math.abs(named[1]!));
}

function nearlyEqual(x: number, y: number): boolean {
  return Math.abs(x - y) <= 1e-9 * Math.max(Math.abs(x), Math.abs(y));
}

/** Whether two dates, one of them without its year, can be the same days of a year; undefined where one is longer than a year. */
function meetInAnyYear(a: ComparableValue, b: ComparableValue): boolean | undefined {
  if (a.ends && b.ends) {
    const ends = [meetInAnyYear(a.ends[0], b.ends[0]), meetInAnyYear(a.ends[1], b.ends[1])];
    return ends.includes(undefined) ? undefined : !ends.includes(false);
  }
  const left = daysInAnyYear(a);
  const right = daysInAnyYear(b);
  return left && right && left.first <= right.last && right.first <= left.last;
}

function daysInAnyYear({ low, high, anyYear }: ComparableValue) {
  return withoutYear({ first: low, last: high, anyYear: anyYear === true });
}

/** The days of a period; of a printed range of days those of its ends too. */
function findDateValue(period: string): ComparableValue | undefined {
  const days = findDays(period);
  if (!days) return undefined;
  const slash = period.indexOf('/');
  const first = slash < 0 ? undefined : findDateValue(period.slice(0, slash));
  const last = slash < 0 ? undefined : findDateValue(period.slice(slash + 1));
  return {
    key: 'date',
    low: days.first,
    high: days.last,
    ...(days.anyYear && { anyYear: true }),
    ...(first && last && { ends: [first, last] as const }),
  };
}
