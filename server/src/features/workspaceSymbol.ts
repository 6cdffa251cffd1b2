// workspace/symbol: the actors of all documents. Reads the workspace's files the first time that it is asked.

import type { CancellationToken, SymbolInformation, WorkspaceSymbolParams } from 'vscode-languageserver';
import { findActors } from '../core/index.ts';
import { findLocation, keyedDocuments } from './location.ts';
import { loadWorkspace, type Session } from './session.ts';
import { symbolKinds } from './symbolKind.ts';
import { relativePath } from './uri.ts';

const mostSymbols = 1000;

export async function workspaceSymbol(
  session: Session,
  params: WorkspaceSymbolParams,
  token: CancellationToken,
): Promise<SymbolInformation[]> {
  await loadWorkspace(session, token);
  const query = typeof params.query === 'string' ? params.query : '';
  return findActors(keyedDocuments(session), query)
    .slice(0, mostSymbols)
    .flatMap(({ name, kind, site, documentCount }) => {
      const location = findLocation(session, site);
      if (!location) return [];
      const path = relativePath(location.uri, session.folders);
      const containerName = documentCount > 1 ? `${path} and ${documentCount - 1} more` : path;
      return [{ name, kind: symbolKinds[kind], location, containerName }];
    });
}
