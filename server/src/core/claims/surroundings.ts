// What stands around two claims: whether the other figures of their sentences, the claims beside them and their sections
// agree or differ. Places that agree in most figures tell of one thing; places that differ in most tell of two.

import { inOneSentence } from './candidates.ts';
import type { IndexedClaim } from './claimIndex.ts';
import { valuesAgree, valuesMeet } from './comparableValue.ts';
import type { Partners } from './partners.ts';
import type { Tally } from './sectionTallies.ts';

export interface Surroundings {
  /** The other figures of the two sentences. */
  ofSentences(a: number, b: number): Tally;
  /** The claims of the two sections. */
  ofSections(a: number, b: number): Tally;
  /** How many claims close to the one are stated alike close to the other. */
  neighbours(a: number, b: number): number;
  /** Share of the claims of a claim's section that are stated alike in another one, 0…1. */
  confirmed(claim: number): number;
  /** How often the claim's value is stated in another sentence, of whatever it may be. */
  frequency(claim: number): number;
}

/** How many claims before and after are close. */
export const CLOSE = 3;

/** Answers what stands around the claims of a document, as far as somebody asks. */
export function surveySurroundings(partners: Partners): Surroundings {
  const { indexed, values, tallies } = partners;
  const companions = (own: number) => claimsOfSentence(indexed, own).filter((claim) => claim !== own && values[claim]);
  const agrees = (a: number, b: number) => values[a]!.key === values[b]!.key && valuesAgree(values[a]!, values[b]!);
  const near = (own: number, reach: number): number[] => {
    const found: number[] = [];
    for (let i = Math.max(0, own - reach); i <= Math.min(indexed.length - 1, own + reach); i++) {
      if (i !== own && values[i] && indexed[i]!.claim.section === indexed[own]!.claim.section) found.push(i);
    }
    return found;
  };
  return {
    ofSentences(a, b) {
      const left = companions(a);
      const right = companions(b);
      const met = (i: number, j: number) => values[i]!.key === values[j]!.key && valuesMeet(values[i]!, values[j]!);
      return {
        agreeing: left.filter((i) => right.some((j) => met(i, j))).length,
        differing: left.filter((i) => right.includes(partners.against(i)[0]?.claim ?? -1)).length,
      };
    },
    ofSections: (a, b) => tallies.ofSections(indexed[a]!.claim.section, indexed[b]!.claim.section),
    neighbours: (a, b) =>
      near(a, CLOSE).filter((i) => values[i]!.key !== 'date' && near(b, CLOSE + 1).some((j) => i !== j && agrees(i, j)))
        .length,
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
