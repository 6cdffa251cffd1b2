// What the places of two claims are to each other.

import { expect, it } from 'vitest';
import { outlineOf } from '../../../../server/src/core/claims/relation.ts';
import { analyse } from '../../../../server/src/core/document.ts';
import { mergeDocuments } from '../../../../server/src/core/mergeDocuments.ts';
import { conflictsIn } from '../../../support/conflicts.ts';

const report = '# Port\n\nThe lead.\n\n## Summary\n\nIn short.\n\n## Traffic\n\nAt length.\n';

it('sections that sum up a document are its lead and those that say so', () => {
  const { summaries } = outlineOf(analyse(report).sections, undefined);
  expect(summaries).toEqual([true, true, true, false]);
});

it('merged documents keep their leads, and each is summed up by its own sections alone', () => {
  const { document } = mergeDocuments([analyse(report), analyse('# Mill\n'), analyse(report)]);
  const { documents, summaries } = outlineOf(document.sections, undefined);
  expect(documents).toEqual([0, 0, 0, 0, 1, 1, 2, 2, 2, 2]);
  expect(summaries).toEqual([true, true, true, false, false, false, true, true, true, false]);
});

it('a summary sums up its own document, and not another one', () => {
  const summary = '# Port\n\nThe lead.\n\n## Summary\n\nThe board is raising the mooring fee to 41.3%.\n';
  const details = '\n## Details\n\nThe chairman proposed raising the mooring fee to 31.4% in spring.\n';
  const confidence = (...sources: string[]) =>
    conflictsIn(mergeDocuments(sources.map((source) => analyse(source))).document, 0)[0]?.confidence ?? 0;
  const joined = confidence(`${summary}${details}`);
  expect(joined).toBeGreaterThan(0.6);
  expect(confidence(summary, `# Port${details}`)).toBeLessThan(joined);
});
