// Finds annotated passages in a document that may have been edited since: each as found, changed, ambiguous or orphaned.
// Every place is judged by what its words prove and by where the passage is to be expected, both in bits, against the
// other places and against its being gone; the best of bad candidates is never taken.

import type { Span } from '../text/span.ts';
import {
  alignedOccurrence,
  alikeCandidates,
  type Candidate,
  occurrencesOf,
  quickCandidate,
  standsAlone,
} from './candidates.ts';
import { type CarriedSpan, carrySpan } from './carriedSpan.ts';
import { type Expectation, expectAnywhere, expectNear, type Landmark } from './expectation.ts';
import { type FileOffsets, fileOffsetsOf, spanFromFile } from './fileOffsets.ts';
import { type Pattern, patternOf } from './pattern.ts';
import type { Selectors } from './selectors.ts';
import { indexWords, type WordIndex } from './wordIndex.ts';
import { wordIndexAt } from './words.ts';

export type PlacementState = 'found' | 'changed' | 'ambiguous' | 'orphaned';

export interface Placement {
  readonly state: PlacementState;
  /** Where the passage is; of several places that fit, the likeliest; none for an orphaned one. */
  readonly span?: Span;
  /** The places that could be it, likeliest first; for an orphaned one, where it may have been. */
  readonly candidates: readonly Span[];
  /** How sure the state and the place are, 0…1. */
  readonly certainty: number;
  /** Share of the passage's words that are still there, 0…1. */
  readonly kept: number;
}

/** A passage that is gone is one in ten: with this, and the margins below, a place has to prove itself. */
const GONE = 0.1;
/** No other place may have more than this part of a landmark's rare words: a copy of it would mislead its neighbours. */
const LANDMARK_RIVAL = 0.25;
/** A place is taken when it is this likely; several together are ambiguous when they are. */
const SURE = 0.99;
/** …and when it is also where the passage was to be expected before anything else, this likely. */
const SURE_WHERE_EXPECTED = 0.85;
const LIKELY = 0.6;
/** Bits by which one place has to be more to be expected than another. */
const CLEARLY = 2;
/** A place less likely than this is not worth mentioning. */
const RIVAL = 0.005;
/** So sure a passage has to be for others to follow it. */
const SURE_NEIGHBOUR = 0.99;
/** What a landmark's words have to prove beyond what chance could bring about in this document, in bits. */
const LANDMARK_MARGIN = 10;
/** Bits: one document in sixty-odd has a copy of a given passage somewhere. */
const COPY_LIMIT = 6;
/** Bits: one in eight has something much like it, such as the next entry of a list. */
const SIBLING_LIMIT = 3;
const BEYOND_LIMIT = 0.1;
/** Bits that each change within the passage counts against a place, beyond all limits: the very words are rarely a copy. */
const EDIT_COST = 4;
/** With less than this of its words left, a passage is gone, or rewritten. */
const HARDLY_KEPT = 0.25;
/** A place that lost the passage's words is known only by both its sides; each has to prove so much, in bits. */
const BOTH_SIDES = 6;
/** A rewritten passage is at most so much longer than it was (and some words). */
const REWRITTEN_GROWTH = 3;
const REWRITTEN_ALLOWANCE = 40;

/** Finds one passage. Many passages of one document are found faster, and better, together: `anchorAll`. */
export function findPassage(source: string, selectors: Selectors): Placement {
  return anchorAll(source, [selectors])[0]!;
}

/** Finds many passages of one document, in the order given. Passages that are beyond doubt say how the others moved. */
export function anchorAll(source: string, passages: readonly Selectors[]): Placement[] {
  const offsets = fileOffsetsOf(source);
  const index = indexWords(source);
  const searches = passages.map((selectors) => beginSearch(selectors, index, offsets));
  const landmarks = searches
    .flatMap((search) => search?.landmark ?? [])
    .sort((a, b) => a.before - b.before || a.now - b.now);
  const first = searches.map((search) => search && finishSearch(search, landmarks, index, offsets));
  const settledToo = searches.flatMap((search, i) => landmarkOf(search, first[i], offsets) ?? []);
  const more = [...landmarks, ...settledToo].sort((a, b) => a.before - b.before || a.now - b.now);
  return passages.map((selectors, i) => {
    const search = searches[i];
    const placement = first[i];
    if (!search || !placement) return placeByPosition(selectors, offsets);
    return placement.state === 'ambiguous' ? finishSearch(search, more, index, offsets) : placement;
  });
}

