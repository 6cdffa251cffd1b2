import { describe, expect, it } from 'vitest';
import { analyse, reanalyse } from '../../../../server/src/core/document.ts';
import { generateTable } from '../../../bench/generateReport.mjs';
import { countSteps } from '../../../support/countSteps.ts';
import { contentOf } from '../../../support/documentContent.ts';

/** A row that is one cell short, so that all cells behind it have other numbers. */
function withShortRow(length: number) {
  const before = analyse(generateTable(length));
  const at = before.source.indexOf('\n', length / 20) + 1;
  return () => reanalyse(before, { span: { start: at, end: at }, text: '| 7 | 8 | 9 |\n' });
}

describe('actors with mentions that moved', () => {
  it('stand where they are found afresh', () => {
    const after = withShortRow(4_000)();
    expect(contentOf(after)).toEqual(contentOf(analyse(after.source)));
  });

  it('take steps in proportion to those mentions', async () => {
    const [few, many] = [await countSteps(withShortRow(20_000)), await countSteps(withShortRow(80_000))];
    expect(many / few).toBeLessThan(5);
  });
});
