// The places where a passage may lie, each with its weight: what its words prove, with copies and lists of like entries
// reckoned with, and how much it is to be expected there.

import type { Span } from '../text/span.ts';
import type { Candidate } from './candidates.ts';
import { type CarriedSpan, carrySpan } from './carriedSpan.ts';
import type { Expectation } from './expectation.ts';
import type { FileOffsets } from './fileOffsets.ts';
import type { Pattern } from './pattern.ts';
import type { WordIndex } from './wordIndex.ts';

export interface Place extends CarriedSpan {
  /** Logarithm (base 2) of the likelihood, against the document's having the passage nowhere. */
  readonly weight: number;
  /** What is to be expected of the place before its words are looked at, as a logarithm. */
  readonly expected: number;
}

/** With less than this of its words left, a passage is gone, or rewritten. */
export const HARDLY_KEPT = 0.25;
/** Bits: one document in sixty-odd has a copy of a given passage somewhere. */
const COPY_LIMIT = 6;
/** Bits: one in eight has something much like it, such as the next entry of a list. */
const SIBLING_LIMIT = 3;
const BEYOND_LIMIT = 0.1;
/** Bits that each change within the passage counts against a place, beyond all limits: the very words are rarely a copy. */
const EDIT_COST = 4;
/** The same for a change on either side of it: copies are copied with what is around them, like entries are not. */
const EDIT_AROUND_COST = 1.5;
/** A place that lost the passage's words is known only by both its sides; each has to prove so much, in bits. */
const BOTH_SIDES = 6;

/** The distinct places among the candidates, the weightiest first. */
export function weighPlaces(
  candidates: readonly Candidate[],
  pattern: Pattern,
  index: WordIndex,
  offsets: FileOffsets,
  expectation: Expectation,
): Place[] {
  const wordsPerCharacter = Math.log2((offsets.length + 1) / (index.words.count + 1));
  const weighed: Place[] = [];
  for (const candidate of candidates) {
    const carried = carrySpan(pattern, candidate, index);
    if (!carried || (carried.kept < HARDLY_KEPT && weakerSide(pattern, candidate) < BOTH_SIDES)) continue;
    const proven = believable(candidate.score, carried.same, index.words.count);
    const expected = expectation.chanceOf(offsets.toFile(carried.span.start)) + wordsPerCharacter;
    const edits = editsIn(candidate, pattern.first, pattern.last) * EDIT_COST;
    const around = editsIn(candidate, 0, pattern.first) + editsIn(candidate, pattern.last, pattern.count);
    const weight = proven - edits - around * EDIT_AROUND_COST + expected;
    weighed.push({ ...carried, weight, expected });
  }
  weighed.sort((a, b) => b.weight - a.weight || a.span.start - b.span.start);
  const places: Place[] = [];
  for (const place of weighed) if (!places.some((other) => meet(other.span, place.span))) places.push(place);
  return places;
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

/** How many separate changes the alignment sees from one word of the pattern up to, not including, another. */
function editsIn({ target }: Candidate, from: number, to: number): number {
  let edits = 0;
  let follows = true;
  for (let i = from; i < to; i++) {
    const next = target[i]! >= 0 && (i === from || target[i - 1]! < 0 || target[i] === target[i - 1]! + 1);
    if (!next && follows) edits++;
    follows = next;
  }
  return edits;
}

/** Whether two answers are one place: they share words, or are the same point. */
function meet(a: Span, b: Span): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start;
}
