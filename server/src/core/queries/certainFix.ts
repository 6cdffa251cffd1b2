// The cures that need no choice, all in one: what a declared fact or a second statement says is taken for right.

import { t } from '@vscode/l10n';
import type { Problem } from '../rules/problem.ts';
import { overlaps } from '../text/span.ts';
import { type DocumentEdit, type Fix, type FixOptions, findFixes } from './fixes.ts';
import type { KeyedDocument } from './site.ts';

/**
 * The certain cures of all problems as one fix: figures that disagree with a declared fact, or that are stated once where
 * the other value is stated twice. Undefined where there is none.
 */
export function findCertainFix(
  from: KeyedDocument,
  problems: readonly Problem[],
  options: FixOptions,
): Fix | undefined {
  const edits: DocumentEdit[] = [];
  for (const problem of problems) {
    const preferred = findFixes(from, problem, options).filter(({ isPreferred }) => isPreferred);
    const [edit, ...more] = preferred.flatMap((fix) => fix.edits);
    const isFree = edit && !edits.some(({ span }) => overlaps(span, edit.span));
    if (isFree && more.length === 0) edits.push(edit);
  }
  if (edits.length === 0) return undefined;
  const title =
    edits.length === 1
      ? t('Change the figure that disagrees with what is declared or stated twice')
      : t('Change all {0} figures that disagree with what is declared or stated twice', edits.length);
  return { kind: 'fixAll', title, edits };
}
