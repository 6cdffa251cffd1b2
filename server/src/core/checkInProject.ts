// The check of one document as the editor, the command line and CI all run it: the rules, then what the project file says
// about them, then the suppression comments in the text. Reading files and project files is left to the caller.

import { joinProblems } from './checkAcross.ts';
import { uniteMeasures } from './claims/uniteMeasures.ts';
import type { AnalysedDocument } from './document.ts';
import { applyProject } from './project/applyProject.ts';
import type { AcceptedDifference, DeclaredFact, Project } from './project/project.ts';
import { findFactStatements } from './rules/factStatements.ts';
import { checkDocument } from './rules/index.ts';
import type { Problem, Sensitivity } from './rules/problem.ts';
import { applySuppressions } from './rules/suppressions.ts';

export interface CheckInProjectOptions {
  readonly project: Project;
  /** The document's path relative to the project file's folder, with `/`. */
  readonly path: string;
  /** Overrules what the project file says. */
  readonly sensitivity?: Sensitivity;
  /** What `checkAcross` found between this document and others. */
  readonly across?: readonly Problem[];
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
  const { project, path, across = [] } = options;
  const sensitivity = options.sensitivity ?? project.sensitivity ?? 'balanced';
  const { facts, sameClaims, differentClaims } = project;
  const claims = uniteMeasures(document.claims, sameClaims);
  const united = claims === document.claims ? document : { ...document, claims };
  const found = joinProblems(checkDocument(united, { sensitivity, facts, differentClaims }), across);
  const { problems, met } = applyProject(found, project, path);
  const agreeing = findFactStatements(united, facts).filter(({ agrees }) => agrees);
  return { problems: applySuppressions(document, problems), met, stated: new Set(agreeing.map(({ fact }) => fact)) };
}
