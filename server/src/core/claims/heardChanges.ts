// Tells whether a change among the partners of a claim can be heard in the judgement of a pair that the claim is in. What is far less like it
// than what it is held against is not. Has to know all that `judgePair.ts` and `pairIndex.ts` ask of partners.

import type { IndexedClaim } from './indexedClaim.ts';
import { LEAST_AGREEING, MANY_PARTNERS, MOST_MARGIN, NO_RIVAL, SERIES } from './judgePair.ts';
import type { Partner } from './partner.ts';

/**
 * Whether a pair that a claim is in has to be judged anew, since its partners, or those of them that contradict it, are others than
 * they were; both lists have the best first.
 */
export function isHeard(own: IndexedClaim, before: readonly Partner[], after: readonly Partner[]): boolean {
  const score = firstChange(before, after);
  if (score === undefined) return false;
  if (score > LEAST_AGREEING || before.length >= MANY_PARTNERS !== after.length >= MANY_PARTNERS) return true;
  const least = leastOfPairs(own);
  return score >= least - SERIES || score > Math.max(NO_RIVAL, least - MOST_MARGIN);
}

/** The score of the best partner that only one of two lists has; undefined where they are the same. */
function firstChange(before: readonly Partner[], after: readonly Partner[]): number | undefined {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  const [one, other] = [before[at]?.score, after[at]?.score];
  return one === undefined ? other : Math.max(one, other ?? -Infinity);
}

/** The least score of a claim and another one, of which one is the one that contradicts the other most. */
function leastOfPairs({ against: [worst], heldBy }: IndexedClaim): number {
  let least = worst?.score ?? Infinity;
  for (const held of heldBy) if (held.score < least && held.owner.against[0] === held) least = held.score;
  return least;
}
