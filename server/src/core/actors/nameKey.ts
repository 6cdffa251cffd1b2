// The spelling under which names are compared, and what that spelling is known for.

import { remembering } from '../text/remembering.ts';
import { sensesOfPhrase } from './lexicon.ts';
import type { ReadWords, WordRun } from './nameSpans.ts';

const MOST_KEYS = 50_000;

/** Of equal spellings the same string: they are looked up again and again, and compare at a glance. */
export const sameKey = remembering(MOST_KEYS, (key) => key);

/** The run's folded words with one blank between them: "state duma" for "State\nDuma". */
export function keyOf(words: ReadWords, run: Pick<WordRun, 'first' | 'last'>): string {
  const { first, last } = run;
  return sameKey(first === last ? words.folded[first]! : words.folded.slice(first, last + 1).join(' '));
}

/** What a run is known for as a whole, as bits of `Sense`. */
export function sensesOfRun(words: ReadWords, run: Pick<WordRun, 'first' | 'last'>): number {
  return run.first === run.last ? words.senses[run.first]! : sensesOfPhrase(keyOf(words, run));
}
