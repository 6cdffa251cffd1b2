// Finds the claims of an earlier state of a document again in a later one, by the identity of their evidence, wherever between
// them claims came or went. What is to be done about those is left to the index.

import { replaceBetween, sharedEnds } from '../text/sharedEnds.ts';
import type { Span } from '../text/span.ts';
import { inOneSentence } from './candidates.ts';
import type { Claim } from './claim.ts';
import type { ClaimEvidence } from './evidence.ts';
import type { IndexedClaim } from './indexedClaim.ts';
import { isSameWording } from './sameWording.ts';
import { isGivenAlike, sharedEvidence } from './sharedClaims.ts';

export interface MatchedClaims {
  /** By index of the claim. */
  readonly next: (IndexedClaim | undefined)[];
  /** Indices of the claims that none was found for, ascending. */
  readonly missing: readonly number[];
  /** Those that were not found again, in document order. */
  readonly gone: readonly IndexedClaim[];
  /** By index of a claim that none was found for: the one that stood in its place, where as many went as came, in the same sentences. */
  readonly reworded: ReadonlyMap<number, IndexedClaim>;
  /** Where claims came or went: stretches of claims between others that are the same, empty where some only went. */
  readonly stretches: readonly Span[];
  /** Those that were found again but read again: they say what they said, in other words around it. */
  readonly moved: readonly IndexedClaim[];
  /** Those that were found again and are told by another object than before: another index, block or section. */
  readonly renewed: readonly IndexedClaim[];
  /** Indices of the claims of blocks that were one, or that were several. */
  readonly parted: readonly number[];
  /** Whether one of them stands in another section. */
  readonly isElsewhere: boolean;
}

/**
 * What there was of the claims: the same evidence, or one that says the same, in the same order; the same context and subject. What is found again is
 * given its claim and its index in the present state. Linear in the number of claims; `before` are the claims of the known ones.
 */
export function matchClaims(
  known: readonly IndexedClaim[],
  before: readonly Claim[],
  claims: readonly Claim[],
): MatchedClaims {
  const same = sharedEvidence(before, claims);
  const within = { start: same.start, end: claims.length - same.end };
  const places = findEvidence(before, claims, within);
  const readAgain = findMoved(known, claims, places, within);
  // The very same claims have the indices that they had.
  const { start, end } = sharedEnds(before, claims);
  const between: (IndexedClaim | undefined)[] = [];
  const missing: number[] = [];
  const gone: IndexedClaim[] = [];
  const moved: IndexedClaim[] = [];
  const renewed: IndexedClaim[] = [];
  const reworded = new Map<number, IndexedClaim>();
  const seamed = new Set<number | undefined>();
  /** Pairs what was missing and gone between the last claim that was found and the one at `index`, which was at `at`. */
  const pairUp = (index: number, at: number, count: number, went: number): void => {
    if (count === 0 || count !== went) return;
    const isJoined = (all: readonly Claim[], second: number): boolean =>
      second > 0 && second < all.length && inOneSentence(all[second - 1]!, all[second]!);
    for (let n = 0; n <= count; n++) if (isJoined(claims, index - n) !== isJoined(before, at - n)) return;
    for (let n = 1; n <= count; n++) reworded.set(index - n, known[at - n]!);
  };
  let isElsewhere = false;
  let passed = start;
  let unfound = 0;
  let blockBefore = before[start - 1]?.block;
  let block = blockBefore;
  // The first of those behind may have come to stand in one block with what is before it.
  const last = Math.min(claims.length, claims.length - end + 1);
  for (let index = start; index < last; index++) {
    const at = places[index]!;
    if (at < 0) {
      between.push(undefined);
      missing.push(index);
      unfound++;
      continue;
    }
    const claim = claims[index]!;
    pairUp(index, at, unfound, at - passed);
    unfound = 0;
    while (passed < at) gone.push(known[passed++]!);
    passed++;
    const one = known[at]!;
    const was = before[at]!;
    if ((was.block === blockBefore) !== (claim.block === block)) seamed.add(block).add(claim.block);
    blockBefore = was.block;
    block = claim.block;
    if (was === claim && at === index) {
      between.push(one);
    } else if (isGivenAlike(was, claim)) {
      if (was.section !== claim.section) isElsewhere = true;
      one.claim = claim;
      one.index = index;
      if (readAgain.has(index)) moved.push(one);
      renewed.push(one);
      between.push(one);
    } else {
      gone.push(one);
      between.push(undefined);
      missing.push(index);
      reworded.set(index, one);
    }
  }
  if (last === claims.length) {
    pairUp(claims.length, known.length, unfound, known.length - passed);
    while (passed < known.length) gone.push(known[passed++]!);
  }
  const next = replaceBetween<IndexedClaim | undefined>(known, { start, end: known.length - passed }, between);
  const parted = seamed.size === 0 ? [] : claims.filter((claim) => seamed.has(claim.block)).map(({ index }) => index);
  const stretches = findStretches(places, known.length, within);
  return { next, missing, gone, reworded, stretches, moved, renewed, parted, isElsewhere };
}

/** Where `places` has none for claims, or leaves out known ones, of which there are `count`; outside of `within` it does neither. */
function findStretches(places: Int32Array, count: number, within: Span): Span[] {
  const stretches: Span[] = [];
  let { start } = within;
  let last = start - 1;
  const close = (end: number, at: number): void => {
    if (end > start || at > last + 1) stretches.push({ start, end });
    start = end + 1;
    last = at;
  };
  for (let index = start; index < within.end; index++) if (places[index]! >= 0) close(index, places[index]!);
  close(within.end, places[within.end] ?? count);
  return stretches;
}

/** Puts into `places` the claims that were read again and say what they said; answers which ones they are. */
function findMoved(
  known: readonly IndexedClaim[],
  claims: readonly Claim[],
  places: Int32Array,
  within: Span,
): Set<number> {
  const moved = new Set<number>();
  for (const { start, end } of findStretches(places, known.length, within)) {
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

/** For each claim the index of the known one with its evidence, ascending; −1 where there is none. Both have the same ones outside of `within`. */
function findEvidence(known: readonly Claim[], claims: readonly Claim[], { start, end: after }: Span): Int32Array {
  const places = new Int32Array(claims.length).fill(-1, start, after);
  const by = known.length - claims.length;
  for (let index = 0; index < start; index++) places[index] = index;
  for (let index = after; index < claims.length; index++) places[index] = index + by;
  const between = new Map<ClaimEvidence, number>();
  for (let at = start; at < after + by; at++) between.set(known[at]!.evidence, at);
  let last = -1;
  for (let index = start; index < after && between.size > 0; index++) {
    const at = between.get(claims[index]!.evidence) ?? -1;
    if (at <= last) continue;
    places[index] = at;
    last = at;
  }
  return places;
}
