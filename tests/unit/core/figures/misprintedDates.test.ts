// Days that no calendar has are read as the slips that they are; years before Christ in ranges; ages at death.

import { describe, expect, test } from 'vitest';
import { readFigures } from '../../../../server/src/core/figures/readFigures.ts';

const read = (text: string) =>
  readFigures(text).map(({ span, period, misdated, value, unit }) => {
    const print = text.slice(span.start, span.end);
    return period
      ? `${print} = ${period}${misdated ? `, as ${misdated}` : ''}`
      : `${print} = ${value} ${unit ?? ''}`.trim();
  });

describe('a day that its month does not have', () => {
  test.each([
    ['The ferry sank on 31 June.', ['31 June = XXXX-06, as XXXX-06-31']],
    ['The ferry sank on February 30, 2018.', ['February 30, 2018 = 2018-02, as 2018-02-30']],
    ['Signed on April 42, 1951, in Vik.', ['April 42, 1951 = 1951-04, as 1951-04-42']],
    ['On May 71, the crew left.', ['May 71 = XXXX-05, as XXXX-05-71']],
    [
      'It is open from January 38 to March 4, 2016.',
      ['January 38 to March 4, 2016 = 2016-01/2016-03-04, as 2016-01-38/2016-03-04'],
    ],
    ['She wrote on 36 October 1903.', ['36 October 1903 = 1903-10, as 1903-10-36']],
  ])('is read with what is printed: %s', (text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ['In May 68 the students went on strike.', 'May 68'],
    ['Of the March 45 members took part.', 'March 45'],
    ['Prices rose from May 71 to June 74.', 'May 71'],
    ['See Bulletin No. 45 March 2014.', '45 March 2014'],
    ['The October 41 mm of rain fell in were a record.', 'October 41'],
    ['Since May 80 the line is closed.', 'May 80'],
  ])('is no day where it may be something else: %s', (text, unwanted) => {
    const found = readFigures(text);
    expect(found.map(({ span }) => text.slice(span.start, span.end))).not.toContain(unwanted);
    expect(found.every(({ misdated }) => misdated === undefined)).toBe(true);
  });
});

describe('years before Christ', () => {
  test.each([
    ['the culture of the lakes (1300–450 BCE)', ['1300–450 BCE = -1299/-0449']],
    ['from about 1300 to about 450 BC', ['about 1300 to about 450 BC = -1299/-0449']],
    ['between 900 and 700 BCE', ['between 900 and 700 BCE = -0899/-0699']],
    ['from 200 BC to 300 AD', ['200 BC to 300 AD = -0199/0300']],
  ])('are counted from the later end: %s', (text, expected) => expect(read(text)).toEqual(expected));

  test.each(['from 1200 to 400 metres', 'from 300 to 700 BC', 'the 1300 or 450 BCE'])(
    'are not made of other numbers: %s',
    (text) => expect(readFigures(text).some(({ period }) => period?.includes('/'))).toBe(false),
  );
});

describe('an age at death', () => {
  test.each([
    ['The painter died at 61 in Vik.', ['61 = 61 year']],
    ['Despite dying of a fever at 34, she is still read.', ['34 = 34 year']],
    ['His death at 29 in a storm ended the work.', ['29 = 29 year']],
  ])('is a number of years: %s', (text, expected) => expect(read(text)).toEqual(expected));

  test.each(['Two died at 12 hospitals.', 'He died at 10 Harbour Street.', 'She died at 7 in the evening.'])(
    'is no place and no hour: %s',
    (text) => expect(readFigures(text).some(({ unit, age }) => unit === 'year' || age)).toBe(false),
  );
});
