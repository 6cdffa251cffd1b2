import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../server/src/core/index.ts';
import { countFindings } from '../../../server/src/features/countFindings.ts';

const nothing = { errors: 0, warnings: 0, informations: 0, hints: 0 };
/** A problem at an offset that names others, each `offset` or `document offset`. */
function problemAt(start: number, others: readonly string[], severity: Problem['severity'] = 'warning'): Problem {
  const related = others.map((other) => {
    const [offset, document] = other.split(' ').reverse();
    const span = { start: Number(offset), end: Number(offset) + 2 };
    return { span, text: '14', message: 'The other side.', ...(document !== undefined && { document }) };
  });
  const span = { start, end: start + 2 };
  const said = { message: 'They differ.', text: '12', confidence: 0.9, reason: {}, relatedCount: related.length };
  return { code: 'figure-conflict', severity, span, related, ...said };
}

describe('the number of findings', () => {
  it('is one for what two sites say of each other', () => {
    expect(countFindings([['file:///a.md', [problemAt(5, ['20']), problemAt(20, ['5'])]]])).toEqual({
      ...nothing,
      warnings: 1,
    });
  });

  it('is one for two documents that disagree, however their addresses are written', () => {
    const [a, b] = ['file:///report%20a.md', 'file:///b.md'];
    const counts = countFindings([
      [a, [problemAt(5, [`${b} 20`])]],
      [b, [problemAt(20, ['file:///report%20%61.md 5'])]],
    ]);
    expect(counts).toEqual({ ...nothing, warnings: 1 });
  });

  it('keeps apart what lies at the same offsets of other documents, and other rules at the same place', () => {
    const conflict = [problemAt(5, ['20']), problemAt(20, ['5'])];
    const other = problemAt(5, []);
    const counts = countFindings([
      ['file:///a.md', [...conflict, { ...other, code: 'scale-slip', severity: 'error' }]],
      ['file:///b.md', conflict],
    ]);
    expect(counts).toEqual({ ...nothing, errors: 1, warnings: 2 });
  });

  it('takes the severity of a finding from its most severe site', () => {
    const sites = [
      problemAt(5, ['20'], 'hint'),
      problemAt(20, ['5', '40'], 'information'),
      problemAt(40, [], 'warning'),
    ];
    expect(countFindings([['file:///a.md', sites]])).toEqual({ ...nothing, warnings: 1 });
  });

  it('is none where nothing was found', () => {
    expect(countFindings([['file:///a.md', []]])).toEqual(nothing);
  });
});
