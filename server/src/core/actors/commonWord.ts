// Whether a word is an ordinary English word.

import { COMMON_WORD_BITS } from './tables/commonWords.ts';
import { createWordFilter } from './wordFilter.ts';

const isInFilter = createWordFilter(COMMON_WORD_BITS);

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

const isListed = (word: string) => word.length > 1 && isInFilter(word);
