import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { IndexedClaim } from '../../../../server/src/core/claims/indexedClaim.ts';
import { ValueIndex } from '../../../../server/src/core/claims/valueIndex.ts';

type Counted = Pick<IndexedClaim, 'value' | 'index' | 'frequency' | 'successor' | 'isGone'>;

/** A claim of a value, in a sentence of its own. */
function claimOf(value: number, index: number): IndexedClaim {
  const claim = { evidence: { words: { sentences: [0] }, token: 0 } };
  const counted: Counted = {
    value: { key: 'ship', low: value, high: value } as IndexedClaim['value'],
    index,
    frequency: undefined,
    successor: undefined,
    isGone: false,
  };
  return { ...counted, claim } as unknown as IndexedClaim;
}

function frequenciesIn(index: ValueIndex, claims: readonly IndexedClaim[]): number[] {
  return claims.map((one) => index.frequencyOf(one));
}

const values = fc.array(fc.nat(12), { minLength: 1, maxLength: 60 });
const fates = fc.array(fc.constantFrom('stays', 'goes', 'replaced', 'reworded', 'another value'), {
  minLength: 60,
  maxLength: 60,
});

it('counts values as a fresh index does where claims come, go, are put in the place of others and have other numbers', () => {
  fc.assert(
    fc.property(values, fates, values, (before, fate, first) => {
      const claims = before.map(claimOf);
      const index = new ValueIndex();
      index.update([], [], [], claims);
      frequenciesIn(index, claims);
      const added = first.map(claimOf);
      const present = [...added];
      const by = { goes: [] as IndexedClaim[], replaced: [] as IndexedClaim[], reworded: [] as IndexedClaim[] };
      claims.forEach((one, at) => {
        const own = fate[at]!;
        if (own === 'goes') {
          one.isGone = true;
          by.goes.push(one);
        } else if (own === 'stays') {
          one.index = present.length;
          present.push(one);
        } else {
          const value = own === 'another value' ? (one.value!.low + 5) % 13 : one.value!.low;
          one.successor = claimOf(value, present.length);
          one.isGone = true;
          by[own === 'replaced' ? 'replaced' : 'reworded'].push(one);
          present.push(one.successor);
        }
      });
      index.update(by.goes, by.reworded, by.replaced, added);
      const copies = present.map((one, at) => claimOf(one.value!.low, at));
      const fresh = new ValueIndex();
      fresh.update([], [], [], copies);
      expect(frequenciesIn(index, present)).toEqual(frequenciesIn(fresh, copies));
    }),
  );
});
