// What the project file does to the problems of a document: the severity of each rule, and the differences that are meant.
// Which problems there are in the first place is the rules' business, reading the file is `parseProject.ts`.

import { isConflict, type Problem, type ProblemCode, type RelatedSite } from '../rules/problem.ts';
import { matchesGlobs } from './glob.ts';
import type { AcceptedDifference, Project } from './project.ts';
import { isSameValue } from './sameValue.ts';

export interface AppliedProject {
  readonly problems: readonly Problem[];
  /** The accepted differences that are still there. What is in none of the documents has ended. */
  readonly met: ReadonlySet<AcceptedDifference>;
}

/** The problems as the project wants them reported; `path` is the document's, relative to the project file's folder. */
export function applyProject(problems: readonly Problem[], project: Project, path: string): AppliedProject {
  const met = new Set<AcceptedDifference>();
  const reported: Problem[] = [];
  for (const problem of problems) {
    const setting = project.rules.get(problem.code as ProblemCode);
    if (setting === 'off') continue;
    const left = withoutAccepted(problem, project.accepted, path, met);
    if (left) reported.push(setting ? { ...left, severity: setting } : left);
  }
  return { problems: reported, met };
}

/** The problem without the related sites whose difference is accepted; undefined where nothing is left to say. */
function withoutAccepted(
  problem: Problem,
  accepted: readonly AcceptedDifference[],
  path: string,
  met: Set<AcceptedDifference>,
): Problem | undefined {
  let left: readonly RelatedSite[] = problem.related;
  for (const entry of accepted) {
    if (!isOfCode(entry, problem) || !appliesTo(entry, problem, path)) continue;
    const others = otherValues(entry, problem.text);
    if (others === undefined) continue;
    if (problem.related.length === 0) {
      if (!others.every((value) => isInReason(value, problem))) continue;
      met.add(entry);
      return undefined;
    }
    const kept = left.filter((site) => !others.some((value) => isSameValue(value, site.text)));
    if (kept.length < left.length) met.add(entry);
    left = kept;
  }
  if (left.length === problem.related.length) return problem;
  if (left.length === 0) return undefined;
  return { ...problem, related: left, relatedCount: problem.relatedCount - (problem.related.length - left.length) };
}

/** A statement that was left behind conflicts with the other also when nobody knows which was edited, and the other way round. */
function isOfCode({ code }: AcceptedDifference, problem: Problem): boolean {
  if (code === problem.code) return true;
  return (code === 'stale-figure' || problem.code === 'stale-figure') && isConflict(code) && isConflict(problem.code);
}

/** The values of the entry without the one that stands at the problem; undefined where that is none of them. */
function otherValues(entry: AcceptedDifference, text: string): readonly string[] | undefined {
  const own = entry.values.findIndex((value) => isSameValue(value, text));
  return own < 0 ? undefined : entry.values.filter((_, index) => index !== own);
}

function appliesTo(entry: AcceptedDifference, problem: Problem, path: string): boolean {
  if (entry.document !== undefined && !matchesGlobs(path, [entry.document])) return false;
  return (
    isSameName(entry.measure, textIn(problem.reason, 'measure')) &&
    isSameName(entry.subject, textIn(problem.reason, 'subject'))
  );
}

/** What the entry or the problem does not name does not tell them apart. */
function isSameName(declared: string | undefined, found: string | undefined): boolean {
  if (declared === undefined || found === undefined) return true;
  return wordsOf(declared) === wordsOf(found);
}

/** An actor's id ("andrei-gurulyov") and name are the same words. */
function wordsOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');
}

function textIn(reason: Problem['reason'], key: string): string | undefined {
  const value = reason[key];
  return typeof value === 'string' ? value : undefined;
}

/** A rule with one site compares with what it works out itself, which its reason names. */
function isInReason(value: string, problem: Problem): boolean {
  return Object.values(problem.reason).some(
    (item) => (typeof item === 'string' || typeof item === 'number') && isSameValue(value, String(item)),
  );
}
