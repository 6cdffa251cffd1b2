// The check of one document as the editor, the command line and CI all run it: the rules, then what the project file says
// about them, then the suppression comments in the text. Reading files and project files is left to the caller.

import { joinProblems } from './checkAcross.ts';
import type { AnalysedDocument } from './document.ts';
import { applyProject } from './project/applyProject.ts';
import type { AcceptedDifference, Project } from './project/project.ts';
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
}

/** The problems of a document, after everything that decides which problems there are. */
export function checkInProject(document: AnalysedDocument, options: CheckInProjectOptions): CheckedInProject {
  const { project, path, across = [] } = options;
  const sensitivity = options.sensitivity ?? project.sensitivity ?? 'balanced';
  const found = joinProblems(checkDocument(document, { sensitivity }), across);
  const { problems, met } = applyProject(found, project, path);
  return { problems: applySuppressions(document, problems), met };
}
