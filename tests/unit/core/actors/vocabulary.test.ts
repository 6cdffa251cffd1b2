import { describe, expect, it } from 'vitest';
import { foldName, sensesOf } from '../../../../server/src/core/actors/lexicon.ts';
import { tokenizeNames } from '../../../../server/src/core/actors/nameTokens.ts';
import { wordAt } from '../../../../server/src/core/actors/vocabulary.ts';

const wordsOf = (text: string) => {
  const tokens = tokenizeNames(text);
  return tokens.start.map((_, index) => wordAt(tokens, index));
};

describe('wordAt', () => {
  it('knows each spelling of a text, whatever the words before it were', () => {
    expect(wordsOf('Zoë met ZOË in Brno').map(({ spelling }) => spelling)).toEqual(['Zoë', 'met', 'ZOË', 'in', 'Brno']);
    expect(wordsOf('Zoë met ZOË').map(({ folded }) => folded)).toEqual(['zoe', 'met', 'zoe']);
  });

  it('answers the same for a spelling wherever it stands', () => {
    const [first, , second] = wordsOf('Minister and Minister');
    expect(second).toBe(first);
    expect(first?.senses).toBe(sensesOf('minister'));
  });

  it('goes on being right after more words than it keeps', () => {
    const spellings = Array.from({ length: 40_000 }, (_, index) => `Wort${index.toString(36)}x`);
    for (const word of wordsOf(spellings.join(' '))) expect(word.folded).toBe(foldName(word.spelling));
    expect(wordsOf('Brno and Wort0x').map(({ folded }) => folded)).toEqual(['brno', 'and', 'wort0x']);
  });

  it('reads words too long to be kept', () => {
    const long = `A${'b'.repeat(200)}`;
    expect(wordsOf(`${long} ${long}`).map(({ folded }) => folded)).toEqual([long.toLowerCase(), long.toLowerCase()]);
  });
});
