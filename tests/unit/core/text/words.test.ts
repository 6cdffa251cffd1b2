import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Shape, splitWords } from '../../../../server/src/core/text/words.ts';

describe('words', () => {
  it.each([
    ['Norway’s 2.8-km road', 'Norway’s|2.8|-|km|road'],
    ['(128,000 men)', '(|128,000|men|)'],
    ['the U.S. Army, e.g.', 'the|U.S|.|Army|,|e.g|.'],
    ['up 5%.', 'up|5|%|.'],
    ['F16s and 3rd', 'F16s|and|3rd'],
    ['1,2,x 3. Next', '1,2|,|x|3|.|Next'],
    ["don't 'quote'", "don't|'|quote|'"],
    ['Łódź, naïve', 'Łódź|,|naïve'],
    ['end.Next', 'end|.|Next'],
  ])('%s', (text, expected) => {
    expect(splitWords(text).map((word) => word.text)).toEqual(expected.split('|'));
  });

  it('have a kind and a shape', () => {
    const [nato, count, percent] = splitWords('NATO 12.5%');
    expect(nato).toMatchObject({ kind: 'word', shape: Shape.capital | Shape.upper, start: 0, end: 4 });
    expect(count).toMatchObject({ kind: 'number', shape: Shape.digit });
    expect(percent).toMatchObject({ kind: 'symbol', shape: Shape.joined });
  });

  it('stand where they say, and leave out nothing but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let end = 0;
        for (const word of splitWords(text)) {
          expect(text.slice(end, word.start).replace(/[\s\0-\x20\x7f\u0085\u200b\u2060]/g, '')).toBe('');
          expect(word.end).toBeGreaterThan(word.start);
          expect(text.slice(word.start, word.end)).toBe(word.text);
          end = word.end;
        }
      }),
    );
  });
});
