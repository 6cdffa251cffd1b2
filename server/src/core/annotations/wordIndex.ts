// Where each word and each pair of neighbouring words of a document stands, and how often: built once, asked for many
// passages. The counts also say how much a matching word proves.

import { type WordList, wordsOf } from './words.ts';

export interface WordIndex {
  readonly words: WordList;
  /** Number of the distinct word at each place. */
  readonly ids: Int32Array;
  /** Number of the distinct pair that begins at each place. */
  readonly pairIds: Int32Array;
  readonly single: Postings;
  readonly pair: Postings;
}

/** Places by key: those of key `k` are `places[first[k]]` to `places[first[k + 1] - 1]`, in document order. */
export interface Postings {
  readonly keys: KeyTable;
  readonly first: Int32Array;
  readonly places: Int32Array;
}

interface KeyTable {
  readonly mask: number;
  /** Key number + 1 by slot; 0 is an empty slot. */
  readonly slots: Int32Array;
  readonly hashes: Int32Array;
}

/** The index of a document. Linear in time and memory: about 30 bytes a word. */
export function indexWords(source: string): WordIndex {
  const words = wordsOf(source);
  const single = internAll(words.hashes);
  const pairHashes = new Int32Array(Math.max(0, words.count - 1));
  for (let i = 0; i < pairHashes.length; i++) pairHashes[i] = hashOfPair(words.hashes[i]!, words.hashes[i + 1]!);
  const pair = internAll(pairHashes);
  return {
    words,
    ids: single.ids,
    pairIds: pair.ids,
    single: postingsOf(single.ids, single.keys),
    pair: postingsOf(pair.ids, pair.keys),
  };
}

export function hashOfPair(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ (second >>> 13)) | 0;
}

/** The key's number, or -1 when no word (or pair) of the document has this hash. */
export function findKey(postings: Postings, hash: number): number {
  const { slots, hashes, mask } = postings.keys;
  for (let slot = slotOf(hash, mask); ; slot = (slot + 1) & mask) {
    const key = slots[slot]! - 1;
    if (key < 0 || hashes[key] === hash) return key;
  }
}

/** How many places the key has; 0 for the key -1. */
export function countOf(postings: Postings, key: number): number {
  return key < 0 ? 0 : postings.first[key + 1]! - postings.first[key]!;
}

/** The places of a key, in document order. */
export function placesOf(postings: Postings, key: number): Int32Array {
  return key < 0
    ? postings.places.subarray(0, 0)
    : postings.places.subarray(postings.first[key], postings.first[key + 1]);
}

function slotOf(hash: number, mask: number): number {
  return (Math.imul(hash, 0x9e3779b1) >>> 7) & mask;
}

function internAll(hashes: Int32Array): { ids: Int32Array; keys: KeyTable } {
  let size = 16;
  while (size < hashes.length * 2) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size);
  const distinct = new Int32Array(hashes.length);
  const ids = new Int32Array(hashes.length);
  let count = 0;
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i]!;
    let slot = slotOf(hash, mask);
    while (slots[slot] !== 0 && distinct[slots[slot]! - 1] !== hash) slot = (slot + 1) & mask;
    if (slots[slot] === 0) {
      distinct[count] = hash;
      slots[slot] = ++count;
    }
    ids[i] = slots[slot]! - 1;
  }
  return { ids, keys: { mask, slots, hashes: distinct.slice(0, count) } };
}

function postingsOf(ids: Int32Array, keys: KeyTable): Postings {
  const first = new Int32Array(keys.hashes.length + 1);
  for (const id of ids) first[id + 1]!++;
  for (let key = 1; key < first.length; key++) first[key]! += first[key - 1]!;
  const next = first.slice();
  const places = new Int32Array(ids.length);
  for (let place = 0; place < ids.length; place++) places[next[ids[place]!]!++] = place;
  return { keys, first, places };
}
