import { describe, expect, it } from 'vitest';
import { kindOfEponym } from '../../../../server/src/core/actors/eponyms.ts';
import { keyOf } from '../../../../server/src/core/actors/nameKey.ts';
import { findWordRuns, readWords } from '../../../../server/src/core/actors/nameSpans.ts';
import { tokenizeNames } from '../../../../server/src/core/actors/nameTokens.ts';
import { actorsOf } from './evidence.ts';

const PERSON = 0;
const PLACE = 2;
const UNKNOWN = 3;

/** The kind of a spelling that a longer name in the text is named after. */
function kindIn(text: string, key: string): number | undefined {
  const words = readWords(tokenizeNames(text));
  const kinds = findWordRuns(words)
    .filter((run) => keyOf(words, run) === key)
    .map((run) => kindOfEponym(words, run));
  return kinds.find((kind) => kind !== undefined);
}

const places = (...texts: string[]) =>
  actorsOf(...texts)
    .filter(({ kind }) => kind === 'place')
    .map(({ name, mentions }) => `${name} ${mentions.length}`);

describe('what longer names are named after', () => {
  it('is a well-known place before the head of the name, or behind it', () => {
    expect(kindIn('He runs the Bergen Food Agency.', 'bergen')).toBe(PLACE);
    expect(kindIn('The United States Ski Federation met.', 'united states')).toBe(PLACE);
    expect(kindIn('She teaches at the University of Bergen.', 'bergen')).toBe(PLACE);
    expect(kindIn('The Municipality of Orvik agreed.', 'orvik')).toBe(PLACE);
  });

  it('is a person whose full name is before the head', () => {
    expect(kindIn('We crossed the Hanna Orvik Bridge.', 'hanna orvik')).toBe(PERSON);
  });

  it('is of a kind that the document has to tell where the words do not', () => {
    expect(kindIn('We met at the Orvik Tower.', 'orvik')).toBe(UNKNOWN);
  });

  it('is nothing that the name goes on to be called by, and no ordinary word', () => {
    expect(kindIn('The Orvik Islands are far away.', 'orvik')).toBeUndefined();
    expect(kindIn('She teaches at Orvik University.', 'orvik')).toBeUndefined();
    expect(kindIn('The Food Agency met.', 'food')).toBeUndefined();
    expect(kindIn('The Society of Orvik met.', 'orvik')).toBeUndefined();
  });

  it('is no name that stands alone, and none before a word that heads no name', () => {
    expect(kindIn('They flew to Bergen in May.', 'bergen')).toBeUndefined();
    expect(kindIn('Then Bergen Maria sang.', 'bergen')).toBeUndefined();
  });

  it('is mentioned within the longer name', () => {
    expect(places('The Bergen Food Agency spoke first.', 'They flew to Bergen in May.')).toEqual(['Bergen 2']);
  });

  it('is not mentioned within the name of a person', () => {
    const found = actorsOf('They asked Hanna Orvik about it.', 'They live in Orvik, a village.');
    expect(found.map(({ name, mentions }) => `${name} ${mentions.length}`)).toEqual(['Hanna Orvik 1', 'Orvik 1']);
  });
});
