// textDocument/documentHighlight: the other mentions or statements in the same document.

import { type DocumentHighlight, DocumentHighlightKind, type DocumentHighlightParams } from 'vscode-languageserver';
import { findReferences } from '../core/index.ts';
import { findCursor, keyed } from './location.ts';
import { rangeOf } from './positions.ts';
import type { Session } from './session.ts';

export function documentHighlight(session: Session, params: DocumentHighlightParams): DocumentHighlight[] | null {
  const cursor = findCursor(session, params);
  if (!cursor) return null;
  const own = keyed(cursor.snapshot);
  const sites = findReferences([own], own.key, cursor.offset, { includeDeclaration: true });
  const { text } = cursor.snapshot;
  return sites?.map(({ span }) => ({ range: rangeOf(text, span), kind: DocumentHighlightKind.Text })) ?? null;
}
