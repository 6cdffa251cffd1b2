// Two amounts that are the ends of one range: "12 to 15 per cent", "between 3 and 5", "120–130 km", "two or three".

import { type Amount, findAmount } from './amount.ts';
import { changesBefore, isChangeWord } from './changes.ts';
import { findCurrencyAt } from './currencies.ts';
import { countsPlural } from './nonQuantity/labels.ts';
import { isCardinalWord } from './numberWords.ts';
import { times } from './numeral.ts';
import {
  findWordAfter,
  findWordBefore,
  isDashAt,
  isDigitAt,
  isLetterAt,
  skipBlanks,
  type Word,
  wordAt,
} from './scan.ts';
import { unitsBySymbol } from './unitTable.ts';

export interface AmountRange {
  readonly start: number;
  readonly end: number;
  readonly ends: readonly [Amount, Amount];
}

type Joint = 'dash' | 'to' | 'and' | 'or';

/** What joins two amounts, and where the second one begins. */
function findJoint(
  text: string,
  end: number,
  between: boolean,
  from: boolean,
): { at: number; joint: Joint } | undefined {
  const place = skipBlanks(text, end);
  // "-to-", as in "5-to-10-year"
  const to = isDashAt(text, end) ? /^.to[-‑](?=[\d\p{L}$€£])/u.exec(text.slice(end, end + 5)) : null;
  if (to) return { at: end + to[0].length, joint: 'to' };
  // "16- to 24-year-olds"
  const hanging = isDashAt(text, end) ? /^. (to|or) (?=[\d\p{L}])/u.exec(text.slice(end, end + 6)) : null;
  if (hanging) return { at: end + hanging[0].length, joint: hanging[1] === 'or' ? 'or' : 'to' };
  if (
    text.charAt(place) === '~' ||
    (isDashAt(text, place) && (place === end) === (skipBlanks(text, place + 1) === place + 1))
  ) {
    return { at: skipBlanks(text, place + 1), joint: 'dash' };
  }
  const word = findWordAfter(text, end);
  if (!word || word.start !== place) return undefined;
  const at = skipBlanks(text, word.end);
  if (word.text === 'to') return { at, joint: 'to' };
  // "from 10 up to 20"
  const second = from && word.text === 'up' ? findWordAfter(text, word.end) : undefined;
  if (second?.text === 'to') return { at: skipBlanks(text, second.end), joint: 'to' };
  if (word.text === 'and' && between) return { at, joint: 'and' };
  return word.text === 'or' ? { at, joint: 'or' } : undefined;
}

/** The amount that begins at `at`, a currency before its number included. */
export function findAmountAt(text: string, at: number): Amount | undefined {
  const currency = findCurrencyAt(text, at);
  const place = currency ? skipBlanks(text, currency.end) : at;
  const minus = isDashAt(text, place) && isDigitAt(text, place + 1) ? place + 1 : place;
  const starts =
    isDigitAt(text, minus) ||
    (text.charAt(minus) === '.' && isDigitAt(text, minus + 1)) ||
    isCardinalWord(wordAt(text, minus));
  if (!starts) {
    const article = wordAt(text, minus);
    if (article !== 'a' && article !== 'an' && article !== 'half') return undefined;
    const amount = findAmount(text, article === 'half' ? minus : skipBlanks(text, minus + article.length), at);
    return amount?.start === at ? amount : undefined;
  }
  const amount = findAmount(text, minus, at);
  return amount && amount.start <= minus ? amount : undefined;
}

function dimensionOf(unit: string): string {
  return unitsBySymbol.get(unit)?.dimension ?? unit;
}

/** The first end with what it leaves to the second: "5" of "5 to 7 million tonnes". */
function completed(first: Amount, last: Amount): Amount | undefined {
  const mantissa = last.numeral.value / last.numeral.factor;
  const shares =
    first.numeral.factor === 1 &&
    last.numeral.factor > 1 &&
    Math.abs(first.value) <= Math.max(mantissa, 1000 / last.numeral.factor) &&
    !first.numeral.digits?.grouped &&
    (first.unit === undefined || first.currencyFirst);
  const factor = shares ? last.numeral.factor : 1;
  const unit = first.unit ?? last.unit;
  const kind = first.unit === undefined ? last.kind : first.kind;
  if (factor === 1 && unit === first.unit) return first;
  return {
    ...first,
    kind,
    value: times(first.value, factor),
    step: times(first.step, factor),
    ...(unit === undefined ? {} : { unit }),
  };
}

function isBare(amount: Amount): boolean {
  return amount.unit === undefined && amount.numeral.form === 'digits' && amount.numeral.factor === 1;
}

/** "a further", "as much as": what may stand between a word of change and its amount. */
const FILLERS = new Set('a an further another extra additional as much more than about nearly some to'.split(' '));

/** Whether a word of change or "by" leads to the amount: "rose by a further| 5 to 12". */
function changesHere(text: string, lead: Word, floor: number): boolean {
  let word: Word | undefined = lead;
  for (let count = 0; count < 4 && word && word.start >= floor; count++) {
    if (isChangeWord(word.text) || word.text === 'by') return true;
    if (!FILLERS.has(word.text)) return false;
    word = findWordBefore(text, word.start);
  }
  return false;
}

