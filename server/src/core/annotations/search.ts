// Looks for one quoted passage in a document: first whether it is beyond doubt by its words alone, then, with what such
// passages tell of how the text moved, where it is now.

import type { Span } from '../text/span.ts';
import {
  alignedOccurrence,
  alikeCandidates,
  type Candidate,
  occurrencesOf,
  quickCandidate,
  standsAlone,
} from './candidates.ts';
import { carrySpan } from './carriedSpan.ts';
import { type Expectation, expectAnywhere, expectNear, type Landmark } from './expectation.ts';
import type { FileOffsets } from './fileOffsets.ts';
import { type Pattern, patternOf } from './pattern.ts';
import { weighPlaces } from './places.ts';
import type { PositionSelector, QuoteSelector } from './selectors.ts';
import { CERTAIN } from './unmoved.ts';
import { decide, type Placement } from './verdict.ts';
import type { WordIndex } from './wordIndex.ts';
import { wordIndexAt } from './words.ts';

/** A document made ready for searching. */
export interface SearchedDocument {
  readonly index: WordIndex;
  readonly offsets: FileOffsets;
}

/** A passage that is looked for. */
export interface Search {
  readonly pattern: Pattern;
  /** Where it was, in file offsets, if that is known. */
  readonly before: number | undefined;
  /** The places where it stands word for word, those with the most of its surroundings first. */
  readonly occurrences: readonly Candidate[];
}

/** What a landmark's words have to prove beyond what chance could bring about in this document, in bits. */
const LANDMARK_MARGIN = 10;
/** No other place may have more than this part of a landmark's rare words: a copy of it would mislead its neighbours. */
const LANDMARK_RIVAL = 0.25;
/** How many places that stand word for word have their surroundings aligned: the best, and the nearest. */
const BEST_ALIGNED = 8;
const NEAREST_ALIGNED = 4;

/** Begins the search for a quotation; undefined for one without a word. */
export function beginSearch(
  quote: QuoteSelector,
  position: PositionSelector | undefined,
  { index, offsets }: SearchedDocument,
): Search | undefined {
  const pattern = patternOf(quote, index);
  if (pattern.count === 0) return undefined;
  const before = position?.start;
  const near = before === undefined ? 0 : wordIndexAt(index.words, offsets.fromFile(before));
  const occurrences = occurrencesOf(pattern, index, near).map((place) => quickCandidate(pattern, index, place));
  occurrences.sort((a, b) => b.score - a.score);
  return { pattern, before, occurrences };
}

/** The landmark that the passage is, if its words and surroundings stand whole in one place and nothing else is like it. */
export function landmarkOf(search: Search, { index, offsets }: SearchedDocument): Landmark | undefined {
  const { pattern, before, occurrences } = search;
  const best = occurrences[0];
  if (before === undefined || !best || !isAlone(search, index)) return undefined;
  const span = carrySpan(pattern, best, index)?.span;
  return span && { before, now: offsets.toFile(span.start) };
}

/** Finds the passage, given the landmarks in the order of their old places. */
export function finishSearch(search: Search, landmarks: readonly Landmark[], document: SearchedDocument): Placement {
  const { index, offsets } = document;
  const { pattern, before } = search;
  const expectation =
    before === undefined ? expectAnywhere(offsets.length) : expectNear(before, landmarks, offsets.length);
  const inPlace = placementAsExpected(search, expectation, document);
  if (inPlace) return inPlace;
  const near = expectation.places.map((place) => wordIndexAt(index.words, offsets.fromFile(place)));
  const places = weighPlaces(candidatesOf(search, index, near), pattern, index, offsets, expectation);
  return decide(places, pattern);
}

/** The passage where it is expected, if all of the quotation stands there; of two such places, only in one of them. */
function placementAsExpected(
  search: Search,
  { places }: Expectation,
  document: SearchedDocument,
): Placement | undefined {
  const spans = places.flatMap((place) => wholeAt(search.pattern, place, document) ?? []);
  const [span] = spans;
  if (!span || spans.length > 1) return undefined;
  return { state: 'found', span, candidates: [span], certainty: CERTAIN, kept: 1 };
}

/** The passage's span at a place (a file offset), if the whole quotation stands there word for word. */
function wholeAt(pattern: Pattern, place: number, { index, offsets }: SearchedDocument): Span | undefined {
  if (place < 0 || place > offsets.length) return undefined;
  const offset = offsets.fromFile(place);
  const shift = wordIndexAt(index.words, offset) - pattern.first;
  if (shift < 0) return undefined;
  for (let i = 0; i < pattern.count; i++) if (index.ids[shift + i] !== pattern.ids[i]) return undefined;
  if (pattern.first === pattern.last) {
    return { start: offset, end: offsets.fromFile(place + pattern.end - pattern.start) };
  }
  const target = Int32Array.from(pattern.ids, (_, i) => shift + i);
  const span = carrySpan(pattern, { score: 0, target }, index)?.span;
  return span?.start === offset ? span : undefined;
}

/** Whether the quotation stands whole in one place, and no other place is much like it. */
function isAlone({ pattern, occurrences }: Search, index: WordIndex): boolean {
  const best = occurrences[0];
  if (!best?.whole || occurrences[1]?.whole) return false;
  const chance = Math.log2(index.words.count + 1) + LANDMARK_MARGIN;
  return best.score >= chance && standsAlone(pattern, index, LANDMARK_RIVAL);
}

function candidatesOf(search: Search, index: WordIndex, near: readonly number[]): Candidate[] {
  const { pattern, occurrences } = search;
  if (occurrences[0]?.whole) {
    return isAlone(search, index) ? [...occurrences] : [...occurrences, ...alikeCandidates(pattern, index, near)];
  }
  const distanceOf = ({ target }: Candidate) =>
    Math.min(...near.map((place) => Math.abs(target[pattern.first]! - place)));
  const byDistance = occurrences.toSorted((a, b) => distanceOf(a) - distanceOf(b));
  const chosen = new Set([...occurrences.slice(0, BEST_ALIGNED), ...byDistance.slice(0, NEAREST_ALIGNED)]);
  const aligned = [...chosen].map((candidate) => alignedOccurrence(pattern, index, candidate.target[pattern.first]!));
  const rest = occurrences.filter((candidate) => !chosen.has(candidate));
  return [...aligned, ...rest, ...alikeCandidates(pattern, index, near)];
}
