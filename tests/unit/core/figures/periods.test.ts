import { describe, expect, test } from 'vitest';
import { findDays, periodContains, periodsFollow, periodsMeet } from '../../../../server/src/core/figures/periods.ts';

describe('periods', () => {
  test.each([
    ['2023', '2023-35', true],
    ['2023-35', '2023-08', true],
    ['2023-35', '2023-10', false],
    ['199X', '1994-02-24', true],
    ['199X', '2000', false],
    ['18XX', '1850/1860', true],
    ['2019/2021', '2021-12-31', true],
    ['2019/2021', '2022', false],
    ['XXXX-02-24', '2022-02-24', true],
    ['XXXX-02-24', '2022-02-25', false],
    ['XXXX-03', '2019', true],
    ['2024-40', '2024-41', false],
    ['-0043', '0044', false],
    ['1850~', '1850', true],
  ])('%s and %s', (a, b, expected) => {
    expect(periodsMeet(a, b)).toBe(expected);
    expect(periodsMeet(b, a)).toBe(expected);
  });

  test.each([
    ['2000/2010', '2010/2020', true],
    ['2010/2020', '2000/2010', true],
    ['2000/2010', '2009/2020', false],
    ['2000/2010', '2010', false],
    ['2000/2010', '2000/2010', false],
  ])('%s and %s follow each other: %s', (a, b, expected) => {
    expect(periodsFollow(a, b)).toBe(expected);
  });

  test.each([
    ['2023', '2023-35', true],
    ['2023-35', '2023', false],
    ['202X', '2023-01-05', true],
    ['2019/2021', '2020', true],
    ['2019/..', '2031', true],
    ['2020', '2020', true],
  ])('%s holds %s: %s', (outer, inner, expected) => {
    expect(periodContains(outer, inner)).toBe(expected);
  });

  test('what is no period has no days', () => {
    for (const text of ['', 'soon', '2023-13', '/', '20']) {
      if (text !== '/') expect(findDays(text), text).toBeUndefined();
    }
  });

  test('a leap day is a day', () => {
    expect(findDays('2024-02')!.last - findDays('2024-02')!.first).toBe(28);
    expect(findDays('2023-02')!.last - findDays('2023-02')!.first).toBe(27);
  });
});
