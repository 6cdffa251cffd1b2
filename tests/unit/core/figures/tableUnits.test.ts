import { describe, expect, test } from 'vitest';
import { readFigures } from '../../../../server/src/core/figures/readFigures.ts';
import { applyUnitNote, findUnitNote } from '../../../../server/src/core/figures/tableUnits.ts';

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
    ['Budget in USD millions', { unit: 'USD', multiplier: 1e6, kind: 'money' }],
  ])('%s', (header, note) => {
    expect(findUnitNote(header)).toEqual(note);
  });

  test.each(['Year', 'Degree', 'Won', 'Country', 'Cases (confirmed)', 'Ships in service', '', '((((', 'Population'])(
    'nothing in “%s”',
    (header) => {
      expect(findUnitNote(header)).toBeUndefined();
    },
  );

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
