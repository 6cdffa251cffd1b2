import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../server/src/core/document.ts';
import { rules } from '../../../../server/src/core/rules/index.ts';
import { readLabelledText } from '../../../support/labelledText.ts';

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  const problemsIn = (text: string) => rule.check(analyse(text), { sensitivity: 'balanced' });

  it.each(rule.examples.fires)('fires: %s', (example) => {
    const { text, labels } = readLabelledText(example);
    const problems = problemsIn(text);
    expect(problems.map((problem) => problem.code)).toContain(code);
    if (labels.length > 0) expect(problems.map(({ span }) => span)).toEqual(labels.map(({ span }) => span));
  });

  it.each(rule.examples.silent)('stays silent: %s', (example) => {
    expect(problemsIn(readLabelledText(example).text)).toEqual([]);
  });

  it('says exactly what it underlines', () => {
    for (const example of rule.examples.fires) {
      const { text } = readLabelledText(example);
      for (const problem of problemsIn(text)) {
        for (const site of [problem, ...problem.related]) {
          expect(text.slice(site.span.start, site.span.end)).toBe(site.text);
          expect(site.text.length).toBeGreaterThan(0);
        }
      }
    }
  });
});
