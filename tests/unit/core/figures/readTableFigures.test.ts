import { describe, expect, it } from 'vitest';
import { readTableFigures } from '../../../../server/src/core/figures/readTableFigures.ts';
import { parseBlocks } from '../../../../server/src/core/markdown/parseBlocks.ts';

function figuresOf(source: string) {
  return readTableFigures(parseBlocks(source, 'markdown')[0]!.block)
    .flat()
    .map(({ value, unit }) => (unit === undefined ? `${value}` : `${value} ${unit}`));
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
});
