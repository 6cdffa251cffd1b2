import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOffsetsOf, spanFromFile } from '../../../../server/src/core/annotations/fileOffsets.ts';

const piece = fc.constantFrom('a', 'é', '\n', '\r', '\r\n', '😀', '\ufeff', '\ud800', '\udc00', '中');
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('file offsets', () => {
  it('count a surrogate pair and every line end once, and a byte order mark at the start not at all', () => {
    const offsets = fileOffsetsOf('\ufeffa😀\r\nb\rc\nd');
    expect(offsets.length).toBe(8);
    expect(spanFromFile(offsets, 2, 3)).toEqual({ start: 4, end: 6 });
    expect(offsets.fromFile(0)).toBe(1);
    expect(offsets.toFile(6)).toBe(3);
  });

  it('come back from UTF-16 and are clamped', () => {
    fc.assert(
      fc.property(text, (source) => {
        const offsets = fileOffsetsOf(source);
        for (let count = 0; count <= offsets.length; count++) {
          expect(offsets.toFile(offsets.fromFile(count))).toBe(count);
        }
        expect(offsets.toFile(source.length + 5)).toBe(offsets.length);
        expect(offsets.fromFile(Number.NaN)).toBe(offsets.fromFile(0));
        expect(offsets.fromFile(offsets.length + 5)).toBe(source.length);
      }),
    );
  });

  it('are the same whichever line ends a text is stored with', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('word', ' ', '\n', '😀'), { maxLength: 30 }), (pieces) => {
        const plain = pieces.join('');
        const stored = plain.replaceAll('\n', '\r\n');
        const [a, b] = [fileOffsetsOf(plain), fileOffsetsOf(stored)];
        expect(b.length).toBe(a.length);
        for (let count = 0; count <= a.length; count++) {
          expect(stored.slice(0, b.fromFile(count)).replaceAll('\r\n', '\n')).toBe(plain.slice(0, a.fromFile(count)));
        }
      }),
    );
  });
});
