// Many spans of one text, of which it is asked again and again whether one of them overlaps another span.

import { partitionPoint } from './partitionPoint.ts';
import type { Span } from './span.ts';

export class SpanSet {
  private readonly starts: readonly number[];
  /** By index of the start: the furthest end of the spans up to that one. */
  private readonly reach: readonly number[];

  constructor(spans: Iterable<Span>) {
    const sorted = [...spans].sort((a, b) => a.start - b.start);
    this.starts = sorted.map(({ start }) => start);
    let furthest = Number.NEGATIVE_INFINITY;
    this.reach = sorted.map(({ end }) => {
      furthest = Math.max(furthest, end);
      return furthest;
    });
  }

  /** Whether one of the spans shares at least one code unit with another. */
  overlaps({ start, end }: Span): boolean {
    const before = partitionPoint(this.starts.length, (index) => this.starts[index]! < end);
    return before > 0 && this.reach[before - 1]! > start;
  }
}
