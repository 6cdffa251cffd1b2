// Ages: "34 years old", "a 34-year-old", "aged 34", "87 yo", "ten months of age". A duration, whoever is that old.

import type { Amount } from './amount.ts';
import { findWordAfter, findWordBefore, isDashAt } from './scan.ts';

export interface AgeHit {
  readonly start: number;
  readonly end: number;
  readonly unit: string;
}

/** The age that the amount is part of, or undefined where it is none. */
export function findAge(text: string, amount: Amount, floor: number): AgeHit | undefined {
  const { start, end, unit } = amount;
  if (unit === 'year' || unit === 'month' || unit === 'week' || unit === 'day') {
    const old = findWordAfter(text, isDashAt(text, end) ? end + 1 : end);
    if (old?.text === 'old' || old?.text === 'olds') return { start, end: old.end, unit };
    if (old?.text === 'of') {
      const age = findWordAfter(text, old.end);
      if (age?.text === 'age') return { start, end: age.end, unit };
    }
    return undefined;
  }
  if (unit !== undefined || amount.value > 130 || amount.value < 0) return undefined;
  const after = findWordAfter(text, end);
  if (after?.text === 'yo' || after?.text === 'yrs') return { start, end: after.end, unit: 'year' };
  const before = findWordBefore(text, start);
  if (!before || before.start < floor) return undefined;
  if (before.text === 'aged' || before.text === 'age' || before.text === 'ages')
    return { start: before.start, end, unit: 'year' };
  return undefined;
}
