import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../../server/src/core/figures/figure.ts';
import { readFigures } from '../../../../server/src/core/figures/readFigures.ts';
import {
  applyUnitNote,
  findCaptionNote,
  findUnitNote,
  unitNoteStart,
} from '../../../../server/src/core/figures/tableUnits.ts';

function cellUnder(header: string, text: string): Figure {
  return applyUnitNote(text, readFigures(text)[0]!, findUnitNote(header)!);
}

describe('unit notes', () => {
  test.each([
    ['Revenue ($m)', { unit: 'USD', multiplier: 1e6, kind: 'money' }],
    ['Revenue ($ billions)', { unit: 'USD', multiplier: 1e9, kind: 'money' }],
    ['€ million', { unit: 'EUR', multiplier: 1e6, kind: 'money' }],
    ['Exports, in thousands of tonnes', { unit: 't', multiplier: 1e3, kind: 'measurement' }],
    ['Population in thousands', { multiplier: 1e3 }],
    ['Share (%)', { unit: '%', kind: 'percent' }],
    ['%', { unit: '%', kind: 'percent' }],
    ['Area (km²)', { unit: 'km²', kind: 'measurement' }],
    ['Area (sq km)', { unit: 'km²', kind: 'measurement' }],
    ['Wage, $ per hour', { unit: 'USD', kind: 'money', per: 'hour' }],
    ['Cost (£bn)', { unit: 'GBP', multiplier: 1e9, kind: 'money' }],
    ['Staff (000s)', { multiplier: 1e3 }],
    ['Cost (in €m)', { unit: 'EUR', multiplier: 1e6, kind: 'money' }],
    ['Height (in)', { unit: 'in', kind: 'measurement' }],
    ['Deaths per 100,000', { per: '100000' }],
    ['Budget in USD millions', { unit: 'USD', multiplier: 1e6, kind: 'money' }],
  ])('%s', (header, note) => {
    expect(findUnitNote(header)).toEqual(note);
  });

  test.each([
    'Year',
    'A',
    'Area of 10,000',
    'Degree',
    'Won',
    'Country',
    'Cases (confirmed)',
    'Ships in service',
    '',
    '((((',
    'Population',
  ])('nothing in “%s”', (header) => {
    expect(findUnitNote(header)).toBeUndefined();
  });

  test('a cell takes unit and multiplier', () => {
    const read = cellUnder('Revenue ($m)', '12.5');
    expect(read).toMatchObject({ value: 12_500_000, low: 12_450_000, high: 12_550_000, unit: 'USD', kind: 'money' });
  });

  test('a cell with a unit of its own keeps it', () => {
    const cell = readFigures('12 %')[0]!;
    expect(applyUnitNote('12 %', cell, findUnitNote('Revenue ($m)')!)).toBe(cell);
  });

  test.each([
    ['Cost ($m)', '$3.1 million', 3_100_000, 'USD'],
    ['Cost ($m)', '3.1 million', 3_100_000, 'USD'],
    ['Cost ($m)', '$750k', 750_000, 'USD'],
    ['Cost ($m)', '£2 billion', 2_000_000_000, 'GBP'],
    ['Staff (thousands)', '1.2 million', 1_200_000, undefined],
    ['Staff (millions)', '350 thousand', 350_000, undefined],
    ['Staff (thousands)', 'three hundred', 300_000, undefined],
    ['Cost ($m)', '3.1m', 3_100_000, 'USD'],
    ['Cost (€)', '3.1m', 3_100_000, 'EUR'],
    ['Staff (thousands)', '3.1m', 3_100_000, undefined],
    ['Run (km)', '800m', 800, 'm'],
    ['Height (m)', '3.1m', 3.1, 'm'],
    ['Cost ($m)', '$3.1', 3_100_000, 'USD'],
    ['Cost ($m)', 'three', 3_000_000, 'USD'],
    ['Staff (thousands)', '1.2', 1200, undefined],
  ])('under “%s” the cell “%s” is %d', (header, cell, value, unit) => {
    expect(cellUnder(header, cell)).toMatchObject({ value, ...(unit === undefined ? {} : { unit }) });
  });

  test.each(['$3 million to $4 million', '$3–4 million', '$3–4m', '3–4 million', '$3–4', '3–4'])(
    'both ends of the range “%s” are in millions',
    (cell) => {
      const { ends } = cellUnder('Cost ($m)', cell);
      expect(ends?.map(({ value }) => value)).toEqual([3_000_000, 4_000_000]);
    },
  );
});

describe('captions', () => {
  test.each([
    ['Table 1: Revenue by segment ($m)', { unit: 'USD', multiplier: 1e6, kind: 'money' }],
    ['Table 12. Harbour traffic, in thousands of tonnes', { unit: 't', multiplier: 1e3, kind: 'measurement' }],
    ['(in millions of euros)', { unit: 'EUR', multiplier: 1e6, kind: 'money' }],
    ['US$ million', { unit: 'USD', multiplier: 1e6, kind: 'money' }],
    ['All figures are in thousands.', { multiplier: 1e3 }],
    ['Note: amounts in £bn', { unit: 'GBP', multiplier: 1e9, kind: 'money' }],
  ])('“%s” gives a unit', (text, note) => {
    expect(findCaptionNote(text)).toEqual(note);
  });

  test.each([
    'Table 1: Revenue by segment',
    'The mill sold 5 tonnes (12 kg more) in May.',
    'It was paid in euros.',
    'Figures',
    'In thousands of homes the lights went out.',
    'The year in figures',
    '',
  ])('“%s” gives none', (text) => {
    expect(findCaptionNote(text)).toBeUndefined();
  });
});

test.each([
  ['Revenue ($m)', 'Revenue '],
  ['Revenue, $m', 'Revenue'],
  ['Speed in km/h', 'Speed'],
  ['Deaths per 100,000 people', 'Deaths'],
  ['Ships in service', 'Ships in service'],
  ['Area of 10,000', 'Area of 10,000'],
])('the label of “%s” is “%s”', (header, label) => {
  expect(header.slice(0, unitNoteStart(header))).toBe(label);
});
