// Claims of two states of a document: how far lists of them are alike at their ends, what is given to one alike, and numbers that their claims' evidence gives
// them, kept from one list to the next so that only the claims between are looked at.

import { AlignedEnds, NOTHING_SHARED, type SharedEnds, sharedEnds } from '../text/sharedEnds.ts';
import { contains, type Span } from '../text/span.ts';
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

/** A number for each claim of a list, or of a stretch of it; elsewhere 0. */
export interface NumberedClaims {
  readonly claims: readonly Claim[];
  readonly within: Span;
  readonly numbers: Int32Array;
}

/** The numbers that a list's claims have by their evidence alone; those that an earlier list knows are not asked for again. */
export function numberClaims(
  claims: readonly Claim[],
  numberOf: (claim: Claim, index: number) => number,
  before: NumberedClaims | undefined,
  within: Span = { start: 0, end: claims.length },
): NumberedClaims {
  if (before?.claims === claims && contains(before.within, within)) return before;
  const numbers = new Int32Array(claims.length);
  const ends = before ? sharedEvidence(before.claims, claims) : NOTHING_SHARED;
  const aligned = new AlignedEnds(ends, before?.claims.length ?? 0, claims.length);
  const known = before?.within ?? NO_SPAN;
  for (let index = within.start; index < within.end; index++) {
    const was = aligned.before(index);
    const isKnown = was >= known.start && was < known.end;
    numbers[index] = isKnown ? before!.numbers[was]! : numberOf(claims[index]!, index);
  }
  return { claims, within, numbers };
}

const NO_SPAN: Span = { start: 0, end: 0 };
