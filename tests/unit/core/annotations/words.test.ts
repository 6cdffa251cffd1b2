import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordAt, wordIndexAt, wordsOf } from '../../../../server/src/core/annotations/words.ts';

function list(text: string): string[] {
  const words = wordsOf(text);
  return Array.from({ length: words.count }, (_, i) => wordAt(words, i));
}

describe('words', () => {
  it('are runs of letters and digits, and single signs', () => {
    expect(list('It’s 5 %.\r\n\tNo-one')).toEqual(['It', '’', 's', '5', '%', '.', 'No', '-', 'one']);
  });

  it('are single letters where a script has no spaces, and whole emoji', () => {
    expect(list('三千人 a😀b')).toEqual(['三', '千', '人', 'a', '😀', 'b']);
  });

  it('cover everything but white space, in order, for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const words = wordsOf(text);
        let at = 0;
        for (let i = 0; i < words.count; i++) {
          expect(text.slice(at, words.starts[i])).toMatch(/^[\s\u200b\ufeff]*$/);
          expect(words.ends[i]).toBeGreaterThan(words.starts[i]!);
          at = words.ends[i]!;
        }
        expect(text.slice(at)).toMatch(/^[\s\u200b\ufeff]*$/);
      }),
    );
  });

  it('are found by offset', () => {
    const words = wordsOf('one two  three');
    expect([0, 2, 3, 7, 8, 9, 14].map((offset) => wordIndexAt(words, offset))).toEqual([0, 0, 1, 2, 2, 2, 3]);
  });
});
