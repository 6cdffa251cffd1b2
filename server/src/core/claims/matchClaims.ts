// Finds the claims of an earlier state of a document again in a later one, by the identity of their evidence, wherever between
// them claims came or went. What is to be done about those is left to the index.

import type { Span } from '../text/span.ts';
import type { Claim } from './claim.ts';
import type { IndexedClaim } from './claimIndex.ts';
import type { ClaimEvidence } from './evidence.ts';
import { isSameWording } from './sameWording.ts';

export interface MatchedClaims {
  /** By index of the claim. */
  readonly next: (IndexedClaim | undefined)[];
  /** Where claims came or went: stretches of claims between others that are the same, empty where some only went. */
  readonly stretches: readonly Span[];
}

/**
 * What there was of the claims: the same evidence, or one that says the same, in the same order; the same context and subject. What is found again is
 * given its claim and its index in the present state. Linear in the number of claims.
 */
export function matchClaims(known: readonly IndexedClaim[], claims: readonly Claim[]): MatchedClaims {
  const places = findEvidence(known, claims);
  const stretches: Span[] = [];
  let start = 0;
  let before = -1;
  const close = (end: number, at: number): void => {
    if (end > start || at > before + 1) stretches.push({ start, end });
    start = end + 1;
    before = at;
  };
  places.forEach((at, index) => {
    if (at >= 0) close(index, at);
  });
  close(claims.length, known.length);
  const moved = findMoved(known, claims, places, stretches);
  const next = claims.map((claim, index) => {
    const one = known[places[index]!];
    if (one === undefined) return undefined;
    const { context, subject, subjectFrom } = one.claim;
    if (context !== claim.context || subject !== claim.subject || subjectFrom !== claim.subjectFrom) return undefined;
    one.claim = claim;
    one.index = index;
    // What it is compared by is the same; where it stands apart from others may not be.
    if (moved.has(index)) one.isStale = true;
    return one;
  });
  return { next, stretches };
}

/** Puts into `places` the claims that were read again and say what they said; answers which ones they are. */
function findMoved(
  known: readonly IndexedClaim[],
  claims: readonly Claim[],
  places: Int32Array,
  stretches: readonly Span[],
): Set<number> {
  const moved = new Set<number>();
  for (const { start, end } of stretches) {
    const from = start === 0 ? 0 : places[start - 1]! + 1;
    const to = end === claims.length ? known.length : places[end]!;
    const isSame = (index: number, at: number): boolean => {
      const one = known[at]!;
      if (!isSameWording(one.claim.evidence, claims[index]!.evidence)) return false;
      places[index] = at;
      moved.add(index);
      return true;
    };
    const count = Math.min(end - start, to - from);
    if (end - start === to - from) {
      for (let n = 0; n < count; n++) isSame(start + n, from + n);
      continue;
    }
    let before = 0;
    while (before < count && isSame(start + before, from + before)) before++;
    for (let after = 1; after <= count - before && isSame(end - after, to - after); ) after++;
  }
  return moved;
}

/** For each claim the index of the known one with its evidence, ascending; −1 where there is none. */
function findEvidence(known: readonly IndexedClaim[], claims: readonly Claim[]): Int32Array {
  const places = new Int32Array(claims.length).fill(-1);
  const isSame = (a: number, b: number): boolean => known[a]!.claim.evidence === claims[b]!.evidence;
  const least = Math.min(known.length, claims.length);
  let before = 0;
  for (; before < least && isSame(before, before); before++) places[before] = before;
  const by = known.length - claims.length;
  let after = claims.length;
  for (; after > before && after + by > before && isSame(after + by - 1, after - 1); after--)
    places[after - 1] = after + by - 1;
  const between = new Map<ClaimEvidence, number>();
  for (let at = before; at < after + by; at++) between.set(known[at]!.claim.evidence, at);
  let last = -1;
  for (let index = before; index < after && between.size > 0; index++) {
    const at = between.get(claims[index]!.evidence) ?? -1;
    if (at <= last) continue;
    places[index] = at;
    last = at;
  }
  return places;
}
