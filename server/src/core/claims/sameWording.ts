// Whether a figure that was read again says what it said: an edit elsewhere in its paragraph or table moves it, and leaves alone what it
// is compared by, which is its own sentence and the ones beside it, or its cell and the labels of that.

import { partitionPoint } from '../text/partitionPoint.ts';
import type { SharedEnds } from '../text/sharedEnds.ts';
import type { Span } from '../text/span.ts';
import type { CellEvidence, ClaimEvidence } from './evidence.ts';
import type { ProseTokens, Token } from './tokens.ts';

/**
 * Whether two pieces of evidence differ in nothing but where they stand in their prose, and in what is said more than a sentence
 * away; of cells also in what stands in others. Figures that are told with a companion ("3 and 4") are not looked at: false.
 */
export function isSameWording(one: ClaimEvidence, other: ClaimEvidence): boolean {
  if (one.coordination || other.coordination || !isSameCell(one.cell, other.cell)) return false;
  return haveSameWords(one, other) && tellSame(one, other);
}

/** Whether tables say the same of two cells. */
function isSameCell(one: CellEvidence | undefined, other: CellEvidence | undefined): boolean {
  if (one === other) return true;
  if (!one || !other) return false;
  return (
    isLabelledAlike(one, other) &&
    one.total === other.total &&
    haveSameTokens(one.row, other.row) &&
    haveSameTokens(one.column, other.column)
  );
}

/** Whether two cells have the same labels, of which the same says what is measured. */
export function isLabelledAlike(one: CellLabels, other: CellLabels): boolean {
  return (
    one.rowText === other.rowText &&
    one.columnText === other.columnText &&
    one.rowBy === other.rowBy &&
    one.measuredBy === other.measuredBy
  );
}

type CellLabels = Pick<CellEvidence, 'rowText' | 'columnText' | 'rowBy' | 'measuredBy'>;

function haveSameTokens({ tokens: one }: ProseTokens, { tokens: other }: ProseTokens): boolean {
  return one === other || (one.length === other.length && one.every((token, at) => isSameToken(token, other[at]!)));
}

/** Whether two tell the same but for their words and the labels of their cells, with places counted from where their figures begin. */
function tellSame(one: ClaimEvidence, other: ClaimEvidence): boolean {
  const by = other.figure.span.start - one.figure.span.start;
  return areAlike(
    { ...one, words: undefined, token: undefined, change: undefined, cell: undefined },
    { ...other, words: undefined, token: undefined, change: undefined, cell: undefined },
    by,
  );
}

/** Whether two values are equal, all that is in them as well, but that places stand so much further on in the other. */
function areAlike(one: unknown, other: unknown, by: number): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  for (const key in left) {
    const value = left[key];
    const isPlace = typeof value === 'number' && (key === 'start' || key === 'end');
    if (!(isPlace ? value + by === right[key] : areAlike(value, right[key], by))) return false;
  }
  for (const key in right) if (right[key] !== undefined && left[key] === undefined) return false;
  return true;
}

function haveSameWords(one: ClaimEvidence, other: ClaimEvidence): boolean {
  const [first, last] = reachOf(one);
  const [from, to] = reachOf(other);
  const by = other.token - one.token;
  if (first + by !== from || last + by !== to) return false;
  return isSameStretch(one.words, other.words, { start: first, end: last }, by);
}

/** Whether a stretch of the words of one text is the same in another, so many words further on, in as many sentences. */
function isSameStretch(one: ProseTokens, other: ProseTokens, { start, end }: Span, by: number): boolean {
  const shared = sharedTokens(one, other);
  const rest = other.tokens.length - one.tokens.length;
  if (by === 0 && end <= shared.start) return true;
  if (by === rest && start >= one.tokens.length - shared.end) return true;
  if (end - start > LONG) return false;
  const sentences = other.sentences[start + by]! - one.sentences[start]!;
  for (let at = start; at < end; at++) if (!isSameWord(one, other, at, by, sentences)) return false;
  return true;
}

/** Longer stretches, which are no sentences that anybody writes, are the same only up to what an edit changed. */
const LONG = 1000;

/** By the words of a text, what they share with those that they were held against last: all figures of a text are asked about in turn. */
const compared = new WeakMap<ProseTokens, { readonly with: WeakRef<ProseTokens>; readonly shared: SharedEnds }>();

/** How many words two texts begin and end with alike, in the same sentences. */
function sharedTokens(one: ProseTokens, other: ProseTokens): SharedEnds {
  const known = compared.get(other);
  if (known?.with.deref() === one) return known.shared;
  const [length, rest] = [one.tokens.length, other.tokens.length - one.tokens.length];
  const least = Math.min(length, length + rest);
  let start = 0;
  while (start < least && isSameWord(one, other, start, 0, 0)) start++;
  const sentences = (other.sentences.at(-1) ?? 0) - (one.sentences.at(-1) ?? 0);
  let end = 0;
  while (end < least && isSameWord(one, other, length - 1 - end, rest, sentences)) end++;
  const shared = { start, end };
  compared.set(other, { with: new WeakRef(one), shared });
  return shared;
}

function isSameWord(one: ProseTokens, other: ProseTokens, at: number, by: number, sentences: number): boolean {
  return (
    one.sentences[at]! + sentences === other.sentences[at + by]! && isSameToken(one.tokens[at]!, other.tokens[at + by]!)
  );
}

function isSameToken(a: Token, b: Token): boolean {
  return (
    a.text === b.text && a.concept === b.concept && a.kind === b.kind && a.name === b.name && a.written === b.written
  );
}

/** The tokens of a figure's sentence and of the ones beside it: the first of them, and the first behind them. */
function reachOf({ words, token }: { readonly words: ProseTokens; readonly token: number }): readonly [number, number] {
  const { sentences } = words;
  const own = sentences[token]!;
  const countBefore = (sentence: number) => partitionPoint(sentences.length, (index) => sentences[index]! < sentence);
  return [countBefore(own - 1), countBefore(own + 2)];
}
