// Which pairs of claims the project file says are never one: "passengers" and "passengers on a working day".

import type { Claim } from './claim.ts';
import { conceptsOfPhrase, holdsPhrase, sentenceConcepts } from './phrase.ts';

/** Two wordings of a measure, as the project file gives them. */
export interface DeclaredMeasures {
  readonly measures: readonly [string, string];
}

/**
 * Answers whether two claims state the two sides of a declared difference. A claim that has the words of both sides
 * states the longer one: "active personnel" is not "personnel" where the two are told apart.
 */
export function createDifference(pairs: readonly DeclaredMeasures[]): (a: Claim, b: Claim) => boolean {
  if (pairs.length === 0) return () => false;
  const phrases = pairs.map(
    ({ measures: [first, second] }) => [conceptsOfPhrase(first), conceptsOfPhrase(second)] as const,
  );
  return (a, b) => {
    const left = sentenceConcepts(a);
    const right = sentenceConcepts(b);
    return phrases.some(([first, second]) => {
      const one = sideOf(left, first, second);
      const other = sideOf(right, first, second);
      return one !== undefined && other !== undefined && one !== other;
    });
  };
}

function sideOf(words: ReadonlySet<string>, first: readonly string[], second: readonly string[]): 0 | 1 | undefined {
  const hasFirst = holdsPhrase(words, first);
  const hasSecond = holdsPhrase(words, second);
  if (hasFirst && hasSecond) return first.length === second.length ? undefined : first.length > second.length ? 0 : 1;
  return hasFirst ? 0 : hasSecond ? 1 : undefined;
}
