import { describe, expect, it } from 'vitest';
import { copyMap, createSourceMap, sliceSourceMap } from '../../../../server/src/core/text/sourceMap.ts';
import { spanOf } from '../../../../server/src/core/text/span.ts';

// Source "a &amp; **b**c" printed as "a & bc".
const source = 'a &amp; **b**c';
const map = createSourceMap([0, 0, 2, 2, 2, 5, 3, 7, 1, 4, 10, 1, 5, 13, 1], 6);

describe('a source map', () => {
  it('gives the source that prints as a span, without the markup around it', () => {
    const printed = (start: number, end: number) => {
      const span = map.spanToSource(spanOf(start, end));
      return source.slice(span.start, span.end);
    };
    expect(printed(0, 1)).toBe('a');
    expect(printed(2, 3)).toBe('&amp;');
    expect(printed(4, 5)).toBe('b');
    expect(printed(4, 6)).toBe('b**c');
    expect(printed(0, 6)).toBe(source);
  });

  it('takes offsets to the source and back', () => {
    expect([0, 2, 3, 4, 5, 6].map((offset) => map.toSource(offset))).toEqual([0, 2, 7, 10, 13, 14]);
    expect(map.toText(10)).toBe(4);
    expect(map.toText(9)).toBe(4);
    expect(map.toText(4)).toBe(2);
    expect(map.toText(14)).toBe(6);
    expect(map.toText(15)).toBeUndefined();
  });

  it('knows nothing outside its prose', () => {
    expect(copyMap(10, 3).toText(9)).toBeUndefined();
    expect(copyMap(10, 3).toText(14)).toBeUndefined();
    expect(copyMap(10, 3).spanToSource(spanOf(1, 3))).toEqual(spanOf(11, 13));
    expect(copyMap(10, 0).toText(10)).toBeUndefined();
  });

  it('can be cut', () => {
    const part = sliceSourceMap(map, spanOf(2, 5));
    expect(part.spanToSource(spanOf(0, 1))).toEqual(spanOf(2, 7));
    expect(part.spanToSource(spanOf(2, 3))).toEqual(spanOf(10, 11));
    expect(part.toText(13)).toBeUndefined();
  });
});
