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

/** The best partners of every claim, equal values included, the best first. Claims without a value have none. */
export function findCandidates(
  claims: readonly Claim[],
  values: readonly (ComparableValue | undefined)[],
  profiles: Profiles,
  excluded: (a: number, b: number) => boolean,
): Candidate[][] {
  const index = new Map<string, Map<number, number[]>>();
  claims.forEach((_, i) => {
    const value = values[i];
    if (!value) return;
    let words = index.get(value.key);
    if (!words) {
      words = new Map();
      index.set(value.key, words);
    }
    const { concepts, closeness } = profiles.of[i]!;
    concepts.forEach((concept, k) => {
      if (closeness[k]! < 0.12) return;
      const postings = words.get(concept);
      if (postings) postings.push(i);
      else words.set(concept, [i]);
    });
  });
  return claims.map((_, i) => {
    const value = values[i];
    return value ? bestOf(i, index.get(value.key)!, profiles, excluded) : [];
  });
}

function bestOf(
  i: number,
  words: Map<number, number[]>,
  profiles: Profiles,
  excluded: (a: number, b: number) => boolean,
): Candidate[] {
  const { concepts, closeness } = profiles.of[i]!;
  const order = [...concepts.keys()]
    .map((k) => ({
      concept: concepts[k]!,
      closeness: closeness[k]!,
      weight: closeness[k]! * profiles.rarity[concepts[k]!]!,
    }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, LOOKED_UP);
  const shared = new Map<number, number>();
  for (const { concept, closeness: own } of order) {
    const postings = words.get(concept);
    if (!postings || postings.length > COMMON) continue;
    for (const j of postings) {
      if (j === i || excluded(i, j)) continue;
      shared.set(
        j,
        (shared.get(j) ?? 0) + profiles.rarity[concept]! * Math.sqrt(own * closenessOf(profiles, j, concept)),
      );
    }
  }
  return [...shared]
    .map(([claim, weight]) => ({ claim, shared: weight }))
    .sort((a, b) => b.shared - a.shared || a.claim - b.claim)
    .slice(0, PARTNERS);
}

function closenessOf(profiles: Profiles, claim: number, concept: number): number {
  const { concepts, closeness } = profiles.of[claim]!;
  let low = 0;
  let high = concepts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = concepts[middle]!;
    if (found === concept) return closeness[middle]!;
    if (found < concept) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
