import { describe, expect, it } from 'vitest';
import { periodText } from '../../../../server/src/core/queries/periodText.ts';

describe('a period in words', () => {
  it.each([
    ['2024', '2024'],
    ['2024-02', 'February 2024'],
    ['2022-02-04', '4 February 2022'],
    ['199X', 'the 1990s'],
    ['19XX', 'the 1900s'],
    ['2023-33', 'first quarter of 2023'],
    ['2023-21', 'spring 2023'],
    ['1990/1999', '1990 to 1999'],
    ['2024-13', '2024-13'],
    ['--02', '--02'],
    ['', ''],
    ['2020/..', '2020 to ..'],
  ])('%s is "%s"', (edtf, text) => {
    expect(periodText(edtf)).toBe(text);
  });
});
