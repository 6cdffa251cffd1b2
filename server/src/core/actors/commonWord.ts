// Whether a word is an ordinary English word. A Bloom filter: it may take a rare word for a common one (about one in a
// hundred), never the reverse.

import { decodeBase64 } from './base64.ts';
import { COMMON_WORD_BITS } from './tables/commonWords.ts';

const SEEDS = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
const bits = decodeBase64(COMMON_WORD_BITS);
const size = bits.length * 8;

/** Whether a lower-case word, or the word that it is an inflection of, is common: "houses", "running", "quickly". */
export function isCommonWord(word: string): boolean {
  if (isListed(word)) return true;
  for (const [ending, replacements] of INFLECTIONS) {
    if (!word.endsWith(ending) || word.length < ending.length + 2) continue;
    const stem = word.slice(0, word.length - ending.length);
    for (const replacement of replacements) if (isListed(stem + replacement)) return true;
    if (ending.length > 1 && isDoubled(stem) && isListed(stem.slice(0, -1))) return true;
  }
  return false;
}

const INFLECTIONS: readonly (readonly [string, readonly string[]])[] = [
  ['ies', ['y']],
  ['es', ['', 'e']],
  ['s', ['']],
  ['ied', ['y']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
  ['er', ['', 'e']],
  ['est', ['', 'e']],
  ['ly', ['', 'le']],
];

function isDoubled(stem: string): boolean {
  return stem.length > 2 && stem.charCodeAt(stem.length - 1) === stem.charCodeAt(stem.length - 2);
}

function isListed(word: string): boolean {
  if (word.length < 2) return false;
  for (const seed of SEEDS) {
    const bit = hashWord(word, seed) % size;
    if ((bits[bit >> 3]! & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}

function hashWord(word: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
