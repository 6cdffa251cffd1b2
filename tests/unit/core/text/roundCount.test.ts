import { describe, expect, it } from 'vitest';
import { roundCount } from '../../../../server/src/core/text/roundCount.ts';

describe('roundCount', () => {
  it('keeps small counts, and one count for all others of as many binary digits', () => {
    expect([0, 1, 2, 3].map(roundCount)).toEqual([0, 1, 2, 3]);
    expect([4, 5, 6, 7].map(roundCount)).toEqual([6, 6, 6, 6]);
    expect([8, 15, 16, 31].map(roundCount)).toEqual([12, 12, 24, 24]);
  });

  it('never falls as the count grows, and is never off by more than a half', () => {
    for (let count = 1; count < 5000; count++) {
      expect(roundCount(count)).toBeGreaterThanOrEqual(roundCount(count - 1));
      expect(Math.abs(roundCount(count) - count)).toBeLessThanOrEqual(count / 2);
    }
  });
});
