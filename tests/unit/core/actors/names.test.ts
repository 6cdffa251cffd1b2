import { describe, expect, it } from 'vitest';
import { actorsOf } from './evidence.ts';

const names = (...texts: string[]) => actorsOf(...texts).map(({ kind, name }) => `${kind} ${name}`);

describe('names in a document', () => {
  it('takes no people and no adjective for an actor', () => {
    expect(
      names('Most Azerbaijanis and many Danes agreed. The pro-Warsaw side and the Post-Soviet states did not.'),
    ).toEqual([]);
  });

  it('takes no title of a section and no designation for an actor', () => {
    expect(names('# Growing Pains and Shrinking Budgets', 'Sales rose in Q3, and the B12 level fell.')).toEqual([]);
  });

  it('ends a name before the day that follows it', () => {
    expect(names('The mayor was interviewed by Ivo Hanak Saturday.')).toEqual(['person Ivo Hanak']);
  });

  it('keeps a nation out of the name of a person', () => {
    expect(names('The race was won by the Norwegian Lars Tveit in Bergen.')).toEqual([
      'person Lars Tveit',
      'place Bergen',
    ]);
  });

  it('joins a name with the same name surname first', () => {
    const actors = actorsOf('The poet Hanako Kimura lived in Osaka.', 'Kimura Hanako died young, said her son.');
    expect(actors.filter(({ kind }) => kind === 'person').map(({ mentions }) => mentions.length)).toEqual([2]);
  });

  it('keeps husband and wife apart', () => {
    const actors = actorsOf('Mr. Novak and Mrs. Novak live in Brno. Mr. Novak is a baker.', 'Mrs. Novak teaches.');
    const people = actors.filter(({ kind }) => kind === 'person');
    expect(people.map(({ mentions }) => mentions.map(({ text }) => text))).toEqual([
      ['Mr. Novak', 'Mr. Novak'],
      ['Mrs. Novak', 'Mrs. Novak'],
    ]);
  });

  it('reads names across line breaks', () => {
    const [actor] = actorsOf('The report was written by Marina\nKolarova, an analyst.');
    expect(actor).toMatchObject({ name: 'Marina Kolarova', kind: 'person' });
  });

  it('does not take the first word off a name that stands elsewhere too', () => {
    const actors = actorsOf('They joined the Harvest Party in May.', 'Harvest Party members were glad, said a clerk.');
    expect(actors.map(({ name, mentions }) => `${name} ${mentions.length}`)).toEqual(['Harvest Party 2']);
  });

  it('takes an ordinary word off a name at the beginning of a sentence', () => {
    expect(names('They flew to Brno in May.', 'Considering Brno, they were glad to be home.')).toEqual(['place Brno']);
  });

  it('takes two surnames with an ampersand for two people', () => {
    const people = names('As Hollin & Overby (2011) found, it rained; Hollin & Overby’s paper was read.');
    expect(people).toEqual(['person Hollin', 'person Overby']);
    expect(names('She works for Hollin & Overby Ltd in Brno.')).toContain('organization Hollin & Overby Ltd');
  });
});
