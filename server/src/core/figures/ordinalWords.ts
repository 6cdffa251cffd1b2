// Ordinals in words and digits: "first", "twenty-first", "3rd"; and the same words as denominators: "two thirds".

import { cardinalOf, findWordNumber } from './numberWords.ts';
import { isDigitAt, isLetterAt, wordAt } from './scan.ts';

const ORDINALS = new Map<string, number>();

for (const [index, word] of 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
  .split(' ')
  .entries()) {
  ORDINALS.set(word, index + 1);
}
for (const [index, word] of 'thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
  .split(' ')
  .entries()) {
  ORDINALS.set(word, index + 13);
}
for (const [index, word] of 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'
  .split(' ')
  .entries()) {
  ORDINALS.set(word, index * 10 + 20);
}
for (const [word, value] of [
  ['hundredth', 1e2],
  ['thousandth', 1e3],
  ['millionth', 1e6],
  ['billionth', 1e9],
  ['trillionth', 1e12],
] as const) {
  ORDINALS.set(word, value);
}

/** The value of a single ordinal word: 3 for "third". */
export function ordinalOf(word: string): number | undefined {
  return ORDINALS.get(word);
}

/** What the word divides by, in the singular or plural: 4 for "quarter" and "fourths", 2 for "halves". */
export function denominatorOf(word: string): number | undefined {
  if (word === 'half' || word === 'halves') return 2;
  if (word === 'quarter' || word === 'quarters') return 4;
  const singular = word.endsWith('s') ? word.slice(0, -1) : word;
  const value = ORDINALS.get(singular);
  return value !== undefined && value >= 3 ? value : undefined;
}

export interface Ordinal {
  readonly end: number;
  readonly value: number;
}

/** The ordinal in words at `at`: "third", "twenty-first", "hundred and fifth". */
export function findOrdinalWords(text: string, at: number): Ordinal | undefined {
  const word = wordAt(text, at);
  const simple = ORDINALS.get(word);
  if (simple !== undefined) return { end: at + word.length, value: simple };
  if (cardinalOf(word) === undefined) return undefined;
  const lead = findWordNumber(text, at);
  if (!lead || lead.value % 10 !== 0 || lead.step < 1) return undefined;
  const separator = text.charAt(lead.end);
  if (separator !== '-' && separator !== ' ') return undefined;
  const tail = wordAt(text, lead.end + 1);
  const last = ORDINALS.get(tail);
  if (last === undefined || last >= (lead.value % 100 === 0 ? 100 : 10)) return undefined;
  return { end: lead.end + 1 + tail.length, value: lead.value + last };
}

/** What "twenty-firsts" divide by, at the tens: two words or more, the last one a plural. */
export function findOrdinalParts(text: string, at: number): Ordinal | undefined {
  const tens = wordAt(text, at);
  const value = cardinalOf(tens);
  const separator = text.charAt(at + tens.length);
  if (value === undefined || value < 20 || value > 90 || (separator !== '-' && separator !== ' ')) return undefined;
  const tail = wordAt(text, at + tens.length + 1);
  const last = tail.endsWith('s') && tail !== 'seconds' ? ORDINALS.get(tail.slice(0, -1)) : undefined;
  if (last === undefined || last > 9) return undefined;
  return { end: at + tens.length + 1 + tail.length, value: value + last };
}

/** End of "st", "nd", "rd" or "th" right after a number in digits, or -1. */
export function ordinalSuffixEnd(text: string, at: number): number {
  const suffix = text.slice(at, at + 2).toLowerCase();
  // "11st 4lb" is a weight.
  const first = suffix === 'st' && text.charAt(at - 1) === '1' && text.charAt(at - 2) !== '1';
  const fits = first || suffix === 'nd' || suffix === 'rd' || suffix === 'th';
  return fits && !isLetterAt(text, at + 2) && !isDigitAt(text, at + 2) ? at + 2 : -1;
}
