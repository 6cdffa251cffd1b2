// What the scores of several names say together of their kind. Sums are of whole parts, so that they are the same in whatever order names
// are added and taken away.

import type { KindScores } from './kindScores.ts';
import { ORGANIZATION, OTHER, PERSON, PLACE } from './kinds.ts';

/** A name as far as its scores speak of its kind. */
interface ScoredName {
  readonly kind: number;
  readonly scores: KindScores;
}

const PARTS = 4096;
const MOST = 4;
const inParts = (score: number): number => Math.round(PARTS * score);
const bounded = (score: number): number => Math.max(-MOST, Math.min(MOST, score));

/**
 * What names' scores come to, in whole parts of one: how many names there are, how many of a known kind, what these say of each kind (no
 * name more than four or less than minus four), what all of them score in each kind.
 */
export type KindSums = number[];
const KNOWN = 1;
const SAID = 2;
const SCORED = 5;
const WIDTH = 8;

/** The same of single names, one after the other. */
export type SummedScores = Float64Array;

/** What each of some names adds to sums. */
export function summedScores(names: readonly ScoredName[]): SummedScores {
  const all = new Float64Array(names.length * WIDTH);
  names.forEach(({ kind, scores }, at) => {
    const own = at * WIDTH;
    const isKnown = kind !== OTHER;
    all[own] = 1;
    all[own + KNOWN] = isKnown ? 1 : 0;
    for (let k = 0; k < 3; k++) {
      all[own + SAID + k] = isKnown ? inParts(bounded(scores[k]!)) : 0;
      all[own + SCORED + k] = inParts(scores[k]!);
    }
  });
  return all;
}

/** The sums of no names. Thousands of these are made at once, which lists are for and typed columns are not. */
export function newSums(): KindSums {
  return [0, 0, 0, 0, 0, 0, 0, 0];
}

/** Adds one of the names that `scores` are of to sums, or with `by` −1 takes it away. */
export function addScores(sums: KindSums, scores: SummedScores | KindSums, name: number, by: 1 | -1): void {
  const own = name * WIDTH;
  for (let n = 0; n < WIDTH; n++) sums[n]! += by * scores[own + n]!;
}

/** The kind that names' scores together speak for. */
export function kindOfSums(sums: KindSums): number {
  if (sums[KNOWN] === 0) return OTHER;
  const person = sums[SAID + PERSON]!;
  const organization = sums[SAID + ORGANIZATION]!;
  const place = sums[SAID + PLACE]!;
  return person >= organization && person >= place ? PERSON : organization >= place ? ORGANIZATION : PLACE;
}

/** Whether the kind of names is doubtful enough for a full name to overrule it. */
export function isWeakBy(sums: KindSums, kind: number): boolean {
  return kind !== OTHER && (sums[SCORED + kind]! - sums[SCORED + PERSON]!) / PARTS / sums[0]! < 2;
}
