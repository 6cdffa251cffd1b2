// The lists of claims by the words that stand near them: who is in which, and claims that are put in and taken out. What follows from
// that for those who look for others is decided by the index.

import { COMMON } from './candidates.ts';
import type { IndexedClaim } from './claimIndex.ts';
import type { Concept, NearClaims, Postings } from './conceptIndex.ts';

/** A word further away than this finds nobody. */
export const FINDING = 0.12;
/** Of no more than so many claims that go each is looked for by itself; for more of them, all that are left are gone through. */
export const FEW = 16;

/** Visits the lists that a claim is in, and may be. */
export function visitPostings({ concepts, value }: IndexedClaim, visit: (postings: Postings) => void): void {
  if (!value) return;
  for (const concept of concepts) {
    const postings = concept.postings.get(value.key);
    if (postings) visit(postings);
  }
}

/** Visits all that may have a claim among their candidates, some of them more than once. */
export function visitSeekers(
  { concepts, closeness, value }: IndexedClaim,
  visit: (seeker: IndexedClaim) => void,
): void {
  if (!value) return;
  for (let at = 0; at < concepts.length; at++) {
    const postings = closeness[at]! >= FINDING ? concepts[at]!.postings.get(value.key) : undefined;
    if (postings && !isCommon(postings)) for (const seeker of postings.seekers.claims) visit(seeker);
  }
}

/** The lists of a word for a kind of quantity, made where there are none. */
export function postingsOf({ postings }: Concept, key: string): Postings {
  let own = postings.get(key);
  if (!own) {
    own = { found: { claims: [], closeness: [] }, seekers: { claims: [], closeness: [] } };
    postings.set(key, own);
  }
  return own;
}

/** Whether a word stands by so many figures of one kind that it finds nobody. */
export function isCommon({ found }: Postings): boolean {
  return found.claims.length > COMMON;
}

/** Puts a claim behind the others. */
export function push({ claims, closeness }: NearClaims, claim: IndexedClaim, near: number): void {
  claims.push(claim);
  closeness.push(near);
}

/** Takes claims that are gone out of the lists of their concepts, and of those that are looked up. */
export function removeFromLists(gone: readonly IndexedClaim[], lookedUp: Iterable<Postings>): void {
  if (gone.length > FEW) {
    for (const { found, seekers } of lookedUp) {
      removeGone(found);
      removeGone(seekers);
    }
    for (const { claims } of new Set(gone.flatMap(({ concepts }) => concepts))) keepOnly(claims, isThere);
    return;
  }
  for (const one of gone) {
    visitPostings(one, ({ found, seekers }) => {
      removeNear(found, one);
      removeNear(seekers, one);
    });
    for (const { claims } of one.concepts) removeAt(claims, claims.lastIndexOf(one));
  }
}

function removeNear({ claims, closeness }: NearClaims, one: IndexedClaim): void {
  const at = claims.lastIndexOf(one);
  removeAt(claims, at);
  removeAt(closeness, at);
}

function removeAt(list: unknown[], at: number): void {
  if (at >= 0) list.splice(at, 1);
}

/** Takes out the claims that are gone, of lists that may have many of them. */
function removeGone({ claims, closeness }: NearClaims): void {
  keepOnly(closeness, (_, at) => isThere(claims[at]!));
  keepOnly(claims, isThere);
}

function isThere({ isGone }: IndexedClaim): boolean {
  return !isGone;
}

/** Takes out of a list what does not pass. */
function keepOnly<T>(list: T[], passes: (item: T, at: number) => boolean): void {
  let kept = 0;
  for (let at = 0; at < list.length; at++) if (passes(list[at]!, at)) list[kept++] = list[at]!;
  list.length = kept;
}
