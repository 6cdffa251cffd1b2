import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOffsetsOf, spanFromFile } from '../../../../server/src/core/annotations/fileOffsets.ts';
import { describePassage } from '../../../../server/src/core/annotations/selectors.ts';

describe('a described passage', () => {
  it('is quoted with what surrounds it, line ends as LF, positions in code points', () => {
    const source = '😀 First line.\r\nSecond line.';
    const start = source.indexOf('line.');
    expect(describePassage(source, { start, end: source.indexOf('line.', start + 1) })).toEqual({
      quote: { exact: 'line.\nSecond ', prefix: '😀 First ', suffix: 'line.' },
      position: { start: 8, end: 21 },
    });
  });

  it('never cuts a character, and its position leads back to it', () => {
    const piece = fc.constantFrom('a', '😀', '\r\n', ' ', '\ufeff');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), fc.integer(), fc.integer(), (pieces, start, end) => {
        const source = pieces.join('');
        const { quote, position } = describePassage(source, { start, end });
        for (const text of [quote.exact, quote.prefix, quote.suffix]) {
          expect(text).not.toMatch(/\p{Surrogate}/u);
          expect(text).not.toContain('\r');
        }
        const span = spanFromFile(fileOffsetsOf(source), position.start, position.end);
        expect(source.slice(span.start, span.end).replaceAll('\r\n', '\n')).toBe(quote.exact);
      }),
    );
  });
});
