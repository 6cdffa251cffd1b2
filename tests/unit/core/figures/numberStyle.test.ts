import { describe, expect, test } from 'vitest';
import {
  applyNumberStyle,
  countStyles,
  decideNumberStyle,
  styleOfPrint,
} from '../../../../server/src/core/figures/numberStyle.ts';
import { readFigures } from '../../../../server/src/core/figures/readFigures.ts';

describe('number style', () => {
  test.each([
    ['1.234,56', 'comma'],
    ['1,234.56', 'point'],
    ['1.234.567', 'comma'],
    ['1,234,567', 'point'],
    ['3,5 million', 'comma'],
    ['3.5', 'point'],
    ['1.234', undefined],
    ['1,234', undefined],
    ['0.125', 'point'],
    ['1234', undefined],
  ])('%s is written with a decimal %s', (print, style) => {
    expect(styleOfPrint(print)).toBe(style);
  });

  test('the majority decides, and the point without any', () => {
    const decide = (...prints: string[]) => decideNumberStyle(countStyles(prints));
    expect(decide()).toBe('point');
    expect(decide('1.234', '5,00')).toBe('point');
    expect(decide('1.234', '5,00', '2.500,75')).toBe('comma');
    expect(decide('3.5', '5,00', '2.5', '1,2')).toBe('point');
  });

  test('an ambiguous figure follows the document', () => {
    const text = 'sold for €1.250 apiece';
    const figure = readFigures(text)[0]!;
    expect(figure.value).toBe(1.25);
    const print = text.slice(figure.numeral.start, figure.numeral.end);
    expect(applyNumberStyle(figure, print, 'comma')).toMatchObject({ value: 1250, unit: 'EUR' });
    expect(applyNumberStyle(figure, print, 'point')).toBe(figure);
  });
});
