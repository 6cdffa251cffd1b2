import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from '../../../../server/src/core/text/span.ts';
import { SpanSet } from '../../../../server/src/core/text/spanSet.ts';

describe('a set of spans', () => {
  it('tells whether one of them overlaps another', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 6 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), span, (spans, other) => {
        expect(new SpanSet(spans).overlaps(other)).toBe(spans.some((one) => overlaps(one, other)));
      }),
    );
  });

  it('of none overlaps nothing', () => {
    expect(new SpanSet([]).overlaps({ start: 0, end: 9 })).toBe(false);
  });
});