/** A passage that was found with the help of the landmarks is one itself, for those that remain ambiguous. */
function landmarkOf(
  search: Search | undefined,
  placement: Placement | undefined,
  offsets: FileOffsets,
): Landmark | undefined {
  if (search?.before === undefined || search.landmark || !placement?.span) return undefined;
  if (placement.state !== 'found' || placement.certainty < SURE_NEIGHBOUR) return undefined;
  return { before: search.before, now: offsets.toFile(placement.span.start) };
}

interface Search {
  readonly pattern: Pattern;
  readonly before: number | undefined;
  /** The places that stand word for word. */
  readonly occurrences: readonly Candidate[];
  /** The passage stands whole in one place, and no other place is much like it. */
  readonly alone: boolean;
  readonly landmark: Landmark | undefined;
}

function beginSearch(selectors: Selectors, index: WordIndex, offsets: FileOffsets): Search | undefined {
  if (!selectors.quote) return undefined;
  const pattern = patternOf(selectors.quote, index);
  if (pattern.count === 0) return undefined;
  const before = selectors.position?.start;
  const near = before === undefined ? 0 : wordIndexAt(index.words, offsets.fromFile(before));
  const occurrences = occurrencesOf(pattern, index, near).map((place) => quickCandidate(pattern, index, place));
  occurrences.sort((a, b) => b.score - a.score);
  let landmark: Landmark | undefined;
  let alone = false;
  const best = occurrences[0];
  if (best?.whole) {
    const chance = Math.log2(index.words.count + 1) + LANDMARK_MARGIN;
    alone = best.score >= chance && standsAlone(pattern, index, LANDMARK_RIVAL);
    if (alone && before !== undefined) {
      const span = carrySpan(pattern, best, index)?.span;
      if (span) landmark = { before, now: offsets.toFile(span.start) };
    }
  }
  return { pattern, before, occurrences, alone, landmark };
}

interface Place extends CarriedSpan {
  /** Logarithm (base 2) of the likelihood, against the document's having the passage nowhere. */
  weight: number;
  /** What is to be expected of the place before its words are looked at, as a logarithm. */
  expected: number;
}

function finishSearch(
  search: Search,
  landmarks: readonly Landmark[],
  index: WordIndex,
  offsets: FileOffsets,
): Placement {
  const { pattern, before } = search;
  const expectation =
    before === undefined ? expectAnywhere(offsets.length) : expectNear(before, landmarks, offsets.length);
  const expected = before === undefined ? -1 : expectedPlace(before, landmarks);
  const near = wordIndexAt(index.words, offsets.fromFile(expected));
  const candidates = candidatesOf(search, index, near);
  const places = placesOfCandidates(candidates, pattern, index, offsets, expectation);
  return decide(places, pattern);
}

function expectedPlace(before: number, landmarks: readonly Landmark[]): number {
  let nearest: Landmark | undefined;
  for (const landmark of landmarks) {
    if (!nearest || Math.abs(landmark.before - before) < Math.abs(nearest.before - before)) nearest = landmark;
  }
  return nearest ? before + nearest.now - nearest.before : before;
}

function candidatesOf(search: Search, index: WordIndex, near: number): Candidate[] {
  const { pattern, occurrences, alone } = search;
  if (occurrences[0]?.whole)
    return alone ? [...occurrences] : [...occurrences, ...alikeCandidates(pattern, index, near)];
  const byDistance = [...occurrences].sort((a, b) => distanceTo(a, pattern, near) - distanceTo(b, pattern, near));
  const chosen = new Set([...occurrences.slice(0, 8), ...byDistance.slice(0, 4)]);
  const aligned = [...chosen].map((candidate) => alignedOccurrence(pattern, index, candidate.target[pattern.first]!));
  const rest = occurrences.filter((candidate) => !chosen.has(candidate));
  return [...aligned, ...rest, ...alikeCandidates(pattern, index, near)];
}

function distanceTo(candidate: Candidate, pattern: Pattern, near: number): number {
  return Math.abs(candidate.target[pattern.first]! - near);
}

