import { describe, expect, it } from 'vitest';
import { roundCount } from '../../../../server/src/core/text/roundCount.ts';

describe('roundCount', () => {
  it('keeps small counts, and the first three binary digits of others', () => {
    expect([0, 1, 7].map(roundCount)).toEqual([0, 1, 7]);
    expect([20, 21, 22, 23].map(roundCount)).toEqual([22, 22, 22, 22]);
    expect(roundCount(24)).toBe(26);
  });

  it('never falls as the count grows, and is never off by more than an eighth', () => {
    for (let count = 1; count < 5000; count++) {
      expect(roundCount(count)).toBeGreaterThanOrEqual(roundCount(count - 1));
      expect(Math.abs(roundCount(count) - count)).toBeLessThanOrEqual(count / 8);
    }
  });
});
