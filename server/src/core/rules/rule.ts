// What a rule is: one file holds its page of documentation, its examples and its code. The page docs/rules/CODE.md is
// made from it, and the tests run over its examples.

import type { AnalysedDocument } from '../document.ts';
import type { Problem, ProblemCode, Sensitivity, Severity } from './problem.ts';

export interface RuleOptions {
  /** `strict` reports only what is as good as certain, `exhaustive` also what deserves a look. */
  readonly sensitivity: Sensitivity;
}

/**
 * Short documents in Markdown. A line of carets under a line labels what the rule reports there:
 *
 *     The club has 40 members.
 *                  ^^ figure-conflict
 *
 * An example without a caret line must only fire somewhere, or stay silent.
 */
export interface RuleExamples {
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
