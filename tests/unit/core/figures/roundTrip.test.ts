// What is printed is read back: a value in any usual notation, alone or in a sentence, comes back with its unit, its exact
// span and an interval that holds it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../../server/src/core/figures/figure.ts';
import { readFigures } from '../../../../server/src/core/figures/readFigures.ts';

interface Printed {
  readonly print: string;
  readonly value: number;
  readonly unit: string | undefined;
  /** Half a unit of the last printed digit. */
  readonly half: number;
}

const scales: readonly [string, number][] = [
  ['', 1],
  [' thousand', 1e3],
  [' million', 1e6],
  [' billion', 1e9],
  [' trillion', 1e12],
];
const unitsAfter: readonly [string, string | undefined][] = [
  ['', undefined],
  ['%', '%'],
  [' %', '%'],
  [' per cent', '%'],
  [' percent', '%'],
  [' percentage points', 'pp'],
  [' km', 'km'],
  [' kilometres', 'km'],
  [' square miles', 'mi²'],
  [' tonnes', 't'],
  [' MW', 'MW'],
  [' °C', '°C'],
  [' hours', 'hour'],
  [' euros', 'EUR'],
  [' Swiss francs', 'CHF'],
  [' USD', 'USD'],
];
const unitsBefore: readonly [string, string][] = [
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['A$', 'AUD'],
  ['US$', 'USD'],
  ['HK$', 'HKD'],
  ['EUR ', 'EUR'],
  ['CHF ', 'CHF'],
];
const lettersAfterMoney: readonly [string, number][] = [
  ['', 1],
  ['k', 1e3],
  ['m', 1e6],
  ['bn', 1e9],
  ['B', 1e9],
  ['tn', 1e12],
  [' million', 1e6],
  ['-million', 1e6],
];

function group(whole: number, separator: string): string {
  return String(whole).replace(/\B(?=(?:\d{3})+$)/g, separator);
}

const times = (value: number, factor: number): number => Number((value * factor).toPrecision(15));

/** Digits as they are set: the whole part grouped or not, and up to three decimals. */
const digits = fc
  .record({
    whole: fc.oneof(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 2200, max: 999_999_999 })),
    decimals: fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }),
    separator: fc.constantFrom(',', '\u202f', '\u00a0'),
  })
  .map(({ whole, decimals, separator }) => {
    const rest = decimals === undefined ? '' : `.${String(decimals).padStart(2, '0')}`;
    const places = decimals === undefined ? 0 : 2;
    return { print: group(whole, separator) + rest, value: Number(`${whole}${rest}`), half: 0.5 * 10 ** -places };
  });

const withUnitAfter: fc.Arbitrary<Printed> = fc
  .tuple(digits, fc.constantFrom(...scales), fc.constantFrom(...unitsAfter))
  .map(([{ print, value, half }, [scale, factor], [suffix, unit]]) => ({
    print: print + scale + suffix,
    value: times(value, factor),
    unit,
    half: half * factor,
  }));

const money: fc.Arbitrary<Printed> = fc
  .tuple(digits, fc.constantFrom(...unitsBefore), fc.constantFrom(...lettersAfterMoney))
  .map(([{ print, value, half }, [prefix, unit], [suffix, factor]]) => ({
    print: prefix + print + suffix,
    value: times(value, factor),
    unit,
    half: half * factor,
  }));

const printed = fc.oneof(withUnitAfter, money);
const frames = fc.constantFrom(
  ['', ''],
  ['It came to ', '.'],
  ['The mill (', ') is old.'],
  ['They lost ', ', as was feared.'],
  ['Said one: “', '” and left.'],
) as fc.Arbitrary<[string, string]>;

function onlyFigure(text: string): Figure {
  const figures = readFigures(text);
  expect(figures.length, text).toBe(1);
  return figures[0]!;
}

describe('what is printed is read back', () => {
  test('with its value, unit and exact span', () => {
    fc.assert(
      fc.property(printed, frames, ({ print, value, unit }, [before, after]) => {
        const text = before + print + after;
        const figure = onlyFigure(text);
        expect(text.slice(figure.span.start, figure.span.end)).toBe(print);
        expect(figure.unit).toBe(unit);
        expect(Math.abs(figure.value! - value)).toBeLessThanOrEqual(1e-9 * value);
      }),
      { numRuns: 3000 },
    );
  });

  test('as an interval of half a unit of its last digit at least, and of its trailing zeros at most', () => {
    fc.assert(
      fc.property(printed, ({ print, value, half }) => {
        const { low, high } = onlyFigure(print);
        const slack = 1e-9 * value;
        expect(low!).toBeLessThanOrEqual(value - half + slack);
        expect(high!).toBeGreaterThanOrEqual(value + half - slack);
        expect(high! - low!).toBeLessThanOrEqual(Math.max(2 * half, value / 100) + slack);
      }),
      { numRuns: 2000 },
    );
  });

  test('with a hedge no narrower than without', () => {
    const hedges = fc.constantFrom('about ', 'some ', 'nearly ', 'just over ', '~');
    fc.assert(
      fc.property(printed, hedges, ({ print, value }, hedge) => {
        const plain = onlyFigure(print);
        const hedged = onlyFigure(hedge + print);
        expect(hedged.approximate).toBe(true);
        expect(hedged.high! - hedged.low!).toBeGreaterThanOrEqual((plain.high! - plain.low!) / 2 - 1e-9 * value);
        expect(hedged.low!).toBeLessThanOrEqual(hedged.value!);
        expect(hedged.high!).toBeGreaterThanOrEqual(hedged.value!);
      }),
    );
  });

  test('with a bound open on one side', () => {
    fc.assert(
      fc.property(printed, ({ print }) => {
        expect(onlyFigure(`at least ${print}`)).toMatchObject({ bound: 'least', high: null });
        expect(onlyFigure(`no more than ${print}`)).toMatchObject({ bound: 'most', low: null });
      }),
      { numRuns: 300 },
    );
  });

  test('as the two ends of a range', () => {
    const units = fc.constantFrom(' km', ' per cent', ' million tonnes', '%', ' hours');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 99 }), units, (first, more, unit) => {
        for (const print of [
          `${first}–${first + more}${unit}`,
          `${first} to ${first + more}${unit}`,
          `between ${first} and ${first + more}${unit}`,
        ]) {
          const figure = onlyFigure(print);
          const factor = unit === ' million tonnes' ? 1e6 : 1;
          expect([print, figure.low, figure.high]).toEqual([print, first * factor, (first + more) * factor]);
          expect(print.slice(figure.span.start, figure.span.end)).toBe(print);
        }
      }),
      { numRuns: 300 },
    );
  });
});
