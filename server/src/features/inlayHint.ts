// textDocument/inlayHint: behind a figure its normal form and in how many places it is stated. Off unless the setting
// `concordance.inlayHints` asks for it.

import { t } from '@vscode/l10n';
import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { type FigureNote, findFigureNotes } from '../core/index.ts';
import { findOpen } from './location.ts';
import { positionAt, spanOfRange } from './positions.ts';
import type { Session } from './session.ts';

export function inlayHint(session: Session, params: InlayHintParams): InlayHint[] | null {
  const snapshot = session.settings.inlayHints ? findOpen(session, params) : undefined;
  if (!snapshot) return null;
  const within = spanOfRange(snapshot.text, params.range);
  return findFigureNotes(snapshot.document, snapshot.uri, within).map((note) => ({
    position: positionAt(snapshot.text, note.span.end),
    label: labelOf(note),
    paddingLeft: true,
  }));
}

function labelOf({ normalForm, statements, differing }: FigureNote): string {
  const parts = [
    normalForm === undefined ? '' : `= ${normalForm}`,
    statements > 1 ? t('{0} statements', statements) : '',
    differing > 0 ? (differing === 1 ? t('1 differs') : t('{0} differ', differing)) : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
