// Adding figures up with the rounding of each of them, and counts that are meant to the unit.

import type { ClaimEvidence } from '../claims/evidence.ts';
import type { Figure } from '../figures/figure.ts';
import { type NumberInterval, numbersOf } from './numberIntervals.ts';

/** The numbers a count can stand for: one below a thousand is meant as it is printed, 12 and nothing beside it. */
export function countOf(figure: Figure): NumberInterval | undefined {
  const { kind, value, step, approximate, bound } = figure;
  const small = (kind === 'count' || kind === 'number') && value !== null && value < 1000;
  return small && step === 1 && !approximate && !bound ? { low: value, high: value } : numbersOf(figure);
}

/** What the figures can amount to: 16…18 for "12 km", "5 km". `read` says what each can stand for; dates add nothing. */
export function addUp(
  claims: readonly ClaimEvidence[],
  read: (figure: Figure) => NumberInterval | undefined,
): NumberInterval {
  let [low, high] = [0, 0];
  for (const { figure } of claims) {
    const numbers = read(figure);
    low += numbers?.low ?? 0;
    high += numbers?.high ?? 0;
  }
  return { low, high };
}

/** A figure that is said to be the sum of others. */
export interface Total {
  readonly total: ClaimEvidence;
  readonly parts: readonly ClaimEvidence[];
}

/** Whether figures of this kind can be added: no percentage, rate, rank, range or date. */
export function isAmount({ figure }: ClaimEvidence): boolean {
  const { kind, ends, bound, per, unit } = figure;
  const adds = kind === 'count' || kind === 'number' || kind === 'money' || kind === 'measurement';
  return adds && !ends && !bound && per === undefined && unit !== '%' && unit !== 'pp';
}
