// How amounts are written: currencies, units, percentages, parts, rates, ratios, ages; and what only looks like one.
import { describe, expect, test } from 'vitest';
import { readFigures } from '../../../../server/src/core/figures/readFigures.ts';

/** All figures of the text: what is printed, and the value, interval or period with the unit. */
function read(text: string): string {
  return readFigures(text)
    .map((figure) => {
      const print = text.slice(figure.span.start, figure.span.end);
      const number = figure.value === null ? '' : String(Number(figure.value.toPrecision(6)));
      const value = figure.period ?? (figure.ends ? `${figure.low}..${figure.high}` : number);
      return `${print} = ${value}${figure.unit ? ` ${figure.unit}` : ''}${figure.per ? `/${figure.per}` : ''}`;
    })
    .join('; ');
}

/** Cases of which the whole text is one figure. */
function whole(cases: readonly [string, string][]): void {
  test.each(cases)('%s is %s', (text, expected) => {
    expect(read(`It was ${text}.`)).toBe(`${text} = ${expected}`);
  });
}

describe('currencies before and after the number', () => {
  whole([
    ['€1.234,56', '1234.56 EUR'],
    ['EUR 1.2bn', '1200000000 EUR'],
    ['1.2bn EUR', '1200000000 EUR'],
    ['1.2 bn euros', '1200000000 EUR'],
    ['$1,300bn', '1300000000000 USD'],
    ['$1.3-billion', '1300000000 USD'],
    ['$500K', '500000 USD'],
    ['5m pounds', '5000000 GBP'],
    ['20m Swiss francs', '20000000 CHF'],
    ['5 million pounds sterling', '5000000 GBP'],
    ['A$1.5 million', '1500000 AUD'],
    ['C$3.2bn', '3200000000 CAD'],
    ['R500m', '500000000 ZAR'],
    ['Rs 20,000 crore', '200000000000 INR'],
    ['RM 50 million', '50000000 MYR'],
    ['CHF 20m', '20000000 CHF'],
    ['500 kronor', '500 SEK'],
    ['50¢', '50 ¢'],
    ['65p', '65 p'],
    ['12 1/4 cents', '12.25 ¢'],
    ['$5m-$7m', '5000000..7000000 USD'],
    ['€5–7bn', '5000000000..7000000000 EUR'],
    ['15 dollars and 50', '15.5 USD'],
  ]);
  test.each([
    ['fined 500 pounds', '500 pounds = 500 GBP'],
    ['weighs 210 pounds', '210 pounds = 210 lb'],
    ['8.8 million pounds of thrust', '8.8 million pounds = 8800000 lb'],
    ['cut by a further £2m to £11.5m', '£2m = 2000000 GBP; £11.5m = 11500000 GBP'],
    ['cost £25m – three times as much', '£25m = 25000000 GBP; three times = 3'],
    ['sales of 40 — 5 fewer', '40 = 40; 5 = 5'],
    ['rose 3 to $45', '3 = 3; $45 = 45 USD'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('percentages and points', () => {
  whole([
    ['12 to 15 per cent', '12..15 %'],
    ['10%-15%', '10..15 %'],
    ['five-per-cent', '5 %'],
    ['5 p.c', '5 %'],
    ['0.25-percentage-point', '0.25 pp'],
    ['half a percentage point', '0.5 pp'],
    ['quarter-point', '0.25 pp'],
    ['half-point', '0.5 pp'],
    ['25bp', '25 bp'],
    ['75 basis points', '75 bp'],
    ['plus or minus 3 percentage points', '3 pp'],
  ]);
});

describe('units of measurement', () => {
  whole([
    ['−5 °C', '-5 °C'],
    ['47.3C', '47.3 °C'],
    ['12 degrees below zero', '-12 °'],
    ['10 1/2 miles', '10.5 mi'],
    ['9.8 m/s²', '9.8 m/s²'],
    ['9.8 m/s2', '9.8 m/s²'],
    ['35 µg/m3', '35 µg/m³'],
    ['180 micrograms per cubic metre', '180 µg/m³'],
    ['369 lb-ft', '369 lb-ft'],
    ['273 pound-feet', '273 lb-ft'],
    ['25 mpg', '25 mpg'],
    ['5,000mAh', '5000 mAh'],
    ['108-megapixel', '108 MP'],
    ['5.6 gigatonnes', '5.6 Gt'],
    ['9.2 million bpd', '9200000 bbl/day'],
    ['2m b/d', '2000000 bbl/day'],
    ['70-mile-an-hour', '70 mph'],
    ['120 fps', '120 fps'],
    ['100 km per hour', '100 km/h'],
    ['147bhp', '147 hp'],
    ['67.6 fl oz', '67.6 fl oz'],
    ['1 234,56 litres', '1234.56 L'],
    ['5 x 10³ litres', '5000 L'],
  ]);
  test.each([
    ['He sat in seat 14F near gate 2C.', ''],
    ['a high of 40C (104F)', '40C = 40 °C; 104F = 104 °F'],
    ['He won the 400m hurdles.', '400m = 400 m'],
    ['7m tonnes and 3.5m barrels', '7m tonnes = 7000000 t; 3.5m barrels = 3500000 bbl'],
    ['50 MPs voted', '50 = 50'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('amounts of two parts', () => {
  whole([
    ['5 ft 2 in', '5.16667 ft'],
    ['5\'2"', '5.16667 ft'],
    ['5′2″', '5.16667 ft'],
    ['5-foot-2', '5.16667 ft'],
    ['six-foot-four', '6.33333 ft'],
    ['6 feet 4', '6.33333 ft'],
    ['11st 4lb', '11.2857 st'],
    ['2h 30m', '2.5 hour'],
    ['two hours and 37 minutes', '2.61667 hour'],
    ['half an hour', '0.5 hour'],
    ['an hour and a half', '1.5 hour'],
    ['two hours and a half', '2.5 hour'],
    ['three-quarters of an hour', '0.75 hour'],
    ['half a mile', '0.5 mi'],
    ['two-and-a-half-year', '2.5 year'],
    ['one-and-a-half-hour', '1.5 hour'],
    ['5 hundredths of a second', '0.05 second'],
    ['one hundred and three quarters', '100.75'],
    ['three twenty-firsts', '0.142857'],
  ]);
  test('a unit that follows is of its own', () => {
    expect(read('6 feet, 4 dogs')).toBe('6 feet = 6 ft; 4 = 4');
    expect(read('15 dollars and 50 people')).toBe('15 dollars = 15 USD; 50 = 50');
    expect(read('the 21st time')).toBe('21st = 21');
  });
});

describe('rates', () => {
  whole([
    ['$1.2 trillion-a-year', '1200000000000 USD/year'],
    ['$1,000-a-plate', '1000 USD/plate'],
    ['3.5 per 100,000', '3.5/100000'],
    ['6.5 litres per 100 km', '6.5 L/100 km'],
    ['600 dollars per square metre', '600 USD/m²'],
    ['$6.57 a bushel', '6.57 USD/bushel'],
  ]);
  test('what is earlier is no rate', () => {
    expect(read('up from 3 % a year earlier')).toBe('3 % = 3 %');
    expect(read('12 deaths per 1,000 births')).toBe('12 = 12');
  });
});

describe('ratios', () => {
  whole([
    ['1 in 5', '0.2'],
    ['one in every five', '0.2'],
    ['nine out of 10', '0.9'],
    ['one person in 11', '0.0909091'],
    ['3 to 1', '3'],
    ['2.5-to-1', '2.5'],
    ['3-for-4', '0.75'],
    ['1-in-100-year', '0.01'],
    ['5x', '5'],
    ['1.5 times', '1.5'],
  ]);
  test('what only looks like a ratio', () => {
    expect(read('He scored two in four games.')).toBe('two = 2; four = 4');
    expect(read('a 60/40 split')).toBe('');
  });
});

describe('ranges', () => {
  whole([
    ['5-to-10-year', '5..10 year'],
    ['from 0 to 60 mph', '0..60 mph'],
    ['from 10 up to 20', '10..20'],
    ['16- to 24-year-olds', '16..24 year'],
    ['10- to 15-minute', '10..15 minute'],
    ['101–1,000', '101..1000'],
    ['£5 – 7m', '5000000..7000000 GBP'],
    ['between $5m and $7m', '5000000..7000000 USD'],
  ]);
  test('a rise by so much is a range where the ends share a unit', () => {
    expect(read('rise by 1 to 2 feet')).toBe('1 to 2 feet = 1..2 ft');
    expect(read('rose by 12,000 to 230,000')).toBe('12,000 = 12000; 230,000 = 230000');
  });
});

describe('ages', () => {
  test.each([
    ['Maria Kerr, 29, said so.', '29 = 29 year'],
    ['They named Anna Glenby, 34, and John Farrow, 52.', '34 = 34 year; 52 = 52 year'],
    ['The mayor, 61, said so.', '61 = 61 year'],
    ['He turned 80 on Sunday.', '80 = 80 year'],
    ['those aged 65 and over', 'aged 65 and over = 65 year'],
    ['Points: Freedonia, 12, Sylvania, 10, and Ruritania, 9.', '12 = 12; 10 = 10; 9 = 9'],
    ['In May, 29 people came.', 'May = XXXX-05; 29 = 29'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('names, labels, models and scores count nothing', () => {
  test.each([
    'Highway 101, the M25 and I-95 were closed at Terminal 5.',
    'It filed for Chapter 11 under Section 363.',
    'Chandrayaan-3 and Soyuz MS-22 docked.',
    'iOS 16.4 and Android 13 are out.',
    'the Boeing 737 MAX 8 and an Airbus A321neo',
    'Artemis 1 flew past the moon.',
    'Apollo 11 landed.',
    'A 787 jet landed; the 737 was grounded.',
    'the RTX 4090 uses less',
    'Omicron BA.5 spread.',
    'It is in Psalm 23 and Genesis 1:3.',
    'at Bay 12, Platform 9, Gate 22, Seat 4A',
    'see doi:10.1000/182 and ISBN 978-3-16-148410-0',
    'call 0800 123 456 or +44 20 7946 0958, or dial 999',
    'in Act 1, Scene 2',
    'he wore number 23, then the No. 9 shirt; the world No 1 lost',
    'a film in 4K, a 4K television, a 10K run',
    'two-way talks and five-a-side; a six-figure sum',
    'net zero, ground zero, zero-carbon, a zero tolerance policy',
    'their top-10 finish; in the top 10',
    'the Under-21 side; over-65s',
    'The visitors met the Six Nations champions and the Group of Seven.',
    'They won 7-5 6-7 6-2; drew 1-1; lost 0-2; a 50-50 chance.',
    'Lawmakers voted 217-213 in favour.',
    'At one point, one senior official said so.',
    'as was found.5 The rest',
    'call (555) 010-4567',
    'the galaxies NGC 7496, IC 5332 and NGC 1365',
    'They won 22-17 after trailing 10-14.',
    'since the 1.18 release',
    '1,000s of them',
    'since build 340 crashes are gone; see schedule 12; exercise 14',
  ])('%s', (text) => {
    expect(read(text)).toBe('');
  });
  test.each([
    ['Two Killed in Three Attacks', 'Two = 2; Three = 3'],
    ['Seven Rangers players left.', 'Seven = 7'],
    ['the top 10 companies', '10 = 10'],
    ['For Apollo 11, 12 astronauts trained.', '12 = 12'],
    ['won 20-30 seats', '20-30 = 20..30'],
    ['in AD 79 and 10,000 BC', '79 = 0079; 10,000 BC = -9999'],
    ['from May to July 2023', 'May to July 2023 = 2023-05/2023-07'],
    ['the 1,000th visitor', '1,000th = 1000'],
    ['another dozen fled', 'dozen = 12'],
    ['a one-day strike', 'one-day = 1 day'],
    ['They plan to build 340 sheds and schedule 12 ferries.', '340 = 340; 12 = 12'],
    ['wages in 2022 dollars', '2022 = 2022'],
    ['on may 19 and on 1 may', 'may 19 = XXXX-05-19; 1 may = XXXX-05-01'],
  ])('but not in “%s”', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
