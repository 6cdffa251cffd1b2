import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  leastEnds,
  mapAgain,
  noteShared,
  recallBefore,
  sharedEnds,
} from '../../../../server/src/core/text/sharedEnds.ts';

describe('the ends that two lists share', () => {
  it('are counted from the start, and behind that from the end', () => {
    expect(sharedEnds(['a', 'b', 'c', 'd'], ['a', 'x', 'd'])).toEqual({ start: 1, end: 1 });
    expect(sharedEnds(['a', 'a'], ['a', 'a', 'a'])).toEqual({ start: 2, end: 0 });
    expect(sharedEnds([], ['a'])).toEqual({ start: 0, end: 0 });
  });

  it('are not looked for as far as they have been noted', () => {
    const asked: string[] = [];
    const isSame = (one: string, other: string) => {
      asked.push(`${one}${other}`);
      return one === other;
    };
    const before = ['a', 'b', 'c', 'd', 'e'];
    const after = noteShared(before, ['a', 'b', 'x', 'd', 'e'], { start: 1, end: 2 });
    expect(sharedEnds(before, after, isSame)).toEqual({ start: 2, end: 2 });
    expect(asked).toEqual(['bb', 'cx', 'cx']);
    asked.length = 0;
    expect(sharedEnds(['a', 'b', 'c', 'd', 'e'], after, isSame)).toEqual({ start: 2, end: 2 });
    expect(asked.length).toBe(6);
    expect(sharedEnds(after, after, isSame)).toEqual({ start: 5, end: 0 });
  });

  it('are the same whatever is known of them by way of a third list', () => {
    const items = fc.array(fc.constantFrom('a', 'b'), { maxLength: 8 });
    fc.assert(
      fc.property(items, items, items, (first, second, third) => {
        const known = leastEnds(sharedEnds(first, second), sharedEnds(second, third));
        expect(sharedEnds(first, third, undefined, known)).toEqual(sharedEnds(first, third));
      }),
      { numRuns: 500 },
    );
  });

  it('say what there was at the same items', () => {
    const [before, after] = [
      ['a', 'b', 'c', 'd'],
      ['a', 'x', 'y', 'c', 'd'],
    ];
    const recall = recallBefore(before, after, [1, 2, 3, 4]);
    expect(after.map((_, index) => recall(index))).toEqual([1, undefined, undefined, 3, 4]);
  });

  it('say so of what stands between them in its place, where both lists are as long', () => {
    const [before, after] = [
      ['a', 'b', 'c', 'd', 'e'],
      ['a', 'x', 'c', 'y', 'e'],
    ];
    const recall = recallBefore(before, after, [1, 2, 3, 4, 5]);
    expect(after.map((_, index) => recall(index))).toEqual([1, undefined, 3, undefined, 5]);
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
