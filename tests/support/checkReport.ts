// Reports of checks that never took place, for tests of the report formats.

import type { Problem } from '../../server/src/core/rules/problem.ts';
import { createLineIndex } from '../../server/src/core/text/lineIndex.ts';
import { type CheckReport, type DocumentReport, reportProblem } from '../../server/src/reports/report.ts';

/** The problems of one text: the places are those of the words named, the first that is found. */
export function reportOf(
  path: string,
  source: string,
  conflicts: readonly (readonly string[])[],
  more: Partial<Problem> = {},
): DocumentReport {
  const spanOf = (text: string) => ({ start: source.indexOf(text), end: source.indexOf(text) + text.length });
  const placed = { path, source, lines: createLineIndex(source) };
  const problems = conflicts.flatMap((sites) =>
    sites.map((text): Problem => {
      const others = sites.filter((site) => site !== text);
      return {
        code: 'figure-conflict',
        severity: 'warning',
        message: `${text} here, ${others.join(' and ')} elsewhere`,
        span: spanOf(text),
        text,
        related: others.map((other) => ({ span: spanOf(other), text: other, message: `${other} there` })),
        relatedCount: others.length,
        confidence: 0.875,
        reason: { measure: 'berths', subject: 'Port of Vik' },
        ...more,
      };
    }),
  );
  return { path, problems: problems.map((problem) => reportProblem(problem, placed)) };
}

export function checkReport(...documents: readonly DocumentReport[]): CheckReport {
  return { documents, omitted: 0, known: 0, failures: 0 };
}
