// workspace/didChangeWatchedFiles: documents that change outside the editor, and the project files.

import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { projectFileName } from '../core/index.ts';
import { indexText } from './positions.ts';
import type { Publisher } from './publisher.ts';
import type { Session } from './session.ts';
import { keyOfUri, nameOfUri } from './uri.ts';

/** Listens for changed files, and asks the client to report them. */
export async function watchFiles(session: Session, publisher: Publisher): Promise<void> {
  const { connection, client } = session;
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    if (changes.some(({ uri }) => nameOfUri(uri) === projectFileName)) await loadProjects(session, publisher);
    for (const { uri } of changes) if (nameOfUri(uri) !== projectFileName) await reread(session, publisher, uri);
  });
  if (!client.watchRegistration) return;
  const watchers = [{ globPattern: '**/*.{md,markdown,txt}' }, { globPattern: `**/${projectFileName}` }];
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

async function reread(session: Session, publisher: Publisher, uri: string): Promise<void> {
  if (session.documents.isOpen(uri)) return;
  session.workspace.forget(uri);
  if (!session.workspaceChecked || !session.projects.lists(uri)) return;
  const file = await session.workspace.refresh(uri);
  if (session.documents.isOpen(uri)) return;
  if (file) publisher.publish(file);
  else publisher.clear(uri);
}

/** Reads the project files; what they decide is decided anew for every document, and their own mistakes are published. */
export async function loadProjects(session: Session, publisher: Publisher): Promise<void> {
  const { projects, documents, workspace } = session;
  const before = projects.files();
  await projects.load(session.folders);
  const after = projects.files();
  for (const { uri, text, problems } of after)
    publisher.publishProblems({ uri, text: indexText(text, session.encoding) }, problems);
  const kept = new Set(after.map(({ uri }) => keyOfUri(uri)));
  for (const { uri } of before) if (!kept.has(keyOfUri(uri))) publisher.clear(uri);
  if (before.length === 0 && after.length === 0) return;
  documents.reset();
  const files = workspace.known().map(({ uri }) => uri);
  workspace.forget();
  for (const uri of documents.served()) publisher.schedule(uri, 0);
  for (const uri of files) await reread(session, publisher, uri);
}