/** "(rise by) 1 to 2 feet": only the second end has the unit, and the ends are near each other. */
function readsAsSpread(first: Amount, last: Amount): boolean {
  const bare = first.unit === undefined && first.numeral.factor === 1 && last.unit !== undefined && !last.currencyFirst;
  return bare && first.value < last.value && last.value <= 3 * first.value && last.numeral.factor === 1;
}

/** "will", "expects … to": what is said to come. */
const FORESEEING = new Set('to will would should could may might'.split(' '));

/** "(to be up) 3% to 8%", "(will rise by) 3% to 8%": how much more there is to be is told by both ends. */
function isForeseenSpread(text: string, lead: Word, first: Amount, last: Amount): boolean {
  if (first.unit !== '%' || last.unit !== '%' || first.value >= last.value || last.value > 3 * first.value)
    return false;
  let word: Word | undefined = lead.text === 'by' ? findWordBefore(text, lead.start) : lead;
  if (!word || !isChangeWord(word.text)) return false;
  word = findWordBefore(text, word.start);
  if (word?.text === 'be') word = findWordBefore(text, word.start);
  return word !== undefined && FORESEEING.has(word.text);
}

/** "£5–|7m": after a currency the letter makes millions of the second end too. */
function inMillions(text: string, last: Amount, { unit }: Amount): Amount {
  const { numeral } = last;
  if (last.currencyFirst || numeral.factor !== 1 || unit === undefined) return last;
  if (text.charAt(numeral.end) !== 'm' || isLetterAt(text, numeral.end + 1)) return last;
  if (countsPlural(text, numeral.end + 1)) return last;
  return {
    ...last,
    numeral: {
      ...numeral,
      end: numeral.end + 1,
      value: times(numeral.value, 1e6),
      step: times(numeral.step, 1e6),
      factor: 1e6,
    },
    kind: 'money',
    value: times(numeral.value, 1e6),
    step: times(numeral.step, 1e6),
    unit,
    others: [],
  };
}

/** Whether the amounts beside a dash are too unlike for a range: in digits and in words, millions and units, the larger first. */
function partsSentence(first: Amount, last: Amount, inverted: boolean): boolean {
  if (inverted || first.numeral.form !== last.numeral.form) return true;
  return first.numeral.factor > 1 && last.numeral.factor === 1;
}

/** The range whose first end is `first`; undefined where the two are no range: "rose 5 % to 12 dollars", "3-1". */
export function findRange(text: string, first: Amount, floor: number): AmountRange | undefined {
  const lead = findWordBefore(text, first.start);
  const leadsHere = lead !== undefined && lead.start >= floor;
  const between = leadsHere && (lead.text === 'between' || lead.text === 'from');
  const found = findJoint(text, first.end, leadsHere && lead.text === 'between', leadsHere && lead.text === 'from');
  if (!found) return undefined;
  const plain = findAmountAt(text, found.at);
  if (!plain) return undefined;
  const last = first.currencyFirst ? inMillions(text, plain, first) : plain;
  if (first.unit !== undefined && last.unit === undefined && !first.currencyFirst && found.joint !== 'and')
    return undefined;
  if (first.unit !== undefined && last.unit !== undefined && dimensionOf(first.unit) !== dimensionOf(last.unit))
    return undefined;
  if (first.per !== undefined && first.per !== last.per) return undefined;

  const low = completed(first, last);
  if (!low) return undefined;
  const unit = last.unit ?? first.unit;
  const high = last.unit === undefined && unit !== undefined ? { ...last, unit, kind: first.kind } : last;
  const inverted =
    low.value > high.value && dimensionOf(low.unit ?? '') === dimensionOf(high.unit ?? '') && low.unit === high.unit;
  if (found.joint === 'or') {
    // "two or three": neighbours, both in words or both bare.
    const near = high.value > low.value && high.value - low.value <= Math.max(1, low.value) && first.unit === undefined;
    if (
      !near ||
      first.numeral.form !== last.numeral.form ||
      (isBare(first) && last.unit === undefined && last.numeral.factor === 1 && last.value > 20)
    )
      return undefined;
  }
  if (found.joint === 'to') {
    const isSpread = readsAsSpread(first, last) || (leadsHere && isForeseenSpread(text, lead, first, last));
    if (leadsHere && changesHere(text, lead, floor) && !isSpread) return undefined;
    if (leadsHere && lead.text === 'from' && changesBefore(text, lead.start, floor)) return undefined;
    // "rose 3 to $45", "£650 to 8 million households"
    if (!first.currencyFirst && first.unit === undefined && last.currencyFirst) return undefined;
    if (first.currencyFirst && last.unit === undefined && countsPlural(text, last.end)) return undefined;
    if (inverted && (unit === undefined || lead?.text === 'from')) return undefined;
  }
  if (found.joint === 'dash') {
    if (inverted && unit === undefined) return undefined;
    // "cost £25m – three times the estimate": a dash set apart is as often punctuation.
    if (skipBlanks(text, first.end) > first.end && partsSentence(first, last, inverted)) return undefined;
    if (last.start < found.at) return undefined;
    if (isBare(first) && isBare(last) && first.value >= last.value) return undefined;
  }
  if (found.joint === 'and' && inverted && unit === undefined) return undefined;
  const start = between && found.joint !== 'or' && found.joint !== 'dash' ? lead.start : first.start;
  return { start, end: last.end, ends: [low, high] };
}
