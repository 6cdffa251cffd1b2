// Words and letters that multiply a number printed in digits: "2.8 billion", "$1.2m", "35 lakh", "3 dozen".

import { scaleOf } from './numberWords.ts';
import { findWordAfter, isDashAt, isLetterAt, type Word } from './scan.ts';

const WORDS: Readonly<Record<string, number>> = {
  hundred: 1e2,
  dozen: 12,
  dozens: 12,
  score: 20,
  thousands: 1e3,
  millions: 1e6,
  billions: 1e9,
  trillions: 1e12,
  lakhs: 1e5,
  crores: 1e7,
  mln: 1e6,
  mio: 1e6,
  bln: 1e9,
};

/** Abbreviations, in the spelling that is meant; the single letters m, b and t need a currency beside them. */
const LETTERS: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  mn: 1e6,
  Mn: 1e6,
  MM: 1e6,
  mm: 1e6,
  bn: 1e9,
  Bn: 1e9,
  BN: 1e9,
  tn: 1e12,
  trn: 1e12,
  Tn: 1e12,
};
const MONEY_LETTERS: Readonly<Record<string, number>> = {
  m: 1e6,
  M: 1e6,
  mil: 1e6,
  b: 1e9,
  B: 1e9,
  t: 1e12,
  T: 1e12,
};

export interface Multiplier {
  readonly end: number;
  readonly factor: number;
}

/** Letter multiplier as it is printed: 1e6 for "m" beside money, 1000 for "k" anywhere; undefined for other letters. */
export function letterMultiplier(print: string, money: boolean): number | undefined {
  if (print === 'mm' && !money) return undefined;
  if (Object.hasOwn(LETTERS, print)) return LETTERS[print];
  return money && Object.hasOwn(MONEY_LETTERS, print) ? MONEY_LETTERS[print] : undefined;
}

/** The multiplying word's factor, as after digits: 1e9 for "billion", 12 for "dozen". */
export function wordMultiplier(word: string): number | undefined {
  return scaleOf(word) ?? (Object.hasOwn(WORDS, word) ? WORDS[word] : undefined);
}

/** "1.5M users", "2B views": capitals that touch the number; "2B" is bytes unless what it counts follows. */
function touchingMultiplier(text: string, word: Word): number | undefined {
  if (word.print === 'M') return 1e6;
  if (word.print !== 'B') return undefined;
  const next = findWordAfter(text, word.end);
  return next && next.text.length > 3 && next.text.endsWith('s') ? 1e9 : undefined;
}

/** The multiplier that follows a number in digits; `money` says that a currency stands before the number. */
export function findMultiplier(text: string, at: number, money: boolean): Multiplier | undefined {
  const hyphened = isDashAt(text, at) && isLetterAt(text, at + 1);
  const word = findWordAfter(text, hyphened ? at + 1 : at);
  if (!word) return undefined;
  const factor = wordMultiplier(word.text);
  if (factor !== undefined) {
    const next = findWordAfter(text, word.end);
    const second = next && wordMultiplier(next.text);
    // "three lakh crore", "2 hundred thousand"
    if (next && second !== undefined && second > 12) return { end: next.end, factor: factor * second };
    return { end: word.end, factor };
  }
  if (hyphened) return undefined;
  const touches = word.start === at;
  const letters = letterMultiplier(word.print, money) ?? (touches ? touchingMultiplier(text, word) : undefined);
  if (letters === undefined) return undefined;
  // "2.33 k" may stand apart; a single letter elsewhere must touch its number or follow money.
  if (word.start > at && !money && word.print.length === 1 && word.print !== 'k') return undefined;
  return { end: word.end, factor: letters };
}
