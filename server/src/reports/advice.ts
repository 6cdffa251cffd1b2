// What somebody who reads a report can do about a problem, in a sentence for each code. What is compared and why is the
// business of the rules and their pages.

import { t } from '@vscode/l10n';
import type { NoticeCode, ProblemCode } from '../core/index.ts';

const sentences = (): Readonly<Record<ProblemCode | NoticeCode, string>> => ({
  'figure-conflict': t(
    'Look up which figure is right and correct the other; if both are meant, accept the difference.',
  ),
  'date-conflict': t('Look up which date is right and correct the other; if two events are meant, say so in the text.'),
  'total-mismatch': t('Add the parts up again: one of them or the total is wrong, or a part is missing.'),
  'share-mismatch': t('Work the share out again from the two figures, or say what else it is a share of.'),
  'change-mismatch': t('Work the change out again from its two ends.'),
  'duration-mismatch': t('Count from the first date to the last and correct what does not fit.'),
  'weekday-mismatch': t('Look the date up in a calendar and correct the weekday or the day.'),
  'conversion-mismatch': t('Convert the first figure again and correct the one in brackets.'),
  'range-inverted': t('Exchange the two ends of the range, or correct the one that is wrong.'),
  'stale-figure': t('Bring the other statements up to date too, or undo the edit.'),
  'scale-slip': t('Look whether thousand, million or billion is meant, and correct the other statement.'),
  'list-count-mismatch': t('Count the items and correct the number, or add what is missing.'),
  'fact-mismatch': t('Correct the figure, or the fact in concordance.yaml if it is out of date.'),
  'reference-missing': t('Correct the reference, or add what it refers to.'),
  'name-variant': t('Choose one spelling; if both are right, declare the second as an alias in concordance.yaml.'),
  'role-conflict': t('Look up which description is right, or say when each was true.'),
  'project-file': t('Correct the line in concordance.yaml.'),
  'accepted-obsolete': t('Remove the entry from concordance.yaml.'),
  'fact-unstated': t('Remove the fact from concordance.yaml, or word its measure as the texts do.'),
  'suppression-unused': t('Remove the comment.'),
});

/** What to do about problems of that code. */
export function adviceFor(code: ProblemCode | NoticeCode): string {
  return sentences()[code];
}
