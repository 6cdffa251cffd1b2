// What a document knows of the spellings of its name candidates, and of the words that the longer ones begin and end with; and of which
// kinds it speaks most. Goes by the candidates' scores alone.

import { remembering } from '../text/remembering.ts';
import type { NameCandidate } from './actor.ts';
import { areSameScores, bestOf, type KindScores, mapKinds } from './kindScores.ts';
import { clip, OFTEN, rounded, ScoreTally } from './scoreTally.ts';

/** What is told of a word that longer candidates begin or end with: how many do, and the best scores that are told of them. */
export interface ToldWord {
  readonly count: number;
  readonly told: KindScores;
}

/** And of a spelling, the sums of its scores. */
export interface ToldSpelling extends ToldWord {
  readonly sums: KindScores;
}

/** What is known of a spelling. */
export interface Spelling {
  readonly tally: ScoreTally;
  readonly sums: [number, number, number];
}

/** What is told of a word or a spelling as it is now: a later edit changes nothing of it. */
export function tellWord({ count, told }: ScoreTally): ToldWord {
  return { count, told };
}

export function tellSpelling({ tally, sums }: Spelling): ToldSpelling {
  return { ...tellWord(tally), sums: [...sums] };
}

/** Whether candidates of a spelling are judged alike by what is told of it now and by what was. */
export function isToldAlike(a: ToldSpelling, b: ToldSpelling): boolean {
  if (!isBestAlike(a, b)) return false;
  if (a.count < OFTEN || b.count < OFTEN) return a.count === b.count && areSameScores(a.sums, b.sums);
  return a.sums.every((_, kind) => roundedMean(a.sums, a.count, kind) === roundedMean(b.sums, b.count, kind));
}

/** Whether candidates are judged alike by what is told of a word, or of the best of a spelling, now and by what was. */
export function isBestAlike(a: ToldWord, b: ToldWord): boolean {
  return areSameScores(mapKinds(a.told, clip), mapKinds(b.told, clip));
}

function roundedMean(sums: KindScores, count: number, kind: number): number {
  return rounded(sums[kind]! / count);
}

/** The mean score of a kind in the other places where a spelling stands, of which there are some; `own` is the score in this one. */
export function meanElsewhere({ tally: { count }, sums }: Spelling, kind: number, own: number): number {
  if (count >= OFTEN) return roundedMean(sums, count, kind);
  return (sums[kind]! - summand(own)) / (count - 1);
}

/** What a document knows of spellings, counted over all its candidates. */
export interface DocumentEvidence {
  readonly spellings: Map<string, Spelling>;
  /** For each single word, what the longer candidates say that begin or end with it, or have it for their initials. */
  readonly begins: Map<string, ScoreTally>;
  readonly ends: Map<string, ScoreTally>;
  readonly initials: Map<string, ScoreTally>;
}

/** Evidence of no candidate yet. */
export function newEvidence(): DocumentEvidence {
  return { spellings: new Map(), begins: new Map(), ends: new Map(), initials: new Map() };
}

/** Counts a candidate. */
export function addCandidate(evidence: DocumentEvidence, candidate: NameCandidate): void {
  const { key, scores } = candidate;
  let spelling = evidence.spellings.get(key);
  if (spelling === undefined) {
    spelling = { tally: new ScoreTally(), sums: [0, 0, 0] };
    evidence.spellings.set(key, spelling);
  }
  spelling.tally.add(scores);
  for (let k = 0; k < 3; k++) spelling.sums[k]! += summand(scores[k]!);
  const parts = wordsToldOf(candidate);
  if (parts === undefined) return;
  addWord(evidence.begins, parts.first, scores);
  addWord(evidence.ends, parts.last, scores);
  addWord(evidence.initials, parts.initials, scores);
}

/** Takes a candidate out again. */
export function takeCandidate(evidence: DocumentEvidence, candidate: NameCandidate): void {
  const { key, scores } = candidate;
  const spelling = evidence.spellings.get(key)!;
  for (let k = 0; k < 3; k++) spelling.sums[k]! -= summand(scores[k]!);
  spelling.tally.take(scores);
  if (spelling.tally.count === 0) evidence.spellings.delete(key);
  const parts = wordsToldOf(candidate);
  if (parts === undefined) return;
  takeWord(evidence.begins, parts.first, scores);
  takeWord(evidence.ends, parts.last, scores);
  takeWord(evidence.initials, parts.initials, scores);
}

/** The words that a candidate says something of beyond its own spelling; undefined if it is no likely name of several words. */
export function wordsToldOf({ key, scores }: NameCandidate): KeyParts | undefined {
  return bestOf(scores) <= -2 ? undefined : partsOf(key);
}

function addWord(map: Map<string, ScoreTally>, word: string, scores: KindScores): void {
  let known = map.get(word);
  if (known === undefined) {
    known = new ScoreTally();
    map.set(word, known);
  }
  known.add(scores);
}

function takeWord(map: Map<string, ScoreTally>, word: string, scores: KindScores): void {
  const known = map.get(word)!;
  known.take(scores);
  if (known.count === 0) map.delete(word);
}

export interface KeyParts {
  readonly first: string;
  readonly last: string;
  readonly initials: string;
}

const MOST_KEYS = 50_000;

/** First word, last word and initials of a key of several words. */
const partsOf = remembering(MOST_KEYS, (key): KeyParts | undefined => {
  const blank = key.indexOf(' ');
  if (blank <= 0) return undefined;
  return { first: key.slice(0, blank), last: key.slice(key.lastIndexOf(' ') + 1), initials: acronymOf(key) };
});

/** The initials of a folded name: "kcna" of "korean central news agency"; from what was read of it before where that is known. */
export function initialsOf(key: string): string {
  return partsOf(key)?.initials ?? acronymOf(key);
}

const SMALL = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'at', 'to', 'de', 'la', '&']);

/** First letters of a folded name's words without the small ones: "korean central news agency" gives "kcna". */
function acronymOf(key: string): string {
  let acronym = '';
  for (const word of key.split(/[ -]/)) if (!SMALL.has(word)) acronym += word.charAt(0);
  return acronym;
}

/** A score as it is summed: a multiple of 2⁻¹⁰, so that sums are the same in any order. */
const summand = (score: number) => Math.round(clip(score) * 1024) / 1024;

/** How much a document speaks of each kind, by its distinct likely names: a travel guide of places. About 0 on the whole. */
export type Leanings = readonly [person: number, organization: number, place: number];

/** Counts a spelling among the likely names of its kind, or takes it out again. */
export function countLikely(counts: [number, number, number], { told }: ToldWord, by: 1 | -1): void {
  const best = bestOf(told);
  if (best > 0) counts[told.indexOf(best)]! += by;
}

/** Leanings are told in so many steps to a factor of e: a name more or less hardly ever changes them, and then by little. */
const LEANING_STEPS = 4;

/** The leanings of a document with so many likely names of each kind. */
export function leaningsOf(likely: Leanings): Leanings {
  const all = likely[0] + likely[1] + likely[2] + 3;
  const lean = (count: number): number => Math.round(LEANING_STEPS * Math.log((3 * (count + 1)) / all)) / LEANING_STEPS;
  return [lean(likely[0]), lean(likely[1]), lean(likely[2])];
}
