import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapAgain, sharedEnds } from '../../../../server/src/core/text/sharedEnds.ts';

describe('the ends that two lists share', () => {
  it('are counted from the start, and behind that from the end', () => {
    expect(sharedEnds(['a', 'b', 'c', 'd'], ['a', 'x', 'd'])).toEqual({ start: 1, end: 1 });
    expect(sharedEnds(['a', 'a'], ['a', 'a', 'a'])).toEqual({ start: 2, end: 0 });
    expect(sharedEnds([], ['a'])).toEqual({ start: 0, end: 0 });
  });
});

describe('what was made of the items of a list', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

  it('is what it would be afresh, whatever list there was before', () => {
    fc.assert(
      fc.property(letters, letters, (before, items) => {
        const make = (letter: string) => letter.toUpperCase();
        const results = mapAgain(items, make, { items: before, results: before.map(make) });
        expect(results).toEqual(items.map(make));
      }),
    );
  });

  it('is made anew only between the ends that both lists share', () => {
    const asked: string[] = [];
    const make = (letter: string, index: number) => {
      asked.push(`${letter}${index}`);
      return letter;
    };
    const before = { items: ['a', 'b', 'c', 'd'], results: ['a', 'b', 'c', 'd'] };
    mapAgain(['a', 'x', 'y', 'd'], make, before);
    expect(asked).toEqual(['x1', 'y2']);
    expect(mapAgain(['a', 'b', 'c', 'd'], make, before)).toBe(before.results);
  });
});
