import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNormal, formatNumber, printLike } from '../../../../server/src/core/figures/formatFigure.ts';
import { readFigures } from '../../../../server/src/core/figures/readFigures.ts';

describe('normal form', () => {
  test.each([
    ['about $2.8 billion', '2,800,000,000 USD (2.7–2.9 billion)'],
    ['$2.8 billion', '2,800,000,000 USD (2.75–2.85 billion)'],
    ['57 %', '57% (56.5–57.5)'],
    ['more than 50 ships', '50 (at least 50)'],
    ['the third ship', '3'],
    ['in Q3 2023', '2023-35'],
    ['$20 per hour', '20 USD per hour (19.5–20.5)'],
  ])('%s', (text, form) => {
    expect(formatNormal(readFigures(text)[0]!)).toBe(form);
  });

  test('a formatted number reads as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 3 }), (whole, decimals) => {
        const value = Number((whole / 10 ** decimals).toFixed(decimals));
        const figures = readFigures(`It came to ${formatNumber(value)} tonnes.`);
        expect(figures.map((figure) => figure.value)).toEqual([value]);
      }),
    );
  });
});

describe('printing like another', () => {
  test.each([
    [2.8e9, 1e8, '1,450m', true, '2,800m'],
    [2.8e9, 1e8, '3.1 billion', true, '2.8 billion'],
    [2.8e9, 1e8, '3 billion', true, '2.8 billion'],
    [131_000, 1000, '128,000', false, '131,000'],
    [14, 1, 'twelve', false, undefined],
    [1234, 1, '1500', false, '1234'],
    [7, 1, '3.1 billion', false, undefined],
  ])('%d like “%s”', (value, step, template, money, expected) => {
    expect(printLike(value, step, template, money)).toBe(expected);
  });
});
