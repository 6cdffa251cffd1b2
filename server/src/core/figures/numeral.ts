// A numeral: the number itself, in digits, words or a mixture of both, with its fractions and multipliers, and without
// hedge, currency or unit: "2.8 billion", "10 1/2", "two and a half million", "half a dozen", "a third".

import { type DigitNumber, findDigits, findPower } from './digits.ts';
import {
  type Fraction,
  findDecimalParts,
  findFractionAfter,
  findFractionMultiplier,
  findSlashFraction,
  findSpokenFraction,
  fractionSigns,
  readsAsShare,
} from './fractions.ts';
import { findMultiplier } from './multipliers.ts';
import { findWordNumber, isCardinalWord, scaleOf } from './numberWords.ts';
import { denominatorOf } from './ordinalWords.ts';
import { findWordAfter, findWordBefore, isDashAt, isLetterAt, skipBlanks, wordAt } from './scan.ts';
import { unitsByName } from './unitTable.ts';

export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** Size of one unit of the last stated digit; 0 for fractions in words. */
  readonly step: number;
  readonly form: 'digits' | 'words' | 'fraction';
  /** In digits: whether groups are set off, whether decimals are printed, where the bare digits end. */
  readonly digits?: DigitNumber;
  /** What the multipliers amount to. */
  readonly factor: number;
  readonly other?: { readonly value: number; readonly step: number };
}

/** The exact product where decimals are few: 2.8 × 1e9 is 2800000000 and not 2799999999.9999995. */
export function times(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(15));
}

function fractionNumeral(start: number, part: Fraction, text: string): Numeral {
  const scale = findFractionMultiplier(text, part.end);
  return {
    start,
    end: scale ? scale.end : part.end,
    value: scale ? times(part.value, scale.value) : part.value,
    step: 0,
    form: 'fraction',
    factor: scale ? scale.value : 1,
  };
}

/** The numeral in words that begins at `at`, or one word earlier with its article: "|a hundred", "|twenty-five". */
export function findNumeralInWords(text: string, at: number, floor: number): Numeral | undefined {
  const word = wordAt(text, at);
  if (word === 'half' || word === 'quarter' || (denominatorOf(word) !== undefined && !word.endsWith('s'))) {
    return findShareNumeral(text, at, floor, word);
  }
  if (word === 'dozen') {
    const article = findWordBefore(text, at);
    const counts = article?.text === 'a' || article?.text === 'another';
    if (!article || article.start < floor || !counts) return undefined;
    return {
      start: article.text === 'a' ? article.start : at,
      end: at + 5,
      value: 12,
      step: 1,
      form: 'words',
      factor: 12,
    };
  }
  if (!isCardinalWord(word)) return undefined;
  const fraction = findSpokenFraction(text, at);
  if (fraction && (word !== 'one' || isDashAt(text, at + 3) || readsAsShare(text, fraction.end)))
    return fractionNumeral(at, fraction, text);
  const number = findWordNumber(text, at);
  if (!number) return undefined;
  let start = at;
  let { end, value, step } = number;
  if (scaleOf(word) !== undefined || word === 'hundred') {
    // A bare "million" counts nothing: it needs its article.
    const article = findWordBefore(text, at);
    if (!article || article.start < floor || (article.text !== 'a' && article.text !== 'an')) return undefined;
    start = article.start;
  }
  let factor = number.scaled ? step : 1;
  const more = findFractionAfter(text, end);
  if (more) {
    value += more.value * (number.scaled && !startsArticle(text, end) ? 1 : Math.max(1, number.scaled ? step : 1));
    end = more.end;
    step /= 10;
    const scale = findWordAfter(text, end);
    const by = scale && scaleOf(scale.text);
    if (scale && by) {
      const head = number.scaled ? number.value : 0;
      value = head + (value - head) * by;
      if (number.scaled) value = head + more.value * by;
      end = scale.end;
      step = by / 10;
      factor = by;
    }
  } else if (!number.scaled) {
    const scale = findWordAfter(text, end);
    if (scale && (scale.text === 'dozen' || scale.text === 'score')) {
      const by = scale.text === 'dozen' ? 12 : 20;
      return { start, end: scale.end, value: value * by, step: by, form: 'words', factor: by };
    }
  }
  return { start, end, value, step, form: 'words', factor };
}

/** Whether "and a half" follows: after "a million and a half" the half is of a million. */
function startsArticle(text: string, at: number): boolean {
  const and = findWordAfter(text, at);
  const article = and && findWordAfter(text, and.end);
  return article?.text === 'a';
}

