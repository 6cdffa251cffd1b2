// Judges name candidates in the light of the whole document: a spelling that is surely a name in one place is likely
// one in another, a surname is known by the full name and an acronym by its expansion. Works on the candidates' scores alone, never on the text around them.

import { remembering } from '../text/remembering.ts';
import type { NameCandidate } from './actor.ts';
import { areSameScores, bestOf, type KindScores, raise } from './kindScores.ts';

/** A candidate among those of its document. */
export interface PlacedCandidate {
  readonly candidate: NameCandidate;
  /** Counts the pieces of prose; candidates of one piece are consecutive and in order of their start. */
  readonly prose: number;
}

/** What is known of a word that longer candidates begin or end with: how many do, and their best scores. */
export interface WordEvidence {
  count: number;
  readonly best: [number, number, number];
}

export interface Spelling extends WordEvidence {
  readonly sums: [number, number, number];
}

/** What is found so often is told by rounded scores: one more or less of its kind hardly ever makes a difference. */
const OFTEN = 12;
/** The parts of one that these are rounded to. */
const PARTS = 4;

/** Whether candidates of a spelling are judged alike by what is known of it now and by what was. */
export function isToldAlike(a: Spelling, b: Spelling): boolean {
  if (!isBestAlike(a, b)) return false;
  if (a.count < OFTEN || b.count < OFTEN) return a.count === b.count && areSameScores(a.sums, b.sums);
  return a.sums.every((_, kind) => roundedMean(a, kind) === roundedMean(b, kind));
}

/** Whether candidates are judged alike by what is known of a word, or of the best of a spelling, now and by what was. */
export function isBestAlike(a: WordEvidence, b: WordEvidence): boolean {
  return a.best.every((_, kind) => bestTold(a, kind) === bestTold(b, kind));
}

/** The best score of a kind as candidates are judged by it. */
function bestTold({ count, best }: WordEvidence, kind: number): number {
  const score = clip(best[kind]!);
  return count >= OFTEN ? rounded(score) : score;
}

function roundedMean({ sums, count }: Spelling, kind: number): number {
  return rounded(sums[kind]! / count);
}

function rounded(score: number): number {
  return Math.round(PARTS * score) / PARTS;
}

/** The mean score of a kind in the other places where a spelling stands, of which there are some; `own` is the score in this one. */
function meanElsewhere(spelling: Spelling, kind: number, own: number): number {
  if (spelling.count >= OFTEN) return roundedMean(spelling, kind);
  return (spelling.sums[kind]! - summand(own)) / (spelling.count - 1);
}

/** The least that a spelling is known to be of a kind. */
export const LEAST = -9;

const newSpelling = (): Spelling => ({ count: 0, sums: [0, 0, 0], best: [LEAST, LEAST, LEAST] });

/** What a document knows of spellings, counted over all its candidates. */
export interface DocumentEvidence {
  readonly spellings: Map<string, Spelling>;
  /** For each single word, what the longer candidates say that begin or end with it, or have it for their initials. */
  readonly begins: Map<string, WordEvidence>;
  readonly ends: Map<string, WordEvidence>;
  readonly initials: Map<string, WordEvidence>;
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
    spelling = newSpelling();
    evidence.spellings.set(key, spelling);
  }
  spelling.count++;
  for (let k = 0; k < 3; k++) spelling.sums[k]! += summand(scores[k]!);
  raise(spelling.best, scores);
  const parts = wordsToldOf(candidate);
  if (parts === undefined) return;
  addWord(evidence.begins, parts.first, scores);
  addWord(evidence.ends, parts.last, scores);
  addWord(evidence.initials, parts.initials, scores);
}

/** Takes a candidate out again; the best scores stay what they were. */
export function takeCandidate(evidence: DocumentEvidence, candidate: NameCandidate): void {
  const { key, scores } = candidate;
  const spelling = evidence.spellings.get(key)!;
  for (let k = 0; k < 3; k++) spelling.sums[k]! -= summand(scores[k]!);
  takeOne(evidence.spellings, key);
  const parts = wordsToldOf(candidate);
  if (parts === undefined) return;
  takeOne(evidence.begins, parts.first);
  takeOne(evidence.ends, parts.last);
  takeOne(evidence.initials, parts.initials);
}

/** The words that a candidate says something of beyond its own spelling; undefined if it is no likely name of several words. */
export function wordsToldOf({ key, scores }: NameCandidate): KeyParts | undefined {
  return bestOf(scores) <= -2 ? undefined : partsOf(key);
}

