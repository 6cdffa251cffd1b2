import { describe, expect, it } from 'vitest';
import { actorsOf, evidenceOf } from './evidence.ts';

/** Kind and name of each actor of the texts. */
const found = (...texts: string[]) => actorsOf(...texts).map(({ kind, name }) => `${kind} ${name}`);
const mentions = (...texts: string[]) => actorsOf(...texts).flatMap((actor) => actor.mentions.map(({ text }) => text));

describe('findNames', () => {
  it('reads particles, initials, diacritics and both apostrophes as parts of a name', () => {
    expect(found('On Monday Petra von der Heide met Minister Khalid bin Rashid.')).toEqual([
      'person Petra von der Heide',
      'person Khalid bin Rashid',
    ]);
    expect(found('The book was written by J. R. Hartwell and by Zdeněk Šťastný.')).toEqual([
      'person J. R. Hartwell',
      'person Zdeněk Šťastný',
    ]);
    expect(found("It was signed by Maureen O’Leary and by Brian O'Hara.")).toEqual([
      'person Maureen O’Leary',
      "person Brian O'Hara",
    ]);
  });

  it('leaves possessive endings out, attached, plural or apart', () => {
    expect(mentions("They praised Norway’s ports and Anna Schmidt's report.")).toEqual(['Norway', 'Anna Schmidt']);
    expect(mentions("We read Anna Schmidt 's report.")).toEqual(['Anna Schmidt']);
  });

  it('reads on over a line break', () => {
    const [actor] = actorsOf('The letter came from Anna\nSchmidt in Vienna.');
    expect(actor?.name).toBe('Anna Schmidt');
    expect(actor?.mentions[0]?.text).toBe('Anna\nSchmidt');
  });

  it('does not take apart well-known names', () => {
    expect(mentions('She moved from New York to South Africa.')).toEqual(['New York', 'South Africa']);
  });

  it('takes two names with "and" between them for two', () => {
    expect(mentions('Trains run between Warsaw and Vienna.')).toEqual(['Warsaw', 'Vienna']);
  });

  it('leaves a title out of the name', () => {
    const [actor] = actorsOf('Yesterday, General Viktor Orlov spoke in Riga.');
    expect(actor?.name).toBe('Viktor Orlov');
  });

  it('takes no abbreviation of ordinary words for an actor', () => {
    expect(found('The intensive care unit (ICU) was full. Another ICU opened in Norway.')).toEqual(['place Norway']);
  });

  it('finds nothing in words without capitals, in numbers and in addresses', () => {
    expect(found('nothing here, 1,200 of 3.5, anna.schmidt@example.org, https://example.org/Anna/Schmidt')).toEqual([]);
  });
});

describe('where a name stands', () => {
  const scoresOf = (text: string, key: string) =>
    evidenceOf(text)[0]!.candidates.find((candidate) => candidate.key === key)!.scores;

  it.each([
    ['There are two flights to Velmar each week.', 'There are two letters to Velmar each week.'],
    ["Most of Velmar's coastline is new.", "Most of Velmar's poetry is new."],
    ['The teachers say that Velmar is situated there.', 'The teachers say that Velmar is employed there.'],
  ])('makes more of a place than of a person: %s', (here, elsewhere) => {
    const [person, , place] = scoresOf(here, 'velmar');
    const [otherPerson, , otherPlace] = scoresOf(elsewhere, 'velmar');
    expect(place - person).toBeGreaterThan(otherPlace - otherPerson + 1);
  });

  it('leaves who speaks a person', () => {
    expect(found('They went home, and Tomas Velmar said that it rained.')).toEqual(['person Tomas Velmar']);
  });
});
