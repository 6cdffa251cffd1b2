// textDocument/completion in the project file: codes, severities, measures, actors and documents.

import {
  type CancellationToken,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
} from 'vscode-languageserver';
import { completeProject } from '../core/index.ts';
import { rangeOf } from './positions.ts';
import { documentsOf, findProjectCursor } from './projectCursor.ts';
import type { Session } from './session.ts';

export async function projectCompletion(
  session: Session,
  params: CompletionParams,
  token: CancellationToken,
): Promise<CompletionList | null> {
  if (!findProjectCursor(session, params)) return null;
  const uri = params.textDocument.uri;
  const documents = await documentsOf(session, uri, token);
  // Whoever types goes on while documents are read.
  const cursor = findProjectCursor(session, params);
  if (!cursor) return null;
  const pathOf = (key: string): string => session.projects.of(key).path;
  const items = completeProject(documents, cursor.text.source, cursor.offset, { pathOf });
  if (items.length === 0) return null;
  return {
    isIncomplete: false,
    items: items.map(({ label, text, span, detail }, at) => ({
      label,
      kind: CompletionItemKind.Value,
      ...(detail && { detail }),
      sortText: String(at).padStart(3, '0'),
      textEdit: { range: rangeOf(cursor.text, span), newText: text },
    })),
  };
}
