import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../../server/src/core/figures/figure.ts';
import { normalFormOf } from '../../../../server/src/core/queries/normalForm.ts';
import { spanOf } from '../../../../server/src/core/text/span.ts';

function figure(fields: Partial<Figure>): Figure {
  const span = spanOf(0, 1);
  const plain = { span, numeral: span, kind: 'count', value: null, low: null, high: null, step: 1, approximate: false };
  return { ...plain, ...fields } as Figure;
}

describe('the normal form of a figure', () => {
  it('writes out the value, the unit, and the interval where there is one', () => {
    expect(normalFormOf(figure({ value: 126_000, low: 126_000, high: 126_000 }))).toBe('126,000');
    expect(normalFormOf(figure({ kind: 'money', value: 2.8e9, low: 2.75e9, high: 2.85e9, unit: 'USD' }))).toBe(
      '2,800,000,000 USD (2,750,000,000 to 2,850,000,000)',
    );
    expect(normalFormOf(figure({ kind: 'percent', value: 57, low: 57, high: 57, unit: '%' }))).toBe('57 %');
    expect(normalFormOf(figure({ value: 20, low: 20, high: 20, unit: 'USD', per: 'hour' }))).toBe('20 USD per hour');
  });

  it('says which side is open', () => {
    expect(normalFormOf(figure({ value: 50, low: 50, bound: 'least' }))).toBe('at least 50');
    expect(normalFormOf(figure({ value: 50, high: 50, bound: 'most', unit: 'km' }))).toBe('at most 50 km');
  });

  it('writes a range by its ends and a date as it is dated', () => {
    const ends = [figure({ value: 12 }), figure({ value: 15 })] as const;
    expect(normalFormOf(figure({ value: 13.5, low: 12, high: 15, ends, unit: '%' }))).toBe('12 to 15 %');
    expect(normalFormOf(figure({ kind: 'date', period: '2024-02' }))).toBe('2024-02');
  });

  it('writes anything, however large or little known', () => {
    expect(normalFormOf(figure({}))).toBe('');
    expect(normalFormOf(figure({ value: 1e300, low: 1e300, high: 1e300 }))).toBe('1e+300');
  });
});
