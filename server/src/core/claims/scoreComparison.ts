// Weighs a comparison: how likely are two claims one and the same, going by their words alone. The weights are set by
// hand; each piece of evidence keeps its sign, and what parts two claims outweighs what joins them.

import type { Likeness } from './compareClaims.ts';
import type { SharedMass } from './sharedWords.ts';

/** Log-odds that two claims are one by the words that they share. */
export function scoreShared({ mass, coverA, coverB }: SharedMass): number {
  const high = Math.min(1, Math.max(coverA, coverB));
  const low = Math.min(1, Math.min(coverA, coverB));
  return -4.2 + 3 * Math.sqrt(high * low) + 1.2 * high + 0.75 * Math.min(mass, 4);
}

/** What is added to these by all else. */
export function scoreLikeness(likeness: Likeness): number {
  const { head, frame, contrasts, namesA, namesB, sharedNames, apart } = likeness;
  let score = 0.35 * Math.min(frame, 4);
  score += head >= 0 ? 0.8 * head : 0.6 * head;
  if (likeness.sameMeasure) score += 0.4;
  if (likeness.otherMeasure) score -= 0.8;
  score += 0.3 * Math.min(sharedNames, 2);
  score -= 1.2 * Math.min(contrasts, 2);
  score -= 0.8 * likeness.modifier + 1.2 * likeness.otherRate;
  score += likeness.label > 0 ? 0.5 : 2.5 * likeness.label;
  score -= 0.5 * Math.min(namesA, namesB, 3);
  if (likeness.period === 'same') score += 0.3;
  if (likeness.period === 'disjoint') score -= 2.5;
  if (likeness.subject !== 'unknown') score += likeness.subject === 'same' ? 0.3 : -0.3;
  score += likeness.bearer > 0 ? 2 : 3 * likeness.bearer;
  if (likeness.otherDirection) score -= 0.3;
  if (!likeness.sameEnd) score -= 1.5;
  if (!likeness.sameRole) score -= 0.3;
  score -= Math.min(5, Math.max(0, apart - 0.4) * 1.2);
  return score;
}
