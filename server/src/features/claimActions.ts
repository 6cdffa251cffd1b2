// Code actions on a figure: that it states the same as another one in other words, written to the project file. Nothing is
// known to be wrong there, and so they are refactorings.

import { t } from '@vscode/l10n';
import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { findSameClaims, findSymbol, uniteWordings } from '../core/index.ts';
import { isWanted } from './actionKind.ts';
import { fixOptions, toWorkspaceEdit } from './fixEdit.ts';
import { findOpen } from './location.ts';
import { offsetAt } from './positions.ts';
import type { Session } from './session.ts';

/** The kind of these actions: below the protocol's "refactor". */
export const claimActionKind = 'refactor.claim';

/** The actions on the figure at the beginning of the range; none where nothing can be written. */
export function claimActions(session: Session, params: CodeActionParams): CodeAction[] {
  if (!isWanted(params, claimActionKind)) return [];
  const snapshot = findOpen(session, params);
  const symbol = snapshot && findSymbol(snapshot.document, offsetAt(snapshot.text, params.range?.start));
  if (!snapshot || symbol?.kind !== 'figure') return [];
  const { projectText } = fixOptions(session, snapshot);
  if (projectText === undefined) return [];
  return findSameClaims(snapshot.document, symbol.claim).flatMap(({ measures, text, section }) => {
    const project = uniteWordings(projectText, measures);
    if (!project) return [];
    const place = section ? `${text} ${t('in “{0}”', section)}` : text;
    const title = t('Same Claim: “{0}” and “{1}” ({2})', measures[0]!, measures[1]!, place);
    const edit = toWorkspaceEdit(session, snapshot, { kind: 'same', title, edits: [], project });
    return [{ title, kind: claimActionKind, edit }];
  });
}
