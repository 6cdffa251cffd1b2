import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../../server/src/core/figures/figure.ts';
import { readFigures } from '../../../../server/src/core/figures/readFigures.ts';

/** A figure as a line: what is printed, its value or period, and its unit. */
function lineOf(text: string, figure: Figure): string {
  const print = text.slice(figure.span.start, figure.span.end);
  const reading = figure.period ?? String(figure.value);
  return `${print} = ${reading}${figure.unit ? ` ${figure.unit}` : ''}${figure.per ? `/${figure.per}` : ''}`;
}

function read(text: string): string[] {
  return readFigures(text).map((figure) => lineOf(text, figure));
}

function only(text: string): Figure {
  const figures = readFigures(text);
  expect(figures.length, `one figure in “${text}”, not ${figures.map((figure) => lineOf(text, figure))}`).toBe(1);
  return figures[0]!;
}

describe('numerals', () => {
  test.each([
    ['The fleet has 45 ships.', ['45 = 45']],
    ['Output reached 2.8 billion tonnes.', ['2.8 billion tonnes = 2800000000 t']],
    ['twenty-five members left', ['twenty-five = 25']],
    ['half a dozen villages', ['half a dozen = 6']],
    ['They raised $1,300bn.', ['$1,300bn = 1300000000000 USD']],
    ['The path is 10 1/2 miles long.', ['10 1/2 miles = 10.5 mi']],
    ['It is −5 °C outside.', ['−5 °C = -5 °C']],
    ['he is 6 ft 3 in', ['6 ft 3 in = 6.25 ft']],
    ['a third of the crop', ['a third = 0.3333333333333333']],
    ['two and a half million birds', ['two and a half million = 2500000']],
    ['a hundred ships', ['a hundred = 100']],
    ['three hundred and forty-two pages', ['three hundred and forty-two = 342']],
    ['1 234 567 litres', ['1 234 567 litres = 1234567 L']],
    ['a grant of 3 lakh rupees', ['3 lakh rupees = 300000 INR']],
    ['about 6.02e23 atoms', ['about 6.02e23 = 6.02e+23']],
    ['0.0000001e5 grams', ['0.0000001e5 grams = 0.01 g']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('ranges and bounds', () => {
  test('a range has the printed ends', () => {
    const range = only('between 12 and 15 per cent');
    expect([range.value, range.low, range.high, range.unit]).toEqual([13.5, 12, 15, '%']);
    expect(range.ends?.map((end) => end.value)).toEqual([12, 15]);
  });
  test('the first end takes multiplier and unit from the second', () => {
    const range = only('some 5 to 7 million tonnes');
    expect([range.low, range.high, range.unit]).toEqual([5e6, 7e6, 't']);
  });
  test('bounds leave a side open', () => {
    expect(only('at least 50 ships')).toMatchObject({ low: 50, high: null, bound: 'least' });
    expect(only('no more than 50 ships')).toMatchObject({ low: null, high: 50, bound: 'most' });
    expect(only('120 ships or more')).toMatchObject({ low: 119.5, high: 120.5 });
    expect(only('120 or more ships')).toMatchObject({ low: 120, high: null });
  });
  test('a hedge widens', () => {
    expect(only('about 40 ships')).toMatchObject({ low: 36, high: 44, approximate: true });
    expect(only('nearly 40 ships')).toMatchObject({ low: 36, high: 40, approximate: true });
  });
  test('a printed number stands for half a unit of its last digit', () => {
    expect(only('2.8 billion')).toMatchObject({ low: 2.75e9, high: 2.85e9, step: 1e8 });
    expect(only('31,600 ships')).toMatchObject({ low: 31550, high: 31650 });
  });
});

describe('dates', () => {
  test.each([
    ['on 24 March 2021', ['24 March 2021 = 2021-03-24']],
    ['on March 24, 2021', ['March 24, 2021 = 2021-03-24']],
    ['in the 1980s', ['1980s = 198X']],
    ['in Q3 2023', ['Q3 2023 = 2023-35']],
    ['in the 2022-23 season', ['2022-23 = 2022/2023']],
    ['between 2014 and 2018', ['between 2014 and 2018 = 2014/2018']],
    ['in the nineteenth century', ['nineteenth century = 18XX']],
    ['from 5 to 12 June 2020', ['5 to 12 June 2020 = 2020-06-05/2020-06-12']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
  test('a weekday is kept', () => {
    expect(only('on Monday, 5 June 2023')).toMatchObject({ period: '2023-06-05', weekday: 1 });
  });
  test('a fiscal year says so', () => {
    expect(only('in FY2024')).toMatchObject({ period: '2024', fiscal: true });
  });
});

describe('what names counts nothing', () => {
  test.each([
    'as Section 8 says',
    'see Tables 2 and 3',
    'the Airbus A380 and the F-22',
    'with version 1.18.2 of the compiler',
    'call 555-867-5309',
    'read https://example.org/2024/05/12 soon',
    'open 24/7',
    'at 10:30 a.m. or 6pm',
    'this one, no one and one of the others',
    'as others found [12]',
    'they live at 221 Baker Street',
    'the team won 3-1',
    'its address is 10.0.0.1',
    'a load of 3.5e310',
    'a dose of 4e-400',
    'one of 12^900',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('laws', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...'about |between | and | to |–|-|$|€|%| per cent| million|bn|km|5|12|3.5|1,200|2019|June |a |half |third|one |twenty| or more|.|,| in |Q3 |\n|½|at least |from |st|th|:|/|('.split(
        '|',
      ),
    ),
    fc.string({ maxLength: 5 }),
  );
  const prose = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));

  test('spans are ordered, apart, and within the text', () => {
    fc.assert(
      fc.property(prose, (text) => {
        let last = 0;
        for (const figure of readFigures(text)) {
          expect(figure.span.start).toBeGreaterThanOrEqual(last);
          expect(figure.span.end).toBeGreaterThan(figure.span.start);
          expect(figure.numeral.start).toBeGreaterThanOrEqual(figure.span.start);
          expect(figure.numeral.end).toBeLessThanOrEqual(figure.span.end);
          last = figure.span.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  test('intervals hold the value', () => {
    fc.assert(
      fc.property(prose, (text) => {
        for (const { value, low, high, kind } of readFigures(text)) {
          if (kind === 'date') continue;
          expect(Number.isFinite(value)).toBe(true);
          if (low !== null) expect(low).toBeLessThanOrEqual(value!);
          if (high !== null) expect(high).toBeGreaterThanOrEqual(value!);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a sentence more changes no figure before it', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const ended = `${text}.\n\n`;
        expect(readFigures(`${ended}Nothing was said.`)).toEqual(readFigures(ended));
      }),
    );
  });
});
