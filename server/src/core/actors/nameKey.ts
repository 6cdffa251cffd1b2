// The spelling under which names are compared, and what that spelling is known for.

import { sensesOfPhrase } from './lexicon.ts';
import type { ReadWords, WordRun } from './nameSpans.ts';

/** The run's folded words with one blank between them: "state duma" for "State\nDuma". */
export function keyOf(words: ReadWords, run: Pick<WordRun, 'first' | 'last'>): string {
  return run.first === run.last ? words.folded[run.first]! : words.folded.slice(run.first, run.last + 1).join(' ');
}

/** What a run is known for as a whole, as bits of `Sense`. */
export function sensesOfRun(words: ReadWords, run: Pick<WordRun, 'first' | 'last'>): number {
  return run.first === run.last ? words.senses[run.first]! : sensesOfPhrase(keyOf(words, run));
}
