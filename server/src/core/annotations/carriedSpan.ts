// What a passage has become, once its words are aligned with a document's: the span it covers now and how much of it is
// left. Whether the alignment is to be believed is decided elsewhere.

import type { Span } from '../text/span.ts';
import type { Alignment } from './alignment.ts';
import { withPlainLineEnds } from './fileOffsets.ts';
import type { Pattern } from './pattern.ts';
import type { WordIndex } from './wordIndex.ts';

export interface CarriedSpan {
  readonly span: Span;
  /** Share of what the passage's words prove that is still there: 1 for the very words, 0 for none of them. */
  readonly kept: number;
  /** Its words are all there, in order, with nothing between; white space aside. */
  readonly same: boolean;
}

/**
 * The passage under an alignment. Words that were put in at its edge belong to it only where they replace words of it.
 * Answers undefined where neither the passage nor both of its neighbouring words are there to hold on to.
 */
export function carrySpan(pattern: Pattern, alignment: Alignment, index: WordIndex): CarriedSpan | undefined {
  const { first, last } = pattern;
  const { target } = alignment;
  let head = first;
  while (head < last && target[head]! < 0) head++;
  let tail = last - 1;
  while (tail >= first && target[tail]! < 0) tail--;
  let before = first - 1;
  while (before >= 0 && target[before]! < 0) before--;
  let after = last;
  while (after < pattern.count && target[after]! < 0) after++;
  const leftEdge = before >= 0 ? target[before]! + 1 : -1;
  const rightEdge = after < pattern.count ? target[after]! : -1;
  if (head > tail && (leftEdge < 0 || rightEdge < 0)) return undefined;

  // Words of the document on either side that no word of the pattern became: some replace words of the passage, and some
  // replace words around it, as many as are missing there.
  let begin = head <= tail ? target[head]! : leftEdge;
  let end = head <= tail ? target[tail]! + 1 : rightEdge;
  if (head > first && leftEdge >= 0 && head <= tail) {
    begin = Math.min(begin, leftEdge + Math.min(first - 1 - before, begin - leftEdge));
  } else if (head > tail) {
    begin = Math.min(leftEdge + (first - 1 - before), rightEdge);
    end = Math.max(begin, rightEdge - (after - last));
  }
  if (tail < last - 1 && rightEdge >= 0 && head <= tail) {
    end = Math.max(end, rightEdge - Math.min(after - last, rightEdge - end));
  }
  let whole = 0;
  let left = 0;
  let same = first < last;
  for (let i = first; i < last; i++) {
    whole += pattern.bits[i]!;
    const equal = target[i]! >= 0 && pattern.ids[i] === index.ids[target[i]!];
    if (equal) left += pattern.bits[i]!;
    else if (target[i]! >= 0) left += pattern.bits[i]! / 2;
    if (!equal || target[i] !== target[first]! + i - first) same = false;
  }
  const span = begin < end ? spanOfWords(pattern, alignment, index, begin, end) : pointAt(index, begin);
  return { span, kept: whole > 0 ? left / whole : 0, same };
}

/** The words `begin`…`end` of the document as a span; where the passage began or ended inside a word, so does the span. */
function spanOfWords(pattern: Pattern, alignment: Alignment, index: WordIndex, begin: number, end: number): Span {
  const { first, last, words } = pattern;
  const { source, starts, ends } = { source: index.words.text, starts: index.words.starts, ends: index.words.ends };
  let start = starts[begin]!;
  let stop = ends[end - 1]!;
  if (first < last && alignment.target[first] === begin) {
    const inset = pattern.start - words.starts[first]!;
    if (inset > 0) start = Math.min(start + inset, ends[begin]! - 1);
    else start -= sharedSpace(words.text.slice(pattern.start, words.starts[first]), source, start, -1);
  }
  if (first < last && alignment.target[last - 1] === end - 1) {
    const inset = words.ends[last - 1]! - pattern.end;
    if (inset > 0) stop = Math.max(stop - inset, starts[end - 1]! + 1);
    else stop += sharedSpace(words.text.slice(words.ends[last - 1], pattern.end), source, stop, 1);
  }
  return { start, end: Math.max(start, stop) };
}

/** How many units of the document beside `at` are the white space that the passage had there; 0 where they are not. */
function sharedSpace(space: string, source: string, at: number, direction: 1 | -1): number {
  if (space === '') return 0;
  for (const length of [space.length, space.length + (space.match(/\n/g)?.length ?? 0)]) {
    const beside = direction < 0 ? source.slice(Math.max(0, at - length), at) : source.slice(at, at + length);
    if (withPlainLineEnds(beside) === space) return length;
  }
  return 0;
}

function pointAt(index: WordIndex, word: number): Span {
  const at = word < index.words.count ? index.words.starts[word]! : index.words.text.length;
  return { start: at, end: at };
}
