import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../../server/src/core/claims/claim.ts';
import { KeptPairs, type WeighedPair } from '../../../../server/src/core/claims/keptPairs.ts';

/** A pair of two claims, told by their indices; of which only what is asked here is there. */
function pairOf(a: number, b: number, confidence: number): WeighedPair {
  const claim = (index: number) => ({ index, section: Math.floor(index / 4) }) as Claim;
  return { a: claim(a), b: claim(b), confidence } as WeighedPair;
}

function keep(...kept: (readonly [claim: number, pair: WeighedPair])[]): KeptPairs {
  const pairs = new KeptPairs(12);
  for (const [claim, pair] of kept) pairs.set(claim, pair);
  return pairs;
}

describe('kept pairs', () => {
  it('are told in document order, whoever keeps them', () => {
    const [one, two, three] = [pairOf(2, 8, 0.5), pairOf(2, 6, 0.6), pairOf(1, 9, 0.4)];
    expect(keep([2, one], [6, two], [9, three]).surest()).toEqual([three, two, one]);
  });

  it('of a later claim are told where neither of the two is in a surer one', () => {
    const own = pairOf(2, 8, 0.5);
    for (const [confidence, isTold] of [
      [0.6, true],
      [0.5, false],
      [0.4, false],
    ] as const) {
      const later = pairOf(2, 6, confidence);
      expect(keep([2, own], [6, later]).surest().includes(later)).toBe(isTold);
      const ofOther = pairOf(1, 8, confidence);
      expect(keep([2, own], [8, ofOther]).surest().includes(ofOther)).toBe(isTold);
    }
  });

  it('are put in the places of like ones, and looked at anew where one is surer', () => {
    const [own, later] = [pairOf(2, 8, 0.5), pairOf(2, 6, 0.6)];
    const pairs = keep([2, own], [6, later]);
    const told = pairs.surest();
    expect(pairs.surest()).toBe(told);
    const like = pairOf(2, 8, 0.5);
    pairs.set(2, like);
    expect(pairs.surest()).toEqual([later, like]);
    expect(pairs.surest()[1]).toBe(like);
    expect(told[1]).toBe(own);
    pairs.set(2, pairOf(2, 8, 0.7));
    expect(pairs.surest().map(({ b }) => b.index)).toEqual([8]);
    const unlike = pairOf(2, 9, 0.7);
    pairs.set(2, unlike);
    expect(pairs.surest()).toEqual([unlike]);
    pairs.set(2, undefined);
    expect(pairs.surest()).toEqual([later]);
    const untold = pairOf(2, 6, 0.6);
    pairs.set(2, pairOf(2, 8, 0.9));
    expect(pairs.surest()).toHaveLength(1);
    pairs.set(6, untold);
    expect(pairs.surest()).toHaveLength(1);
  });

  it('tell who keeps one of a section', () => {
    const pairs = keep([2, pairOf(2, 8, 0.5)], [5, pairOf(1, 5, 0.5)]);
    expect([...pairs.inSections((section) => section === 2)]).toEqual([2]);
    expect([...pairs.inSections((section) => section === 0)]).toEqual([2, 5]);
  });
});
