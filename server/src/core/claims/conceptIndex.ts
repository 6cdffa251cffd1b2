// The words that the claims of one document speak of: how rare each is, and which claims stand by it. Kept from one state
// of the document to the next; what it answers depends on the present state alone, because every count and sum is a
// whole number.

import { roundCount } from '../text/roundCount.ts';
import { isLightWord } from './lexicon.ts';

/** Weights are whole numbers of this part of one, so that sums are the same in any order. */
export const UNIT = 2 ** 20;

/** The weight as a whole number of units. */
export function inUnits(weight: number): number {
  return Math.floor(weight * UNIT + 0.5);
}

/** Claims by their slots, and how near to each of them a word stands. */
export interface NearClaims {
  readonly slots: number[];
  /** The square roots of the latter. */
  readonly roots: number[];
}

/** The claims of one kind of quantity near a word: those that it finds, and those for which it looks for others. */
export interface Postings {
  readonly found: NearClaims;
  readonly seekers: NearClaims;
  /** Whether it stands by so many figures that it finds nobody. */
  isCommon: boolean;
}

export interface Concept {
  readonly name: string;
  /** Counts the concepts in the order in which they were met. */
  readonly number: number;
  readonly light: boolean;
  /** Whether no claim has to do with it any more. */
  isForgotten: boolean;
  /** In how many sentences with figures it stands. */
  sentences: number;
  /** 0…1. */
  rarity: number;
  /** The slots of all claims that it has to do with. */
  readonly slots: number[];
  /** By kind of quantity. */
  readonly postings: Map<string, Postings>;
}

/** So that words of short documents do not all seem common. */
const SMOOTHING = 30;
const LIGHT = 0.45;

export class ConceptIndex {
  private readonly concepts = new Map<string, Concept>();
  private next = 0;
  /** How many sentences have figures. */
  sentences = 0;
  private scale = Math.log(SMOOTHING);

  conceptOf(name: string): Concept {
    let concept = this.concepts.get(name);
    if (concept === undefined) {
      concept = {
        name,
        number: this.next++,
        light: isLightWord(name),
        isForgotten: false,
        sentences: 0,
        rarity: -1,
        slots: [],
        postings: new Map(),
      };
      this.concepts.set(name, concept);
    }
    return concept;
  }

  /** Forgets concepts that no claim has to do with any more. */
  drop(concept: Concept): void {
    if (concept.slots.length > 0 || concept.sentences > 0 || concept.isForgotten) return;
    this.concepts.delete(concept.name);
    concept.isForgotten = true;
    concept.rarity = -1;
  }

  /** Knows concepts again that may have been forgotten; answers whether all are known now, and by no others of their names. */
  recall(concepts: readonly Concept[]): boolean {
    for (const concept of concepts) {
      if (!concept.isForgotten) continue;
      if (this.concepts.has(concept.name)) return false;
      this.concepts.set(concept.name, concept);
      concept.isForgotten = false;
    }
    return true;
  }

  /** Brings the scale of rarity up to date; answers whether it changed, so that every concept is to be weighed anew. */
  rescale(): boolean {
    const scale = Math.log(roundCount(this.sentences) + SMOOTHING);
    const changed = scale !== this.scale;
    this.scale = scale;
    return changed;
  }

  /** Weighs a concept anew; answers whether it became rarer or more common. */
  reweigh(concept: Concept): boolean {
    const count = Math.max(1, roundCount(concept.sentences));
    const rarity = Math.fround(Math.max(0.02, 1 - Math.log(count + 0.5) / this.scale) * (concept.light ? LIGHT : 1));
    const changed = rarity !== concept.rarity;
    concept.rarity = rarity;
    return changed;
  }

  all(): IterableIterator<Concept> {
    return this.concepts.values();
  }
}
