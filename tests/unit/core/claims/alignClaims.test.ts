import { describe, expect, it } from 'vitest';
import { alignClaims } from '../../../../server/src/core/claims/alignClaims.ts';
import { analyse, reanalyse } from '../../../../server/src/core/document.ts';
import { generateTable } from '../../../bench/generateReport.mjs';
import { countSteps } from '../../../support/countSteps.ts';
import { laterOfAll } from '../../../support/laterOfAll.ts';

function aligned(before: string, after: string): number[] {
  return laterOfAll(analyse(before).claims, analyse(after).claims);
}

describe('alignClaims', () => {
  it.each([
    ['the same sentence', 'It has 12 cranes.', 'It has 12 cranes.', [0]],
    ['another figure', 'It has 12 cranes.', 'It has 14 cranes.', [0]],
    ['a sentence that was put in', 'It has 12 cranes.', 'Vik has 3 sheds. It has 12 cranes.', [1]],
    ['a sentence that is gone', 'Vik has 3 sheds. It has 12 cranes.', 'It has 12 cranes.', [-1, 0]],
    [
      'a few other words',
      'The old port of Vik counted 12 cranes on its quay.',
      'The old port of Vik has 12 cranes on its quay.',
      [0],
    ],
    ['quite another sentence', 'It has 12 cranes.', 'Sheds were built in 12 towns.', [-1]],
  ])('finds %s', (_, before, after, expected) => {
    expect(aligned(before, after)).toEqual(expected);
  });

  it('finds the figures of a sentence without end that are far from what was changed', () => {
    const ships = Array.from({ length: 100 }, (_, year) => `the port counted ${year + 300} ships on its quay`).join(
      ', ',
    );
    const found = aligned(`In all, ${ships}.`, `In all, it rained, ${ships}.`);
    expect(found.slice(10)).toEqual(Array.from({ length: 90 }, (_, index) => index + 10));
    const changed = aligned(`In all, ${ships}.`, `In all, ${ships.replace('350 ships on', '350 boats below')}.`);
    expect(changed.filter((to, from) => to !== from && Math.abs(from - 50) > 10)).toEqual([]);
  });

  it('looks at no more than what an edit changed, also when it is the first', async () => {
    const source = generateTable(20_000);
    const before = analyse(source);
    const at = source.indexOf(' ', 10_000) + 1;
    const after = reanalyse(before, { span: { start: at, end: at }, text: 'x' });
    const steps = await countSteps(() => alignClaims(before.claims, after.claims));
    expect(steps).toBeLessThan(5 * before.claims.length);
  });
});
