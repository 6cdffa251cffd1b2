// What a rule is: one file holds its page of documentation, its examples and its code. The page docs/rules/CODE.md is
// made from it, and the tests run over its examples.

import type { AnalysedDocument } from '../document.ts';
import type { DeclaredFact, MeasurePair } from '../project/project.ts';
import type { Problem, ProblemCode, Sensitivity, Severity } from './problem.ts';

export interface RuleOptions {
  /** `strict` reports only what is as good as certain, `exhaustive` also what deserves a look. */
  readonly sensitivity: Sensitivity;
  /** What the project file declares to be right. */
  readonly facts?: readonly DeclaredFact[];
  /** Wordings of measures that the project file tells apart. */
  readonly differentClaims?: readonly MeasurePair[];
  /** The document as it was before it was edited, for rules on what an edit leaves behind. */
  readonly baseline?: AnalysedDocument;
}

/**
 * Short documents in Markdown. A line of carets under a line labels what the rule reports there:
 *
 *     The club has 40 members.
 *                  ^^ figure-conflict
 *
 * An example without a caret line must only fire somewhere, or stay silent. `{~~40~>45~~}` is an edit: the baseline says 40,
 * the document 45.
 */
export interface RuleExamples {
  /** The project file that the examples are checked under. */
  readonly project?: string;
  readonly fires: readonly string[];
  readonly silent: readonly string[];
}

export interface Rule {
  readonly code: ProblemCode;
  /** Severity unless the project file gives another one. */
  readonly severity: Severity;
  /** One line for lists: "A figure disagrees with another statement of the same figure." */
  readonly title: string;
  /** Markdown, without a heading: what is compared, what is left alone, how to cure it. */
  readonly documentation: string;
  readonly examples: RuleExamples;
  /** In document order; never throws; linear in the length of the document. */
  check(document: AnalysedDocument, options: RuleOptions): readonly Problem[];
}
