// Proportions of two numbers: "1 in 5", "two out of three", "3:1"; and multiples: "4 times as many", "threefold".

import type { Amount } from './amount.ts';
import { cardinalOf } from './numberWords.ts';
import { findAmountAt } from './ranges.ts';
import { findWordAfter, isDashAt, isDigitAt, skipBlanks, wordAt } from './scan.ts';

export interface RatioHit {
  readonly end: number;
  readonly value: number;
}

const isWhole = (amount: Amount): boolean =>
  amount.unit === undefined &&
  amount.numeral.form !== 'fraction' &&
  Number.isInteger(amount.value) &&
  amount.value !== 0;

const TIMES_AS = new Set(
  'as more less larger smaller higher lower bigger greater faster slower likelier the longer better worse that than'.split(
    ' ',
  ),
);

/** The ratio that begins with `first`: of it and a second number, or of it and "times" or "-fold". */
export function findRatio(text: string, first: Amount): RatioHit | undefined {
  const colon = first.end;
  if (text.charAt(colon) === ':' && isDigitAt(text, colon + 1) && first.unit === undefined && first.value > 0) {
    const last = findAmountAt(text, colon + 1);
    return last && isWhole(last) && last.value < 1000 ? { end: last.end, value: first.value / last.value } : undefined;
  }
  const dashed = isDashAt(text, first.end) ? first.end + 1 : first.end;
  const word =
    dashed > first.end
      ? { text: wordAt(text, dashed), end: dashed + wordAt(text, dashed).length }
      : findWordAfter(text, first.end);
  if (!word || first.unit !== undefined) return undefined;
  if (word.text === 'fold') return { end: word.end, value: first.value };
  if (word.text === 'times') {
    const next = findWordAfter(text, word.end);
    return next && TIMES_AS.has(next.text) ? { end: word.end, value: first.value } : undefined;
  }
  if (!isWhole(first)) return undefined;
  let place = -1;
  if (word.text === 'over') {
    // "one over three", said of nothing: a fraction.
    const last = findAmountAt(text, skipBlanks(text, word.end));
    const alone =
      last &&
      isWhole(last) &&
      skipBlanks(text, last.end) === last.end &&
      /^$|^[.,;)]/.test(text.slice(last.end, last.end + 1));
    return alone ? { end: last.end, value: first.value / last.value } : undefined;
  }
  if (word.text === 'in' && first.value > 0 && first.value <= 10) place = word.end;
  if (word.text === 'out') {
    const of = findWordAfter(text, word.end);
    if (of?.text === 'of') {
      place = of.end;
      const every = findWordAfter(text, place);
      if (every?.text === 'every') place = every.end;
    }
  }
  if (place < 0) return undefined;
  const at = skipBlanks(text, text.charAt(place) === '-' ? place + 1 : place);
  const last = findAmountAt(text, at);
  if (!last || !isWhole(last) || first.value >= last.value || last.start < at) return undefined;
  if (word.text === 'in' && last.value >= 1900 && last.value < 2100) return undefined;
  return { end: last.end, value: first.value / last.value };
}

/** "twofold", "tenfold": the number word inside one that ends in "fold". */
export function foldValue(word: string): number | undefined {
  return word.endsWith('fold') ? cardinalOf(word.slice(0, -4)) : undefined;
}