/** "a third", "half of", "half a million", "a quarter-million": begins at the denominator, takes the article before it. */
function findShareNumeral(text: string, at: number, floor: number, word: string): Numeral | undefined {
  const end = at + word.length;
  const article = findWordBefore(text, at);
  const hasArticle = article !== undefined && article.start >= floor && (article.text === 'a' || article.text === 'an');
  const value = 1 / (denominatorOf(word) ?? 1);
  const scale = findFractionMultiplier(text, end);
  if (scale && (hasArticle || word === 'half' || word === 'quarter')) {
    return fractionNumeral(hasArticle ? article.start : at, { end, value }, text);
  }
  if (isJoinedToUnit(text, end) || (hasArticle && followsUnit(text, article.start)))
    return fractionNumeral(at, { end, value }, text);
  if (word === 'half') return isShareHalf(text, at, end) ? fractionNumeral(at, { end, value }, text) : undefined;
  if (!hasArticle || !readsAsShare(text, end)) return undefined;
  return fractionNumeral(article.start, { end, value }, text);
}

/** "half-hour", "quarter-mile", "half-point"; the "half-year" is a period. */
function isJoinedToUnit(text: string, end: number): boolean {
  if (!isDashAt(text, end)) return false;
  const unit = wordAt(text, end + 1);
  return unit === 'point' || unit === 'percentage' || (unit !== 'year' && unitsByName.has(unit));
}

/** "a year and| a half" */
function followsUnit(text: string, at: number): boolean {
  const and = findWordBefore(text, at);
  const noun = and?.text === 'and' ? findWordBefore(text, and.start) : undefined;
  return noun !== undefined && unitsByName.has(noun.text);
}

const HALF_FOLLOWERS = new Set([
  'of',
  'the',
  'a',
  'an',
  'its',
  'their',
  'his',
  'her',
  'our',
  'all',
  'that',
  'as',
  'those',
]);
const HALF_LEADERS = new Set([
  'than',
  'about',
  'over',
  'nearly',
  'almost',
  'roughly',
  'under',
  'around',
  'by',
  'in',
  'a',
]);
const NOT_HALF_LEADERS = new Set([
  'first',
  'second',
  'latter',
  'other',
  'better',
  'northern',
  'southern',
  'this',
  'back',
]);

function isShareHalf(text: string, at: number, end: number): boolean {
  if (isDashAt(text, end) || isDashAt(text, at - 1)) return false;
  const before = findWordBefore(text, at);
  if (before && NOT_HALF_LEADERS.has(before.text)) return false;
  const next = findWordAfter(text, end);
  if (next && HALF_FOLLOWERS.has(next.text)) return true;
  return before !== undefined && HALF_LEADERS.has(before.text) && readsAsShare(text, end);
}

/** The numeral in digits at `at`; `money` says that a currency stands before it, so that "1.2m" is 1.2 million. */
export function findNumeralInDigits(text: string, at: number, money: boolean): Numeral | undefined {
  const sign = fractionSigns[text.charAt(at)];
  if (sign !== undefined) return fractionNumeral(at, { end: at + 1, value: sign }, text);
  const slash = findSlashFraction(text, at);
  if (slash) return fractionNumeral(at, slash, text);
  const digits = findDigits(text, at);
  if (!digits) return undefined;
  let { end, value, step } = digits;
  const power = findPower(text, end, value);
  if (power) {
    if (power.value === undefined) return undefined;
    value = power.value;
    end = power.end;
    return { start: at, end, value, step: times(Math.abs(value), 1e-6), form: 'digits', digits, factor: 1 };
  }
  const parts = digits.decimal || digits.grouped ? undefined : findDecimalParts(text, end);
  if (parts) return fractionNumeral(at, { end: parts.end, value: times(value, parts.value) }, text);
  const fraction = digits.decimal || digits.grouped ? undefined : findFractionAfter(text, end);
  if (fraction) {
    value += fraction.value;
    end = fraction.end;
    step = 0.1;
  }
  const multiplier = findMultiplier(text, end, money);
  let factor = 1;
  let extra = 0;
  if (multiplier) {
    factor = multiplier.factor;
    end = multiplier.end;
    const tail = findFractionAfter(text, end);
    if (tail && !fraction) {
      extra = times(tail.value, factor);
      end = tail.end;
      step = 0.1;
    } else if (factor === 100) {
      const and = findWordAfter(text, end);
      const rest = and?.text === 'and' ? findDigits(text, skipBlanks(text, and.end)) : undefined;
      if (rest && rest.value < 100 && !rest.decimal && !isLetterAt(text, rest.end)) {
        extra = rest.value;
        end = rest.end;
        step = 0.01;
      }
    }
  }
  const other = digits.other && {
    value: times(digits.other.value, factor),
    step: times(digits.other.step, factor),
  };
  return {
    start: at,
    end,
    value: times(value, factor) + extra,
    step: times(step, factor),
    form: 'digits',
    digits,
    factor,
    ...(other ? { other } : {}),
  };
}
