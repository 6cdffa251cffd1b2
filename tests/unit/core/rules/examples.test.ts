import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../server/src/core/document.ts';
import { parseProject } from '../../../../server/src/core/project/parseProject.ts';
import { rules } from '../../../../server/src/core/rules/index.ts';
import { readLabelledText } from '../../../support/labelledText.ts';

/** An example whose edits (`{~~40~>45~~}`) are made, or yet to be made. */
function withEdits(example: string, state: 'before' | 'after'): string {
  return example.replace(/\{~~([^~]*)~>([^~]*)~~\}/g, (_, before: string, after: string) =>
    state === 'before' ? before : after,
  );
}

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  const { project, problems: mistakes } = parseProject(rule.examples.project ?? '');
  const problemsIn = (example: string) => {
    const text = readLabelledText(withEdits(example, 'after')).text;
    const before = readLabelledText(withEdits(example, 'before')).text;
    const baseline = before === text ? {} : { baseline: analyse(before) };
    return rule.check(analyse(text), { ...project, sensitivity: 'balanced', ...baseline });
  };

  it('has examples under a project file without mistakes', () => {
    expect(mistakes).toEqual([]);
  });

  it.each(rule.examples.fires)('fires: %s', (example) => {
    const { labels } = readLabelledText(withEdits(example, 'after'));
    const problems = problemsIn(example);
    expect(problems.map((problem) => problem.code)).toContain(code);
    if (labels.length > 0) expect(problems.map(({ span }) => span)).toEqual(labels.map(({ span }) => span));
  });

  it.each(rule.examples.silent)('stays silent: %s', (example) => {
    expect(problemsIn(example)).toEqual([]);
  });

  it('says exactly what it underlines', () => {
    for (const example of rule.examples.fires) {
      const { text } = readLabelledText(withEdits(example, 'after'));
      for (const problem of problemsIn(example)) {
        for (const site of [problem, ...problem.related]) {
          expect(text.slice(site.span.start, site.span.end)).toBe(site.text);
          expect(site.text.length).toBeGreaterThan(0);
        }
      }
    }
  });
});
