// The lists of claims by the words that stand near them: who is in which, and claims that are put in and taken out. What follows from
// that for those who look for others is decided by the index.

import { FINDING } from './candidates.ts';
import type { ClaimSlots } from './claimSlots.ts';
import type { Concept, NearClaims, Postings } from './conceptIndex.ts';
import type { IndexedClaim } from './indexedClaim.ts';

/** Of no more than so many claims that go each is looked for by itself; for more of them, all that are left are gone through. */
export const FEW = 16;

/** Visits all that may have a claim among their candidates, some of them more than once. */
export function visitSeekers(
  { postings, closeness }: IndexedClaim,
  slots: ClaimSlots,
  visit: (seeker: IndexedClaim) => void,
): void {
  for (let at = 0; at < postings.length; at++) {
    const { isCommon, seekers } = postings[at]!;
    if (closeness[at]! >= FINDING && !isCommon) for (const slot of seekers.slots) visit(slots.at(slot));
  }
}

/** The lists of a word for a kind of quantity, made where there are none. */
export function postingsOf({ postings }: Concept, key: string): Postings {
  let own = postings.get(key);
  if (!own) {
    own = { found: { slots: [], roots: [] }, seekers: { slots: [], roots: [] }, isCommon: false };
    postings.set(key, own);
  }
  return own;
}

/** Puts claims into the lists of their words; notes those in which there are others to be found than were. */
export function addToLists(added: readonly IndexedClaim[], changed: Set<Postings>): void {
  for (const { slot, concepts, postings, closeness, lookedUp } of added) {
    for (const concept of concepts) concept.slots.push(slot);
    for (let at = 0; at < postings.length; at++) {
      if (closeness[at]! < FINDING) continue;
      push(postings[at]!.found, slot, closeness[at]!);
      changed.add(postings[at]!);
    }
    if (postings.length > 0) for (const at of lookedUp) push(postings[at]!.seekers, slot, closeness[at]!);
  }
}

/** Takes claims out of the lists of their words; notes those in which there are others to be found than were. */
export function removeFromLists(gone: readonly IndexedClaim[], changed: Set<Postings>): void {
  const found = new Map<NearClaims, number[]>();
  const seekers = new Map<NearClaims, number[]>();
  const all = new Map<Concept, number[]>();
  for (const { slot, concepts, postings, closeness, lookedUp } of gone) {
    for (const concept of concepts) note(all, concept, slot);
    for (let at = 0; at < postings.length; at++) {
      if (closeness[at]! < FINDING) continue;
      note(found, postings[at]!.found, slot);
      changed.add(postings[at]!);
    }
    if (postings.length > 0) for (const at of lookedUp) note(seekers, postings[at]!.seekers, slot);
  }
  for (const [near, slots] of found) removeSlots(near.slots, slots, near.roots);
  for (const [near, slots] of seekers) removeSlots(near.slots, slots, near.roots);
  for (const [{ slots: own }, slots] of all) removeSlots(own, slots);
}

/** Has claims that are only weighed anew look for others by the words that are the weightiest now. */
export function lookUpAnew(replaced: readonly IndexedClaim[]): void {
  const left = new Map<NearClaims, number[]>();
  for (const former of replaced) {
    const { slot, postings, closeness, successor } = former;
    if (postings.length === 0) continue;
    const before = new Set(former.lookedUp);
    for (const at of successor!.lookedUp) if (!before.delete(at)) push(postings[at]!.seekers, slot, closeness[at]!);
    for (const at of before) note(left, postings[at]!.seekers, slot);
  }
  for (const [near, slots] of left) removeSlots(near.slots, slots, near.roots);
}

/**
 * Puts a claim into the lists of its words where another one stands that it was before, with its slot; notes those in which there are
 * others to be found than were. Answers the lists in which it is found otherwise than the one before it, or only one of the two.
 */
export function rewordInLists(before: IndexedClaim, after: IndexedClaim, changed: Set<Postings>): Set<Postings> {
  const { slot } = after;
  const soughtBefore = new Set(before.lookedUp);
  const sought = new Set(after.lookedUp);
  const otherwise = new Set<Postings>();
  const exchange = (x: number, y: number): void => {
    const postings = before.postings[x] ?? after.postings[y];
    if (!postings) return;
    const was = before.closeness[x] ?? 0;
    const is = after.closeness[y] ?? 0;
    if (was !== is && Math.max(was, is) >= FINDING) {
      if (was >= FINDING) removeSlots(postings.found.slots, [slot], postings.found.roots);
      if (is >= FINDING) push(postings.found, slot, is);
      changed.add(postings);
      otherwise.add(postings);
    }
    const [looked, looks] = [soughtBefore.has(x), sought.has(y)];
    if (looked && !(looks && was === is)) removeSlots(postings.seekers.slots, [slot], postings.seekers.roots);
    if (looks && !(looked && was === is)) push(postings.seekers, slot, is);
  };
  const [left, right] = [before.numbers, after.numbers];
  for (let x = 0, y = 0; x < left.length || y < right.length; ) {
    const by = (left[x] ?? Infinity) - (right[y] ?? Infinity);
    if (by < 0) removeSlots(before.concepts[x]!.slots, [slot]);
    if (by > 0) after.concepts[y]!.slots.push(slot);
    exchange(by <= 0 ? x : NOWHERE, by >= 0 ? y : NOWHERE);
    if (by <= 0) x++;
    if (by >= 0) y++;
  }
  return otherwise;
}

/** The place of a word among those of a claim that has not got it. */
const NOWHERE = -1;

function note<List>(lists: Map<List, number[]>, list: List, slot: number): void {
  const known = lists.get(list);
  if (known) known.push(slot);
  else lists.set(list, [slot]);
}

function push({ slots, roots }: NearClaims, slot: number, near: number): void {
  slots.push(slot);
  roots.push(Math.sqrt(near));
}

/** Takes slots out of a list, and what stands beside them in another one. */
function removeSlots(slots: number[], gone: readonly number[], beside: number[] = []): void {
  if (gone.length > FEW) {
    const all = new Set(gone);
    keepOnly(beside, (_, at) => !all.has(slots[at]!));
    keepOnly(slots, (slot) => !all.has(slot));
    return;
  }
  for (const slot of gone) {
    const at = slots.lastIndexOf(slot);
    slots.splice(at, 1);
    beside.splice(at, 1);
  }
}

/** Takes out of a list what does not pass. */
function keepOnly<T>(list: T[], passes: (item: T, at: number) => boolean): void {
  let kept = 0;
  for (let at = 0; at < list.length; at++) if (passes(list[at]!, at)) list[kept++] = list[at]!;
  list.length = kept;
}
