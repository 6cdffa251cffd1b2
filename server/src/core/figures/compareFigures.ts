// Whether two figures can be one quantity: their units brought together, their intervals laid side by side. Says nothing
// of what they measure; that two figures are of one claim is for the claims to find out.

import { isMoneyUnit } from './currencies.ts';
import type { Figure } from './figure.ts';
import { periodsMeet } from './periods.ts';
import { unitsBySymbol } from './unitTable.ts';

/** Parts of one: percentages and their kin, in hundredths. */
const SHARES: Readonly<Record<string, number>> = { '%': 1, '‰': 0.1 };
/** Differences of percentages. */
const POINTS: Readonly<Record<string, number>> = { pp: 1, bp: 0.01 };
/** Coins, in the currency that nothing else says: they compare with each other only. */
const COINS: Readonly<Record<string, number>> = { '¢': 1, p: 1 };

/**
 * What the unit measures: "length" for "km", "money:EUR" for "EUR", "share" for "%", "count" for no unit. Units of one
 * dimension convert into each other; a unit that no table has is a dimension of its own.
 */
export function dimensionOf(unit: string | undefined): string {
  if (unit === undefined) return 'count';
  if (Object.hasOwn(SHARES, unit)) return 'share';
  if (Object.hasOwn(POINTS, unit)) return 'points';
  if (isMoneyUnit(unit)) return `money:${unit}`;
  return unitsBySymbol.get(unit)?.dimension ?? unit;
}

/** Whether a figure tells a part of a whole: "40 %", "a third", "one in five"; not "3:1". */
export function isShare({ kind, value }: Figure): boolean {
  return kind === 'percent' || (kind === 'ratio' && value !== null && value > 0 && value < 1);
}

/** Which way a figure is told to have gone, if its own words say so: "rose 8 %", "down 3 points". */
export function turnOf({ change }: Figure): 'up' | 'down' | undefined {
  return change === 'by' ? undefined : change;
}

/** Whether of two figures one is told to have risen and the other to have fallen. */
export function goOppositeWays(a: Figure, b: Figure): boolean {
  const [one, other] = [turnOf(a), turnOf(b)];
  return one !== undefined && other !== undefined && one !== other;
}

interface Scale {
  readonly factor: number;
  readonly offset: number;
}

function scaleOf(unit: string | undefined): Scale {
  if (unit === undefined) return { factor: 1, offset: 0 };
  const plain = SHARES[unit] ?? POINTS[unit] ?? COINS[unit];
  if (plain !== undefined) return { factor: plain, offset: 0 };
  const known = unitsBySymbol.get(unit);
  return { factor: known?.factor ?? 1, offset: known?.offset ?? 0 };
}

/** The value in another unit of the same dimension: 5 mi is 8.04672 km; undefined between dimensions. */
export function convertValue(value: number, from: string | undefined, to: string | undefined): number | undefined {
  if (from === to) return value;
  if (dimensionOf(from) !== dimensionOf(to)) return undefined;
  const source = scaleOf(from);
  const target = scaleOf(to);
  return (value * source.factor + source.offset - target.offset) / target.factor;
}

/** The figure in another unit of its dimension, as if it had been printed so; undefined between dimensions. */
export function convert(figure: Figure, unit: string): Figure | undefined {
  if (figure.value === null) return undefined;
  const moved = (value: number | null): number | null | undefined =>
    value === null ? null : convertValue(value, figure.unit, unit);
  const value = moved(figure.value);
  const low = moved(figure.low);
  const high = moved(figure.high);
  if (value === undefined || low === undefined || high === undefined) return undefined;
  const ratio = scaleOf(figure.unit).factor / scaleOf(unit).factor;
  return { ...figure, value, low, high, step: figure.step * ratio, unit };
}

/** Whether the intervals share more than a border; a border counts where one of the two is a single point or open. */
function intervalsMeet(a: Figure, b: Figure): boolean {
  const low = Math.max(a.low ?? Number.NEGATIVE_INFINITY, b.low ?? Number.NEGATIVE_INFINITY);
  const high = Math.min(a.high ?? Number.POSITIVE_INFINITY, b.high ?? Number.POSITIVE_INFINITY);
  // Conversions leave noise in the last places.
  const noise = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
  if (!Number.isFinite(noise) || high - low > noise) return true;
  if (low - high > noise) return false;
  return [a, b].some((figure) => figure.bound !== undefined || figure.ends !== undefined || figure.low === figure.high);
}

/**
 * Whether the two figures may state one quantity: "2.8 billion" and "2,800 million" meet, 20 and 21 do not. Figures of
 * different dimensions, or of different rates ("per week", "per hour"), do not meet; dates meet when their periods share
 * a day.
 */
export function meet(a: Figure, b: Figure): boolean {
  if (a.kind === 'date' || b.kind === 'date') {
    return a.period !== undefined && b.period !== undefined && periodsMeet(a.period, b.period);
  }
  if ((a.kind === 'ordinal') !== (b.kind === 'ordinal') || a.per !== b.per) return false;
  if (a.unit === b.unit) return intervalsMeet(a, b);
  // A share may be said as a fraction: "a third" and "33 %".
  if (a.kind === 'ratio' && b.unit === '%') return intervalsMeet(asPercent(a), b);
  if (b.kind === 'ratio' && a.unit === '%') return intervalsMeet(a, asPercent(b));
  if (b.unit === undefined || a.unit === undefined) return false;
  const converted = convert(a, b.unit);
  return converted !== undefined && intervalsMeet(converted, b);
}

/** A part of a whole as a percentage, as it is printed: 50 % for "half". */
export function asPercent(ratio: Figure): Figure {
  const hundredfold = (value: number | null): number | null => (value === null ? null : value * 100);
  return {
    ...ratio,
    unit: '%',
    value: hundredfold(ratio.value),
    low: hundredfold(ratio.low),
    high: hundredfold(ratio.high),
  };
}

/** Whether the values differ by exactly 1,000, a million or a billion: "2.8 million" beside "2.8 billion". */
export function isPowerOfThousandApart(a: Figure, b: Figure): boolean {
  if (!a.value || !b.value || a.unit !== b.unit || a.per !== b.per) return false;
  const ratio = Math.abs(a.value) > Math.abs(b.value) ? a.value / b.value : b.value / a.value;
  return [1e3, 1e6, 1e9, 1e12].some((power) => Math.abs(ratio / power - 1) < 1e-9);
}
