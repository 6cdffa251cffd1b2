// How exactly a number is meant: the interval that its printed digits and the words beside it allow.
//
// A printed number stands for ± half a unit of its last significant digit. Whether the trailing zeros of an integer are
// significant cannot be seen (Taylor, An Introduction to Error Analysis, 2.1), so an integer of four or more digits is
// taken as rounded at its last digit that is not zero, but never by more than half a per cent of its value: 2,800 and 2.8
// thousand agree, 3,510 and 3,590 or 20 and 21 do not. A hedge says that the number is round (Krifka, Approximate
// interpretation of number words, 2007): "about 40" is one unit of its last digit that is not zero either way, and at
// most a tenth of its value, so that it meets 38 and 42, which do not meet each other.

import type { Hedge } from './hedges.ts';

/** Largest share of a value by which trailing zeros may blur it without a hedge. */
const ZEROS_AT_MOST = 1 / 100;
/** Largest share of a value by which a hedge widens it on either side. */
const HEDGE_AT_MOST = 1 / 10;
/** Share of a value by which a hedged fraction in words widens: "about a third". */
const FRACTION_HEDGE = 1 / 10;

export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

/** Size of one unit of the last digit that is not zero: 1000 for 128,000 printed to the unit. */
function significantStep(value: number, step: number): number {
  if (value === 0 || step === 0) return step;
  let size = step;
  for (let zeros = 0; zeros < 15; zeros++) {
    const units = value / (size * 10);
    if (Math.abs(units - Math.round(units)) > 1e-9 * Math.max(1, Math.abs(units))) break;
    size *= 10;
  }
  return size;
}

/**
 * Size of one unit of the last stated digit, in the value's own scale. `factor` is what multipliers amount to: the digits
 * before "million" are judged by themselves.
 */
export function statedStep(value: number, printed: number, factor: number): number {
  const integer = Math.abs(value / factor);
  if (printed !== factor || integer < 1000) return printed;
  return Math.max(printed, Math.min(significantStep(Math.abs(value), printed), Math.abs(value) * ZEROS_AT_MOST));
}

/** The value moved by `by`, without the noise of binary fractions and never across the value. */
function moved(value: number, by: number): number {
  if (by === 0) return value;
  const sum = value + by;
  if (Number.isInteger(sum * 2)) return sum;
  const end = Number(sum.toPrecision(14));
  return by < 0 ? Math.min(value, end) : Math.max(value, end);
}

/** The interval of a single number: value, printed step, stated step and hedge in the figure's own unit. */
export function intervalOf(value: number, printed: number, stated: number, hedge: Hedge): Interval {
  if (hedge.bound === 'least') return { low: value, high: null };
  if (hedge.bound === 'most') return { low: null, high: value };
  if (!hedge.approximate) {
    const half = (hedge.exact ? printed : stated) / 2;
    return { low: moved(value, -half), high: moved(value, half) };
  }
  const size = Math.abs(value);
  const wide = printed === 0 ? size * FRACTION_HEDGE : Math.min(significantStep(size, printed), size * HEDGE_AT_MOST);
  const reach = Math.max(stated / 2, wide);
  if (hedge.side === undefined) return { low: moved(value, -reach), high: moved(value, reach) };
  const down = hedge.side === 'below';
  return down ? { low: moved(value, -reach), high: value } : { low: value, high: moved(value, reach) };
}
