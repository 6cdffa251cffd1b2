import { describe, expect, it } from 'vitest';
import { compareSpans, contains, overlaps, spanOf, touches } from '../../../../server/src/core/text/span.ts';

describe('spans', () => {
  it('overlap only where they share a code unit', () => {
    expect(overlaps(spanOf(0, 3), spanOf(2, 5))).toBe(true);
    expect(overlaps(spanOf(0, 3), spanOf(3, 5))).toBe(false);
  });

  it('touch a cursor at either end', () => {
    expect(touches(spanOf(2, 4), 4)).toBe(true);
    expect(touches(spanOf(2, 4), 5)).toBe(false);
  });

  it('sort by start, the longer first', () => {
    const spans = [spanOf(4, 5), spanOf(0, 2), spanOf(0, 9)];
    expect(spans.sort(compareSpans)).toEqual([spanOf(0, 9), spanOf(0, 2), spanOf(4, 5)]);
    expect(contains(spanOf(0, 9), spanOf(4, 5))).toBe(true);
  });
});
