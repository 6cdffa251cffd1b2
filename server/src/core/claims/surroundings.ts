// What stands around two claims: whether the other figures of their sentences, the claims beside them and their sections
// agree or differ. Places that agree in most figures tell of one thing; places that differ in most tell of two.

import { inOneSentence } from './candidates.ts';
import type { Claim } from './claim.ts';
import { valuesAgree, valuesMeet } from './comparableValue.ts';
import type { IndexedClaim } from './indexedClaim.ts';
import type { Partners } from './partners.ts';
import type { Tally } from './sectionTallies.ts';

export interface SentenceTally extends Tally {
  /** How many of those that differ are both stated elsewhere: neither is a slip, they tell two cases apart. */
  readonly otherCases: number;
}

export interface Surroundings {
  /** The other figures of the two sentences, each held against its counterpart in the other sentence. */
  ofSentences(a: number, b: number): SentenceTally;
  /** How many of the two values the other place tells as well, in the sentence of the other claim or the next to it: 0…2. */
  toldBeside(a: number, b: number): number;
  /** The claims of the two sections. */
  ofSections(a: number, b: number): Tally;
  /** How many claims close to the one are stated alike close to the other. */
  neighbours(a: number, b: number): number;
  /** The last round of the index in which that, or what follows, changed for one of the two sections. */
  sectionsChanged(a: number, b: number): number;
  /** Share of the claims of a claim's section that are stated alike in another one, 0…1. */
  confirmed(claim: number): number;
  /** How often the claim's value is stated in another sentence, of whatever it may be. */
  frequency(claim: number): number;
}

/** From this score on, two figures of two sentences are counterparts. */
const COUNTERPART = -1.5;
/** From this score on, two figures that are both stated elsewhere as well tell two cases apart: "a fee of 5", "a fee of 8". */
const ALIKE = 0;
/** So many figures of a sentence are looked at. */
const COMPANIONS = 6;
/** How many claims before and after are close. */
export const CLOSE = 3;

/** Answers what stands around the claims of a document, as far as somebody asks. */
export function surveySurroundings(partners: Partners): Surroundings {
  const { indexed, valueAt, tallies } = partners;
  const companions = (own: number) => claimsOfSentence(indexed, own).filter((claim) => claim !== own && valueAt(claim));
  const agrees = (a: number, b: number) => valueAt(a)!.key === valueAt(b)!.key && valuesAgree(valueAt(a)!, valueAt(b)!);
  const isSameEnd = (a: number, b: number): boolean => {
    const [one, other] = [indexed[a]!.claim.evidence.end, indexed[b]!.claim.evidence.end];
    return !one || !other || one === other;
  };
  const near = (own: number, reach: number): number[] => {
    const found: number[] = [];
    for (let i = Math.max(0, own - reach); i <= Math.min(indexed.length - 1, own + reach); i++) {
      if (i !== own && valueAt(i) && indexed[i]!.claim.section === indexed[own]!.claim.section) found.push(i);
    }
    return found;
  };
  /** Whether the value of `a` stands beside `b` too, at the same end of a change if it is the end of one. */
  const isTold = (a: number, b: number): boolean => {
    const last = Math.min(indexed.length - 1, b + CLOSE + 1);
    for (let i = Math.max(0, b - CLOSE - 1); i <= last; i++) {
      if (
        i !== a &&
        i !== b &&
        valueAt(i) &&
        areClose(indexed[i]!.claim, indexed[b]!.claim) &&
        agrees(i, a) &&
        isSameEnd(i, a)
      )
        return true;
    }
    return false;
  };
  return {
    ofSentences: (a, b) => alignCompanions(companions(a), companions(b), partners),
    toldBeside: (a, b) => (isTold(a, b) ? 1 : 0) + (isTold(b, a) ? 1 : 0),
    ofSections: (a, b) => tallies.ofSections(indexed[a]!.claim.section, indexed[b]!.claim.section),
    sectionsChanged: (a, b) =>
      Math.max(tallies.changedIn(indexed[a]!.claim.section), tallies.changedIn(indexed[b]!.claim.section)),
    neighbours: (a, b) =>
      near(a, CLOSE).filter(
        (i) => valueAt(i)!.key !== 'date' && near(b, CLOSE + 1).some((j) => i !== j && agrees(i, j)),
      ).length,
    confirmed: (claim) => tallies.confirmed(indexed[claim]!.claim.section),
    frequency: (claim) => partners.frequencyOf(claim),
  };
}

/** The claims of the sentence that a claim stands in. */
export function claimsOfSentence(indexed: readonly IndexedClaim[], own: number): number[] {
  const { claim } = indexed[own]!;
  let first = own;
  while (first > 0 && inOneSentence(indexed[first - 1]!.claim, claim)) first--;
  const found: number[] = [];
  for (let at = first; at < indexed.length && inOneSentence(indexed[at]!.claim, claim); at++) found.push(at);
  return found;
}

/** Whether two claims stand in one sentence or in two that follow each other. */
function areClose({ evidence: a }: Claim, { evidence: b }: Claim): boolean {
  return a.words === b.words && Math.abs(a.words.sentences[a.token]! - b.words.sentences[b.token]!) <= 1;
}

/** Holds the figures of one sentence against those of another: each against the one that says the same or is told most like it. */
function alignCompanions(
  left: readonly number[],
  right: readonly number[],
  { valueAt, scoreOf, frequencyOf }: Partners,
): SentenceTally {
  const taken = new Set<number>();
  let agreeing = 0;
  let differing = 0;
  let otherCases = 0;
  for (const i of left.slice(0, COMPANIONS)) {
    const others = right
      .slice(0, COMPANIONS)
      .filter((j) => !taken.has(j) && valueAt(j)!.key === valueAt(i)!.key && j !== i);
    const same = others.find((j) => valuesMeet(valueAt(i)!, valueAt(j)!));
    const [counterpart] = others
      .filter((j) => scoreOf(i, j) > COUNTERPART)
      .sort((x, y) => scoreOf(i, y) - scoreOf(i, x));
    if (same !== undefined) agreeing += valueAt(i)!.key === 'date' ? 0 : 1;
    else if (counterpart !== undefined) {
      differing++;
      const areFirm = valueAt(i)!.key !== 'date' && Math.min(frequencyOf(i), frequencyOf(counterpart)) > 0;
      if (areFirm && scoreOf(i, counterpart) > ALIKE) otherCases++;
    }
    const found = same ?? counterpart;
    if (found !== undefined) taken.add(found);
  }
  return { agreeing, differing, otherCases };
}
