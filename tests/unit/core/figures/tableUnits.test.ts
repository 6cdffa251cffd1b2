import { describe, expect, test } from 'vitest';
import { readFigures } from '../../../../server/src/core/figures/readFigures.ts';
import {
  applyUnitNote,
  findCaptionNote,
  findUnitNote,
  unitNoteStart,
} from '../../../../server/src/core/figures/tableUnits.ts';

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
    const cell = readFigures('12.5')[0]!;
    const read = applyUnitNote(cell, findUnitNote('Revenue ($m)')!);
    expect(read).toMatchObject({ value: 12_500_000, low: 12_450_000, high: 12_550_000, unit: 'USD', kind: 'money' });
  });

  test('a cell with a unit of its own keeps it', () => {
    const cell = readFigures('12 %')[0]!;
    expect(applyUnitNote(cell, findUnitNote('Revenue ($m)')!)).toBe(cell);
  });
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
