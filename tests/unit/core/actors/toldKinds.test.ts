import { describe, expect, it } from 'vitest';
import { keyOf } from '../../../../server/src/core/actors/nameKey.ts';
import { findWordRuns, readWords } from '../../../../server/src/core/actors/nameSpans.ts';
import { tokenizeNames } from '../../../../server/src/core/actors/nameTokens.ts';
import { kindTold } from '../../../../server/src/core/actors/toldKinds.ts';
import { actorsOf } from './evidence.ts';

const PERSON = 0;
const PLACE = 2;

/** The kind that the word beside a spelling tells. */
function kindIn(text: string, key: string): number | undefined {
  const words = readWords(tokenizeNames(text));
  const run = findWordRuns(words).find((candidate) => keyOf(words, candidate) === key);
  return run === undefined ? undefined : kindTold(words, run);
}

const found = (text: string) => actorsOf(text).map(({ kind, name }) => `${kind} ${name}`);

describe('the word beside a name', () => {
  it('tells a person by a role or a relation before several words', () => {
    expect(kindIn('It was dark, said Harwick resident Mara Lind.', 'mara lind')).toBe(PERSON);
    expect(kindIn('They met the curator Tovja Brekk.', 'tovja brekk')).toBe(PERSON);
    expect(kindIn('She came with her brother Ossian Fell.', 'ossian fell')).toBe(PERSON);
  });

  it('tells a place by its residents', () => {
    expect(kindIn('It was dark, said Harwick resident Mara Lind.', 'harwick')).toBe(PLACE);
    expect(kindIn('Orvik natives stayed away.', 'orvik')).toBe(PLACE);
  });

  it('tells a region by what is fought over it', () => {
    expect(kindIn('The Kashmir dispute goes on.', 'kashmir')).toBe(PLACE);
    expect(kindIn('The Hanover dispute goes on.', 'hanover')).toBeUndefined();
    expect(kindIn('The German border is long.', 'german')).toBeUndefined();
  });

  it('tells nothing where firms, bodies and things stand after it', () => {
    expect(kindIn('The publisher Vale Moor closed.', 'vale moor')).toBeUndefined();
    expect(kindIn('The analyst Lindholm Institute reported it.', 'lindholm institute')).toBeUndefined();
    expect(kindIn('The president United States sent.', 'united states')).toBeUndefined();
    expect(kindIn('Its host San Marino paid.', 'san marino')).toBeUndefined();
    expect(kindIn('They saw the curator Mara Lind Bridge.', 'mara lind')).toBeUndefined();
    expect(kindIn('The spokesman BBC quoted.', 'bbc')).toBeUndefined();
    expect(kindIn('Many a resident of Vale Moor left.', 'vale moor')).toBeUndefined();
    expect(kindIn('Ask the teacher. Vale Moor knows.', 'vale moor')).toBeUndefined();
    expect(kindIn('The teacher, Vale Moor said, left.', 'vale moor')).toBeUndefined();
  });

  it('tells no place by what is no home', () => {
    expect(kindIn('Danish residents stayed away.', 'danish')).toBeUndefined();
    expect(kindIn('Lindholm University residents stayed away.', 'lindholm university')).toBeUndefined();
    expect(kindIn('Port Orvik natives stayed away.', 'orvik')).toBeUndefined();
    expect(kindIn('Orvik’s residents stayed away.', 'orvik')).toBeUndefined();
    expect(kindIn('Orvik, residents said, is dark.', 'orvik')).toBeUndefined();
  });

  it('decides the kind of names that are doubtful otherwise', () => {
    expect(found('It was dark, said Harwick resident Mara Lind.')).toEqual(['place Harwick', 'person Mara Lind']);
    expect(found('They met the curator Tovja Brekk.')).toEqual(['person Tovja Brekk']);
    expect(found('They live with the Nagorno-Karabakh conflict.')).toEqual(['place Nagorno-Karabakh']);
  });
});
