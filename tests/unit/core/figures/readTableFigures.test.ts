import { describe, expect, it } from 'vitest';
import { readTableFigures } from '../../../../server/src/core/figures/readTableFigures.ts';
import { parseBlocks } from '../../../../server/src/core/markdown/parseBlocks.ts';

function readTable(source: string) {
  return readTableFigures(parseBlocks(source, 'markdown')[0]!).figures.flat();
}

function figuresOf(source: string) {
  return readTable(source).map(({ value, unit }) => (unit === undefined ? `${value}` : `${value} ${unit}`));
}

describe('the figures of a table', () => {
  it('take the unit of their column', () => {
    expect(figuresOf('| Ferry | Fare ($) | Seats |\n|---|---|---|\n| Orla | 12.50 | 240 |\n')).toEqual([
      '12.5 USD',
      '240',
    ]);
  });

  it('take the unit of their row before that of their column', () => {
    const table = '| Item (%) | Tirol |\n|---|---|\n| Revenue (€ million) | 12 |\n| Growth | 3 |\n';
    expect(figuresOf(table)).toEqual(['12000000 EUR', '3 %']);
  });

  it('keep a unit of their own', () => {
    expect(figuresOf('| Ship | Length (m) |\n|---|---|\n| Orla | 84 ft |\n')).toEqual(['84 ft']);
  });

  it('do not take units from words that are none', () => {
    expect(figuresOf('| Team | Won |\n|---|---|\n| Blues | 12 |\n')).toEqual(['12']);
  });

  it('take the unit of the row that heads their group', () => {
    const table = '| | 2021 |\n|---|---|\n| *Energy (GWh)* | |\n| Coal | 120 |\n| *Waste (kt)* | |\n| Ash | 8 |\n';
    expect(figuresOf(table)).toEqual(['null', '120 GWh', '8 kt']);
  });

  it('take the unit that is said after "in"', () => {
    expect(figuresOf('| Item | Cost (in €m) |\n|---|---|\n| Mill | 5.5 |\n')).toEqual(['5500000 EUR']);
    expect(figuresOf('| Ferry | Speed in km/h |\n|---|---|\n| Orla | 31 |\n')).toEqual(['31 km/h']);
  });

  it('are not multiplied by the number that a rate is related to', () => {
    const table = '| Town | Deaths per 100,000 |\n|---|---|\n| Arden | 3.5 |\n';
    expect(readTable(table)[0]).toMatchObject({ value: 3.5, per: '100000' });
  });

  it('are negative in brackets where a row has a label', () => {
    expect(figuresOf('| Item ($m) | Q1 |\n|---|---|\n| Tax | (12.5) |\n')).toContain('-12500000 USD');
    expect(readTable('| Item | Sum |\n|---|---|\n| Tax | (1,234) |\n')[0]).toMatchObject({
      low: -1234.5,
      high: -1233.5,
    });
    expect(figuresOf('| Model | A |\n|---|---|\n| Age | 0.12 |\n| | (0.03) |\n')).toEqual(['0.12', '0.03']);
  });

  it('are counts among counts, and years under a header of years', () => {
    const deaths = '| Town | Deaths |\n|---|---|\n| Arden | 1,800 |\n| Calder | 2010 |\n';
    expect(figuresOf(deaths)).toEqual(['1800', '2010']);
    const founded = '| Town | Founded |\n|---|---|\n| Arden | 1804 |\n| Calder | 1921 |\n';
    expect(readTable(founded).map(({ period }) => period)).toEqual(['1804', '1921']);
    const labelled = '| Item | Value |\n|---|---|\n| Built | 1998 |\n| Rooms | 12 |\n| Seats | 300 |\n';
    expect(readTable(labelled)[0]).toMatchObject({ kind: 'date', period: '1998' });
    const mixed = '| Year | Cost ($000) |\n|---|---|\n| 2019 | 2000 |\n| 2020 | 1999 |\n';
    expect(figuresOf(mixed)).toEqual(['null', '2000000 USD', 'null', '1999000 USD']);
  });

  it('are none in dashes, dots and "n/a"', () => {
    expect(figuresOf('| Item | A | B | C |\n|---|---|---|---|\n| Tax | — | n/a | .. |\n')).toEqual([]);
  });

  it('keep their value beside the mark of a note', () => {
    expect(figuresOf('| Item | A |\n|---|---|\n| Tax | 12* |\n| Fee | 1.5† |\n| Fine¹ | 7 |\n')).toEqual([
      '12',
      '1.5',
      '7',
    ]);
  });
});

describe('the figures of a table with a caption', () => {
  const money = { unit: 'USD', multiplier: 1e6, kind: 'money' } as const;
  const captioned = (source: string) =>
    readTableFigures(parseBlocks(source, 'markdown')[0]!, money)
      .figures.flat()
      .filter(({ kind }) => kind !== 'date')
      .map(({ value, unit }) => (unit === undefined ? `${value}` : `${value} ${unit}`));

  it('take its unit', () => {
    expect(captioned('| Port | 2021 | Change (%) |\n|---|---|---|\n| Arden | 12 | 3 |\n')).toEqual([
      '12000000 USD',
      '3 %',
    ]);
  });

  it('keep to the units of their columns', () => {
    expect(captioned('| Port | Area (ha) | Piers |\n|---|---|---|\n| Arden | 12 | 3 |\n')).toEqual(['12 ha', '3']);
  });

  it('count where their column counts', () => {
    expect(captioned('| Port | Revenue | Employees |\n|---|---|---|\n| Arden | 12 | 310 |\n')).toEqual([
      '12000000 USD',
      '310',
    ]);
  });
});
