// Findings: the sites of one conflict, each of which is a problem of its own, taken together as a reader sees them.

import { createDisjointSets, type Severity } from '../core/index.ts';
import { type DocumentReport, type ProblemReport, type RelatedReport, type Site, severities } from './report.ts';

export interface Finding {
  /** The problem at its first site. */
  readonly problem: ProblemReport;
  /** The most severe of its problems. */
  readonly severity: Severity;
  /** Its other sites, in the order of evidence. */
  readonly others: readonly RelatedReport[];
  /** Every problem that belongs to it. */
  readonly problems: readonly ProblemReport[];
}

/** The findings of a report in the order of their first sites. */
export function findingsOf(documents: readonly DocumentReport[]): Finding[] {
  const groups = createDisjointSets();
  const problems = documents.flatMap((document) => document.problems);
  for (const problem of problems) {
    const own = keyOf(problem.code, problem);
    for (const site of problem.related) groups.join(own, keyOf(problem.code, site));
  }
  const byGroup = new Map<string, ProblemReport[]>();
  for (const problem of problems) {
    const group = groups.rootOf(keyOf(problem.code, problem));
    const list = byGroup.get(group);
    if (list) list.push(problem);
    else byGroup.set(group, [problem]);
  }
  return [...byGroup.values()].map(toFinding);
}

function toFinding(problems: readonly ProblemReport[]): Finding {
  const problem = problems[0] as ProblemReport;
  const others = new Map<string, RelatedReport>();
  const add = (site: RelatedReport) => {
    const key = keyOf(problem.code, site);
    if (key !== keyOf(problem.code, problem) && !others.has(key)) others.set(key, site);
  };
  for (const each of problems) for (const site of each.related) add(site);
  for (const each of problems) add(each);
  const severity = severities.find((candidate) => problems.some((each) => each.severity === candidate));
  return { problem, severity: severity ?? problem.severity, others: [...others.values()], problems };
}

function keyOf(code: string, { path, span }: Site): string {
  return `${code}\n${span.start}-${span.end}\n${path}`;
}
