// Figures as the intervals of numbers that they can stand for, which is how the arithmetic rules compare them.

import type { Figure } from '../figures/figure.ts';

/** An interval of numbers; infinite where the wording leaves a side open. */
export interface NumberInterval {
  readonly low: number;
  readonly high: number;
}

/** The numbers a figure can stand for: 39.5…40.5 for "40", 40…∞ for "at least 40"; undefined for dates. */
export function numbersOf({ value, low, high }: Figure): NumberInterval | undefined {
  if (value === null) return undefined;
  return { low: low ?? Number.NEGATIVE_INFINITY, high: high ?? Number.POSITIVE_INFINITY };
}

/** Whether two intervals share a number; the noise of computing does not keep them apart. */
export function intervalsTouch(a: NumberInterval, b: NumberInterval): boolean {
  const bounds = [a.low, a.high, b.low, b.high].filter(Number.isFinite).map(Math.abs);
  const noise = 1e-9 * Math.max(0, ...bounds);
  return a.low <= b.high + noise && b.low <= a.high + noise;
}

/** The numbers a figure can stand for; undefined where it has none or leaves a side open. */
export function intervalOf({ low, high }: Figure): readonly [low: number, high: number] | undefined {
  return low === null || high === null ? undefined : [low, high];
}
