// The words that two claims share, by how rare they are and how near to either figure they stand.

import { visitWords } from './claimView.ts';
import { inUnits, UNIT } from './conceptIndex.ts';
import type { IndexedClaim } from './indexedClaim.ts';
import { keepBest } from './keepBest.ts';
import { OWN } from './profile.ts';

export interface SharedMass {
  /** Rarity and closeness of the shared words, summed. */
  readonly mass: number;
  /** Share of what each claim says that the other says as well, 0…1. */
  readonly coverA: number;
  readonly coverB: number;
}

/** A claim says at least so much. */
const LEAST = inUnits(0.4);
/** How many of the shared words are told. */
const TOLD = 6;

/** How much two claims of one index share, the earlier first. */
export function weighShared(one: IndexedClaim, other: IndexedClaim): SharedMass {
  const { numbers: left, closeness: near, rarity } = one;
  const { numbers: right, closeness: far } = other;
  let mass = 0;
  for (let x = 0, y = 0; x < left.length && y < right.length; ) {
    const by = left[x]! - right[y]!;
    if (by === 0) mass += inUnits(rarity[x]! * jointCloseness(near[x]!, far[y]!));
    if (by <= 0) x++;
    if (by >= 0) y++;
  }
  return { mass: mass / UNIT, coverA: mass / Math.max(LEAST, one.total), coverB: mass / Math.max(LEAST, other.total) };
}

/** The weightiest of the words that two claims share, as the sentence of the first prints them; of equals the first in the alphabet. */
export function sharedWords(one: IndexedClaim, other: IndexedClaim): readonly string[] {
  const found: { readonly name: string; readonly weight: number }[] = [];
  one.concepts.forEach(({ name }, x) => {
    const y = other.concepts.indexOf(one.concepts[x]!);
    if (y < 0) return;
    const weight = inUnits(one.rarity[x]! * jointCloseness(one.closeness[x]!, other.closeness[y]!));
    keepBest(
      found,
      { name, weight },
      TOLD,
      (a, b) => a.weight > b.weight || (a.weight === b.weight && a.name < b.name),
    );
  });
  const texts = new Map<string, string>();
  visitWords(one.claim, ({ concept, text }) => {
    if (!texts.has(concept)) texts.set(concept, text);
  });
  return found.flatMap(({ name }) => texts.get(name) ?? []);
}

/** How much a shared word counts that stands so near to either figure; one from the surroundings of one of them counts little. */
function jointCloseness(one: number, other: number): number {
  const least = Math.min(one, other);
  return least < OWN ? least * 1.3 : Math.sqrt(one * other);
}
