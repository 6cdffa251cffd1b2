// Weighs a comparison: how likely are two claims one and the same, going by their words alone. The weights are set by
// hand; each piece of evidence keeps its sign, and what parts two claims outweighs what joins them.

import type { Comparison } from './compareClaims.ts';

export interface WeighedComparison extends Comparison {
  /** Log-odds that the two are one claim, before it is asked who else could be meant. */
  readonly score: number;
}

/** The comparison with its log-odds, which are added to it as it is; `apart` is how many powers of ten lie between the two values. */
export function scoreComparison(comparison: Comparison, apart: number): WeighedComparison {
  const { coverA, coverB, mass, head, frame, contrasts, namesA, namesB, sharedNames } = comparison;
  const high = Math.min(1, Math.max(coverA, coverB));
  const low = Math.min(1, Math.min(coverA, coverB));
  let score = -4.2;
  score += 3 * Math.sqrt(high * low) + 1.2 * high;
  score += 0.75 * Math.min(mass, 4);
  score += 0.35 * Math.min(frame, 4);
  score += head >= 0 ? 0.8 * head : 0.6 * head;
  if (comparison.sameMeasure) score += 0.4;
  if (comparison.otherMeasure) score -= 0.8;
  score += 0.3 * Math.min(sharedNames, 2);
  score -= 1.2 * Math.min(contrasts.length, 2);
  score -= 0.8 * comparison.modifier + 1.2 * comparison.otherRate;
  score += comparison.label > 0 ? 0.5 : 2.5 * comparison.label;
  score -= 0.5 * Math.min(namesA.length, namesB.length, 3);
  if (comparison.period === 'same') score += 0.3;
  if (comparison.period === 'disjoint') score -= 2.5;
  if (comparison.subject !== 'unknown') score += comparison.subject === 'same' ? 0.3 : -0.3;
  score += comparison.bearer > 0 ? 2 : 3 * comparison.bearer;
  if (comparison.sameDirection === false) score -= 0.3;
  if (!comparison.sameEnd) score -= 1.5;
  if (!comparison.sameRole) score -= 0.3;
  score -= Math.min(5, Math.max(0, apart - 0.4) * 1.2);
  return Object.assign(comparison, { score });
}
