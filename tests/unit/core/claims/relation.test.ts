// What the places of two claims are to each other.

import { expect, it } from 'vitest';
import { outlineOf, sectionsRelatedAnew } from '../../../../server/src/core/claims/relation.ts';
import { analyse, reanalyse } from '../../../../server/src/core/document.ts';
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

/** Which sections of the second outline may relate otherwise than in the first. */
function relatedAnew(before: string, after: string) {
  const [one, other] = [before, after].map((source) => outlineOf(analyse(source).sections, undefined));
  const found = sectionsRelatedAnew(one!, other!);
  return found && [...found];
}

it.each([
  ['## Traffic', '## Trade', [3]],
  ['## Traffic', '## Key findings', [3]],
  ['# Port', '# Mill', [1]],
  ['At length.', 'In full.', []],
  ['## Traffic', '### Traffic', undefined],
  ['At length.', 'In full.\n\n## More', undefined],
])('“%s” made “%s” concerns the sections %j', (from, to, sections) => {
  expect(relatedAnew(report, report.replace(from, to))).toEqual(sections);
});

it('what a part of parallel parts is called concerns all', () => {
  const parallel = '# Ports\n\n## Arden\n\n### Costs\n\nText.\n\n## Belm\n\n### Costs\n\nText.\n';
  expect(relatedAnew(parallel, parallel.replace('### Costs', '### Results'))).toBeUndefined();
  expect(relatedAnew(parallel, parallel.replace('## Arden', '## Calder'))).toEqual([2]);
});

it('the claims that another title has no say in stay the same', () => {
  const source =
    '# Ports\n\n## Arden\n\nIt has 40 ships.\n\n### Crews\n\nIt has 90 hands.\n\n## Belm\n\nIt has 50 ships.\n';
  const before = analyse(source);
  const at = source.indexOf('Arden');
  const after = reanalyse(before, { span: { start: at, end: at + 5 }, text: 'Calder' });
  expect(after.claims.map((claim, index) => claim === before.claims[index])).toEqual([false, false, true]);
  expect(after.claims).toEqual(analyse(after.source).claims);
});
