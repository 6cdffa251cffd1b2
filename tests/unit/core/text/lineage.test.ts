import { expect, test } from 'vitest';
import { LastOfLineage, partFrom } from '../../../../server/src/core/text/lineage.ts';

test('what was made last of a lineage is known to its next state, and to who parted from it', () => {
  const last = new LastOfLineage<number>();
  const lineage = partFrom(undefined);
  expect(last.get({ lineage })).toBeUndefined();
  last.set({ lineage }, 1);
  expect(last.get({ lineage })).toBe(1);
  const parted = partFrom(lineage);
  expect(last.get({ lineage: parted })).toBe(1);
  last.set({ lineage: parted }, 2);
  expect(last.get({ lineage: parted })).toBe(2);
  expect(last.get({ lineage })).toBe(1);
  expect(last.get({ lineage: partFrom(partFrom(lineage)) })).toBeUndefined();
});

test('what has no lineage is a state of its own', () => {
  const last = new LastOfLineage<string>();
  const [one, other] = [{}, {}];
  last.set(one, 'a');
  expect(last.get(one)).toBe('a');
  expect(last.get(other)).toBeUndefined();
});
