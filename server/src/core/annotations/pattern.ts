// A quoted passage with its surroundings, as words: what is looked for in a document, and how much each word of it proves
// there. The search itself is elsewhere.

import type { QuoteSelector } from './selectors.ts';
import { countOf, findKey, hashOfPair, type WordIndex } from './wordIndex.ts';
import { isWordUnit, type WordList, wordsOf } from './words.ts';

export interface Pattern {
  readonly words: WordList;
  readonly count: number;
  /** Words of the passage itself: from `first` up to, not including, `last`. The others surround it. */
  readonly first: number;
  readonly last: number;
  /** Offsets of the passage in `words.text`. */
  readonly start: number;
  readonly end: number;
  /** Each word's number in the document, -1 where the document does not have it. */
  readonly ids: Int32Array;
  /**
   * How much it proves when a word matches right after the word before it, in bits: much for a rare word, little where
   * copies match as well.
   */
  readonly bits: Float64Array;
  /** The same where the word before it does not match. */
  readonly loneBits: Float64Array;
}

/** No single word proves more: rarity in one document says little beyond a thousand to one. */
const MAX_BITS = 10;
const MIN_BITS = 0.1;

/**
 * The pattern of a quotation, weighed against a document. A word cut in two where the surroundings begin or end is left
 * out: `…ular strategy. [They]` begins with `strategy`.
 */
export function patternOf(quote: QuoteSelector, index: WordIndex): Pattern {
  const prefix = withoutCutStart(quote.prefix);
  const suffix = withoutCutEnd(quote.suffix);
  const words = wordsOf(prefix + quote.exact + suffix);
  const start = prefix.length;
  const end = start + quote.exact.length;
  let first = 0;
  while (first < words.count && words.ends[first]! <= start) first++;
  let last = first;
  while (last < words.count && words.starts[last]! < end) last++;
  const ids = Int32Array.from(words.hashes, (hash) => findKey(index.single, hash));
  return { words, count: words.count, first, last, start, end, ids, ...bitsOf(words, ids, index) };
}

/**
 * What a match of each word proves, given that the word before it matched: minus the logarithm of how often that word
 * is followed so elsewhere in the document. The matching place itself is left out of the counts, so a phrase that occurs
 * once is strong, and one with many copies tells nothing about which copy it is.
 */
function bitsOf(words: WordList, ids: Int32Array, index: WordIndex): Pick<Pattern, 'bits' | 'loneBits'> {
  const bits = new Float64Array(words.count);
  const loneBits = new Float64Array(words.count);
  for (let i = 0; i < words.count; i++) {
    const elsewhere = (Math.max(0, countOf(index.single, ids[i]!) - 1) + 0.5) / (index.words.count + 1);
    let chance = elsewhere;
    if (i > 0) {
      const pair = countOf(index.pair, findKey(index.pair, hashOfPair(words.hashes[i - 1]!, words.hashes[i]!)));
      const before = countOf(index.single, ids[i - 1]!);
      chance = (Math.max(0, pair - 1) + elsewhere) / (Math.max(0, before - 1) + 1);
    }
    bits[i] = bitsOfChance(chance);
    loneBits[i] = bitsOfChance(elsewhere);
  }
  return { bits, loneBits };
}

function bitsOfChance(chance: number): number {
  return Math.min(MAX_BITS, Math.max(MIN_BITS, -Math.log2(chance)));
}

function withoutCutStart(prefix: string): string {
  let cut = 0;
  while (cut < prefix.length && isWordUnit(prefix.charCodeAt(cut))) cut++;
  return cut < prefix.length ? prefix.slice(cut) : prefix;
}

function withoutCutEnd(suffix: string): string {
  let cut = suffix.length;
  while (cut > 0 && isWordUnit(suffix.charCodeAt(cut - 1))) cut--;
  return cut > 0 ? suffix.slice(0, cut) : suffix;
}
