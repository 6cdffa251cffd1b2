import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLists } from '../../../../server/src/core/text/diffLists.ts';

const pool = ['a', 'b', 'c', 'd'].map((name) => ({ name }));
const list = fc.array(fc.constantFrom(...pool), { maxLength: 12 });

/** How often each item of the pool is in a list. */
const countsOf = (items: readonly object[]) => pool.map((one) => items.filter((item) => item === one).length);

describe('diffLists', () => {
  it('says where items came and went', () => {
    const [a, b, c, d] = pool as [object, object, object, object];
    expect(diffLists([a, b, c], [a, d, c])).toEqual({ gone: [1], come: [1] });
    expect(diffLists([a, b, c], [c, b, a])).toEqual({ gone: [], come: [] });
    expect(diffLists([a, a], [a, a, a])).toEqual({ gone: [], come: [2] });
    expect(diffLists([], [])).toEqual({ gone: [], come: [] });
  });

  it('tells the difference in number of every item, and no item on both sides', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const { gone, come } = diffLists(before, after);
        const lost = countsOf(gone.map((at) => before[at]!));
        const won = countsOf(come.map((at) => after[at]!));
        const [was, is] = [countsOf(before), countsOf(after)];
        pool.forEach((_, index) => {
          expect(won[index]! - lost[index]!).toBe(is[index]! - was[index]!);
          expect(Math.min(won[index]!, lost[index]!)).toBe(0);
        });
        expect([...gone]).toEqual([...gone].sort((x, y) => x - y));
        expect([...come]).toEqual([...come].sort((x, y) => x - y));
      }),
    );
  });
});
