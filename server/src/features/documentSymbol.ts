// textDocument/documentSymbol: actors and figures under the sections in which they stand.

import type { DocumentSymbol, DocumentSymbolParams, SymbolInformation } from 'vscode-languageserver';
import { type OutlineEntry, outlineOf } from '../core/index.ts';
import type { Snapshot } from './documents.ts';
import { findOpen } from './location.ts';
import { rangeOf } from './positions.ts';
import type { Session } from './session.ts';
import { symbolKinds } from './symbolKind.ts';

export function documentSymbol(
  session: Session,
  params: DocumentSymbolParams,
): DocumentSymbol[] | SymbolInformation[] | null {
  const snapshot = findOpen(session, params);
  if (!snapshot) return null;
  const outline = outlineOf(snapshot.document);
  return session.client.nestedSymbols
    ? outline.map((entry) => nested(snapshot, entry))
    : outline.flatMap((entry) => flat(snapshot, entry));
}

function nested(snapshot: Snapshot, entry: OutlineEntry): DocumentSymbol {
  return {
    name: nameOf(entry),
    detail: entry.detail,
    kind: symbolKinds[entry.kind],
    range: rangeOf(snapshot.text, entry.span),
    selectionRange: rangeOf(snapshot.text, entry.selection),
    children: entry.children.map((child) => nested(snapshot, child)),
  };
}

/** For clients that know no hierarchy: the actors and figures, each with the name of its section. */
function flat(snapshot: Snapshot, entry: OutlineEntry, containerName = ''): SymbolInformation[] {
  if (entry.kind === 'section') return entry.children.flatMap((child) => flat(snapshot, child, entry.name));
  const location = { uri: snapshot.uri, range: rangeOf(snapshot.text, entry.span) };
  return [{ name: nameOf(entry), kind: symbolKinds[entry.kind], location, containerName }];
}

/** Clients refuse symbols without a name, such as an empty heading. */
function nameOf(entry: OutlineEntry): string {
  return entry.name.trim() || '(untitled)';
}
