import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineIndex, utf8ToUtf16, utf16ToUtf8 } from '../../../../server/src/core/text/lineIndex.ts';

describe('a line index', () => {
  const index = createLineIndex('ab\r\nc\rd\n\nend');

  it('counts lines ended by LF, CRLF and CR', () => {
    expect(index.lineCount).toBe(5);
    expect(index.positionAt(4)).toEqual({ line: 1, character: 0 });
    expect(index.positionAt(6)).toEqual({ line: 2, character: 0 });
    expect(index.positionAt(8)).toEqual({ line: 3, character: 0 });
    expect([index.lineStart(0), index.lineEnd(0)]).toEqual([0, 2]);
  });

  it('takes a place within a line break as the end of the line', () => {
    expect(index.positionAt(3)).toEqual({ line: 0, character: 2 });
  });

  it('clamps what is out of range', () => {
    expect(index.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(index.offsetAt({ line: 99, character: 0 })).toBe(12);
    expect(index.offsetAt({ line: -1, character: 5 })).toBe(0);
    expect(index.positionAt(99)).toEqual({ line: 4, character: 3 });
    expect(createLineIndex('').positionAt(0)).toEqual({ line: 0, character: 0 });
  });

  it('takes any offset outside a line break there and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '😀', ' ') }), fc.nat(40), (source, at) => {
        const offset = Math.min(at, source.length);
        const lines = createLineIndex(source);
        const isInBreak = source[offset - 1] === '\r' && source[offset] === '\n';
        expect(lines.offsetAt(lines.positionAt(offset))).toBe(isInBreak ? offset - 1 : offset);
      }),
    );
  });

  it('converts characters to UTF-8 units and back', () => {
    const line = 'aé€😀z';
    expect([0, 1, 2, 3, 5, 6].map((character) => utf16ToUtf8(line, character))).toEqual([0, 1, 3, 6, 10, 11]);
    expect([0, 1, 3, 6, 10, 11].map((bytes) => utf8ToUtf16(line, bytes))).toEqual([0, 1, 2, 3, 5, 6]);
    expect(utf8ToUtf16(line, 8)).toBe(3);
  });
});
