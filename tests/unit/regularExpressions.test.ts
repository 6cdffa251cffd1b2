// Reading is linear in the text, whatever the text: every regular expression of the analysis is examined by a checker for
// more than linear matching time.

import { checkSync } from 'recheck';
import { expect, it } from 'vitest';
import { patternsOf, readSources } from '../support/sources.ts';

process.env.RECHECK_SYNC_BACKEND = 'pure';

/**
 * Bounded repetitions are decided exactly, by automaton; the checker's own limits would leave them to its estimate. What it
 * has to estimate (look-around) it tries with fewer and shorter strings.
 */
const limits = {
  maxRepeatCount: 1_000,
  maxNFASize: 1_000_000,
  maxPatternSize: 100_000,
  maxIteration: 3,
  maxAttackStringSize: 30_000,
  attackLimit: 150_000_000,
  timeout: 60_000,
};

/**
 * Why a pattern may take more than linear time, or undefined. Its alternatives are examined one by one: at each place of a
 * text the whole costs as much as they cost together, and the checker is far quicker with the parts.
 */
function findWeakness(source: string, flags: string): string | undefined {
  for (const alternative of splitAlternatives(source)) {
    const result = checkSync(alternative, flags, limits);
    if (result.status === 'vulnerable') return `${result.complexity.type}, for example on ${result.attack.pattern}`;
    if (result.status === 'unknown') return `not decided: ${result.error.kind}`;
  }
  return undefined;
}

/** The alternatives of a pattern's top level: `a|(b|c)|[|]` has three. */
function splitAlternatives(source: string): string[] {
  const alternatives = [''];
  let depth = 0;
  let inClass = false;
  for (const [token] of source.matchAll(/\\.|./gs)) {
    if (token === '[') inClass = true;
    else if (token === ']') inClass = false;
    else if (token === '(' && !inClass) depth++;
    else if (token === ')' && !inClass) depth--;
    if (token === '|' && depth === 0 && !inClass) alternatives.push('');
    else alternatives.push(alternatives.pop() + token);
  }
  return alternatives;
}

it('sees an expression that backtracks', () => {
  expect(findWeakness('^(a|a)*$', '')).toMatch(/exponential/);
  expect(findWeakness('\\d+%', 'g')).toMatch(/polynomial/);
  expect(findWeakness('(?<!x)\\d+%', 'g')).toMatch(/polynomial/);
  expect(findWeakness('\\d{1,40}%', 'g')).toBeUndefined();
});

it('examines alternatives one by one', () => {
  expect(splitAlternatives('a|(b|c)|[|]|\\|d')).toEqual(['a', '(b|c)', '[|]', '\\|d']);
  expect(findWeakness('a|\\d+%', '')).toMatch(/polynomial/);
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
