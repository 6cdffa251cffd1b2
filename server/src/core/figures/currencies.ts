// Currencies as texts write them: symbols before or after the number, isoCodes 4217 codes, names. Answers isoCodes codes; the
// dollar sign alone is taken for the US dollar, and what no code exists for ("cent") keeps its name.

import {
  commonCodes,
  currencyNames,
  currencySigns,
  isoCodes,
  nationalNames,
  otherCodes,
  signLetters,
} from './currencyTable.ts';
import { findWordAfter, isBlankCode, isLetterAt, isLetterCode, phraseEndAt, skipBlanks } from './scan.ts';

export interface CurrencyHit {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

/** Whether the character is a currency sign, before or after a number. */
export function isCurrencySign(character: string): boolean {
  return Object.hasOwn(currencySigns, character);
}

/** Whether the unit is money: an isoCodes code, or cents and pence. */
export function isMoneyUnit(unit: string): boolean {
  return (
    unit === '¢' ||
    unit === 'p' ||
    isoCodes.has(unit) ||
    unit === 'BTC' ||
    unit === 'DEM' ||
    unit === 'NLG' ||
    unit === 'SDG'
  );
}

/** The code that letters written as a code stand for: "EUR", "RMB", "Rs". */
export function currencyOfCode(print: string): string | undefined {
  if (isoCodes.has(print)) return print;
  if (Object.hasOwn(otherCodes, print)) return otherCodes[print];
  if (print.length !== 3) return undefined;
  const upper = print.toUpperCase();
  return print === print.toLowerCase() && commonCodes.has(upper) ? (otherCodes[upper] ?? upper) : undefined;
}

/** Whether the code may touch its number: "USD115", "Rs500"; but AMD64 is a machine. */
export function gluesToNumber(print: string): boolean {
  return commonCodes.has(print.toUpperCase()) || Object.hasOwn(otherCodes, print);
}

const SET_APART = /(?<!\p{L})(c|hk|nz|us|au) $/iu;

/** "R|500m", "R|2.5 billion": the rand, where a multiple tells it from a model. */
export function isRand(text: string, at: number): boolean {
  return /^\d[\d.,]{0,12} ?(?:m|bn|million|billion|trillion)\b/.test(text.slice(at, at + 24));
}

/** The currency written right before `at`, a blank or two between: "US$|5", "USD |5", "€ |5". */
export function findCurrencyBefore(text: string, at: number, floor: number): CurrencyHit | undefined {
  let end = at;
  while (end > floor && at - end < 2 && isBlankCode(text.charCodeAt(end - 1)) && text.charCodeAt(end - 1) !== 10) end--;
  if (end <= floor) return undefined;
  const sign = currencySigns[text.charAt(end - 1)];
  if (sign !== undefined) {
    const start = end - 1;
    let letters = start;
    while (letters > floor && start - letters < 4 && isLetterCode(text.charCodeAt(letters - 1))) letters--;
    const prefix = text.slice(letters, start).toLowerCase();
    const code = Object.hasOwn(signLetters, prefix) ? signLetters[prefix] : undefined;
    if (code !== undefined && sign === 'USD') return { start: letters, end, code };
    if (code !== undefined && prefix === 'e' && sign === 'GBP') return { start: letters, end, code };
    // "U.S. $5", "U.S.$5"
    if (/u\.s\.? ?$/i.test(text.slice(Math.max(floor, start - 5), start))) {
      const lead = text.toLowerCase().lastIndexOf('u.s', start);
      return { start: Math.max(floor, lead), end, code: 'USD' };
    }
    // "c $ 1.34", "hk $ 5": tokenised text
    const apart = sign === 'USD' ? SET_APART.exec(text.slice(Math.max(floor, start - 5), start))?.[1] : undefined;
    if (apart !== undefined)
      return { start: start - 1 - apart.length, end, code: signLetters[apart.toLowerCase()] ?? sign };
    return { start: letters < start && code === undefined ? start : start, end, code: sign };
  }
  if (
    text.charAt(end - 1) === '.' &&
    text.slice(end - 3, end) === 'Rs.' &&
    !isLetterAt(text, end - 4) &&
    end - 3 >= floor
  ) {
    return { start: end - 3, end, code: 'INR' };
  }
  let start = end;
  while (start > floor && end - start < 5 && isLetterCode(text.charCodeAt(start - 1))) start--;
  if (start === end) return undefined;
  const print = text.slice(start, end);
  if (print === 'R' && end === at && isRand(text, at)) return { start, end, code: 'ZAR' };
  const code = end < at || gluesToNumber(print) ? currencyOfCode(print) : undefined;
  return code === undefined ? undefined : { start, end, code };
}

/** The currency sign or code that begins at `at` and stands before a number: the second "$" in "$5–|$7". */
export function findCurrencyAt(text: string, at: number): CurrencyHit | undefined {
  let letters = at;
  while (letters - at < 4 && isLetterAt(text, letters)) letters++;
  const sign = currencySigns[text.charAt(letters)];
  if (sign !== undefined) {
    if (letters === at) return { start: at, end: at + 1, code: sign };
    const code = signLetters[text.slice(at, letters).toLowerCase()];
    return code === undefined ? undefined : { start: at, end: letters + 1, code };
  }
  if (letters === at) return undefined;
  const code = currencyOfCode(text.slice(at, letters));
  return code === undefined ? undefined : { start: at, end: letters, code };
}

/** The currency that follows a number: " dollars", "€", " USD", " Swiss francs", "元". */
export function findCurrencyAfter(text: string, at: number): CurrencyHit | undefined {
  const place = skipBlanks(text, at);
  const sign = currencySigns[text.charAt(place)];
  // A dollar or euro sign that belongs to the next number does not belong to this one.
  if (sign !== undefined) {
    const next = text.charAt(place + 1);
    return next >= '0' && next <= '9' && place > at ? undefined : { start: place, end: place + 1, code: sign };
  }
  const word = findWordAfter(text, at);
  if (!word) return undefined;
  // "11c", "57.95p"
  if (word.start === at && (word.print === 'c' || word.print === 'p')) {
    return { start: at, end: word.end, code: word.print === 'c' ? '¢' : 'p' };
  }
  for (const [phrase, code] of nationalNames.get(word.text) ?? []) {
    const end = phraseEndAt(text, word.start, phrase);
    if (end > 0) return { start: word.start, end, code };
  }
  const name = currencyNames.get(word.text);
  const code = currencyOfCode(word.print) ?? (word.print === word.print.toUpperCase() ? undefined : name);
  if (code === undefined) {
    // "30 MUSD"
    const scaled = /^M(?=[A-Z]{3}$)/.test(word.print) ? currencyOfCode(word.print.slice(1)) : undefined;
    return scaled === undefined ? undefined : { start: word.start, end: word.end, code: `M${scaled}` };
  }
  if (word.text === 'real' || word.text === 'mark' || word.text === 'won') {
    // Common words of English: only after the nation or as what ends the phrase.
    const next = findWordAfter(text, word.end);
    if (next && word.text !== 'won') return undefined;
    if (next && word.text === 'won' && !['a', 'per', 'to', 'in', 'for'].includes(next.text)) return undefined;
  }
  return { start: word.start, end: word.end, code };
}
