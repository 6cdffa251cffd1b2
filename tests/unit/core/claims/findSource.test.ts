import { describe, expect, it } from 'vitest';
import { findSource, haveOtherSources } from '../../../../server/src/core/claims/findSource.ts';
import { readTokens } from '../../../../server/src/core/claims/tokens.ts';
import { readFigures } from '../../../../server/src/core/figures/readFigures.ts';

/** The source of the last figure of a sentence. */
function sourceIn(sentence: string): string | undefined {
  const figures = readFigures(sentence);
  const words = readTokens(sentence, figures);
  return findSource(words, words.figureTokens.at(-1)!);
}

describe('the source of a figure', () => {
  it.each([
    ['In May the Harbour Board estimated that the quay would cost $48 million.', 'Harbour Board'],
    ['The quay will cost $48 million, according to the ministry.', 'ministry'],
    ['According to the ministry, the quay will cost $48 million.', 'ministry'],
    ['This is less than the union’s estimate of $52 million.', 'union'],
    ['We estimate that the quay will cost $48 million.', 'the authors'],
    ['The board puts it lower, and our forecast is $48 million.', 'the authors'],
    ['Analysts expect sales of $48 million.', 'analysts'],
  ])('%s', (sentence, source) => expect(sourceIn(sentence)).toBe(source));

  it.each([
    'The quay is estimated to cost $48 million.',
    'The quay cost $48 million.',
    'The minister said so; the quay cost $48 million.',
    'The union reported a strike. The quay cost $48 million.',
  ])('is not named in: %s', (sentence) => expect(sourceIn(sentence)).toBeUndefined());

  it('differs only where both are named and share no word', () => {
    expect(haveOtherSources('Harbour Board', 'union')).toBe(true);
    expect(haveOtherSources('the Harbour Board', 'Board')).toBe(false);
    expect(haveOtherSources('Harbour Board', undefined)).toBe(false);
    expect(haveOtherSources('the authors', 'union')).toBe(false);
  });
});
