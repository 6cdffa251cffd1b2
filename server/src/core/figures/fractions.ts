// Fractions as they are printed or said: "½", "1/4", "two thirds", "and a half", and what may multiply them.

import { wordMultiplier } from './multipliers.ts';
import { cardinalOf, findWordNumber, isCardinalWord } from './numberWords.ts';
import { denominatorOf, findOrdinalParts } from './ordinalWords.ts';
import { findWordAfter, isDashAt, isDigitAt, skipBlanks, wordAt } from './scan.ts';

/** Fractions that are one character, and their values. */
export const fractionSigns: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
  '⅚': 5 / 6,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
};

/** Whether the character is a fraction of its own: "½". */
export function isFractionSign(character: string): boolean {
  return Object.hasOwn(fractionSigns, character);
}

/** A fraction that was read: where it ends and what it is worth. */
export interface Fraction {
  readonly end: number;
  readonly value: number;
}

const PARTS_OF_ONE: Readonly<Record<string, number>> = { half: 1 / 2, third: 1 / 3, quarter: 1 / 4 };
const JOINED_FRACTION = /^[-‑]and[-‑](?:a|one)[-‑](half|third|quarter)(?!\p{L})/u;

/** "and a half", "and three quarters", "½", " 1/4" after a whole number. */
export function findFractionAfter(text: string, at: number): Fraction | undefined {
  // "two-and-a-half-year"
  const joined = isDashAt(text, at) ? JOINED_FRACTION.exec(text.slice(at, at + 24)) : null;
  if (joined) return { end: at + joined[0].length, value: PARTS_OF_ONE[joined[1] ?? ''] ?? 0.5 };
  const next = skipBlanks(text, at);
  const sign = fractionSigns[text.charAt(next)];
  if (sign !== undefined) return { end: next + 1, value: sign };
  const slash = next > at && next - at <= 2 ? findSlashFraction(text, next) : undefined;
  if (slash && slash.value < 1) return slash;
  const and = findWordAfter(text, at);
  if (and?.text !== 'and') return undefined;
  const fraction = findSpokenFraction(text, skipBlanks(text, and.end));
  return fraction && fraction.value < 1 ? fraction : undefined;
}

/** "1/4" where it can only be a fraction: small, proper, not part of a date or a longer row of slashes. */
export function findSlashFraction(text: string, at: number): Fraction | undefined {
  const match = /^(\d{1,3})[/⁄](\d{1,3})(?![\d/⁄\p{L}]|\.\d)/u.exec(text.slice(at, at + 10));
  if (!match) return undefined;
  const top = Number(match[1]);
  const bottom = Number(match[2]);
  if (bottom < 2 || top < 1) return undefined;
  const before = text.charAt(at - 1);
  if (before === '/' || before === '.' || isDigitAt(text, at - 1)) return undefined;
  return { end: at + match[0].length, value: top / bottom };
}

/** A fraction in words: "a half", "one third", "three quarters", "two-fifths". */
export function findSpokenFraction(text: string, at: number): Fraction | undefined {
  const first = wordAt(text, at);
  let value = 1;
  let place = at;
  if (first === 'a' || first === 'an') place = at + first.length;
  else if (isCardinalWord(first)) {
    const count = findWordNumber(text, at);
    if (!count || count.scaled) return undefined;
    value = count.value;
    place = count.end;
  } else if (first === 'half') return { end: at + 4, value: 0.5 };
  else return undefined;
  let next = skipBlanks(text, place);
  if (isDashAt(text, next)) next = skipBlanks(text, next + 1);
  if (next === place) return undefined;
  const word = wordAt(text, next);
  const tens = cardinalOf(word);
  if (tens !== undefined && value > 1) return findCompoundParts(text, next, value);
  const denominator = denominatorOf(word);
  if (denominator === undefined) return undefined;
  if (value > 1 !== (word.endsWith('s') && word !== 's') && !(value > 1 && word === 'half')) return undefined;
  return { end: next + word.length, value: value / denominator };
}

/** "| twenty-firsts" after a number of them. */
function findCompoundParts(text: string, at: number, count: number): Fraction | undefined {
  const ordinal = findOrdinalParts(text, at);
  return ordinal ? { end: ordinal.end, value: count / ordinal.value } : undefined;
}

/** "5| hundredths", "3| tenths" after digits. */
export function findDecimalParts(text: string, at: number): Fraction | undefined {
  const word = findWordAfter(text, isDashAt(text, at) ? at + 1 : at);
  if (!word || !/^(?:ten|hundred|thousand|million)ths$/.test(word.text)) return undefined;
  return { end: word.end, value: 1 / (denominatorOf(word.text) ?? 1) };
}

/** A multiplier after a fraction: "half a million", "quarter million", "two thirds of a million", "half a dozen". */
export function findFractionMultiplier(text: string, at: number): Fraction | undefined {
  let place = at;
  for (const filler of ['of', 'a']) {
    const word = findWordAfter(text, place);
    if (word?.text === filler || (filler === 'a' && word?.text === 'an')) place = word.end;
  }
  if (isDashAt(text, place)) place++;
  const word = findWordAfter(text, place);
  const factor = word && wordMultiplier(word.text);
  return word && factor && !word.text.endsWith('s') ? { end: word.end, value: factor } : undefined;
}

/** Words after which "a third" or "a quarter" is a share and not one of a row. */
const SHARE_FOLLOWERS = new Set(
  'of the that as more less fewer larger smaller higher lower to in from by for and or were was are is have had has since on at over since than compared'.split(
    ' ',
  ),
);

/** Whether what follows lets "a third" or "a quarter" be a share: "of …", a comparison, or nothing of its phrase. */
export function readsAsShare(text: string, at: number): boolean {
  if (isDashAt(text, at)) return false;
  const next = findWordAfter(text, at);
  return !next || SHARE_FOLLOWERS.has(next.text);
}
