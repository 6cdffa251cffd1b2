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

  it('joins an office with whoever an apposition says to hold it', () => {
    expect(
      together('Prime Minister', 'Its Prime Minister, Ines Vollmer, left. The Prime Minister was tired.'),
    ).toContain('Ines Vollmer');
    expect(
      together('Ines Vollmer', 'They met Ines Vollmer, the Secretary of State, in Riga.', 'It was cold there.'),
    ).toEqual(['Ines Vollmer', 'Secretary of State']);
  });

  it('joins no office with whoever follows it in a list', () => {
    expect(together('Ines Vollmer', 'They met the Prime Minister, Ines Vollmer and a clerk.')).toEqual([
      'Ines Vollmer',
    ]);
  });

  it('gives a surname that people share to whom the title names', () => {
    const biography = ['Ines Vollmer was a sister of Hanna Vollmer.', 'Later Vollmer said that she was tired.'];
    expect(together('Ines Vollmer', '# Ines Vollmer', ...biography)?.at(-1)).toBe('Vollmer');
    expect(together('Ines Vollmer', '# Two sisters', ...biography)?.at(-1)).toBe('Ines Vollmer');
  });

  it('joins British and American spellings of one name', () => {
    expect(together('Orvik Harbour', 'The Orvik Harbour is old.', 'The Orvik Harbor is deep.')).toEqual([
      'Orvik Harbour',
      'Orvik Harbor',
    ]);
    expect(together('Orvik Harbour', 'The Orvik Harbour is old.', 'The Orvik Airport is new.')).toEqual([
      'Orvik Harbour',
    ]);
  });

  it('takes New York for the city where the text names that too', () => {
    expect(together('New York City', 'She moved to New York City.', 'In New York it rained.')).toEqual([
      'New York City',
      'New York',
    ]);
  });
});
