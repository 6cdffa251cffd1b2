// Numbers written in words: "twenty-five", "three hundred and four thousand", "nought point three". Fractions and
// mixtures with digits are put together in numerals.ts.

import { findWordAfter, isDashAt, isLetterAt, skipBlanks, wordAt } from './scan.ts';

type Rank = 'unit' | 'teen' | 'tens' | 'hundred' | 'scale';

interface CardinalWord {
  readonly value: number;
  readonly rank: Rank;
}

const CARDINALS = new Map<string, CardinalWord>();

for (const [index, word] of 'one two three four five six seven eight nine'.split(' ').entries()) {
  CARDINALS.set(word, { value: index + 1, rank: 'unit' });
}
for (const [index, word] of 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
  .split(' ')
  .entries()) {
  CARDINALS.set(word, { value: index + 10, rank: 'teen' });
}
for (const [index, word] of 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').entries()) {
  CARDINALS.set(word, { value: index * 10 + 20, rank: 'tens' });
}
CARDINALS.set('fourty', { value: 40, rank: 'tens' });
for (const word of ['zero', 'nought', 'naught']) CARDINALS.set(word, { value: 0, rank: 'teen' });
CARDINALS.set('hundred', { value: 100, rank: 'hundred' });

/** Words that multiply what stands before them, in digits or in words. */
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  lakh: 1e5,
  lac: 1e5,
  million: 1e6,
  crore: 1e7,
  milliard: 1e9,
  billion: 1e9,
  trillion: 1e12,
  quadrillion: 1e15,
};
for (const [word, value] of Object.entries(SCALES)) CARDINALS.set(word, { value, rank: 'scale' });

/** The value of "thousand", "million", "crore"…; undefined for other words. */
export function scaleOf(word: string): number | undefined {
  return Object.hasOwn(SCALES, word) ? SCALES[word] : undefined;
}

/** Whether the word, in lower case, is a part of a number in words: "seven", "hundred", "million". */
export function isCardinalWord(word: string): boolean {
  return CARDINALS.has(word);
}

/** The value of a single number word such as "seven", "forty" or "hundred". */
export function cardinalOf(word: string): number | undefined {
  return CARDINALS.get(word)?.value;
}

export interface WordNumber {
  readonly end: number;
  readonly value: number;
  /** The scale of the last word that counts: 1e6 for "two million", 1 for "two million and three". */
  readonly step: number;
  /** Whether a scale word ("thousand", "million") was said. */
  readonly scaled: boolean;
}

function follows(rank: Rank, last: Rank | undefined): boolean {
  if (rank === 'unit') return last !== 'unit' && last !== 'teen';
  if (rank === 'teen' || rank === 'tens') return last === undefined || last === 'hundred' || last === 'scale';
  return true;
}

/** Where the next word of a number begins: after blanks, a hyphen, or both ("twenty-five", "ninety - five"). */
function nextWordStart(text: string, at: number): number {
  const next = skipBlanks(text, at);
  if (!isDashAt(text, next)) return next;
  const after = skipBlanks(text, next + 1);
  // A dash with blanks on one side only is punctuation.
  return (next === at) === (after === next + 1) ? after : next;
}

/** Digits read out after "point": "three point one four". */
function findSpokenDecimals(text: string, at: number): { end: number; value: number; step: number } | undefined {
  const point = findWordAfter(text, at);
  if (point?.text !== 'point') return undefined;
  let end = point.end;
  let value = 0;
  let step = 1;
  for (let count = 0; count < 12; count++) {
    const word = findWordAfter(text, end);
    const digit = word && CARDINALS.get(word.text);
    if (!word || !digit || digit.value > 99) break;
    const places = digit.value > 9 ? 100 : 10;
    step /= places;
    value += digit.value * step;
    end = word.end;
  }
  return step === 1 ? undefined : { end, value, step };
}

/** "a hundred and |three quarters": the small number counts parts. */
function beginsParts(text: string, at: number): boolean {
  const count = CARDINALS.get(wordAt(text, at));
  const next = findWordAfter(text, at + wordAt(text, at).length);
  return count !== undefined && next !== undefined && PARTS.has(next.text) && count.value < PARTS.get(next.text)!;
}

const PARTS = new Map<string, number>([
  ['halves', 2],
  ['thirds', 3],
  ['quarters', 4],
  ['fourths', 4],
  ['fifths', 5],
  ['sixths', 6],
  ['eighths', 8],
  ['tenths', 10],
  ['hundredths', 100],
]);

/**
 * The number in words that begins at `at`: "two hundred and five". An article before "hundred" is the caller's affair;
 * a bare scale counts as one of it.
 */
export function findWordNumber(text: string, at: number): WordNumber | undefined {
  let total = 0;
  let current = 0;
  let last: Rank | undefined;
  let lastScale = 0;
  let step = 1;
  let end = at;
  let place = at;
  for (let count = 0; count < 24; count++) {
    const word = wordAt(text, place);
    if (word === 'and' && (last === 'hundred' || last === 'scale')) {
      const after = skipBlanks(text, place + 3);
      const rank = CARDINALS.get(wordAt(text, after))?.rank;
      if (rank !== 'unit' && rank !== 'teen' && rank !== 'tens') break;
      if (beginsParts(text, after)) break;
      place = after;
      continue;
    }
    const entry = CARDINALS.get(word);
    if (!entry || !follows(entry.rank, last)) break;
    if (entry.rank === 'hundred') {
      if (current >= 100 || (last === undefined && count > 0)) break;
      current = (current || 1) * 100;
      step = 1;
    } else if (entry.rank === 'scale') {
      if (lastScale > 0 && entry.value > lastScale) {
        total = (total + current) * entry.value;
      } else {
        if (lastScale > 0 && current === 0) break;
        total += (current || 1) * entry.value;
      }
      current = 0;
      lastScale = entry.value;
      step = entry.value;
    } else {
      current += entry.value;
      step = 1;
    }
    last = entry.rank;
    end = place + word.length;
    place = nextWordStart(text, end);
    if (place === end) break;
  }
  if (last === undefined || isLetterAt(text, end)) return undefined;
  if (lastScale === 0) {
    const decimals = findSpokenDecimals(text, end);
    if (decimals) {
      const scale = findWordAfter(text, decimals.end);
      const factor = (scale && scaleOf(scale.text)) || 1;
      return {
        end: factor === 1 || !scale ? decimals.end : scale.end,
        value: (current + decimals.value) * factor,
        step: decimals.step * factor,
        scaled: factor > 1,
      };
    }
  }
  return { end, value: total + current, step, scaled: lastScale > 0 };
}
