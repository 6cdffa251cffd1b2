// Finds, for every claim, the few others that speak most of the same thing. Works through an index of rare words by kind
// of quantity, so that the cost grows with the number of claims and not with the number of pairs.

import type { Claim } from './claim.ts';
import type { ClaimSlots } from './claimSlots.ts';
import { inUnits, type Postings } from './conceptIndex.ts';
import type { IndexedClaim } from './indexedClaim.ts';

/** The others that share most with a claim, the best first, in columns: many such lists are gone through at once. */
export interface Candidates {
  readonly slots: number[];
  /** Rarity and closeness of the shared words, summed, in units. */
  readonly shared: number[];
}

/** A word further away than this finds nobody. */
export const FINDING = 0.12;
/** A word that stands by more figures of one kind than this finds nobody. */
export const COMMON = 160;
/** How many partners each claim is compared with. */
export const PARTNERS = 16;
/** How many are known, so that there are enough when some go. */
const KNOWN = 24;

/** Finds the others that share most with a claim anew, and whether these are certain to be all that share anything. */
export function findCandidates(own: IndexedClaim, slots: ClaimSlots): void {
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
  const candidates: Candidates = { slots: [], shared: [] };
  let isComplete = true;
  for (let n = 0; n < count; n++) {
    const slot = touched[n]!;
    const shared = sums[slot]!;
    sums[slot] = 0;
    if (slot === own.slot) continue;
    // Of most it is plain by their sum alone.
    if (candidates.slots.length === KNOWN && shared < candidates.shared[KNOWN - 1]!) {
      isComplete = false;
      continue;
    }
    if (inOneSentence(own.claim, slots.at(slot).claim)) continue;
    if (candidates.slots.length === KNOWN) isComplete = false;
    insert(candidates, slot, shared, slots);
  }
  own.candidates = candidates;
  own.isComplete = isComplete;
}

/** Offers a claim to all that look for its words, but, by slot, for those that look anew anyway; notes who is to be compared with it. */
export function offerToSeekers(
  one: IndexedClaim,
  slots: ClaimSlots,
  isAnew: Uint8Array,
  stale: Set<IndexedClaim>,
): void {
  const { sums, touched } = slots;
  const count = sumForSeekers(one, slots, isAnew);
  for (let n = 0; n < count; n++) {
    const slot = touched[n]!;
    const shared = sums[slot]!;
    sums[slot] = 0;
    const seeker = slots.at(slot);
    if (offerCandidate(seeker, one, shared, slots)) stale.add(seeker);
  }
}

/**
 * Offers a claim that was reworded, and kept its slot, to all that look for words by which it is found otherwise than before, but for
 * those that look anew anyway; notes who is to be compared with it, and who has to look anew now.
 */
export function offerAgain(
  one: IndexedClaim,
  otherwise: ReadonlySet<Postings>,
  slots: ClaimSlots,
  isAnew: Uint8Array,
  stale: Set<IndexedClaim>,
  anew: Set<IndexedClaim>,
): void {
  if (otherwise.size === 0) return;
  const { sums, touched } = slots;
  const isConcerned = new Uint8Array(sums.length);
  const concerned: number[] = [];
  for (const { seekers } of otherwise) {
    for (const slot of seekers.slots) {
      if (isAnew[slot] === 1 || isConcerned[slot] === 1) continue;
      isConcerned[slot] = 1;
      concerned.push(slot);
    }
  }
  const count = sumForSeekers(one, slots, isAnew);
  for (const slot of concerned) {
    const seeker = slots.at(slot);
    forgetCandidate(seeker.candidates, one.slot);
    if (sums[slot]! > 0 && offerCandidate(seeker, one, sums[slot]!, slots)) stale.add(seeker);
    if (lacksCandidates(seeker)) anew.add(seeker);
  }
  for (let n = 0; n < count; n++) sums[touched[n]!] = 0;
}

/** Sums up what a claim shares with all that look for its words, but for those that look anew anyway; answers how many it touched. */
function sumForSeekers(one: IndexedClaim, { sums, touched }: ClaimSlots, isAnew: Uint8Array): number {
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
  return count;
}

function forgetCandidate({ slots, shared }: Candidates, slot: number): void {
  const at = slots.indexOf(slot);
  if (at < 0) return;
  slots.splice(at, 1);
  shared.splice(at, 1);
}

/** Offers a claim a new candidate, who may have no place among those that are known; answers whether it is to be compared. */
function offerCandidate(own: IndexedClaim, other: IndexedClaim, shared: number, slots: ClaimSlots): boolean {
  if (inOneSentence(own.claim, other.claim)) return false;
  const { candidates } = own;
  const count = candidates.slots.length;
  if (!own.isComplete && (count === 0 || !isBefore(other.slot, shared, candidates, count - 1, slots))) return false;
  if (count === KNOWN) own.isComplete = false;
  return insert(candidates, other.slot, shared, slots) < PARTNERS;
}

/** Puts a claim in its place among the best, where it has one; answers that place. */
function insert(candidates: Candidates, slot: number, shared: number, slots: ClaimSlots): number {
  const { slots: known, shared: sums } = candidates;
  if (known.length === KNOWN && !isBefore(slot, shared, candidates, KNOWN - 1, slots)) return KNOWN;
  let place = Math.min(known.length, KNOWN - 1);
  for (; place > 0 && isBefore(slot, shared, candidates, place - 1, slots); place--) {
    known[place] = known[place - 1]!;
    sums[place] = sums[place - 1]!;
  }
  known[place] = slot;
  sums[place] = shared;
  return place;
}

/** Takes away the candidates that are gone, which is told by slot; answers the place of the first of them, or undefined where there were none. */
export function dropGone({ candidates }: IndexedClaim, isGone: Uint8Array): number | undefined {
  const { slots, shared } = candidates;
  let first = 0;
  while (first < slots.length && isGone[slots[first]!] === 0) first++;
  if (first === slots.length) return undefined;
  let left = first;
  for (let at = first + 1; at < slots.length; at++) {
    if (isGone[slots[at]!] === 1) continue;
    slots[left] = slots[at]!;
    shared[left++] = shared[at]!;
  }
  slots.length = left;
  shared.length = left;
  return first;
}

/** Whether a claim lacks candidates that it would have if all were looked at again. */
export function lacksCandidates({ candidates, isComplete }: IndexedClaim): boolean {
  return !isComplete && candidates.slots.length < PARTNERS;
}

/** Whether a claim comes before the one at a place: the one with more, of equals the earlier. */
function isBefore(slot: number, shared: number, candidates: Candidates, place: number, slots: ClaimSlots): boolean {
  const other = candidates.shared[place]!;
  return shared > other || (shared === other && slots.at(slot).index < slots.at(candidates.slots[place]!).index);
}

/** Whether two claims stand in one sentence. */
export function inOneSentence(a: Claim, b: Claim): boolean {
  const x = a.evidence;
  const y = b.evidence;
  return x.words === y.words && x.words.sentences[x.token] === y.words.sentences[y.token];
}
