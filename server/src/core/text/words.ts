// Words, numbers and symbols of a prose text, by one quick scan that figures, actors and claims share. Tells how a token
// looks and leaves what it means to them.

import type { Span } from './span.ts';

/** How a token looks; combined with `|`. */
export const Shape = {
  /** Begins with a capital: "Baku", "NATO". */
  capital: 1,
  /** At least two letters, all of them capitals: "NATO". */
  upper: 2,
  /** Has a digit in it: "128,000", "B2". */
  digit: 4,
  /** A letter outside ASCII. */
  foreign: 8,
  /** An apostrophe in it: "don’t", "Norway’s". */
  apostrophe: 16,
  /** No white space before it. */
  joined: 32,
  /** Full stops in it: "U.S", "e.g". */
  dotted: 64,
} as const;

export type WordKind = 'word' | 'number' | 'symbol';

/** A token; it is itself the span where it stands. */
export interface Word extends Span {
  readonly text: string;
  /** `number` begins with a digit and has digits, separators and nothing else; `symbol` is one punctuation character. */
  readonly kind: WordKind;
  /** Flags of `Shape`. */
  readonly shape: number;
}

const space = 0;
const lower = 1;
const upper = 2;
const digit = 3;
const symbol = 4;

/**
 * The tokens of a text in order. Words keep inner apostrophes and the full stops of initials ("don’t", "U.S"), numbers
 * their separators ("128,000", "2.8"); hyphens, dashes and all other punctuation are symbols, one code point each.
 * "Norway’s 2.8-km road" → Norway’s · 2.8 · - · km · road.
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  let offset = 0;
  let wordEnd = -1;
  while (offset < text.length) {
    const kind = classAt(text, offset);
    if (kind === space) {
      offset++;
      continue;
    }
    const word = kind === symbol ? readSymbol(text, offset) : readWord(text, offset);
    words.push(wordEnd === offset ? { ...word, shape: word.shape | Shape.joined } : word);
    offset = word.end;
    wordEnd = offset;
  }
  return words;
}

function readSymbol(text: string, start: number): Word {
  const end = start + (text.codePointAt(start)! > 0xffff ? 2 : 1);
  return { start, end, text: text.slice(start, end), kind: 'symbol', shape: 0 };
}

function readWord(text: string, start: number): Word {
  let shape = 0;
  let letters = 0;
  let capitals = 0;
  let separators = 0;
  let offset = start;
  while (offset < text.length) {
    const kind = classAt(text, offset);
    if (kind === lower || kind === upper) {
      letters++;
      if (kind === upper) capitals++;
      if (text.charCodeAt(offset) > 0x7f) shape |= Shape.foreign;
      offset += text.codePointAt(offset)! > 0xffff ? 2 : 1;
    } else if (kind === digit) {
      shape |= Shape.digit;
      offset++;
    } else {
      const inner = innerMark(text, start, offset);
      if (inner === 0) break;
      if (inner === Shape.digit) separators++;
      else shape |= inner;
      offset++;
    }
  }
  if (classAt(text, start) === upper) shape |= Shape.capital;
  if (letters > 1 && capitals === letters) shape |= Shape.upper;
  const kind: WordKind = letters === 0 && (shape & Shape.digit || separators) ? 'number' : 'word';
  return { start, end: offset, text: text.slice(start, offset), kind, shape };
}

/** What a punctuation character is between the characters around it: 0 if it ends the word. */
function innerMark(text: string, start: number, offset: number): number {
  const mark = text[offset]!;
  if (offset === start) return 0;
  const before = classAt(text, offset - 1);
  const after = offset + 1 < text.length ? classAt(text, offset + 1) : space;
  const isLetterAfter = after === lower || after === upper;
  if (mark === "'" || mark === '’')
    return (before === lower || before === upper) && isLetterAfter ? Shape.apostrophe : 0;
  if (mark === '.' || mark === ',') {
    if (before === digit && after === digit) return Shape.digit;
    if (mark === ',') return 0;
    const isInitial = (before === lower || before === upper) && (offset - 1 === start || text[offset - 2] === '.');
    return isInitial && isLetterAfter && !isLetter(text, offset + 2) ? Shape.dotted : 0;
  }
  return 0;
}

function isLetter(text: string, offset: number): boolean {
  const kind = offset < text.length ? classAt(text, offset) : space;
  return kind === lower || kind === upper;
}

function classAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  if (unit < 0x80) return asciiClasses[unit]!;
  return foreignClass(text.codePointAt(offset)!, unit);
}

const asciiClasses = new Uint8Array(128).map((_, unit) => {
  const character = String.fromCharCode(unit);
  if (/[a-z]/.test(character)) return lower;
  if (/[A-Z]/.test(character)) return upper;
  if (/[0-9]/.test(character)) return digit;
  return unit <= 0x20 || unit === 0x7f ? space : symbol;
});

/** Classes of the code points that occurred; -1 in the table is unknown yet. Only the Basic Multilingual Plane is kept. */
const classes = new Int8Array(0x10000).fill(-1);

function foreignClass(codePoint: number, unit: number): number {
  if (codePoint > 0xffff) return classify(String.fromCodePoint(codePoint));
  let kind = classes[unit]!;
  if (kind < 0) {
    kind = classify(String.fromCharCode(unit));
    classes[unit] = kind;
  }
  return kind;
}

function classify(character: string): number {
  if (/[\p{Lu}\p{Lt}]/u.test(character)) return upper;
  if (/[\p{L}\p{M}]/u.test(character)) return lower;
  if (/\p{Nd}/u.test(character)) return digit;
  return /[\s\u200b\u2060\u0085]/u.test(character) ? space : symbol;
}
