import { expect, it } from 'vitest';
import { findNextListed } from '../../../../server/src/core/actors/listedNames.ts';
import { readWords } from '../../../../server/src/core/actors/nameSpans.ts';
import { tokenizeNames } from '../../../../server/src/core/actors/nameTokens.ts';

/** What follows in the list that the first words of a text are in. */
function nextOf(text: string, words = 1): string | undefined {
  const read = readWords(tokenizeNames(text));
  const next = findNextListed(read, { first: 0, last: words - 1, segmentFirst: 0, segmentLast: words - 1 });
  return next === undefined ? undefined : text.slice(next).split(/\W/)[0];
}

it('finds the next item after a comma, a conjunction or both', () => {
  expect(nextOf('Brno, Leeds and Graz')).toBe('Leeds');
  expect(nextOf('Brno and Graz')).toBe('Graz');
  expect(nextOf('Ana Ruiz, or Ivo', 2)).toBe('Ivo');
  expect(nextOf('Novak & Roth')).toBe('Roth');
  expect(nextOf('Brno,\nLeeds')).toBe('Leeds');
});

it('finds none where there is no list', () => {
  for (const text of [
    'Brno',
    'Brno, a town',
    'Brno. Leeds',
    'Brno Leeds',
    'Brno’s, Leeds',
    'Brno (Leeds)',
    'Brno and',
    'Brno, and the Graz',
  ])
    expect(nextOf(text), text).toBeUndefined();
});
