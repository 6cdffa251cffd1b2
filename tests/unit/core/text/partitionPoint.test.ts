import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastAtMost, partitionPoint } from '../../../../server/src/core/text/partitionPoint.ts';

const ascending = fc
  .array(fc.integer({ min: 0, max: 20 }), { maxLength: 30 })
  .map((list) => list.sort((a, b) => a - b));
const value = fc.integer({ min: -1, max: 21 });

describe('a partition point', () => {
  it('is how many come before it', () => {
    fc.assert(
      fc.property(ascending, value, (list, limit) => {
        const before = list.filter((number) => number < limit);
        expect(partitionPoint(list.length, (index) => list[index]! < limit)).toBe(before.length);
      }),
    );
  });
});

describe('the last number that is at most another', () => {
  it('is found among ascending ones, and is the first where all are greater', () => {
    fc.assert(
      fc.property(ascending, value, (list, limit) => {
        expect(lastAtMost(list, limit)).toBe(
          Math.max(
            0,
            list.findLastIndex((number) => number <= limit),
          ),
        );
      }),
    );
    expect(lastAtMost([], 3)).toBe(0);
  });
});
