import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  convertValue,
  dimensionOf,
  isPowerOfThousandApart,
  meet,
} from '../../../../server/src/core/figures/compareFigures.ts';
import type { Figure } from '../../../../server/src/core/figures/figure.ts';
import { readFigures } from '../../../../server/src/core/figures/readFigures.ts';
import { unitsBySymbol } from '../../../../server/src/core/figures/unitTable.ts';

function figureIn(text: string): Figure {
  const figure = readFigures(text)[0];
  expect(figure, text).toBeDefined();
  return figure!;
}

describe('meeting', () => {
  test.each([
    ['2.8 billion people', '2,800 million people'],
    ['2,800 ships', '2.8 thousand ships'],
    ['about 40 ships', '38 ships'],
    ['about 40 ships', '42 ships'],
    ['more than 50 ships', '64 ships'],
    ['at least 50 ships', '50 ships'],
    ['12 to 15 per cent', '13 %'],
    ['5 miles', '8 km'],
    ['a third of the crop', '33 %'],
    ['$1.2m', '1.2 million dollars'],
    ['in March 2021', 'on 5 March 2021'],
    ['20 °C', '68 °F'],
    ['48 hours', 'two days'],
  ])('%s and %s', (a, b) => {
    expect(meet(figureIn(a), figureIn(b))).toBe(true);
    expect(meet(figureIn(b), figureIn(a))).toBe(true);
  });

  test.each([
    ['20 ships', '21 ships'],
    ['126,000 ships', '128,000 ships'],
    ['300,000 ships', '305,000 ships'],
    ['38 ships', '42 ships'],
    ['more than 50 ships', '48 ships'],
    ['5 miles', '5 km'],
    ['5 %', '5 percentage points'],
    ['$5', '€5'],
    ['$5 per hour', '$5 per week'],
    ['in 2021', 'in 2022'],
    ['5 km', '5 kg'],
  ])('%s and not %s', (a, b) => {
    expect(meet(figureIn(a), figureIn(b))).toBe(false);
    expect(meet(figureIn(b), figureIn(a))).toBe(false);
  });
});

describe('units', () => {
  test('every unit of a dimension converts into every other and back', () => {
    const symbols = [...unitsBySymbol.keys()];
    fc.assert(
      fc.property(
        fc.constantFrom(...symbols),
        fc.constantFrom(...symbols),
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        (a, b, value) => {
          const there = convertValue(value, a, b);
          expect(there === undefined).toBe(dimensionOf(a) !== dimensionOf(b));
          if (there === undefined) return;
          const back = convertValue(there, b, a)!;
          // Digits are lost where the sizes are far apart and an offset is added.
          expect(Math.abs(back - value)).toBeLessThan(1e-6 * Math.max(value, 1e3));
        },
      ),
    );
  });
  test.each([
    [1, 'mi', 'km', 1.609344],
    [100, '°C', '°F', 212],
    [1, 'GWh', 'MWh', 1000],
    [1, 'km²', 'ha', 100],
    [50, 'bp', 'pp', 0.5],
  ])('%d %s in %s', (value, from, to, expected) => {
    expect(convertValue(value, from, to)).toBeCloseTo(expected, 6);
  });
});

test('a slip of scale is a factor of a thousand or its powers', () => {
  expect(isPowerOfThousandApart(figureIn('$2.8 million'), figureIn('$2.8 billion'))).toBe(true);
  expect(isPowerOfThousandApart(figureIn('$2.8 million'), figureIn('$2.9 billion'))).toBe(false);
  expect(isPowerOfThousandApart(figureIn('$2.8 million'), figureIn('$28 million'))).toBe(false);
});
