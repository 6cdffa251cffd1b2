// textDocument/codeLens: above each heading how many actors, figures and conflicts its section has. Off unless the setting
// `concordance.codeLens` asks for it.

import { t } from '@vscode/l10n';
import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { countSections, type SectionCounts } from '../core/index.ts';
import { findOpen } from './location.ts';
import { rangeOf } from './positions.ts';
import { problemsOf } from './publisher.ts';
import type { Session } from './session.ts';

export function codeLens(session: Session, params: CodeLensParams): CodeLens[] | null {
  const snapshot = session.settings.codeLens ? findOpen(session, params) : undefined;
  if (!snapshot) return null;
  return countSections(snapshot.document, problemsOf(session, snapshot)).flatMap((counts) => {
    const title = titleOf(counts);
    // A lens without a command is plain text.
    return title ? [{ range: rangeOf(snapshot.text, counts.section.titleSpan), command: { title, command: '' } }] : [];
  });
}

function titleOf({ actors, figures, conflicts }: SectionCounts): string {
  const parts = [
    actors > 0 && (actors === 1 ? t('1 actor') : t('{0} actors', actors)),
    figures > 0 && (figures === 1 ? t('1 figure') : t('{0} figures', figures)),
    conflicts > 0 && (conflicts === 1 ? t('1 conflict') : t('{0} conflicts', conflicts)),
  ];
  return parts.filter((part) => part !== false).join(', ');
}
