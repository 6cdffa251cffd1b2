// Lays the words of a pattern along a stretch of a document, so that what matches proves as much as possible (Gotoh's
// alignment with affine gaps, free at both ends of the document's side). Says where each word went; judges nothing.

import type { Pattern } from './pattern.ts';
import type { WordIndex } from './wordIndex.ts';

export interface Alignment {
  /** What the matches prove, less what the gaps cost, in bits. */
  readonly score: number;
  /** For each word of the pattern the document's word that it became, or -1. */
  readonly target: Int32Array;
}

/**
 * Costs in bits. Edits come in runs, so to begin one is dear (about one word in ten begins one) and to go on is cheap.
 * Added words cost less than removed ones: whole clauses are added, while the pattern is short.
 */
const OPEN_GAP = 3.5;
const REMOVED_WORD = 0.7;
const ADDED_WORD = 0.25;
/** Words replaced by others are one edit, and a little more than half the price of two. */
const SWITCH_GAP = OPEN_GAP / 2;
/** Where it explains as much, words were added or removed around the passage rather than within it. */
const ADDED_WITHIN = 0.5;
const PASSAGE_WORD = 0.2;
/** A word that became a similar one ("occured", "occurred") proves this part of what the same word would. */
const SIMILAR_SHARE = 0.5;
const MIN_SIMILARITY = 0.5;

const IMPOSSIBLE = -1e9;
const MATCHED = 0;
const REMOVED = 1;
const ADDED = 2;
// A note holds three states of two bits each: how `matched`, `removed` and `added` were reached.
const REMOVED_SHIFT = 2;
const ADDED_SHIFT = 4;

/**
 * The best alignment of the pattern with the document's words `low` up to, not including, `high`. With `fixed`, the
 * passage itself lies on the words that begin there, all of it. Time and memory: the two lengths multiplied.
 */
export function alignWords(pattern: Pattern, index: WordIndex, low: number, high: number, fixed = -1): Alignment {
  const width = high - low;
  const stride = width + 1;
  const trace = new Uint8Array((pattern.count + 1) * stride);
  let row = newRow(stride);
  let next = newRow(stride);
  // Before the pattern's first word, every place of the document is as good a beginning.
  row.matched.fill(0);
  for (let word = 0; word < pattern.count; word++) {
    fillRow(row, next, trace, word, pattern, index, low, width, fixed);
    [row, next] = [next, row];
  }
  let score = IMPOSSIBLE;
  let column = 0;
  let state = REMOVED;
  for (let j = 0; j <= width; j++) {
    for (const [candidate, value] of [
      [MATCHED, row.matched[j]!],
      [REMOVED, row.removed[j]!],
    ] as const) {
      if (value <= score) continue;
      score = value;
      column = j;
      state = candidate;
    }
  }
  return { score, target: targetsOf(trace, pattern.count, stride, low, column, state) };
}

/** The best scores that end with each of the document's words, by what happened last. */
interface Row {
  readonly matched: Float64Array;
  readonly removed: Float64Array;
  readonly added: Float64Array;
}

function newRow(stride: number): Row {
  return {
    matched: new Float64Array(stride).fill(IMPOSSIBLE),
    removed: new Float64Array(stride).fill(IMPOSSIBLE),
    added: new Float64Array(stride).fill(IMPOSSIBLE),
  };
}

