import { describe, expect, it } from 'vitest';
import { describeFigureChange } from '../../../../server/src/core/queries/figureChange.ts';

describe('what became of the figures in a passage', () => {
  it.each([
    ['12 %', '15 %', 'was 12 %, now 15 %'],
    ['grew by 12 % in 2021', 'grew by 15 % in 2021', 'was 12 %, now 15 %'],
    ['two tugs and 12 boats', 'three tugs and 14 boats', 'was two, now three; was 12, now 14'],
    ['two tugs', 'the tugs', 'was “two tugs”, now “the tugs”'],
    ['section B7', 'section B8', 'was “section B7”, now “section B8”'],
  ])('%s → %s', (was, now, expected) => {
    expect(describeFigureChange(was, now)).toBe(expected);
  });

  it.each([
    ['the old harbour', 'the new harbour'],
    ['12 % of it', '12 % of\nall'],
    ['', ''],
  ])('is nothing: %s → %s', (was, now) => {
    expect(describeFigureChange(was, now)).toBeUndefined();
  });
});
