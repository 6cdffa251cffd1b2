// Weighs a comparison: how likely are two claims one and the same, going by their words alone. The weights are set by
// hand; each piece of evidence keeps its sign, and what parts two claims outweighs what joins them.

import type { Comparison } from './compareClaims.ts';

export interface WeighedComparison extends Comparison {
  /** Log-odds that the two are one claim, before it is asked who else could be meant. */
  readonly score: number;
}

export function scoreComparison(comparison: Comparison): WeighedComparison {
  const { coverA, coverB, mass, head, frame, contrasts, namesA, namesB, sharedNames } = comparison;
  const high = Math.min(1, Math.max(coverA, coverB));
  const low = Math.min(1, Math.min(coverA, coverB));
  let score = -4.2;
  score += 3 * Math.sqrt(high * low) + 1.5 * high;
  score += 0.55 * Math.min(mass, 4);
  score += 0.4 * Math.min(frame, 4);
  score += head >= 0 ? 0.9 * head : head;
  score += 0.4 * Math.min(sharedNames, 2);
  score -= 1.3 * Math.min(contrasts.length, 2);
  score -= 0.5 * Math.min(namesA.length, namesB.length, 3);
  if (comparison.period === 'same') score += 0.5;
  if (comparison.period === 'disjoint') score -= 2.5;
  if (comparison.sameDirection === false) score -= 0.3;
  if (!comparison.sameEnd) score -= 2;
  if (!comparison.sameRole) score -= 0.3;
  return { ...comparison, score };
}
