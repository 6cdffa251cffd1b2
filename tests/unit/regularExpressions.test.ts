// Reading is linear in the text, whatever the text: every regular expression of the analysis is examined by a checker for
// more than linear matching time.

import { checkSync } from 'recheck';
import { expect, it } from 'vitest';
import { patternsOf, readSources } from '../support/sources.ts';

process.env.RECHECK_SYNC_BACKEND = 'pure';

/** Bounded repetitions are decided exactly, by automaton; the checker's own limits would leave them to its estimate. */
const limits = { maxRepeatCount: 1_000, maxNFASize: 1_000_000, maxPatternSize: 100_000, timeout: 10_000 };

/** Why a pattern may take more than linear time, or undefined. */
function findWeakness(source: string, flags: string): string | undefined {
  const result = checkSync(source, flags, limits);
  if (result.status === 'vulnerable') return `${result.complexity.type}, for example on ${result.attack.pattern}`;
  return result.status === 'unknown' ? `not decided: ${result.error.kind}` : undefined;
}

it('sees an expression that backtracks', () => {
  expect(findWeakness('^(a|a)*$', '')).toMatch(/exponential/);
  expect(findWeakness('\\d+%', 'g')).toMatch(/polynomial/);
  expect(findWeakness('\\d{1,40}%', 'g')).toBeUndefined();
});

it('has no expression in the analysis that takes more than linear time', () => {
  const weak = readSources(['server/src/core'], '.ts').flatMap((file) =>
    patternsOf(file).flatMap(({ source, flags, line }) => {
      const weakness = findWeakness(source, flags);
      return weakness ? [`${file.path}:${line} /${source}/${flags}: ${weakness}`] : [];
    }),
  );
  expect(weak).toEqual([]);
});
