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

/** What is played or tried so many times: "two in four games" is no share. */
const CONTESTS = new Set(
  'games matches appearances starts outings innings tests meetings attempts tries races seasons rounds minutes shots visits'.split(
    ' ',
  ),
);

/** The ratio that begins with `first`: of it and a second number, or of it and "times", "x" or "-fold". */
export function findRatio(text: string, first: Amount): RatioHit | undefined {
  const { end, unit } = first;
  if (unit !== undefined) return undefined;
  if (text.charAt(end) === ':' && isDigitAt(text, end + 1) && first.value > 0) {
    const last = findAmountAt(text, end + 1);
    return last && isWhole(last) && last.value < 1000 ? { end: last.end, value: first.value / last.value } : undefined;
  }
  // "5x faster"
  const sign = text.charAt(end);
  if (
    (sign === 'x' || sign === '×') &&
    first.numeral.form === 'digits' &&
    /^[x×](?![\p{L}\d])/u.test(text.slice(end, end + 2))
  ) {
    return { end: end + 1, value: first.value };
  }
  const dashed = isDashAt(text, end) ? end + 1 : end;
  const joined = dashed > end ? JOINED_PAIR.exec(text.slice(end, end + 11)) : null;
  if (joined) return findJoinedPair(text, first, joined[1] ?? '', end + joined[0].length);
  const word =
    dashed > end ? { text: wordAt(text, dashed), end: dashed + wordAt(text, dashed).length } : findWordAfter(text, end);
  if (!word) return undefined;
  if (word.text === 'fold') return { end: word.end, value: first.value };
  if (word.text === 'times') {
    const next = findWordAfter(text, word.end);
    const compares = !Number.isInteger(first.value) || (next && TIMES_AS.has(next.text));
    return compares ? { end: word.end, value: first.value } : undefined;
  }
  if (word.text === 'to') return findOddsToOne(text, first, skipBlanks(text, word.end));
  if (!isWhole(first) || dashed > end) return undefined;
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
  if (word.text === 'in') return findShareOf(text, first, word.end);
  if (word.text === 'out') {
    const of = findWordAfter(text, word.end);
    return of?.text === 'of' ? findShareOf(text, first, of.end) : undefined;
  }
  // "one person in 11"
  if (first.value !== 1 || word.end - end > 16) return undefined;
  const link = findWordAfter(text, word.end);
  if (link?.text !== 'in') return undefined;
  const share = findShareOf(text, first, link.end);
  const next = share && findWordAfter(text, share.end);
  return next && next.text.length > 3 && next.text.endsWith('s') ? undefined : share;
}

/** The number of the whole after "in" or "out of": "| five", "| every 10,000". */
function findShareOf(text: string, first: Amount, place: number): RatioHit | undefined {
  const every = findWordAfter(text, place);
  const spread = every?.text === 'every';
  const at = skipBlanks(text, spread ? every.end : place);
  const last = findAmountAt(text, at);
  if (!last || !isWhole(last) || first.value >= last.value || last.start < at) return undefined;
  const inWords = text.slice(place - 2, place).toLowerCase() === 'in';
  if (inWords && !spread && (first.value < 1 || first.value > 10)) return undefined;
  if (inWords && last.value >= 1900 && last.value < 2100) return undefined;
  const next = findWordAfter(text, last.end);
  if (next && CONTESTS.has(next.text) && first.value > 1) return undefined;
  return { end: last.end, value: first.value / last.value };
}

const JOINED_PAIR = /^[-‑](to|for|in|out-of)[-‑](?=[\p{L}\d])/u;

/** "2.5-to-1", "3-for-4", "one-in-five": a pair of numbers in one word. */
function findJoinedPair(text: string, first: Amount, link: string, at: number): RatioHit | undefined {
  if (link === 'to') return findOddsToOne(text, first, at);
  const last = findAmountAt(text, at);
  if (!last || !isWhole(first)) return undefined;
  // "a 1-in-100-year flood"
  const spread = link === 'in' && last.unit === 'year' && last.value > first.value;
  if (!isWhole(last) && !spread) return undefined;
  if (link !== 'for' && first.value >= last.value) return undefined;
  return { end: last.end, value: first.value / last.value };
}

/** "3 to 1", "2.5-to-1": so many to one. */
function findOddsToOne(text: string, first: Amount, at: number): RatioHit | undefined {
  const last = findAmountAt(text, at);
  const odds = last && last.value === 1 && last.unit === undefined && isWhole(last) && first.value > 1;
  return odds ? { end: last.end, value: first.value } : undefined;
}

/** "twofold", "tenfold": the number word inside one that ends in "fold". */
export function foldValue(word: string): number | undefined {
  return word.endsWith('fold') ? cardinalOf(word.slice(0, -4)) : undefined;
}
