import { describe, expect, it } from 'vitest';
import { findNames } from '../../../../server/src/core/actors/findNames.ts';
import { actorsOf, proseOf } from './evidence.ts';

const found = (...texts: string[]) => actorsOf(...texts).map(({ kind, name }) => `${kind} ${name}`);
/** The likeliest kind of a spelling in a text, whatever the document says. */
const kindIn = (text: string, key: string) => {
  const scores = findNames(proseOf(text)).candidates.find((candidate) => candidate.key === key)?.scores ?? [0, 0, 0];
  return ['person', 'organization', 'place'][scores.indexOf(Math.max(...scores))];
};

describe('places', () => {
  it('are told by what only places have or are', () => {
    expect(kindIn('The mayor of Orvik called it big.', 'orvik')).toBe('place');
    expect(kindIn('The new depot at Orvik opened in May.', 'orvik')).toBe('place');
    expect(kindIn('Orvik lies between two lakes.', 'orvik')).toBe('place');
    expect(kindIn('Orvik has a population of 4,000.', 'orvik')).toBe('place');
    expect(kindIn('They live in the Orvik valley.', 'orvik')).toBe('place');
  });

  it('are not told by what people have and do', () => {
    expect(kindIn('“No,” said Hanna Orvik, who has two brothers.', 'hanna orvik')).toBe('person');
    expect(kindIn('They laughed at Hanna Orvik.', 'hanna orvik')).toBe('person');
  });
});

describe('countries that play', () => {
  it('are teams', () => {
    expect(kindIn('Finland defeated Hungary in the last minute.', 'finland')).toBe('organization');
    expect(kindIn('In Turin, Finland 2 – 1 Hungary was the result.', 'finland')).toBe('organization');
  });

  it('are places otherwise', () => {
    expect(kindIn('She moved from Finland to Hungary in 1990.', 'finland')).toBe('place');
    expect(kindIn('Exports to Finland grew by 2 – 3 percent.', 'finland')).toBe('place');
  });
});

describe('no names', () => {
  it('are words for doing something at the start of a sentence', () => {
    expect(found('Recycling saved 40 tonnes of paper.')).toEqual([]);
    expect(found('It was a good year. Restocking took three days.')).toEqual([]);
  });

  it('are units behind millions', () => {
    expect(found('The port handled 4.2 million TEU in 2024.')).toEqual([]);
    expect(found('It emitted 12 million CERS.')).toEqual([]);
  });

  it('are names that end alike, and names behind millions', () => {
    expect(found('Kesting said that it was late.')).toEqual(['person Kesting']);
    expect(found('They met Ada Kesting. Kesting left early.')).toEqual(['person Ada Kesting']);
    expect(found('Some 12 million EU citizens moved.')).toHaveLength(1);
  });
});

describe('titles', () => {
  it('in capitals before a name belong to its mention and not to the name', () => {
    const [actor] = actorsOf('Yesterday Inspector Ivo Hanak spoke in Riga.').filter(({ kind }) => kind === 'person');
    expect(actor?.mentions.map(({ text }) => text)).toEqual(['Inspector Ivo Hanak']);
    expect(actor?.name).toBe('Ivo Hanak');
  });

  it('tell a surname in capitals', () => {
    expect(found('I thank Senator HOLLOWAY for his words.')).toContain('person HOLLOWAY');
  });

  it('with what they are over are people', () => {
    expect(found('They asked the Secretary of State for help.')).toContain('person Secretary of State');
  });
});

describe('designations', () => {
  it('are no names', () => {
    expect(found('Sales rose in Q3 and in Q4, as did the B12 level.')).toEqual([]);
  });
});
