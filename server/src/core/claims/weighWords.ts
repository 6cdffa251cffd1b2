// What a claim's words weigh, as rare as they are in the present state of the document: how much it says in all, and by which
// of them it is looked up.

import { type Concept, inUnits } from './conceptIndex.ts';
import { keepBest } from './keepBest.ts';
import { OWN } from './profile.ts';

/** How many of its words each claim is looked up by, the weightiest first. */
const LOOKED_UP = 14;

export interface WeighedWords {
  /** By concept, 0…1. */
  readonly rarity: Float32Array;
  /** Rarity times closeness of the words in the claim's own sentence or cell, in units. */
  readonly total: number;
  /** The words by which it is looked up, as indices into its concepts. */
  readonly lookedUp: readonly number[];
}

/** Weighs words that stand so near to a claim's figure. */
export function weighWords(concepts: readonly Concept[], closeness: Float32Array): WeighedWords {
  const rarity = new Float32Array(concepts.length);
  const weights = new Float64Array(concepts.length);
  let total = 0;
  for (let at = 0; at < concepts.length; at++) {
    const own = concepts[at]!.rarity;
    rarity[at] = own;
    weights[at] = closeness[at]! * own;
    if (closeness[at]! >= OWN) total += inUnits(weights[at]!);
  }
  return { rarity, total, lookedUp: findWeightiest(concepts, weights) };
}

/** The weightiest, of equals the first in the alphabet. */
function findWeightiest(concepts: readonly Concept[], weights: Float64Array): number[] {
  const found: number[] = [];
  const isBefore = (one: number, other: number): boolean =>
    weights[one]! > weights[other]! || (weights[one] === weights[other] && concepts[one]!.name < concepts[other]!.name);
  for (let at = 0; at < concepts.length; at++) keepBest(found, at, LOOKED_UP, isBefore);
  return found;
}
