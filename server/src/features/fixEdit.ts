// Fixes as edits of the workspace: of documents, and of the project file, which is made where there is none.

import type { ChangeAnnotation, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Fix, FixOptions } from '../core/index.ts';
import type { Snapshot } from './documents.ts';
import { indexText, rangeOf } from './positions.ts';
import { findSnapshot, type Session } from './session.ts';

/** The name under which the changes of one fix are shown for confirmation. */
const confirmation = 'statements';

/** What fixes for problems of a document may use: its project file, if the client can write it, and other documents. */
export function fixOptions(session: Session, { uri }: Snapshot): FixOptions {
  const place = session.projects.placeOf(uri);
  const canWrite = place && (place.text !== undefined || session.client.fileCreation);
  return {
    path: place?.path ?? '',
    ...(canWrite && { projectText: place.text ?? '' }),
    findDocument: (key) => findSnapshot(session, key)?.document,
  };
}

/** The edit that carries out a fix, in the form that the client takes. */
export function toWorkspaceEdit(session: Session, from: Snapshot, fix: Fix): WorkspaceEdit {
  const place = session.projects.placeOf(from.uri);
  const isConfirmed = fix.kind === 'changeAll' && session.client.annotatedEdits;
  const files = new Map<string, { version: number | null; edits: TextEdit[] }>();
  for (const { document, span, text: newText } of fix.edits) {
    const snapshot = findSnapshot(session, document);
    if (!snapshot) continue;
    const file = files.get(snapshot.uri) ?? { version: snapshot.version ?? null, edits: [] };
    const range = rangeOf(snapshot.text, span);
    file.edits.push({ range, newText, ...(isConfirmed && { annotationId: confirmation }) });
    files.set(snapshot.uri, file);
  }
  if (fix.project && place) {
    const range = rangeOf(indexText(place.text ?? '', session.encoding), fix.project.span);
    files.set(place.uri, { version: place.version ?? null, edits: [{ range, newText: fix.project.text }] });
  }
  if (!session.client.versionedEdits)
    return { changes: Object.fromEntries([...files].map(([uri, { edits }]) => [uri, edits])) };
  const isNew = fix.project && place && place.text === undefined;
  const edits = [...files].map(
    ([uri, { version, edits }]): TextDocumentEdit => ({ textDocument: { uri, version }, edits }),
  );
  const create = { kind: 'create' as const, uri: place?.uri ?? '', options: { ignoreIfExists: true } };
  const label: ChangeAnnotation = { label: fix.title, needsConfirmation: true };
  return {
    documentChanges: isNew ? [create, ...edits] : edits,
    ...(isConfirmed && { changeAnnotations: { [confirmation]: label } }),
  };
}
