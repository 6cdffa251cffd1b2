// What the scores of several names say together of their kind. Sums are of whole parts, so that they are the same in whatever order names
// are added and taken away.

import type { KindScores } from './kindScores.ts';
import { ORGANIZATION, OTHER, PERSON, PLACE } from './kinds.ts';

/** A name as far as its scores speak of its kind. */
interface ScoredName {
  readonly kind: number;
  readonly scores: KindScores;
}

/** What the scores of names come to, in whole parts of one. */
export interface KindSums {
  count: number;
  /** How many are of a known kind, and what they say of each kind: no name more than four or less than minus four. */
  known: number;
  readonly said: [person: number, organization: number, place: number];
  /** What all of them score. */
  readonly scored: [person: number, organization: number, place: number];
}

const PARTS = 4096;
const MOST = 4;
const inParts = (score: number): number => Math.round(PARTS * score);
const bounded = (score: number): number => Math.max(-MOST, Math.min(MOST, score));

/** Of each name in turn: whether its kind is known, what it says of each kind, what it scores. */
export type SummedScores = Float64Array;
/** So many numbers stand there for each. */
const WIDTH = 7;

/** What each of some names adds to sums. */
export function summedScores(names: readonly ScoredName[]): SummedScores {
  const all = new Float64Array(names.length * WIDTH);
  names.forEach(({ kind, scores }, at) => {
    const own = at * WIDTH;
    const isKnown = kind !== OTHER;
    all[own] = isKnown ? 1 : 0;
    for (let k = 0; k < 3; k++) {
      all[own + 1 + k] = isKnown ? inParts(bounded(scores[k]!)) : 0;
      all[own + 4 + k] = inParts(scores[k]!);
    }
  });
  return all;
}

/** The sums of no names. */
export function newSums(): KindSums {
  return { count: 0, known: 0, said: [0, 0, 0], scored: [0, 0, 0] };
}

/** Adds one of the names that `scores` are of to sums, or with `by` −1 takes it away. */
export function addScores(sums: KindSums, scores: SummedScores, name: number, by: 1 | -1): void {
  const own = name * WIDTH;
  sums.count += by;
  sums.known += by * scores[own]!;
  for (let k = 0; k < 3; k++) {
    sums.said[k]! += by * scores[own + 1 + k]!;
    sums.scored[k]! += by * scores[own + 4 + k]!;
  }
}

/** The kind that names' scores together speak for. */
export function kindOfSums({ known, said }: KindSums): number {
  if (known === 0) return OTHER;
  const [person, organization, place] = said;
  return person >= organization && person >= place ? PERSON : organization >= place ? ORGANIZATION : PLACE;
}

/** Whether the kind of names is doubtful enough for a full name to overrule it. */
export function isWeakBy({ count, scored }: KindSums, kind: number): boolean {
  return kind !== OTHER && (scored[kind]! - scored[PERSON]) / PARTS / count < 2;
}
