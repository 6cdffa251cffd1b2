// Weighs pairs of claims: two are held against each other when each is the other's best partner in another place, their
// values cannot both be true, and nothing certain parts them.

import type { Claim } from './claim.ts';
import { valuesMeet } from './comparableValue.ts';
import { confidenceOf, gatherEvidence, type PairEvidence, scoreEvidence } from './judgePair.ts';
import { findPartners, type Partners } from './partners.ts';
import { relateClaims } from './relation.ts';
import type { ClaimedDocument } from './resolveClaims.ts';
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

/** The pairs of a document that could be conflicts, in document order, whatever their confidence. */
export function weighPairs(document: ClaimedDocument): WeighedPair[] {
  const { claims } = document;
  const relations = relateClaims(document);
  const partners = findPartners(claims, relations);
  const around = surveySurroundings(claims, partners);
  const pairs: WeighedPair[] = [];
  claims.forEach((a, i) => {
    const best = partners.against(i)[0];
    if (!best || best.claim < i || !isBestBack(i, best.claim, partners)) return;
    const b = claims[best.claim]!;
    const relation = relations.between(a, b);
    if (a.evidence.cell && b.evidence.cell) return;
    if (areBothStatedElsewhere(i, best.claim, best.comparison.score, partners)) return;
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
