// Remembers words across texts: what a spelling folds to, what is known of it, and the hashes that the name model asks for.
// The words of a language recur, so a word costs one look-up instead of being cut out, folded and hashed again.

import { foldName, sensesOf } from './lexicon.ts';
import type { NameTokens } from './nameTokens.ts';

/** All that reading names needs to know of one spelling. */
export interface Word {
  readonly spelling: string;
  readonly folded: string;
  /** `Sense` bits. */
  readonly senses: number;
  /** Of the folded spelling. */
  readonly hash: number;
  readonly hashOfFirstThree: number;
  readonly hashOfLastTwo: number;
  readonly hashOfLastThree: number;
  readonly hashOfLastFour: number;
}

/** The hash of a text (FNV-1a), as a signed 32-bit number. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function readWord(spelling: string): Word {
  const folded = foldName(spelling);
  return {
    spelling,
    folded,
    senses: sensesOf(folded),
    hash: hashText(folded),
    hashOfFirstThree: hashText(folded.slice(0, 3)),
    hashOfLastTwo: hashText(folded.slice(-2)),
    hashOfLastThree: hashText(folded.slice(-3)),
    hashOfLastFour: hashText(folded.slice(-4)),
  };
}

const SLOTS = 1 << 16;
const MOST_WORDS = SLOTS / 2;
/** Longer words are rare and not worth keeping. */
const LONGEST_WORD = 40;

/** Open addressing: each slot holds a word or nothing. */
const slots: (Word | undefined)[] = new Array<Word | undefined>(SLOTS).fill(undefined);
let count = 0;

/** A word of a text. */
export function wordAt({ text, start: starts, end: ends, hash: hashes }: NameTokens, index: number): Word {
  const start = starts[index]!;
  const end = ends[index]!;
  if (end - start > LONGEST_WORD) return readWord(text.slice(start, end));
  const hash = hashes[index]!;
  let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  for (let word = slots[slot]; word !== undefined; word = slots[slot]) {
    if (isSpelled(word.spelling, text, start, end)) return word;
    slot = (slot + 1) & (SLOTS - 1);
  }
  if (count >= MOST_WORDS) {
    slots.fill(undefined);
    count = 0;
  }
  const word = readWord(text.slice(start, end));
  slots[slot] = word;
  count++;
  return word;
}

function isSpelled(spelling: string, text: string, start: number, end: number): boolean {
  if (spelling.length !== end - start) return false;
  for (let i = 0; i < spelling.length; i++) {
    if (spelling.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  }
  return true;
}
