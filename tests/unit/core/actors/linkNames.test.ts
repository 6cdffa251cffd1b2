import { describe, expect, it } from 'vitest';
import { actorsOf } from './evidence.ts';

/** The texts of the mentions that are one actor with the first mention of a text. */
function together(mention: string, ...texts: string[]): string[] | undefined {
  const actor = actorsOf(...texts).find(({ mentions }) => mentions.some(({ text }) => text === mention));
  return actor?.mentions.map(({ text }) => text);
}

describe('linkNames', () => {
  it('joins familiar forms of given names', () => {
    expect(
      together('William Hanak', 'The mayor, William Hanak, spoke first.', 'Later Bill Hanak said that he was tired.'),
    ).toEqual(['William Hanak', 'Bill Hanak']);
  });

  it('keeps people with different given names apart', () => {
    expect(
      together('William Hanak', 'The mayor, William Hanak, spoke first.', 'Later Robert Hanak said he was tired.'),
    ).toEqual(['William Hanak']);
  });

  it('takes no city for the country that it is named after', () => {
    expect(together('Panama City', 'They flew to Panama City in May.', 'The rest of Panama was dry.')).toEqual([
      'Panama City',
    ]);
  });

  it('joins letters in brackets that abbreviate a name in another language', () => {
    expect(
      together(
        'Danish Sailors Union',
        'The Danish Sailors Union (DSF) met in Aarhus.',
        'A spokesman for the DSF said that the DSF would go on.',
      ),
    ).toEqual(['Danish Sailors Union', 'DSF', 'DSF', 'DSF']);
  });

  it('joins the form without the nation', () => {
    expect(
      together(
        'Danish Supreme Court',
        'The Danish Supreme Court ruled in March.',
        'The Supreme Court had heard the case in May.',
      ),
    ).toEqual(['Danish Supreme Court', 'Supreme Court']);
  });
});
