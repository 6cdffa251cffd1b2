import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchAgain } from '../../../../server/src/core/text/searchAgain.ts';

/** Finds capitals. */
const shout = (letter: string) => (letter === letter.toUpperCase() ? letter.toLowerCase() : undefined);
const foundIn = (items: readonly string[]) =>
  items.flatMap((item, index) => {
    const finding = shout(item);
    return finding === undefined ? [] : [{ index, item, finding }];
  });

describe('a search through the states of a list', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'A', 'B', 'C'), { maxLength: 12 });

  it('finds in each state what it would find afresh, whoever owns the list', () => {
    const state = fc.record({ owner: fc.constantFrom('one', 'two', 'three'), items: letters });
    fc.assert(
      fc.property(fc.array(state, { maxLength: 12 }), (states) => {
        const search = searchAgain(shout);
        const owners = { one: { lineage: {} }, two: { lineage: {} }, three: {} };
        for (const { owner, items } of states) expect(search(owners[owner], items)).toEqual(foundIn(items));
      }),
    );
  });

  it('asks only about items that stood elsewhere in the last state, counted from its start or its end', () => {
    const asked: string[] = [];
    const search = searchAgain((letter: string) => {
      asked.push(letter);
      return shout(letter);
    });
    const lineage = {};
    search({ lineage }, ['a', 'B', 'c', 'D']);
    asked.length = 0;
    expect(search({ lineage }, ['a', 'B', 'x', 'Y', 'D'])).toEqual(foundIn(['a', 'B', 'x', 'Y', 'D']));
    expect(asked).toEqual(['x', 'Y']);
    expect(search({ lineage }, ['z', 'B', 'x', 'Y', 'C'])).toEqual(foundIn(['z', 'B', 'x', 'Y', 'C']));
    expect(asked.splice(0)).toEqual(['x', 'Y', 'z', 'C']);
    search({ lineage }, ['u', 'B', 'x', 'v', 'Y', 'w']);
    expect(asked.splice(0)).toEqual(['u', 'v', 'w']);
    search({ lineage: {} }, ['x']);
    expect(asked).toEqual(['x']);
  });

  it('gives the same answer again where an edit neither adds to what is found nor moves it', () => {
    const search = searchAgain(shout);
    const owner = { lineage: {} };
    const first = search(owner, ['a', 'B', 'c']);
    expect(search(owner, ['a', 'B', 'c', 'd'])).toBe(first);
    expect(search(owner, ['x', 'B', 'c', 'd'])).toBe(first);
    expect(search(owner, ['x', 'y', 'B', 'c', 'd'])).not.toBe(first);
  });
});
