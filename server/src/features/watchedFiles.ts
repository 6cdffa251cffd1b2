// workspace/didChangeWatchedFiles: documents that change outside the editor, and the project files.

import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver';
import { projectFileName } from '../core/index.ts';
import { documentOfFile } from './annotations/annotationFile.ts';
import { forgetAnnotated } from './annotations/annotationSync.ts';
import { indexInBackground } from './backgroundIndex.ts';
import type { Publisher } from './publisher.ts';
import type { Session } from './session.ts';
import { keyOfUri, nameOfUri } from './uri.ts';

/** Listens for changed files, and asks the client to report them. */
export async function watchFiles(session: Session, publisher: Publisher): Promise<void> {
  const { connection, client } = session;
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    if (changes.some(({ type }) => type !== FileChangeType.Changed)) session.workspace.relist();
    if (changes.some(({ uri }) => nameOfUri(uri) === projectFileName)) await loadProjects(session, publisher);
    for (const { uri } of changes) forgetAnnotated(session, uri);
    for (const { uri } of changes)
      if (nameOfUri(uri) !== projectFileName && !documentOfFile(uri)) await reread(session, publisher, uri);
  });
  if (!client.watchRegistration) return;
  const watchers = [
    { globPattern: '**/*.{md,markdown,txt,annotations.jsonld}' },
    { globPattern: `**/${projectFileName}` },
  ];
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

/** Brings the problems of a file that is not open up to date, or takes them back where it is not shown any more. */
async function reread(session: Session, publisher: Publisher, uri: string): Promise<void> {
  const { documents, workspace, projects } = session;
  if (documents.isOpen(uri)) return;
  workspace.forget(uri);
  const file = session.workspaceChecked && projects.lists(uri) ? await workspace.refresh(uri) : undefined;
  if (documents.isOpen(uri)) return;
  if (file) publisher.publish(file);
  else if (publisher.isPublished(uri)) publisher.clear(uri);
}

/** Reads the project files above an open document, if nobody has yet, and has its problems brought up to date. */
export async function followProject(session: Session, publisher: Publisher, uri: string): Promise<void> {
  if (await session.projects.follow(uri)) session.documents.reset();
  publisher.schedule(uri, 0);
}

/** Reads the project files; what they decide is decided anew for every document. */
export async function loadProjects(session: Session, publisher: Publisher): Promise<void> {
  const { projects, documents, workspace } = session;
  const before = projects.files();
  await projects.load(session.folders);
  const kept = new Set(projects.files().map(({ uri }) => keyOfUri(uri)));
  for (const { uri } of before) if (!kept.has(keyOfUri(uri))) publisher.clear(uri);
  const files = workspace.digests().map(({ key }) => key);
  documents.reset();
  workspace.forget();
  for (const uri of documents.served()) publisher.schedule(uri, 0);
  for (const uri of files)
    if (session.workspaceChecked || publisher.isPublished(uri)) await reread(session, publisher, uri);
  if (session.readiness.reached) void indexInBackground(session);
}
