// Finds, for every claim, the few others that speak most of the same thing. Works through an index of rare words by kind
// of quantity, so that the cost grows with the number of claims and not with the number of pairs.

import type { Claim } from './claim.ts';
import type { ComparableValue } from './comparableValue.ts';
import type { Profiles } from './profile.ts';

export interface Candidate {
  readonly claim: number;
  /** Rarity and closeness of the shared words, summed. */
  readonly shared: number;
}

/** How many partners each claim is compared with. */
const PARTNERS = 16;
/** How many of its words each claim is looked up by, the weightiest first. */
const LOOKED_UP = 14;
/** A word that stands by more figures of one kind than this finds nobody. */
const COMMON = 160;

/** The claims near a word, and how near each stands to it. */
interface Postings {
  readonly claims: number[];
  readonly closeness: number[];
}

/** The best partners of every claim, equal values included, the best first. Claims without a value have none. */
export function findCandidates(
  claims: readonly Claim[],
  values: readonly (ComparableValue | undefined)[],
  profiles: Profiles,
  excluded: (a: number, b: number) => boolean,
): Candidate[][] {
  const index = new Map<string, Map<number, Postings>>();
  claims.forEach((_, i) => {
    const value = values[i];
    if (!value) return;
    let words = index.get(value.key);
    if (!words) {
      words = new Map();
      index.set(value.key, words);
    }
    const { concepts, closeness } = profiles.of[i]!;
    for (let k = 0; k < concepts.length; k++) {
      if (closeness[k]! < 0.12) continue;
      let postings = words.get(concepts[k]!);
      if (!postings) {
        postings = { claims: [], closeness: [] };
        words.set(concepts[k]!, postings);
      }
      postings.claims.push(i);
      postings.closeness.push(closeness[k]!);
    }
  });
  // One array of sums for all claims in turn: only what was touched is read and set back.
  const shared = new Float64Array(claims.length);
  return claims.map((_, i) => {
    const value = values[i];
    return value ? bestOf(i, index.get(value.key)!, profiles, shared, excluded) : [];
  });
}

function bestOf(
  i: number,
  words: Map<number, Postings>,
  { of, rarity }: Profiles,
  shared: Float64Array,
  excluded: (a: number, b: number) => boolean,
): Candidate[] {
  const { concepts, closeness } = of[i]!;
  const order = [...concepts.keys()]
    .map((k) => ({ concept: concepts[k]!, closeness: closeness[k]!, weight: closeness[k]! * rarity[concepts[k]!]! }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, LOOKED_UP);
  const touched: number[] = [];
  for (const { concept, closeness: own } of order) {
    const postings = words.get(concept);
    if (!postings || postings.claims.length > COMMON) continue;
    for (let at = 0; at < postings.claims.length; at++) {
      const j = postings.claims[at]!;
      if (shared[j] === 0) touched.push(j);
      shared[j]! += rarity[concept]! * Math.sqrt(own * postings.closeness[at]!);
    }
  }
  const best: Candidate[] = [];
  for (const claim of touched) {
    const sum = shared[claim]!;
    shared[claim] = 0;
    if (best.length === PARTNERS && !isBefore(claim, sum, best[PARTNERS - 1]!)) continue;
    if (claim === i || excluded(i, claim)) continue;
    let place = best.length < PARTNERS ? best.length : PARTNERS - 1;
    for (; place > 0 && isBefore(claim, sum, best[place - 1]!); place--) best[place] = best[place - 1]!;
    best[place] = { claim, shared: sum };
  }
  return best;
}

/** Whether a claim that shares so much comes before another: the one with more, of equals the earlier. */
function isBefore(claim: number, shared: number, other: Candidate): boolean {
  return shared > other.shared || (shared === other.shared && claim < other.claim);
}
