import { expect, it } from 'vitest';
import { stemOf } from '../../../../server/src/core/claims/stem.ts';

it.each([
  [['reduces', 'reduced', 'reducing', 'reduction', 'reduce']],
  [['grew', 'growth', 'growing', 'grows']],
  [['policy', 'policies']],
  [['plan', 'plans', 'planned', 'planning']],
  [['sale', 'sales', 'sold']],
  [['child', 'children']],
])('%j have one stem', (words) => {
  expect(new Set(words.map(stemOf)).size).toBe(1);
});

it.each([
  ['business', 'bus'],
  ['export', 'import'],
  ['employ', 'unemployed'],
  ['wing', 'win'],
])('%s and %s do not', (one, other) => {
  expect(stemOf(one)).not.toBe(stemOf(other));
});