function placesOfCandidates(
  candidates: readonly Candidate[],
  pattern: Pattern,
  index: WordIndex,
  offsets: FileOffsets,
  expectation: Expectation,
): Place[] {
  const wordsPerCharacter = Math.log2((offsets.length + 1) / (index.words.count + 1));
  const places: Place[] = [];
  for (const candidate of candidates) {
    const carried = carrySpan(pattern, candidate, index);
    if (!carried || (carried.kept < HARDLY_KEPT && weakerSide(pattern, candidate) < BOTH_SIDES)) continue;
    const words =
      believable(candidate.score, carried.same, index.words.count) - editsWithin(pattern, candidate) * EDIT_COST;
    const expected = expectation(offsets.toFile(carried.span.start)) + wordsPerCharacter;
    const weight = words + expected;
    const same = places.find((other) => meet(other.span, carried.span));
    if (!same) places.push({ ...carried, weight, expected });
    else if (weight > same.weight) Object.assign(same, carried, { weight, expected });
  }
  return places.sort((a, b) => b.weight - a.weight || a.span.start - b.span.start);
}

/**
 * What matching words prove when copies are reckoned with: summaries, templates and lists repeat whole sentences, so that
 * even a perfect match is now and then another passage. Beyond that, more of the same proves little.
 */
function believable(bits: number, same: boolean, wordCount: number): number {
  const limit = Math.log2(wordCount + 1) + (same ? COPY_LIMIT : SIBLING_LIMIT);
  return bits <= limit ? bits : limit + (bits - limit) * BEYOND_LIMIT;
}

/** What the words before the passage prove, or those after it: whichever prove less. */
function weakerSide(pattern: Pattern, { target }: Candidate): number {
  let before = 0;
  let after = 0;
  for (let i = 0; i < pattern.count; i++) {
    if (target[i]! < 0) continue;
    if (i < pattern.first) before += pattern.bits[i]!;
    else if (i >= pattern.last) after += pattern.bits[i]!;
  }
  return Math.min(before, after);
}

/** How many separate changes the alignment sees within the passage. */
function editsWithin(pattern: Pattern, { target }: Candidate): number {
  let edits = 0;
  let follows = true;
  for (let i = pattern.first; i < pattern.last; i++) {
    const next = target[i]! >= 0 && (i === pattern.first || target[i - 1]! < 0 || target[i] === target[i - 1]! + 1);
    if (!next && follows) edits++;
    follows = next;
  }
  return edits;
}

/** Whether two answers are one place: they share words, or are the same point. */
function meet(a: Span, b: Span): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start;
}

function decide(places: readonly Place[], pattern: Pattern): Placement {
  const top = Math.max(places[0]?.weight ?? 0, 0);
  const gone = GONE * 2 ** -top;
  const shares = places.map((place) => (1 - GONE) * 2 ** (place.weight - top));
  const total = shares.reduce((sum, share) => sum + share, gone);
  const best = places[0];
  const certainty = best ? shares[0]! / total : 0;
  const rivals = places.filter((place, i) => place !== best && shares[i]! / total >= RIVAL);
  const asExpected = best && rivals.every((rival) => rival.expected + CLEARLY < best.expected);
  if (best && certainty >= (asExpected ? SURE_WHERE_EXPECTED : SURE)) return settled(best, pattern, certainty);
  const likely = places.filter((_, i) => shares[i]! / total >= RIVAL).map((place) => place.span);
  const present = 1 - gone / total;
  if (best && present >= LIKELY) {
    return { state: 'ambiguous', span: best.span, candidates: likely, certainty: present, kept: best.kept };
  }
  return { state: 'orphaned', candidates: likely, certainty: gone / total, kept: 0 };
}

/** The place is beyond doubt; whether the passage is still there is another question. */
function settled(place: Place, pattern: Pattern, certainty: number): Placement {
  const { span, kept } = place;
  if (place.same) return { state: 'found', span, candidates: [span], certainty, kept: 1 };
  const length = span.end - span.start;
  const quoted = pattern.end - pattern.start;
  const rewritten = length > 0 && length <= quoted * REWRITTEN_GROWTH + REWRITTEN_ALLOWANCE;
  if (length > 0 && (kept >= HARDLY_KEPT || rewritten)) {
    return { state: 'changed', span, candidates: [span], certainty, kept };
  }
  return { state: 'orphaned', candidates: [span], certainty, kept };
}

/** A passage without a quotation, or with an empty one, is where its position says: nothing else is known of it. */
function placeByPosition(selectors: Selectors, offsets: FileOffsets): Placement {
  const { position } = selectors;
  if (!position || position.start > offsets.length) return { state: 'orphaned', candidates: [], certainty: 1, kept: 0 };
  const span = spanFromFile(offsets, position.start, position.end);
  return { state: 'changed', span, candidates: [span], certainty: 0, kept: 0 };
}
