import { describe, expect, it } from 'vitest';
import { findSubstituted } from '../../../../server/src/core/claims/compareWording.ts';
import { readClaims } from '../../../../server/src/core/claims/readClaims.ts';
import { readFigures } from '../../../../server/src/core/figures/readFigures.ts';
import { plainProse } from '../../../support/figures.ts';

/** What stands in the place of others around the last figures of two texts. */
function substituted(one: string, other: string) {
  const [a, b] = [one, other].map((text) => readClaims(plainProse(text), readFigures(text)).at(-1)!);
  return findSubstituted(a!, b!);
}

describe('words in the place of others', () => {
  it.each([
    ['The toll of the harbour is 4%.', 'The toll of the market is 7%.', 1],
    ['Herring was sold for $4.', 'Fresh cod was sold for $7.', 1],
    ['About 40% of sailors like the old quay.', 'About 70% of sailors like the new bridge.', 2],
    ['The first dock cost $4 million.', 'The second dock cost $7 million.', 1],
    ['Before the war, 4% of crews paid.', 'After the war, 7% of crews paid.', 1],
    ['The mast is 40 metres long.', 'The mast is 7 metres wide.', 1],
    ['A meal costs $4 in port.', 'A meal costs $7 at sea.', 1],
    ['They won 4 matches at home.', 'They won 7 matches away from it.', 1],
  ])('are those alone in which two sentences differ: %s %s', (one, other, words) => {
    expect(substituted(one, other)).toEqual({ words, isAllElseSame: true });
    expect(substituted(other, one)).toEqual({ words, isAllElseSame: true });
  });

  it.each([
    ['It paid 4 crews for a year.', 'It paid 7 crews over a year.', { words: 0, isAllElseSame: false }],
    ['The toll is 4%.', 'The toll is 7%.', { words: 0, isAllElseSame: true }],
    ['The toll is 4%.', 'The toll was long fixed at 7%.', { words: 0, isAllElseSame: false }],
    ['Literacy is 4%.', 'The literacy rate is 7%.', { words: 0, isAllElseSame: false }],
    ['Dues rose by 4%.', 'Dues fell by 4%.', { words: 0, isAllElseSame: false }],
    [
      'Crews opened the quay on 4 May 2020.',
      'The quay was opened on 7 May 2020 by crews.',
      { words: 0, isAllElseSame: false },
    ],
    ['The toll, of the harbour, is 4%.', 'The toll, once more, is 7%.', { words: 0, isAllElseSame: false }],
    ['It rose in 2019 to 4%.', 'It rose in the harbour to 7%.', { words: 0, isAllElseSame: false }],
    ['The toll is 4%. Harbours paid.', 'The toll is 7%. Markets paid.', { words: 0, isAllElseSame: true }],
    ['In harbours the toll of all of the crews of ships is 4%.', 'It is 7%.', { words: 0, isAllElseSame: false }],
  ])('are none where they say the same, or the wording goes apart: %s %s', (one, other, expected) => {
    expect(substituted(one, other)).toEqual(expected);
  });
});
