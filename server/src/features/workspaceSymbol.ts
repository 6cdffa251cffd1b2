// workspace/symbol: the actors of all documents. Reads the workspace's files the first time that it is asked.

import type { CancellationToken, SymbolInformation, WorkspaceSymbolParams } from 'vscode-languageserver';
import { findActors } from '../core/index.ts';
import { locateSites } from './location.ts';
import { allDigests, loadWorkspace, type Session } from './session.ts';
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
  const found = findActors(allDigests(session), query).slice(0, mostSymbols);
  const sites = found.map(({ site }) => site);
  const locations = await locateSites(session, sites);
  return found.flatMap(({ name, kind, documentCount }, index) => {
    const location = locations[index];
    if (!location) return [];
    const path = relativePath(location.uri, session.folders);
    const containerName = documentCount > 1 ? `${path} and ${documentCount - 1} more` : path;
    return [{ name, kind: symbolKinds[kind], location, containerName }];
  });
}
