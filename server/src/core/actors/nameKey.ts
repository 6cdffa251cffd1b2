// The spelling under which names are compared.

import type { ReadWords, WordRun } from './nameSpans.ts';

/** The run's folded words with one blank between them: "state duma" for "State\nDuma". */
export function keyOf(words: ReadWords, run: Pick<WordRun, 'first' | 'last'>): string {
  return run.first === run.last ? words.folded[run.first]! : words.folded.slice(run.first, run.last + 1).join(' ');
}
