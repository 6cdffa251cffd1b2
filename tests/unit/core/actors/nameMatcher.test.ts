import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNameMatcher, findKnownNames } from '../../../../server/src/core/actors/nameMatcher.ts';

const matchesOf = (names: string[], text: string) =>
  findKnownNames(buildNameMatcher(names), text).map(({ name, start, end }) => [
    names[name],
    text.slice(start, end),
    start,
  ]);

describe('findKnownNames', () => {
  it('finds names within names, whatever the case', () => {
    expect(matchesOf(['University of Graz', 'Graz'], 'The UNIVERSITY OF GRAZ is in Graz.')).toEqual([
      ['University of Graz', 'UNIVERSITY OF GRAZ', 4],
      ['Graz', 'GRAZ', 18],
      ['Graz', 'Graz', 29],
    ]);
  });

  it('finds whole words only', () => {
    expect(matchesOf(['Ann', 'ova'], 'Anna Nová, Annová and Ann-Marie, Ann’s')).toEqual([
      ['Ann', 'Ann', 22],
      ['Ann', 'Ann', 33],
    ]);
  });

  it('takes either apostrophe', () => {
    expect(matchesOf(["Siobhan O'Dea"], 'by Siobhan O’Dea')).toEqual([["Siobhan O'Dea", 'Siobhan O’Dea', 3]]);
  });

  it('finds nothing for no names, empty names or empty text', () => {
    expect(matchesOf([], 'Anna')).toEqual([]);
    expect(matchesOf([''], 'Anna')).toEqual([]);
    expect(matchesOf(['Anna'], '')).toEqual([]);
  });

  it('finds what a search for each name alone finds', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'ab', ' ', '-', 'á'), { maxLength: 40 })
      .map((parts) => parts.join(''));
    const names = fc.uniqueArray(fc.stringMatching(/^[ab][ab ]{0,2}[ab]$/), { maxLength: 8 });
    const isWord = (character: string | undefined) => character !== undefined && /[abá]/.test(character);
    fc.assert(
      fc.property(names, text, (list, source) => {
        const expected: string[] = [];
        for (const name of list) {
          for (let at = source.indexOf(name); at >= 0; at = source.indexOf(name, at + 1)) {
            if (!isWord(source[at - 1]) && !isWord(source[at + name.length])) expected.push(`${at} ${name}`);
          }
        }
        expect(
          matchesOf(list, source)
            .map(([name, , start]) => `${start} ${name}`)
            .sort(),
        ).toEqual(expected.sort());
      }),
    );
  });
});
