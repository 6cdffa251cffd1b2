// The places of a document where a pattern may lie, each with what its words prove. Nothing is decided here, and where the
// passage stood before is not asked.

import { partitionPoint } from '../text/partitionPoint.ts';
import { type Alignment, alignWords } from './alignment.ts';
import type { Pattern } from './pattern.ts';
import { countOf, findKey, hashOfPair, placesOf, type WordIndex } from './wordIndex.ts';

export interface Candidate extends Alignment {
  /** The passage's words stand here, all and in order. */
  readonly verbatim: boolean;
  /** So do the words around it. */
  readonly whole: boolean;
}

/** A pair of words that stands in more places than this is no seed. */
const MAX_SEED_PLACES = 16;
const MAX_OCCURRENCES = 512;
/** Words that are compared at most while places are listed that stand word for word. */
const MAX_COMPARED = 1 << 16;
const MAX_ALIGNED = 8;
/** How many words an edit may have put in or taken out before a passage has to be found piece by piece. */
const SLACK = 24;

/**
 * Places where the passage stands word for word, `near` first when there are too many to look at all (word indices).
 */
export function occurrencesOf(pattern: Pattern, index: WordIndex, near: number): number[] {
  const { first, last, ids } = pattern;
  if (first === last) return [];
  for (let i = first; i < last; i++) if (ids[i]! < 0) return [];
  let rarest = placesOf(index.single, ids[first]!);
  let offset = 0;
  for (let i = first; i + 1 < last; i++) {
    const key = findKey(index.pair, hashOfPair(pattern.words.hashes[i]!, pattern.words.hashes[i + 1]!));
    if (key < 0) return [];
    if (countOf(index.pair, key) < rarest.length) {
      rarest = placesOf(index.pair, key);
      offset = i - first;
    }
  }
  const found: number[] = [];
  const limit = Math.max(4, Math.min(MAX_OCCURRENCES, Math.floor(MAX_COMPARED / pattern.count)));
  for (const place of nearestFirst(rarest, near + offset, limit * 4)) {
    const begin = place - offset;
    let i = first;
    while (i < last && index.ids[begin + i - first] === ids[i]) i++;
    if (i === last) found.push(begin);
    if (found.length === limit) break;
  }
  return found;
}

/** The occurrence as a candidate, judged by the words that match without a break on either side. */
export function quickCandidate(pattern: Pattern, index: WordIndex, place: number): Candidate {
  const target = new Int32Array(pattern.count).fill(-1);
  let score = 0;
  const shift = place - pattern.first;
  let from = pattern.first;
  while (from > 0 && index.ids[shift + from - 1] === pattern.ids[from - 1]) from--;
  let to = pattern.last;
  while (to < pattern.count && index.ids[shift + to] === pattern.ids[to]) to++;
  for (let i = from; i < to; i++) {
    target[i] = shift + i;
    score += pattern.bits[i]!;
  }
  const whole = from === 0 && to === pattern.count;
  if (from > 0) score -= 3.5 + 0.7 * from;
  if (to < pattern.count) score -= 3.5 + 0.7 * (pattern.count - to);
  return { score, target, verbatim: true, whole };
}

/** The occurrence as a candidate, its surroundings aligned. */
export function alignedOccurrence(pattern: Pattern, index: WordIndex, place: number): Candidate {
  const low = Math.max(0, place - pattern.first - SLACK);
  const high = Math.min(index.words.count, place + pattern.count - pattern.first + SLACK);
  return { ...alignWords(pattern, index, low, high, place), verbatim: true, whole: false };
}

/** The best few places where parts of the pattern stand, however changed. `near` (word indices) are always looked at. */
export function alikeCandidates(pattern: Pattern, index: WordIndex, near: readonly number[]): Candidate[] {
  const slack = SLACK + (pattern.count >> 1);
  const found: Candidate[] = [];
  const seen: number[] = [];
  const expected = near.map((place) => place - pattern.first);
  for (const shift of [...expected, ...likelyShifts(pattern, index)]) {
    if (seen.some((other) => Math.abs(other - shift) < slack >> 1)) continue;
    if (seen.push(shift) > MAX_ALIGNED) break;
    const low = Math.max(0, shift - slack);
    const high = Math.min(index.words.count, shift + pattern.count + slack);
    if (low >= high) continue;
    found.push({ ...alignWords(pattern, index, low, high), verbatim: false, whole: false });
  }
  return found;
}

/**
 * Whether no second place of the document has much of the pattern's rare words: at most this part of what the best has.
 */
export function standsAlone(pattern: Pattern, index: WordIndex, part: number): boolean {
  const [best, second] = supportedShifts(pattern, index);
  return best !== undefined && (second === undefined || second.bits <= best.bits * part);
}

function likelyShifts(pattern: Pattern, index: WordIndex): number[] {
  return supportedShifts(pattern, index).map((cluster) => cluster.shift);
}

/**
 * How far the pattern's first word would stand from the document's first for most of its rare pairs and words to meet
 * theirs: the best-supported shifts first.
 */
function supportedShifts(pattern: Pattern, index: WordIndex): { shift: number; bits: number }[] {
  const seeds: { shift: number; bits: number }[] = [];
  for (let i = 0; i < pattern.count; i++) {
    const paired =
      i + 1 < pattern.count
        ? findKey(index.pair, hashOfPair(pattern.words.hashes[i]!, pattern.words.hashes[i + 1]!))
        : -1;
    const places = paired >= 0 ? placesOf(index.pair, paired) : placesOf(index.single, pattern.ids[i]!);
    if (places.length > MAX_SEED_PLACES) continue;
    const bits = Math.log2(index.words.count / places.length + 1);
    for (const place of places) seeds.push({ shift: place - i, bits });
  }
  seeds.sort((a, b) => a.shift - b.shift);
  const clusters: { shift: number; bits: number }[] = [];
  for (let i = 0; i < seeds.length; ) {
    const begin = seeds[i]!.shift;
    let bits = 0;
    let weighted = 0;
    for (; i < seeds.length && seeds[i]!.shift - begin <= SLACK / 2; i++) {
      bits += seeds[i]!.bits;
      weighted += seeds[i]!.bits * seeds[i]!.shift;
    }
    clusters.push({ shift: Math.round(weighted / bits), bits });
  }
  return clusters.sort((a, b) => b.bits - a.bits).slice(0, MAX_ALIGNED);
}

/** At most `count` of the sorted places, those nearest to `near`, nearest first. */
function nearestFirst(places: Int32Array, near: number, count: number): number[] {
  let high = partitionPoint(places.length, (index) => places[index]! < near);
  let low = high - 1;
  const chosen: number[] = [];
  while (chosen.length < count && (low >= 0 || high < places.length)) {
    const below = low >= 0 ? near - places[low]! : Number.POSITIVE_INFINITY;
    const above = high < places.length ? places[high]! - near : Number.POSITIVE_INFINITY;
    chosen.push(below <= above ? places[low--]! : places[high++]!);
  }
  return chosen;
}
