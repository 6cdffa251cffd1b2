// Claims of two states of a document: how far lists of them are alike at their ends, what is given to one alike, and numbers that their claims' evidence gives
// them, kept from one list to the next so that only the claims between are looked at.

import { NOTHING_SHARED, type SharedEnds, sharedEnds } from '../text/sharedEnds.ts';
import type { Claim } from './claim.ts';

/** How many claims of one and the same evidence two lists share at their ends. Those that are the very same are not looked at. */
export function sharedEvidence(before: readonly Claim[], after: readonly Claim[]): SharedEnds {
  if (before.length === 0 || after.length === 0) return NOTHING_SHARED;
  const known = compared.get(after);
  if (known?.before.deref() === before) return known.ends;
  const ends = sharedEnds(before, after, (one, other) => one === other || one.evidence === other.evidence);
  compared.set(after, { before: new WeakRef(before), ends });
  return ends;
}

/** What a list shares with the one that it was compared with last: several ask the same of the states before and after an edit. */
const compared = new WeakMap<
  readonly Claim[],
  { readonly before: WeakRef<readonly Claim[]>; readonly ends: SharedEnds }
>();

/** Whether two claims of one evidence were given the same by what stands around them, but for their places. */
export function isGivenAlike(one: Claim, other: Claim): boolean {
  return (
    one.context === other.context &&
    one.period === other.period &&
    one.subject === other.subject &&
    one.subjectFrom === other.subjectFrom
  );
}

/** A number for each claim of a list. */
export interface NumberedClaims {
  readonly claims: readonly Claim[];
  readonly numbers: Int32Array;
}

/** The numbers that a list's claims have by their evidence alone; those that an earlier list knows are not asked for again. */
export function numberClaims(
  claims: readonly Claim[],
  numberOf: (claim: Claim, index: number) => number,
  before: NumberedClaims | undefined,
): NumberedClaims {
  if (before?.claims === claims) return before;
  const numbers = new Int32Array(claims.length);
  const { start, end } = before ? sharedEvidence(before.claims, claims) : { start: 0, end: 0 };
  if (before) {
    numbers.set(before.numbers.subarray(0, start));
    numbers.set(before.numbers.subarray(before.numbers.length - end), claims.length - end);
  }
  for (let index = start; index < claims.length - end; index++) numbers[index] = numberOf(claims[index]!, index);
  return { claims, numbers };
}
