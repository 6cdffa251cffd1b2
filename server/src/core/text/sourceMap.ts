// The map from prose (text without markup) back to the source it was read from. Where the text is an exact copy the map
// is linear; an entity, an escape or a removed line prefix starts a new segment. Says nothing about what the text means.

import { partitionPoint } from './partitionPoint.ts';
import type { Span } from './span.ts';

export interface SourceMap {
  /**
   * The map as data: three integers a segment, ascending: offset in the text, offset in the source, length in the
   * source. A segment ends in the text where the next one begins (the last: where the text ends); it is a copy where both
   * lengths are the same, otherwise its text stands for its source as a whole.
   */
  readonly segments: readonly number[];
  /** Length of the text. */
  readonly length: number;
  /** Source offset of the prose offset `offset`; at a seam, where the character that follows begins. */
  toSource(offset: number): number;
  /** The source span that prints as the prose span; covers markup inside it, not markup around it. */
  spanToSource(span: Span): Span;
  /**
   * Prose offset of the source offset, or undefined where the source offset lies in markup outside the prose. Markup
   * inside the prose counts as the place between its neighbours; a source offset inside an entity as the entity's start.
   */
  toText(sourceOffset: number): number | undefined;
}

/** A map over `segments` (see `SourceMap.segments`) for a text of `length` code units. */
export function createSourceMap(segments: readonly number[], length: number): SourceMap {
  return new SegmentMap(segments, length);
}

/** The map of a text that is an exact copy of the source from `start` on. */
export function copyMap(start: number, length: number): SourceMap {
  return new SegmentMap(length > 0 ? [0, start, length] : [], length);
}

/** The map of the part `span` of a text that `map` belongs to. */
export function sliceSourceMap(map: SourceMap, span: Span): SourceMap {
  const { segments } = map;
  const sliced: number[] = [];
  for (let index = findSegment(segments, 0, span.start); index < segments.length; index += 3) {
    const text = segments[index]!;
    const textEnd = segments[index + 3] ?? map.length;
    if (text >= span.end) break;
    const start = Math.max(text, span.start);
    const end = Math.min(textEnd, span.end);
    if (start >= end) continue;
    const isCopy = textEnd - text === segments[index + 2]!;
    if (isCopy) sliced.push(start - span.start, segments[index + 1]! + start - text, end - start);
    else sliced.push(start - span.start, segments[index + 1]!, segments[index + 2]!);
  }
  return new SegmentMap(sliced, span.end - span.start);
}

/** Index of the last segment whose field `field` (0 text offset, 1 source offset) is at most `offset`; at least 0. */
function findSegment(segments: readonly number[], field: 0 | 1, offset: number): number {
  return 3 * Math.max(0, partitionPoint(segments.length / 3, (index) => segments[index * 3 + field]! <= offset) - 1);
}

// A class, because a document has thousands of maps: they share their methods, and compare and serialise as plain data.
class SegmentMap implements SourceMap {
  readonly segments: readonly number[];
  readonly length: number;

  constructor(segments: readonly number[], length: number) {
    this.segments = segments;
    this.length = length;
  }

  toSource(offset: number): number {
    const { segments } = this;
    if (segments.length === 0) return 0;
    const index = findSegment(segments, 0, offset);
    const into = offset - segments[index]!;
    if (into <= 0) return segments[index + 1]!;
    if (this.isCopy(index) || offset >= this.length) return segments[index + 1]! + Math.min(into, segments[index + 2]!);
    return segments[index + 1]!;
  }

  spanToSource(span: Span): Span {
    const start = this.toSource(span.start);
    if (span.end <= span.start || this.segments.length === 0) return { start, end: start };
    const { segments } = this;
    const index = findSegment(segments, 0, span.end - 1);
    const length = segments[index + 2]!;
    const end = this.isCopy(index) ? Math.min(span.end - segments[index]!, length) : length;
    return { start, end: segments[index + 1]! + end };
  }

  toText(sourceOffset: number): number | undefined {
    const { segments } = this;
    if (segments.length === 0 || sourceOffset < segments[1]!) return undefined;
    const index = findSegment(segments, 1, sourceOffset);
    const into = sourceOffset - segments[index + 1]!;
    const textEnd = segments[index + 3] ?? this.length;
    if (into > segments[index + 2]! && index + 3 >= segments.length) return undefined;
    if (into >= segments[index + 2]!) return textEnd;
    return this.isCopy(index) ? segments[index]! + into : segments[index]!;
  }

  private isCopy(index: number): boolean {
    return (this.segments[index + 3] ?? this.length) - this.segments[index]! === this.segments[index + 2]!;
  }
}