function addWord(map: Map<string, WordEvidence>, word: string, scores: KindScores): void {
  const known = map.get(word);
  if (known === undefined) {
    map.set(word, { count: 1, best: [scores[0], scores[1], scores[2]] });
    return;
  }
  known.count++;
  raise(known.best, scores);
}

function takeOne(map: Map<string, WordEvidence>, key: string): void {
  const known = map.get(key)!;
  known.count--;
  if (known.count === 0) map.delete(key);
}

function gather(placed: readonly PlacedCandidate[]): DocumentEvidence {
  const evidence = newEvidence();
  for (const { candidate } of placed) addCandidate(evidence, candidate);
  return evidence;
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

const clip = (score: number) => (score > 5 ? 5 : score < -5 ? -5 : score);

/** A score as it is summed: a multiple of 2⁻¹⁰, so that sums are the same in any order. */
const summand = (score: number) => Math.round(clip(score) * 1024) / 1024;

/** Number of features that each kind of each candidate has. */
export const DOCUMENT_FEATURES = 29;

/**
 * What the document says for and against each kind of each candidate: `DOCUMENT_FEATURES` numbers for person, then for
 * organization, then for place. The kinds share their weights. Calls `visit` for each candidate in turn, with an array
 * that is used again for the next one.
 */
export function visitDocumentFeatures(
  placed: readonly PlacedCandidate[],
  visit: (features: Float64Array, index: number) => void,
): void {
  const evidence = gather(placed);
  const counts: [number, number, number] = [0, 0, 0];
  for (const spelling of evidence.spellings.values()) countLikely(counts, spelling, 1);
  visitFeatures(placed, evidence, leaningsOf(counts), visit);
}

/** The same for candidates of whole pieces of prose, in the light of what is known of the whole document. */
export function visitFeatures(
  placed: readonly PlacedCandidate[],
  evidence: DocumentEvidence,
  leanings: Leanings,
  visit: (features: Float64Array, index: number) => void,
): void {
  const bounds = boundingScores(placed);
  const listed = listedScores(placed);
  const features = new Float64Array(3 * DOCUMENT_FEATURES);
  for (let index = 0; index < placed.length; index++) {
    describe(placed[index]!.candidate, evidence, bounds, index, features);
    for (let k = 0; k < 3; k++) {
      const at = k * DOCUMENT_FEATURES + LEANING;
      features[at] = leanings[k]!;
      features[at + 1] = features[k * DOCUMENT_FEATURES + 1]! * leanings[k]!;
      const beside = listed[index * 3 + k]!;
      if (beside > -9) {
        features[at + 2] = 1;
        features[at + 3] = clip(beside);
      }
    }
    visit(features, index);
  }
}

function describe(
  candidate: NameCandidate,
  evidence: DocumentEvidence,
  bounds: Bounds,
  index: number,
  out: Float64Array,
): void {
  const { key, scores } = candidate;
  const single = key.indexOf(' ') < 0;
  const spelling = evidence.spellings.get(key)!;
  const others = spelling.count - 1;
  const begin = single ? evidence.begins.get(key) : undefined;
  const end = single ? evidence.ends.get(key) : undefined;
  const spelled =
    single && key.length > 1 && key.length < 8
      ? evidence.initials.get(key.includes('.') ? key.replaceAll('.', '') : key)
      : undefined;
  out.fill(0);
  for (let k = 0; k < 3; k++) {
    const at = k * DOCUMENT_FEATURES;
    const next = k === 2 ? 0 : k + 1;
    const last = k === 0 ? 2 : k - 1;
    const own = clip(scores[k]!);
    out[at] = 1;
    out[at + 1] = single ? 1 : 0;
    out[at + 2] = own;
    out[at + 3] = single ? own : 0;
    out[at + 4] = clip(Math.max(scores[next]!, scores[last]!));
    if (others > 0) {
      const mean = meanElsewhere(spelling, k, scores[k]!);
      out[at + 5] = 1;
      out[at + 6] = mean;
      out[at + 7] = bestTold(spelling, k);
      out[at + 8] = others > 1 ? mean : 0;
      out[at + 9] = Math.max(
        meanElsewhere(spelling, next, scores[next]!),
        meanElsewhere(spelling, last, scores[last]!),
      );
    }
    if (end !== undefined) {
      out[at + 10] = 1;
      out[at + 11] = bestTold(end, k);
    }
    if (begin !== undefined) {
      out[at + 12] = 1;
      out[at + 13] = bestTold(begin, k);
    }
    if (spelled !== undefined) {
      out[at + 14] = 1;
      out[at + 15] = bestTold(spelled, k);
    }
    putBound(out, at + 16, bounds.outer, index, k);
    putBound(out, at + 19, bounds.inner, index, k);
    putBound(out, at + 22, bounds.crossing, index, k);
  }
}

/** The first of the features of a kind that tell of the document's leaning: it, and it again for a single word. */
export const LEANING = 25;

/** How much a document speaks of each kind, by its distinct likely names: a travel guide of places. About 0 on the whole. */
export type Leanings = readonly [person: number, organization: number, place: number];

/** Counts a spelling among the likely names of its kind, or takes it out again. */
export function countLikely(counts: [number, number, number], { best }: Spelling, by: 1 | -1): void {
  const top = bestOf(best);
  if (top > 0) counts[best.indexOf(top)]! += by;
}

/** Leanings are told in so many steps to a factor of e: a name more or less hardly ever changes them, and then by little. */
const LEANING_STEPS = 4;

/** The leanings of a document with so many likely names of each kind. */
export function leaningsOf(likely: Leanings): Leanings {
  const all = likely[0] + likely[1] + likely[2] + 3;
  const lean = (count: number): number => Math.round(LEANING_STEPS * Math.log((3 * (count + 1)) / all)) / LEANING_STEPS;
  return [lean(likely[0]), lean(likely[1]), lean(likely[2])];
}

/** Whether there is such a neighbour, its score for the kind, its best score. */
function putBound(out: Float64Array, at: number, list: Float64Array, index: number, k: number): void {
  const own = list[index * 3 + k]!;
  if (own <= -9) return;
  out[at] = 1;
  out[at + 1] = clip(own);
  out[at + 2] = clip(Math.max(list[index * 3]!, list[index * 3 + 1]!, list[index * 3 + 2]!));
}

/** For each candidate and kind the score of the likeliest name beside it in a list; −9 where there is none. */
function listedScores(placed: readonly PlacedCandidate[]): Float64Array {
  const beside = new Float64Array(placed.length * 3).fill(-9);
  const top = ({ candidate }: PlacedCandidate) => bestOf(candidate.scores);
  /** By where they begin, the likeliest candidates of one piece of prose. */
  const starts = new Map<number, number>();
  for (let from = 0; from < placed.length; ) {
    const { prose } = placed[from]!;
    starts.clear();
    let end = from;
    for (; end < placed.length && placed[end]!.prose === prose; end++) {
      const { start } = placed[end]!.candidate.span;
      const known = starts.get(start);
      if (known === undefined || top(placed[end]!) > top(placed[known]!)) starts.set(start, end);
    }
    for (let index = from; index < end; index++) {
      const { nextListed } = placed[index]!.candidate;
      const next = nextListed === undefined ? undefined : starts.get(nextListed);
      if (next === undefined) continue;
      raiseTo(beside, index, placed[next]!);
      raiseTo(beside, next, placed[index]!);
    }
    from = end;
  }
  return beside;
}

function raiseTo(list: Float64Array, index: number, { candidate: { scores } }: PlacedCandidate): void {
  for (let k = 0; k < 3; k++) list[index * 3 + k] = Math.max(list[index * 3 + k]!, scores[k]!);
}

interface Bounds {
  readonly outer: Float64Array;
  readonly inner: Float64Array;
  readonly crossing: Float64Array;
}

/** Best scores of the candidates that contain, are within, or cross each candidate. */
function boundingScores(placed: readonly PlacedCandidate[]): Bounds {
  const outer = new Float64Array(placed.length * 3).fill(-9);
  const inner = new Float64Array(placed.length * 3).fill(-9);
  const crossing = new Float64Array(placed.length * 3).fill(-9);
  const raiseAt = (list: Float64Array, index: number, scores: readonly number[]) => {
    for (let k = 0; k < 3; k++) if (scores[k]! > list[index * 3 + k]!) list[index * 3 + k] = scores[k]!;
  };
  for (let i = 0; i < placed.length; i++) {
    const a = placed[i]!;
    for (let j = i + 1; j < placed.length; j++) {
      const b = placed[j]!;
      if (b.prose !== a.prose || b.candidate.span.start >= a.candidate.span.end) break;
      const s = a.candidate.span;
      const t = b.candidate.span;
      if (s.start <= t.start && t.end <= s.end) {
        raiseAt(outer, j, a.candidate.scores);
        raiseAt(inner, i, b.candidate.scores);
      } else if (t.start <= s.start && s.end <= t.end) {
        raiseAt(outer, i, b.candidate.scores);
        raiseAt(inner, j, a.candidate.scores);
      } else {
        raiseAt(crossing, i, b.candidate.scores);
        raiseAt(crossing, j, a.candidate.scores);
      }
    }
  }
  return { outer, inner, crossing };
}
