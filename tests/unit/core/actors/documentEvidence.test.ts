import { describe, expect, it } from 'vitest';
import {
  isBestAlike,
  isToldAlike,
  leaningsOf,
  type ToldSpelling,
} from '../../../../server/src/core/actors/documentEvidence.ts';

describe('what a document leans to', () => {
  it('is nothing where it speaks of all kinds alike', () => {
    expect(leaningsOf([12, 12, 12])).toEqual([0, 0, 0]);
  });

  it('is told in quarters', () => {
    for (const counts of [
      [3, 40, 7],
      [0, 0, 1],
      [511, 256, 90],
    ] as const)
      for (const leaning of leaningsOf(counts)) expect(Math.abs((4 * leaning) % 1)).toBe(0);
  });

  it('is the same for one more of many but for some counts, where it is a step more', () => {
    let changes = 0;
    for (let count = 200; count < 600; count++) {
      const [before, after] = [leaningsOf([300, count, 100]), leaningsOf([300, count + 1, 100])];
      const steps = after.map((leaning, kind) => Math.round(4 * Math.abs(leaning - before[kind]!)));
      expect(Math.max(...steps)).toBeLessThanOrEqual(1);
      if (Math.max(...steps) > 0) changes++;
    }
    expect(changes).toBeLessThan(10);
  });
});

describe('what is told of a spelling', () => {
  const spelling = (count: number, mean: number, best: number): ToldSpelling => ({
    count,
    sums: [count * mean, -count, -count],
    told: [best, -1, -1],
  });

  it('says the same of one that stands often, whatever its mean is by a little', () => {
    expect(isToldAlike(spelling(20, 0.5, 1.5), spelling(21, 0.52, 1.5))).toBe(true);
    expect(isToldAlike(spelling(20, 0.5, 1.5), spelling(20, 1.5, 1.5))).toBe(false);
    expect(isToldAlike(spelling(20, 0.5, 1.5), spelling(20, 0.5, 2))).toBe(false);
  });

  it('says something else of one that stands seldom, with any score that is another', () => {
    expect(isBestAlike(spelling(3, 0.5, 1.5), spelling(3, 0.5, 1.5))).toBe(true);
    expect(isBestAlike(spelling(3, 0.5, 1.5), spelling(3, 0.5, 1.56))).toBe(false);
    expect(isToldAlike(spelling(3, 0.5, 1.5), spelling(4, 0.5, 1.5))).toBe(false);
  });

  it('says no more of what scores beyond all doubt', () => {
    expect(isBestAlike(spelling(3, 5, 6), spelling(3, 5, 9))).toBe(true);
  });
});
