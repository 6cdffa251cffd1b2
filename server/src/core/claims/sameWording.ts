// Whether a figure that was read again says what it said: an edit elsewhere in its paragraph or table moves it, and leaves alone what it
// is compared by, which is its own sentence and the ones beside it, or its cell and the labels of that.

import type { CellEvidence, ClaimEvidence } from './evidence.ts';
import type { ProseTokens, Token } from './tokens.ts';

/**
 * Whether two pieces of evidence differ in nothing but where they stand in their prose, and in what is said more than a sentence
 * away; of cells also in what stands in others. Figures that are told with a companion ("3 and 4") are not looked at: false.
 */
export function isSameWording(one: ClaimEvidence, other: ClaimEvidence): boolean {
  if (one.coordination || other.coordination || !isSameCell(one.cell, other.cell)) return false;
  return haveSameWords(one, other) && tellOf(one) === tellOf(other);
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

/** All that the evidence tells but the words and the labels of its cell, with the figure's places counted from its beginning. */
function tellOf(evidence: ClaimEvidence): string {
  const { start } = evidence.figure.span;
  return JSON.stringify({ ...evidence, words: 0, token: 0, change: 0, cell: 0 }, (key, value) =>
    typeof value === 'number' && (key === 'start' || key === 'end') ? value - start : value,
  );
}

function haveSameWords(one: ClaimEvidence, other: ClaimEvidence): boolean {
  const [a, b] = [one.words, other.words];
  const [first, last] = reachOf(one);
  const [from, to] = reachOf(other);
  const by = other.token - one.token;
  if (first + by !== from || last + by !== to) return false;
  const sentences = b.sentences[other.token]! - a.sentences[one.token]!;
  for (let at = first; at < last; at++) {
    if (a.sentences[at]! + sentences !== b.sentences[at + by]! || !isSameToken(a.tokens[at]!, b.tokens[at + by]!))
      return false;
  }
  return true;
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
  let first = token;
  while (first > 0 && sentences[first - 1]! >= own - 1) first--;
  let last = token + 1;
  while (last < sentences.length && sentences[last]! <= own + 1) last++;
  return [first, last];
}
