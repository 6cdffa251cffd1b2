import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanOf } from '../../../server/src/core/text/span.ts';
import {
  chooseEncoding,
  indexText,
  offsetAt,
  type PositionEncoding,
  positionAt,
  replaceInText,
  spanOfRange,
} from '../../../server/src/features/positions.ts';

const encodings: PositionEncoding[] = ['utf-16', 'utf-8'];
const text = fc.string({ unit: fc.constantFrom('a', 'é', '\n', '\r', '\r\n', '😀', '\ud800', '‒', ' ') });

describe('positions', () => {
  it('are counted in the first supported encoding that the client offers', () => {
    expect(chooseEncoding(undefined)).toBe('utf-16');
    expect(chooseEncoding(['utf-32', 'utf-8', 'utf-16'])).toBe('utf-8');
    expect(chooseEncoding(['utf-16', 'utf-8'])).toBe('utf-16');
    expect(chooseEncoding(['utf-32'])).toBe('utf-16');
  });

  it('count bytes in UTF-8 and code units in UTF-16', () => {
    expect(positionAt(indexText('a\né😀x', 'utf-8'), 5)).toEqual({ line: 1, character: 6 });
    expect(positionAt(indexText('a\né😀x', 'utf-16'), 5)).toEqual({ line: 1, character: 3 });
    expect(offsetAt(indexText('a\né😀x', 'utf-8'), { line: 1, character: 6 })).toBe(5);
  });

  it('clamp what lies outside the text', () => {
    const indexed = indexText('one\r\ntwo', 'utf-16');
    expect(offsetAt(indexed, { line: 0, character: 99 })).toBe(3);
    expect(offsetAt(indexed, { line: 9, character: 0 })).toBe(8);
    expect(offsetAt(indexed, { line: -1, character: Number.NaN })).toBe(0);
    expect(positionAt(indexed, 99)).toEqual({ line: 1, character: 3 });
    expect(spanOfRange(indexed, { start: { line: 1, character: 1 }, end: { line: 0, character: 0 } })).toEqual(
      spanOf(0, 6),
    );
  });

  it('inside a character of several bytes stand at its beginning', () => {
    expect(offsetAt(indexText('😀', 'utf-8'), { line: 0, character: 2 })).toBe(0);
  });

  it.each(encodings)('lead back to their offset (%s)', (encoding) => {
    fc.assert(
      fc.property(text, fc.nat(40), (source, at) => {
        const indexed = indexText(source, encoding);
        const offset = Math.min(at, source.length);
        const back = offsetAt(indexed, positionAt(indexed, offset));
        const insideLineEnd = source[offset] === '\n' && source[offset - 1] === '\r';
        const insidePair = /^[\ud800-\udbff][\udc00-\udfff]/.test(source.slice(offset - 1)) && encoding === 'utf-8';
        if (!insideLineEnd && !(insidePair && offset > 0)) expect(back).toBe(offset);
      }),
    );
  });

  it('stay right when a part of the text is replaced', () => {
    fc.assert(
      fc.property(text, fc.nat(30), fc.nat(30), text, (source, a, b, replacement) => {
        const span = spanOf(Math.min(a, b, source.length), Math.min(Math.max(a, b), source.length));
        const edited = replaceInText(indexText(source, 'utf-16'), span, replacement);
        expect(edited).toEqual(indexText(source.slice(0, span.start) + replacement + source.slice(span.end), 'utf-16'));
      }),
      { numRuns: 2000 },
    );
  });
});
