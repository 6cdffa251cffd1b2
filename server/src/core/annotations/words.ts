// Splits a text into words and signs, the units in which passages are compared. White space is no unit, so re-wrapped
// lines, CR, LF and CRLF make no difference. Knows nothing of sentences or markup.

import { partitionPoint } from '../text/partitionPoint.ts';

/** The words of a text, as parallel columns: word `i` is `text.slice(starts[i], ends[i])`. */
export interface WordList {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 32-bit hashes of the words: equal words have equal hashes, unequal ones almost never. */
  readonly hashes: Int32Array;
}

const SPACE = 1;
const LETTER = 2;
/** A sign, or a letter of a script that is written without spaces: a unit of its own. */
const SINGLE = 3;

const spacelessScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const letterOrDigit = /[\p{L}\p{N}\p{M}]/u;
const space = /[\s\u200b\ufeff]/u;

const classes = new Uint8Array(0x10000);

function classOf(code: number): number {
  const known = classes[code]!;
  if (known !== 0) return known;
  const character = String.fromCharCode(code);
  let answer = SINGLE;
  if (space.test(character)) answer = SPACE;
  else if (letterOrDigit.test(character) && !spacelessScript.test(character)) answer = LETTER;
  classes[code] = answer;
  return answer;
}

/** Whether the code unit is a letter, mark or digit that joins with its neighbours into a word. */
export function isWordUnit(code: number): boolean {
  return classOf(code) === LETTER;
}

/** The words and signs of a text: `It’s 5 %.` has `It`, `’`, `s`, `5`, `%` and `.`. Linear time, any string. */
export function wordsOf(text: string): WordList {
  let capacity = (text.length >> 2) + 16;
  let starts = new Int32Array(capacity);
  let ends = new Int32Array(capacity);
  let hashes = new Int32Array(capacity);
  let count = 0;
  let offset = 0;
  while (offset < text.length) {
    const code = text.charCodeAt(offset);
    const kind = classOf(code);
    const start = offset++;
    if (kind === SPACE) continue;
    let hash = mix(0x811c9dc5, code);
    if (kind === LETTER) {
      while (offset < text.length) {
        const next = text.charCodeAt(offset);
        if (classOf(next) !== LETTER) break;
        hash = mix(hash, next);
        offset++;
      }
    } else if (isHighSurrogate(code) && offset < text.length && isLowSurrogate(text.charCodeAt(offset))) {
      hash = mix(hash, text.charCodeAt(offset++));
    }
    if (count === capacity) {
      capacity *= 2;
      starts = grown(starts, capacity);
      ends = grown(ends, capacity);
      hashes = grown(hashes, capacity);
    }
    starts[count] = start;
    ends[count] = offset;
    hashes[count++] = hash;
  }
  return {
    text,
    count,
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    hashes: hashes.subarray(0, count),
  };
}

export function wordAt(words: WordList, index: number): string {
  return words.text.slice(words.starts[index], words.ends[index]);
}

/**
 * Index of the first word that ends after `offset`, or `words.count`: the word that covers the offset, else the next.
 */
export function wordIndexAt(words: WordList, offset: number): number {
  return partitionPoint(words.count, (index) => words.ends[index]! <= offset);
}

function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function grown(column: Int32Array<ArrayBuffer>, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity);
  larger.set(column);
  return larger;
}

function isHighSurrogate(code: number): boolean {
  return (code & 0xfc00) === 0xd800;
}

function isLowSurrogate(code: number): boolean {
  return (code & 0xfc00) === 0xdc00;
}
