import { describe, expect, it } from 'vitest';
import { applyProject } from '../../../../server/src/core/project/applyProject.ts';
import { parseProject } from '../../../../server/src/core/project/parseProject.ts';
import { isSameValue } from '../../../../server/src/core/project/sameValue.ts';
import type { Problem } from '../../../../server/src/core/rules/problem.ts';

/** A conflict of one value with others, of the berths of Port of Vik. */
function conflict(text: string, ...others: readonly string[]): Problem {
  const span = { start: 0, end: text.length };
  return {
    code: 'figure-conflict',
    severity: 'warning',
    message: '',
    span,
    text,
    related: others.map((other) => ({ span, text: other, message: '' })),
    relatedCount: others.length,
    confidence: 1,
    reason: { measure: 'berths', subject: 'port-of-vik' },
  };
}

function apply(yaml: string, problems: readonly Problem[], path = 'report.md') {
  const { project, problems: mistakes } = parseProject(yaml);
  expect(mistakes).toEqual([]);
  const applied = applyProject(problems, project, path);
  return { problems: applied.problems, met: project.accepted.map((entry) => applied.met.has(entry)) };
}

describe('the rules of a project', () => {
  it('are switched off, or given another severity', () => {
    const problems = [conflict('1', '2'), { ...conflict('3', '4'), code: 'name-variant' as const }];
    expect(apply('rules:\n  name-variant: off\n', problems).problems.map(({ code }) => code)).toEqual([
      'figure-conflict',
    ]);
    expect(apply('rules:\n  figure-conflict: error\n', problems).problems[0]?.severity).toBe('error');
    expect(apply('', problems).problems).toEqual(problems);
  });
});

describe('an accepted difference', () => {
  const accepted = (more = ''): string =>
    `accepted:\n  - code: figure-conflict\n    values: ["1,240", "1,180"]\n${more.replace(/^/gm, '    ')}\n`;

  it('is taken away at both of its sites', () => {
    const both = [conflict('1,240', '1,180'), conflict('1,180', '1,240')];
    expect(apply(accepted(), both)).toEqual({ problems: [], met: [true] });
  });

  it('ends when either value changes', () => {
    for (const changed of [conflict('1,250', '1,180'), conflict('1,240', '1,190'), conflict('1,180', '1,18')]) {
      expect(apply(accepted(), [changed])).toEqual({ problems: [changed], met: [false] });
    }
  });

  it('leaves a third value to be reported', () => {
    const { problems, met } = apply(accepted(), [conflict('1,240', '1,180', '1,300')]);
    expect(problems).toMatchObject([{ related: [{ text: '1,300' }], relatedCount: 1 }]);
    expect(met).toEqual([true]);
  });

  it('holds for its measure, subject and document only', () => {
    const problem = conflict('1,240', '1,180');
    const isReported = (more: string) => apply(accepted(more), [problem]).problems.length === 1;
    expect(isReported('measure: berths\nsubject: Port of Vik\ndocument: "*.md"\nwhy: two harbours')).toBe(false);
    expect(isReported('measure: ferries')).toBe(true);
    expect(isReported('subject: Port of Nes')).toBe(true);
    expect(isReported('document: notes/*.md')).toBe(true);
  });

  it('of one value alone is not taken for its own opposite', () => {
    const problem = conflict('1,240', '1,240 boats');
    expect(apply(accepted(), [problem]).problems).toEqual([problem]);
  });

  it('of a rule with a single site names what the rule works out', () => {
    const total: Problem = { ...conflict('640'), code: 'total-mismatch', reason: { stated: '640', sum: 650 } };
    const entry = (values: string) => `accepted:\n  - code: total-mismatch\n    values: ${values}\n`;
    expect(apply(entry('[640, 650]'), [total])).toEqual({ problems: [], met: [true] });
    expect(apply(entry('[640, 660]'), [total])).toEqual({ problems: [total], met: [false] });
  });
});

describe('the same value', () => {
  it.each([
    ['128,000', '128 000'],
    ['128,000', '128000'],
    ['about 40', '40'],
    ['57%', '57 %'],
    ['57 per cent', '57 %'],
    ['12–15 km', '12-15 km'],
    ['$2.8 billion', '$2.8 Billion'],
    ['12 May 2024', '12 may 2024'],
  ])('%s is %s', (a, b) => {
    expect(isSameValue(a, b)).toBe(true);
  });

  it.each([
    ['128,000', '126,000'],
    ['1.5', '15'],
    ['2.8 billion', '2.8 million'],
    ['$40', '€40'],
    ['12 May 2024', '21 May 2024'],
    ['40 %', '40'],
    ['1,24', '124'],
    ['-5', '5'],
  ])('%s is not %s', (a, b) => {
    expect(isSameValue(a, b)).toBe(false);
  });
});
