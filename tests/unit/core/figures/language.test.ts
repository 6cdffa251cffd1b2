import { describe, expect, test } from 'vitest';
import { readFigures } from '../../../../server/src/core/figures/readFigures.ts';

/** All figures of the text: what is printed, and the value, interval or period with the unit. */
function read(text: string): string[] {
  return readFigures(text).map((figure) => {
    const print = text.slice(figure.span.start, figure.span.end);
    const value = figure.period ?? (figure.ends ? `${figure.low}..${figure.high}` : String(figure.value));
    return `${print} = ${value}${figure.unit ? ` ${figure.unit}` : ''}${figure.per ? `/${figure.per}` : ''}`;
  });
}

describe('money', () => {
  test.each([
    ['a loss of $2.34 a share', ['$2.34 a share = 2.34 USD/share']],
    ['raised by 11c to 17c', ['11c = 11 ¢', '17c = 17 ¢']],
    ['worth 1.3 trillion won', ['1.3 trillion won = 1300000000000 KRW']],
    ['cost Rs 1,200 crore', ['Rs 1,200 crore = 12000000000 INR']],
    ['lent £20m-£25m', ['£20m-£25m = 20000000..25000000 GBP']],
    ['a $3-$4 billion gap', ['$3-$4 billion = 3000000000..4000000000 USD']],
    ['paid US$2.5 million', ['US$2.5 million = 2500000 USD']],
    ['paid thirteen dollars forty cents', ['thirteen dollars forty cents = 13.4 USD']],
    ['an AMD64 machine', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('letters that are multipliers or units', () => {
  test.each([
    ['lifted 1.3m children out of poverty', ['1.3m = 1300000']],
    ['a mast 30m tall', ['30m = 30 m']],
    ['reached 1.2M users', ['1.2M = 1200000']],
    ['a 2B buffer', ['2B = 2 B']],
    ['about 300k readers', ['about 300k = 300000']],
    ['two degrees of freedom', ['two = 2']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('changes and ranges', () => {
  test('a change from one value to another is two figures', () => {
    expect(read('It grew from 3 to 5 million.')).toEqual(['3 = 3', '5 million = 5000000']);
  });
  test.each([
    ['They cut the toll by 5 %, from 41% to 47%.', ['5 %', '41%', '47%']],
    ['Raise the mooring and pilot fees from 3.4% to 6.8%.', ['3.4%', '6.8%']],
    ['It lengthens the leave of fishers from 12 days to 16 days.', ['12 days', '16 days']],
    ['Takes the toll (for lorries, too) from $3 to $5.', ['$3', '$5']],
    [
      'It lifts both dues from $3 to $5 for boats, from $7 to $9 for ships and from $10 to $12 for barges.',
      ['$3', '$5', '$7', '$9', '$10', '$12'],
    ],
    ['It would double the fee: from $24 to $48 a day.', ['$24', '$48 a day']],
  ])('a change is two figures, however far its verb stands from it: %s', (text, prints) => {
    expect(read(text).map((figure) => figure.split(' = ')[0])).toEqual(prints);
  });
  test.each([
    ['Grants are paid from $300 to $600.', 'from $300 to $600'],
    ['The fee rose. Boats are from 5 to 12 metres long.', 'from 5 to 12 metres'],
    ['Prices fell by 4%. Guests are from 18% to 20% locals.', 'from 18% to 20%'],
    ['The price of 12 boats, which nobody wants, of 40 feet, ranges from 3 to 5 crowns.', 'from 3 to 5'],
  ])('a range is one figure where nothing changes: %s', (text, print) => {
    expect(read(text).some((figure) => figure.startsWith(`${print} = `))).toBe(true);
  });
  test.each([
    ['We expect dues to be up 3% to 8%.', ['3% to 8% = 3..8 %']],
    ['Dues will rise by 3% to 8% in spring.', ['3% to 8% = 3..8 %']],
    ['Dues are likely to fall 3% to 8%.', ['3% to 8% = 3..8 %']],
    ['Dues rose 3% to 8%.', ['3% = 3 %', '8% = 8 %']],
    ['Dues were up 3% to 8%.', ['3% = 3 %', '8% = 8 %']],
    ['Dues will rise 3% to 38%.', ['3% = 3 %', '38% = 38 %']],
    ['Dues will fall 8% to 3%.', ['8% = 8 %', '3% = 3 %']],
    ['Dues will rise 4% to $7.', ['4% = 4 %', '$7 = 7 USD']],
    ['Dues will rise from 3% to 8%.', ['3% = 3 %', '8% = 8 %']],
  ])('a change to come is told by both ends: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
  test('what is lower behind an "and" is another thing', () => {
    const text = 'It sets a rate of 44% and lower dues.';
    expect(readFigures(text)[0]!.change).toBeUndefined();
    expect(readFigures('a rate 44% lower than before')[0]!.change).toBe('down');
  });
  test('a change by one value to another is two figures', () => {
    expect(read('Prices fell 3 cents to 55 cents.')).toEqual(['3 cents = 3 ¢', '55 cents = 55 ¢']);
  });
  test('what goes up to an amount is not bounded by it', () => {
    expect(readFigures('The toll will go up to $15.')[0]!.bound).toBeUndefined();
    expect(readFigures('A toll of up to $15 is due.')[0]!.bound).toBe('most');
    expect(readFigures('They go to sea for up to 15 days.')[0]!.bound).toBe('most');
  });
  test('the sides of a thing are in the unit that the last of them prints', () => {
    expect(read('It measures 12.3 x 8.5 × 0.6 inches.')).toEqual([
      '12.3 = 12.3 in',
      '8.5 = 8.5 in',
      '0.6 inches = 0.6 in',
    ]);
    expect(read('A deck of 30 by 20 metres.')).toEqual(['30 = 30 m', '20 metres = 20 m']);
    expect(read('It was beaten 30 by 20 crews.')[0]).toBe('30 = 30');
    expect(read('A load of 30 x 20 kg.')[0]).toBe('30 = 30');
    expect(read('Tolls of 20m Swiss francs.')[0]).toBe('20m Swiss francs = 20000000 CHF');
  });
  test('a year is what a change is told over, and a number what anything else is', () => {
    expect(read('Dues rose to $12, an increase of 8% over 2020.').at(-1)).toBe('2020 = 2020');
    expect(readFigures('They are an increase of 8% over 2020.').at(-1)!.kind).toBe('date');
    expect(readFigures('It is an improvement over 1998.').at(-1)!.kind).toBe('date');
    expect(readFigures('It has over 2020 members.').at(-1)!.kind).toBe('count');
  });
  test('two bounds close one interval', () => {
    expect(read('more than 20 and less than 50 ships')).toEqual(['more than 20 and less than 50 = 20..50']);
    expect(read('more than 50 and less than 20 ships').length).toBe(2);
  });
  test.each([
    ['Output rose 5 %', 'up'],
    ['Output fell by 3 tonnes', 'down'],
    ['a 12 % increase', 'up'],
    ['They laid down 50 miles of track', undefined],
    ['Output reached 5 tonnes', undefined],
    ['The club raised $5 million for sails', undefined],
    ['The club raised dues $5', undefined],
    ['The club raised its dues by $5', 'up'],
    ['It raised a $5 toll', undefined],
    ['The petition was signed by 340 sailors', undefined],
    ['The boat was led by 12 others', undefined],
    ['The boat was delayed by 12 days', 'by'],
    ['The crew was outnumbered by 12', 'by'],
    ['The rate was changed by 12', 'by'],
  ])('the direction of “%s” is %s', (text, change) => {
    expect(readFigures(text)[0]?.change).toBe(change);
  });
  test('a range with the wrong end first keeps its ends as printed', () => {
    const range = readFigures('between 15 and 12 per cent')[0]!;
    expect([range.low, range.high]).toEqual([12, 15]);
    expect(range.ends?.map((end) => end.value)).toEqual([15, 12]);
  });
});

describe('parts of a whole', () => {
  test.each([
    ['one in five voters', ['one in five = 0.2']],
    ['a quarter of a percentage point', ['a quarter of a percentage point = 0.25 pp']],
    ['3 basis points', ['3 basis points = 3 bp']],
    ['a third person came', ['third = 3']],
    ['half-hearted in the second half', ['second = 2']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('names and what is no quantity', () => {
  test.each([
    ['the S&P 500 index', []],
    ['in her 20s', []],
    ['for under-18s', []],
    ['10.3 deaths/1,000 inhabitants', ['10.3 = 10.3']],
    ['a one-time payment', []],
    ['a 1080p screen', []],
    ['image survey2018/x.svg', []],
    ['we first asked why', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
  test('in a list of names with their numbers, the numbers count', () => {
    expect(read('ships of Ruritania 2, Freedonia 46, Sylvania 1')).toContain('46 = 46');
  });
});

describe('tokenised text', () => {
  test.each([
    ['rose 7 . 4 % to $ 2.35 billion .', ['7 . 4 % = 7.4 %', '$ 2.35 billion = 2350000000 USD']],
    ['some 80 , 000 seats', ['some 80 , 000 = 80000']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

test('long adversarial pieces are read in one pass', () => {
  for (const part of ['1 ', '1,', 'one ', 'half a ', '1/', '$', '(', '1-', 'in 2019 ', '\ud800']) {
    const text = part.repeat(5000);
    const figures = readFigures(text);
    expect(figures.every((figure) => figure.span.end <= text.length)).toBe(true);
  }
});
