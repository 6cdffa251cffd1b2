// textDocument/codeLens: above each heading how many actors, figures and conflicts its section has. Off unless the setting
// `concordance.codeLens` asks for it.

import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { checkInProject, countSections, type SectionCounts } from '../core/index.ts';
import { findOpen } from './location.ts';
import { rangeOf } from './positions.ts';
import type { Session } from './session.ts';

export function codeLens(session: Session, params: CodeLensParams): CodeLens[] | null {
  const snapshot = session.settings.codeLens ? findOpen(session, params) : undefined;
  if (!snapshot) return null;
  const { problems } = checkInProject(snapshot.document, session.projects.of(snapshot.uri));
  return countSections(snapshot.document, problems).flatMap((counts) => {
    const title = titleOf(counts);
    // A lens without a command is plain text.
    return title ? [{ range: rangeOf(snapshot.text, counts.section.titleSpan), command: { title, command: '' } }] : [];
  });
}

function titleOf({ actors, figures, conflicts }: SectionCounts): string {
  return [counted(actors, 'actor'), counted(figures, 'figure'), counted(conflicts, 'conflict')]
    .filter((part) => part !== '')
    .join(', ');
}

function counted(count: number, noun: string): string {
  if (count === 0) return '';
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
