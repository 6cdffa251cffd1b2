// Bloom filters: sets of words in about a byte a word. A filter may take a foreign word for one of its own (about one in
// fifty), never the reverse.

import { decodeBase64 } from './base64.ts';

const SEEDS = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];

/** Whether the filter has a word. */
export type WordFilter = (word: string) => boolean;

/** The filter that scripts/build-name-tables.mjs wrote as Base64. */
export function createWordFilter(encoded: string): WordFilter {
  const bits = decodeBase64(encoded);
  const size = bits.length * 8;
  return (word) => {
    for (const seed of SEEDS) {
      const bit = hashWord(word, seed) % size;
      if ((bits[bit >> 3]! & (1 << (bit & 7))) === 0) return false;
    }
    return true;
  };
}

function hashWord(word: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
