// Finds, for every claim, the few others that speak most of the same thing. Works through an index of rare words by kind
// of quantity, so that the cost grows with the number of claims and not with the number of pairs.

import type { Claim } from './claim.ts';
import type { ClaimSlots } from './claimSlots.ts';
import { inUnits } from './conceptIndex.ts';
import type { IndexedClaim } from './indexedClaim.ts';
import { keepBest } from './keepBest.ts';

export interface Candidate {
  readonly claim: IndexedClaim;
  /** Rarity and closeness of the shared words, summed, in units. */
  readonly shared: number;
}

/** A word further away than this finds nobody. */
export const FINDING = 0.12;
/** A word that stands by more figures of one kind than this finds nobody. */
export const COMMON = 160;
/** How many partners each claim is compared with. */
export const PARTNERS = 16;
/** How many are known, so that there are enough when some go. */
const KNOWN = 24;

/** The others that share most with a claim, the best first, and whether these are certain to be all that share anything. */
export function findCandidates(
  own: IndexedClaim,
  slots: ClaimSlots,
): { readonly candidates: Candidate[]; readonly isComplete: boolean } {
  const { sums, touched } = slots;
  let count = 0;
  for (const at of own.lookedUp) {
    const { found, isCommon } = own.postings[at]!;
    if (isCommon) continue;
    const weight = own.rarity[at]! * Math.sqrt(own.closeness[at]!);
    for (let n = 0; n < found.slots.length; n++) {
      const slot = found.slots[n]!;
      const sum = sums[slot]!;
      if (sum === 0) touched[count++] = slot;
      sums[slot] = sum + inUnits(weight * found.roots[n]!);
    }
  }
  const candidates: Candidate[] = [];
  let isComplete = true;
  for (let n = 0; n < count; n++) {
    const slot = touched[n]!;
    const shared = sums[slot]!;
    sums[slot] = 0;
    if (slot === own.slot) continue;
    // Of most it is plain by their sum alone.
    if (candidates.length === KNOWN && shared < candidates[KNOWN - 1]!.shared) {
      isComplete = false;
      continue;
    }
    const claim = slots.at(slot);
    if (inOneSentence(own.claim, claim.claim)) continue;
    isComplete = keepBest(candidates, { claim, shared }, KNOWN, isBefore) && isComplete;
  }
  return { candidates, isComplete };
}

/** Offers a claim to all that look for its words, but, by slot, for those that look anew anyway; notes who is to be compared with it. */
export function offerToSeekers(
  one: IndexedClaim,
  slots: ClaimSlots,
  isAnew: Uint8Array,
  stale: Set<IndexedClaim>,
): void {
  const { sums, touched } = slots;
  let count = 0;
  for (let at = 0; at < one.postings.length; at++) {
    const { isCommon, seekers } = one.postings[at]!;
    if (one.closeness[at]! < FINDING || isCommon) continue;
    const rarity = one.rarity[at]!;
    const root = Math.sqrt(one.closeness[at]!);
    for (let n = 0; n < seekers.slots.length; n++) {
      const slot = seekers.slots[n]!;
      if (isAnew[slot] === 1) continue;
      if (sums[slot] === 0) touched[count++] = slot;
      // In the order in which the seeker finds it, for the very same sum.
      sums[slot]! += inUnits(rarity * seekers.roots[n]! * root);
    }
  }
  for (let n = 0; n < count; n++) {
    const slot = touched[n]!;
    const shared = sums[slot]!;
    sums[slot] = 0;
    const seeker = slots.at(slot);
    if (offerCandidate(seeker, { claim: one, shared })) stale.add(seeker);
  }
}

/** Offers a claim a new candidate, who may have no place among those that are known; answers whether it is to be compared. */
function offerCandidate(own: IndexedClaim, candidate: Candidate): boolean {
  if (inOneSentence(own.claim, candidate.claim.claim)) return false;
  const { candidates } = own;
  const last = candidates.at(-1);
  if (!own.isComplete && (!last || !isBefore(candidate, last))) return false;
  if (!keepBest(candidates, candidate, KNOWN, isBefore)) own.isComplete = false;
  const at = candidates.indexOf(candidate);
  return at >= 0 && at < PARTNERS;
}

/**
 * Takes away the candidates that are gone, and puts in their places those that were only weighed anew: where one of the shared words
 * became rarer or more common, the claim itself is weighed anew. Answers the index of the first, or undefined where there were none.
 */
export function dropGone(own: IndexedClaim): number | undefined {
  const { candidates } = own;
  let first = 0;
  while (first < candidates.length && !candidates[first]!.claim.isGone) first++;
  if (first === candidates.length) return undefined;
  const left = candidates.slice(0, first);
  for (let at = first; at < candidates.length; at++) {
    const { claim, shared } = candidates[at]!;
    if (!claim.isGone) left.push(candidates[at]!);
    else if (claim.successor) left.push({ claim: claim.successor, shared });
  }
  own.candidates = left;
  return first;
}

/** Whether a claim lacks candidates that it would have if all were looked at again. */
export function lacksCandidates({ candidates, isComplete }: IndexedClaim): boolean {
  return !isComplete && candidates.length < PARTNERS;
}

/** Whether a candidate comes before another: the one with more, of equals the earlier. */
function isBefore(one: Candidate, other: Candidate): boolean {
  return one.shared > other.shared || (one.shared === other.shared && one.claim.index < other.claim.index);
}

/** Whether two claims stand in one sentence. */
export function inOneSentence(a: Claim, b: Claim): boolean {
  const x = a.evidence;
  const y = b.evidence;
  return x.words === y.words && x.words.sentences[x.token] === y.words.sentences[y.token];
}
