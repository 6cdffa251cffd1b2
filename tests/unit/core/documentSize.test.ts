import { expect, it } from 'vitest';
import { findSizeProblem, longestDocument } from '../../../server/src/core/index.ts';

it('refuses what is too long to be read, and says what to do', () => {
  expect(findSizeProblem(longestDocument)).toBeUndefined();
  expect(findSizeProblem(23_456_789)).toBe('it has 23.5 MB, more than the 10 MB that are read; split it');
});
