// Weighs pairs of claims: two are held against each other when each is the other's best partner in another place, their
// values cannot both be true, and nothing certain parts them.

import type { Claim } from './claim.ts';
import { type ComparableValue, valuesMeet } from './comparableValue.ts';
import { confidenceOf, gatherEvidence, type PairEvidence, scoreEvidence } from './judgePair.ts';
import { findPartners, type Partners } from './partners.ts';
import { type Relations, relateClaims } from './relation.ts';
import type { ClaimedDocument } from './resolveClaims.ts';
import type { WeighedComparison } from './scoreComparison.ts';
import { surveySurroundings } from './surroundings.ts';

export interface WeighedPair {
  /** In document order. */
  readonly a: Claim;
  readonly b: Claim;
  /** 0…1. */
  readonly confidence: number;
  readonly evidence: PairEvidence;
}

/** An agreeing partner that is as good as the contradicting one to within this speaks for both claims. */
const AS_GOOD = 0.4;

export interface WeighedPairs {
  /** The pairs that could be conflicts, in document order, whatever their confidence. */
  readonly pairs: readonly WeighedPair[];
  /** By claim; undefined where a figure cannot be compared. */
  readonly values: readonly (ComparableValue | undefined)[];
  /** The pair of two claims that could be in conflict. */
  find(a: number, b: number): WeighedPair | undefined;
  /** How like two claims are by their own words, whatever their values. */
  compare(a: number, b: number): WeighedComparison;
}

const weighed = new WeakMap<ClaimedDocument, WeighedPairs>();

/** Weighs the pairs of a document; an earlier answer for the same document is kept. */
export function weighPairs(document: ClaimedDocument): WeighedPairs {
  const known = weighed.get(document);
  if (known) return known;
  const relations = relateClaims(document);
  const partners = findPartners(document.claims, relations);
  const pairs = findPairs(document.claims, relations, partners);
  const byClaim = new Map(pairs.map((pair) => [pair.a.index, pair]));
  const answer: WeighedPairs = {
    pairs,
    values: partners.values,
    find(a, b) {
      const pair = byClaim.get(Math.min(a, b));
      return pair?.b.index === Math.max(a, b) ? pair : undefined;
    },
    compare: partners.compare,
  };
  weighed.set(document, answer);
  return answer;
}

function findPairs(claims: readonly Claim[], relations: Relations, partners: Partners): WeighedPair[] {
  const around = surveySurroundings(claims, partners);
  const pairs: WeighedPair[] = [];
  claims.forEach((a, i) => {
    const best = partners.against(i)[0];
    if (!best || best.claim < i || !isBestBack(i, best.claim, partners)) return;
    const b = claims[best.claim]!;
    if (a.evidence.cell && b.evidence.cell) return;
    if (areBothStatedElsewhere(i, best.claim, best.comparison.score, partners)) return;
    const relation = relations.between(a, b);
    const evidence = gatherEvidence(claims, i, best.claim, relation, partners, around);
    pairs.push({ a, b, confidence: confidenceOf(scoreEvidence(evidence)), evidence });
  });
  return pairs;
}

/** Whether the claim is also the other's best partner, or says the same as that. */
function isBestBack(own: number, other: number, { against, values }: Partners): boolean {
  const back = against(other)[0];
  return back !== undefined && (back.claim === own || valuesMeet(values[back.claim]!, values[own]!));
}

function areBothStatedElsewhere(i: number, j: number, score: number, { agreeing }: Partners): boolean {
  const least = Math.min(agreeing(i)?.comparison.score ?? -Infinity, agreeing(j)?.comparison.score ?? -Infinity);
  return least >= score - AS_GOOD;
}