/** Works out the row of one word from the row of the word before it, and notes for each state how it was reached. */
function fillRow(
  row: Row,
  next: Row,
  trace: Uint8Array,
  word: number,
  pattern: Pattern,
  index: WordIndex,
  low: number,
  width: number,
  fixed: number,
): void {
  const inside = word >= pattern.first && word < pattern.last;
  const removal = inside ? REMOVED_WORD + PASSAGE_WORD : REMOVED_WORD;
  const opening = inside && word < pattern.last - 1 ? OPEN_GAP + ADDED_WITHIN : OPEN_GAP;
  const bits = pattern.bits[word]!;
  const loneBits = word === 0 ? bits : pattern.loneBits[word]!;
  next.matched[0] = IMPOSSIBLE;
  next.added[0] = IMPOSSIBLE;
  const cells = (word + 1) * (width + 1);
  for (let j = 0; j <= width; j++) {
    let notes = 0;
    let best = row.matched[j]! - OPEN_GAP;
    if (row.removed[j]! > best) {
      best = row.removed[j]!;
      notes = REMOVED << REMOVED_SHIFT;
    }
    if (row.added[j]! - SWITCH_GAP > best) {
      best = row.added[j]! - SWITCH_GAP;
      notes = ADDED << REMOVED_SHIFT;
    }
    next.removed[j] = inside && fixed >= 0 ? IMPOSSIBLE : best - removal;
    if (j > 0) {
      const place = low + j - 1;
      const barred = inside && fixed >= 0 && place !== fixed + word - pattern.first;
      const likeness = barred ? 0 : likenessOf(pattern, word, index, place);
      if (likeness === 0) {
        next.matched[j] = IMPOSSIBLE;
      } else {
        best = row.matched[j - 1]! + likeness * bits;
        if (row.removed[j - 1]! + likeness * loneBits > best) {
          best = row.removed[j - 1]! + likeness * loneBits;
          notes |= REMOVED;
        }
        if (row.added[j - 1]! + likeness * loneBits > best) {
          best = row.added[j - 1]! + likeness * loneBits;
          notes = (notes & ~3) | ADDED;
        }
        next.matched[j] = best;
      }
      best = next.added[j - 1]!;
      let from = ADDED;
      if (next.matched[j - 1]! - opening > best) {
        best = next.matched[j - 1]! - opening;
        from = MATCHED;
      }
      if (next.removed[j - 1]! - SWITCH_GAP > best) {
        best = next.removed[j - 1]! - SWITCH_GAP;
        from = REMOVED;
      }
      next.added[j] = best - ADDED_WORD;
      notes |= from << ADDED_SHIFT;
    }
    trace[cells + j] = notes;
  }
}

/** Follows the notes back from the best end. */
function targetsOf(
  trace: Uint8Array,
  count: number,
  stride: number,
  low: number,
  column: number,
  state: number,
): Int32Array {
  const target = new Int32Array(count).fill(-1);
  let row = count;
  let j = column;
  while (row > 0) {
    const notes = trace[row * stride + j]!;
    if (state === MATCHED) {
      target[row - 1] = low + j - 1;
      state = notes & 3;
      row--;
      j--;
    } else if (state === REMOVED) {
      state = (notes >> REMOVED_SHIFT) & 3;
      row--;
    } else {
      state = (notes >> ADDED_SHIFT) & 3;
      j--;
    }
  }
  return target;
}

/** How far the pattern's word and the document's are one: 1 for the same, 0 for words that are not alike. */
function likenessOf(pattern: Pattern, word: number, index: WordIndex, place: number): number {
  if (pattern.ids[word] === index.ids[place]) return 1;
  const start = pattern.words.starts[word]!;
  const length = pattern.words.ends[word]! - start;
  const otherStart = index.words.starts[place]!;
  const otherLength = index.words.ends[place]! - otherStart;
  const longer = Math.max(length, otherLength);
  if (longer < 3 || longer > 64 || Math.min(length, otherLength) < longer * MIN_SIMILARITY) return 0;
  const similarity = similarityOf(pattern.words.text, start, length, index.words.text, otherStart, otherLength);
  return similarity < MIN_SIMILARITY ? 0 : similarity * SIMILAR_SHARE;
}

/** The part of two words that they begin and end with alike. */
function similarityOf(a: string, aStart: number, aLength: number, b: string, bStart: number, bLength: number): number {
  const shorter = Math.min(aLength, bLength);
  let head = 0;
  while (head < shorter && a.charCodeAt(aStart + head) === b.charCodeAt(bStart + head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    a.charCodeAt(aStart + aLength - 1 - tail) === b.charCodeAt(bStart + bLength - 1 - tail)
  ) {
    tail++;
  }
  return (head + tail) / Math.max(aLength, bLength);
}
