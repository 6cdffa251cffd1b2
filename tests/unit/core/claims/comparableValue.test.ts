import { describe, expect, it } from 'vitest';
import { findComparableValue, valuesMeet } from '../../../../server/src/core/claims/comparableValue.ts';
import type { Figure } from '../../../../server/src/core/figures/figure.ts';
import { spanOf } from '../../../../server/src/core/text/span.ts';

const figure = (rest: Partial<Figure>): Figure => ({
  span: spanOf(0, 1),
  numeral: spanOf(0, 1),
  kind: 'count',
  value: null,
  low: null,
  high: null,
  step: 1,
  approximate: false,
  ...rest,
});
const number = (value: number, low: number | null, high: number | null, rest: Partial<Figure> = {}) =>
  findComparableValue(figure({ value, low, high, ...rest }))!;
const date = (period: string) => findComparableValue(figure({ kind: 'date', period }))!;

describe('values', () => {
  it('do not meet where their intervals only touch', () => {
    expect(valuesMeet(number(25, 24.5, 25.5), number(26, 25.5, 26.5))).toBe(false);
    expect(valuesMeet(number(25, 24.5, 25.5), number(25.4, 25.35, 25.45))).toBe(true);
  });
  it('of two bounds meet where they name the same number', () => {
    expect(valuesMeet(number(100, 100, null, { bound: 'least' }), number(80, 80, null, { bound: 'least' }))).toBe(
      false,
    );
    expect(valuesMeet(number(100, 100, null, { bound: 'least' }), number(104, 104, 104))).toBe(true);
    expect(valuesMeet(number(100, 100, null, { bound: 'least' }), number(90, 90, 90))).toBe(false);
  });
  it('are brought to one unit', () => {
    const years = number(2, 2, 2, { kind: 'duration', unit: 'year' });
    const months = number(24, 24, 24, { kind: 'duration', unit: 'month' });
    expect(years.key).toBe(months.key);
    expect(valuesMeet(years, months)).toBe(true);
  });
});

describe('parts in words', () => {
  const part = (value: number, rest: Partial<Figure> = {}) =>
    number(value, value, value, { kind: 'ratio', step: 0, ...rest });
  const percent = (value: number, rest: Partial<Figure> = {}) =>
    number(value, value - 0.5, value + 0.5, { kind: 'percent', unit: '%', ...rest });
  it('are percentages, a little off', () => {
    expect(part(0.5).key).toBe(percent(50).key);
    expect(valuesMeet(part(0.5), percent(48))).toBe(true);
    expect(valuesMeet(part(0.5), percent(60))).toBe(false);
    expect(valuesMeet(part(1 / 3), percent(35))).toBe(true);
    expect(valuesMeet(part(1 / 3), part(0.25))).toBe(false);
    expect(valuesMeet(part(2 / 3), part(0.75))).toBe(false);
    expect(valuesMeet(part(0.5, { low: 0.5, high: null, bound: 'least' }), percent(60))).toBe(true);
    expect(valuesMeet(part(0.2, { change: 'up' }), percent(20, { change: 'down' }))).toBe(false);
    const hedged = { approximate: true };
    expect(valuesMeet(part(0.5, hedged), percent(49, hedged))).toBe(true);
  });
  it('are none where more than the whole is told', () => {
    expect(part(3).key).not.toBe(percent(3).key);
  });
});

describe('changes', () => {
  const change = (value: number, turn: 'up' | 'down' | 'by' | undefined, rest: Partial<Figure> = {}) =>
    number(value, value, value, { kind: 'percent', unit: '%', ...(turn && { change: turn }), ...rest });
  it('that go opposite ways do not meet, however large they are', () => {
    expect(valuesMeet(change(8, 'up'), change(8, 'down'))).toBe(false);
    expect(valuesMeet(change(8, 'down'), change(8, 'down'))).toBe(true);
    expect(valuesMeet(change(8, 'down'), change(8, 'by'))).toBe(true);
    expect(valuesMeet(change(8, 'down'), change(8, undefined))).toBe(true);
    expect(valuesMeet(change(0, 'up'), change(0, 'down'))).toBe(true);
  });
  it('downwards are what is less than nothing', () => {
    expect(valuesMeet(change(-8, undefined), change(8, 'down'))).toBe(true);
    expect(valuesMeet(change(8, 'down'), change(-8, undefined))).toBe(true);
    expect(valuesMeet(change(8, 'down'), change(-7, undefined))).toBe(false);
    expect(valuesMeet(change(8, 'up'), change(-8, undefined))).toBe(false);
    expect(valuesMeet(change(8, undefined), change(-8, undefined))).toBe(false);
    const hedged = { approximate: true };
    expect(valuesMeet(change(8, 'down', hedged), change(-8, undefined, hedged))).toBe(true);
    const ends = [
      { value: 4, low: 4, high: 4 },
      { value: 8, low: 8, high: 8 },
    ].map((end) => figure({ kind: 'percent', unit: '%', ...end })) as unknown as NonNullable<Figure['ends']>;
    const fall = findComparableValue(
      figure({ kind: 'percent', unit: '%', value: 6, low: 4, high: 8, change: 'down', ends }),
    )!;
    expect(valuesMeet(fall, change(-6, undefined))).toBe(true);
    expect(valuesMeet(fall, change(-9, undefined))).toBe(false);
  });
});

describe('dates', () => {
  it('meet where one contains the other', () => {
    expect(valuesMeet(date('2019'), date('2019-03'))).toBe(true);
    expect(valuesMeet(date('2019-03-31'), date('2019-03'))).toBe(true);
    expect(valuesMeet(date('2019-03'), date('2019-04'))).toBe(false);
    expect(valuesMeet(date('199X'), date('1994'))).toBe(true);
    expect(valuesMeet(date('1990/1995'), date('1996'))).toBe(false);
  });
  it('that cannot be read have no value', () => {
    expect(findComparableValue(figure({ kind: 'date', period: 'next week' }))).toBeUndefined();
  });
});
