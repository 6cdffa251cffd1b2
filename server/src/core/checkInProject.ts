// The check of one document as the editor, the command line and CI all run it: the rules, then what the project file says
// about them, then the suppression comments in the text. Reading files and project files is left to the caller.

import { joinProblems } from './checkAcross.ts';
import type { AnalysedDocument } from './document.ts';
import { applyProject } from './project/applyProject.ts';
import type { AcceptedDifference, DeclaredFact, Project } from './project/project.ts';
import { isLanguageRead, uniteWordings } from './projectReading.ts';
import { findFactStatements } from './rules/factStatements.ts';
import { checkDocumentInSteps } from './rules/index.ts';
import { isConflict, type Problem, type Sensitivity } from './rules/problem.ts';
import { applySuppressions } from './rules/suppressions.ts';
import type { Span } from './text/span.ts';
import { finish, type Steps } from './text/steps.ts';

export interface CheckInProjectOptions {
  readonly project: Project;
  /** The document's path relative to the project file's folder, with `/`. */
  readonly path: string;
  /** Overrules what the project file says. */
  readonly sensitivity?: Sensitivity;
  /** What `checkAcross` found between this document and others. */
  readonly across?: readonly Problem[];
  /** The document as it was when it was opened, or at a revision: what its edits left behind is reported. */
  readonly baseline?: AnalysedDocument;
}

export interface CheckedInProject {
  /** In document order. */
  readonly problems: readonly Problem[];
  /** Accepted differences that this document still shows. */
  readonly met: ReadonlySet<AcceptedDifference>;
  /** Declared facts that this document states as they are declared. */
  readonly stated: ReadonlySet<DeclaredFact>;
}

/** The problems of a document, after everything that decides which problems there are. */
export function checkInProject(document: AnalysedDocument, options: CheckInProjectOptions): CheckedInProject {
  return finish(checkInProjectInSteps(document, options));
}

/** The same in steps of some milliseconds. */
export function* checkInProjectInSteps(
  document: AnalysedDocument,
  options: CheckInProjectOptions,
): Steps<CheckedInProject> {
  const { project, path, across = [], baseline } = options;
  const sensitivity = options.sensitivity ?? project.sensitivity ?? 'balanced';
  const { facts, sameClaims, differentClaims } = project;
  const united = uniteWordings(document, sameClaims);
  const before = baseline && { baseline: uniteWordings(baseline, sameClaims) };
  const ruled = yield* checkDocumentInSteps(united, { sensitivity, facts, differentClaims, ...before });
  const reported = joinProblems(ruled, across);
  const isRead = isLanguageRead(project.language);
  const found = isRead ? reported : reported.filter(({ code }) => wordless.has(code));
  const { problems, met } = applyProject(found, project, path);
  return {
    problems: applySuppressions(document, tellOnce(problems)),
    met,
    stated: new Set(isRead ? statedFacts(united, facts) : facts),
  };
}

/** Rules that read numbers and units only, in any language; the others know the words of English. */
const wordless: ReadonlySet<string> = new Set(['conversion-mismatch']);

function statedFacts(document: AnalysedDocument, facts: readonly DeclaredFact[]): DeclaredFact[] {
  return findFactStatements(document, facts).flatMap(({ fact, agrees }) => (agrees ? [fact] : []));
}

/** The problems without conflicts between two places of which one is known to have been left behind. */
function tellOnce(problems: readonly Problem[]): readonly Problem[] {
  const told = new Set<string>();
  const keyOf = (a: Span, b: Span): string => `${a.start} ${b.start}`;
  for (const { code, span, related } of problems) {
    if (code !== 'stale-figure') continue;
    for (const site of related) told.add(keyOf(span, site.span)).add(keyOf(site.span, span));
  }
  if (told.size === 0) return problems;
  return problems.flatMap((problem): Problem[] => {
    if (problem.code === 'stale-figure' || !isConflict(problem.code)) return [problem];
    const related = problem.related.filter(
      ({ document, span }) => document !== undefined || !told.has(keyOf(problem.span, span)),
    );
    const removed = problem.related.length - related.length;
    if (removed === 0) return [problem];
    return related.length === 0 ? [] : [{ ...problem, related, relatedCount: problem.relatedCount - removed }];
  });
}
