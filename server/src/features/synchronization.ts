// textDocument/didOpen, didChange, didSave and didClose, and changes of the workspace folders: keeps the session in step and has
// problems brought up to date.

import { t } from '@vscode/l10n';
import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { findSizeProblem } from '../core/index.ts';
import { closeAnnotated, editAnnotated, openAnnotated, saveAnnotated } from './annotations/annotationSync.ts';
import { followProjectFiles } from './openProjectFiles.ts';
import { isProjectFile } from './projectCursor.ts';
import type { Publisher } from './publisher.ts';
import type { Session } from './session.ts';
import { nameOfUri } from './uri.ts';
import { followProject, loadProjects } from './watchedFiles.ts';

export function synchronize(session: Session, publisher: Publisher): void {
  const { connection, documents, workspace } = session;
  const projectFiles = followProjectFiles(session, publisher);
  connection.onDidOpenTextDocument(({ textDocument }) => {
    if (isProjectFile(textDocument.uri)) return projectFiles.open(textDocument);
    const sizeProblem = findSizeProblem(textDocument.text.length);
    if (sizeProblem) {
      const message = t('{0} is not read: {1}.', nameOfUri(textDocument.uri), sizeProblem);
      return connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    }
    documents.open(textDocument);
    openAnnotated(session, textDocument.uri, textDocument.text);
    return followProject(session, publisher, textDocument.uri);
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    if (isProjectFile(textDocument.uri))
      return projectFiles.change(textDocument.uri, textDocument.version, contentChanges);
    const { edits, problem } = documents.change(textDocument.uri, textDocument.version, contentChanges);
    if (problem !== undefined) connection.console.warn(`${nameOfUri(textDocument.uri)}: ${problem}`);
    editAnnotated(session, textDocument.uri, edits);
    publisher.schedule(textDocument.uri, session.settings.diagnosticsDelay);
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => saveAnnotated(session, uri));
  connection.onDidCloseTextDocument(async ({ textDocument: { uri } }) => {
    if (isProjectFile(uri)) return projectFiles.close(uri);
    documents.close(uri);
    closeAnnotated(session, uri);
    // What was not saved is gone: the file counts again, where files are shown at all.
    workspace.forget(uri);
    const file = session.workspaceChecked && session.projects.lists(uri) ? await workspace.refresh(uri) : undefined;
    if (documents.isOpen(uri)) return;
    if (file) publisher.publish(file);
    else publisher.clear(uri);
  });
}

/** Follows the workspace folders; files of a folder that has left lose their problems. */
export function followFolders(session: Session, publisher: Publisher): void {
  if (!session.client.workspaceFolders) return;
  session.connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
    const left = new Set(removed.map(({ uri }) => uri));
    session.folders = [...session.folders.filter((uri) => !left.has(uri)), ...added.map(({ uri }) => uri)];
    await loadProjects(session, publisher);
  });
}
