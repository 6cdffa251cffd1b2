// The rules, and the check that runs them over one document.

import { weighPairsInSteps } from '../claims/weighPairs.ts';
import type { AnalysedDocument } from '../document.ts';
import { compareSpans } from '../text/span.ts';
import { finish, type Steps } from '../text/steps.ts';
import { changeMismatch } from './changeMismatch.ts';
import { conversionMismatch } from './conversionMismatch.ts';
import { dateConflict } from './dateConflict.ts';
import { durationMismatch } from './durationMismatch.ts';
import { factMismatch } from './factMismatch.ts';
import { figureConflict } from './figureConflict.ts';
import { listCountMismatch } from './listCountMismatch.ts';
import { nameVariant } from './nameVariant.ts';
import type { Problem } from './problem.ts';
import { rangeInverted } from './rangeInverted.ts';
import { referenceMissing } from './referenceMissing.ts';
import { roleConflict } from './roleConflict.ts';
import type { Rule, RuleOptions } from './rule.ts';
import { scaleSlip } from './scaleSlip.ts';
import { shareMismatch } from './shareMismatch.ts';
import { staleFigure } from './staleFigure.ts';
import { totalMismatch } from './totalMismatch.ts';
import { weekdayMismatch } from './weekdayMismatch.ts';

/** Every rule of the program, in the order of the documentation. */
export const rules: readonly Rule[] = [
  figureConflict,
  dateConflict,
  totalMismatch,
  shareMismatch,
  changeMismatch,
  durationMismatch,
  weekdayMismatch,
  conversionMismatch,
  rangeInverted,
  staleFigure,
  scaleSlip,
  listCountMismatch,
  factMismatch,
  referenceMissing,
  nameVariant,
  roleConflict,
];

/** The rules that hold what stands in two places against each other; the others look at one passage at a time. */
export const comparingRules: readonly Rule[] = [figureConflict, dateConflict, scaleSlip, nameVariant, roleConflict];

/** What the rules report in a document, in document order. */
export function checkDocument(document: AnalysedDocument, options: RuleOptions): Problem[] {
  return finish(checkDocumentInSteps(document, options));
}

/** The same in steps, with all rules or some of them. */
export function* checkDocumentInSteps(
  document: AnalysedDocument,
  options: RuleOptions,
  applied = rules,
): Steps<Problem[]> {
  // What several rules ask for, and what takes longest.
  yield* weighPairsInSteps(document);
  const problems: Problem[] = [];
  for (const rule of applied) {
    yield;
    for (const problem of rule.check(document, options)) problems.push(problem);
  }
  return problems.sort((a, b) => compareSpans(a.span, b.span) || (a.code < b.code ? -1 : 1));
}
