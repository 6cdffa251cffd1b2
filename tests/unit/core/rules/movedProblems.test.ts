// Problems of conflicts after edits that leave the conflicts as they were.

import { describe, expect, it } from 'vitest';
import { checkInProject } from '../../../../server/src/core/checkInProject.ts';
import { analyse, reanalyse } from '../../../../server/src/core/document.ts';
import { emptyProject } from '../../../../server/src/core/project/project.ts';

const text = [
  '# Harbour report',
  'It rained.',
  '## Summary',
  'The port employed 3,150 dock workers. It was cold.',
  'It snowed.',
  '## Operations',
  'The port employed 3,510 dock workers. It was warm.',
  'It thawed.\n',
].join('\n\n');

const problemsOf = (document: ReturnType<typeof analyse>) =>
  checkInProject(document, { project: emptyProject, path: 'report.md' }).problems;

/** The problems before an edit, and after it. */
function edited(place: string, inserted: string) {
  const before = analyse(text);
  const problems = problemsOf(before);
  const at = text.indexOf(place);
  const document = reanalyse(before, { span: { start: at, end: at }, text: inserted });
  return { before: problems, after: problemsOf(document), document };
}

describe('problems of conflicts after an edit', () => {
  it.each([
    ['before both sites', 'It rained', 'So '],
    ['between the sites', 'It snowed', 'So '],
    ['behind both', 'It thawed', 'So '],
    ['in the block of the first', 'It was cold', 'Then '],
    ['before the first in its block', 'The port employed 3,150', 'Then '],
    ['in the block of the second', 'It was warm', 'Then '],
    ['in the title above the first', 'Summary', 'Short '],
    ['in the title above the second', 'Operations', 'All '],
    ['of a block more', 'It snowed', 'So\n\n'],
  ])('are those of the final text: %s', (_, place, inserted) => {
    const { before, after, document } = edited(place, inserted);
    expect(before.map(({ code }) => code)).toEqual(['figure-conflict', 'figure-conflict']);
    expect(after).toEqual(problemsOf(analyse(document.source)));
  });

  it('are those of the final text where a site has moved within a long list', () => {
    const items = Array.from({ length: 400 }, (_, index) => `- Nobody came by on ${['foot', 'boat'][index % 2]}.`);
    items[300] = '- The port employed 3,510 dock workers.';
    const source = `# Port\n\nThe port employed 3,150 dock workers.\n\nThey said:\n\n${items.join('\n')}\n`;
    const before = analyse(source);
    expect(problemsOf(before)).toHaveLength(2);
    const at = source.indexOf('by on boat');
    const after = reanalyse(before, { span: { start: at, end: at }, text: 'along ' });
    expect(problemsOf(after)).toEqual(problemsOf(analyse(after.source)));
  });

  it('are the same objects where they name nothing that has moved', () => {
    const { before, after } = edited('It thawed', 'So ');
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  });
});
