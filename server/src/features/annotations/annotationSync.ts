// Keeps the annotations in step with the documents: what is opened, edited, closed and saved in the editor, and what changes
// on disk. Tells the client when they have changed.

import type { TextEdit } from '../../core/annotations/liveSpans.ts';
import { annotationsChangedNotification } from '../protocol.ts';
import type { Session } from '../session.ts';
import { keyOfUri } from '../uri.ts';
import { renewAnnotations } from './annotationChanges.ts';
import { documentOfFile } from './annotationFile.ts';
import { reportStrayFiles } from './strayFiles.ts';

/** Milliseconds after the last key until the client is told where annotations stand now. */
const PAUSE = 250;

/** Milliseconds after the last change on disk: a renamed file is one that goes and one that comes. */
const SETTLED = 1000;

const lookouts = new WeakMap<Session, ReturnType<typeof setTimeout>>();
const timers = new WeakMap<Session, Map<string, ReturnType<typeof setTimeout>>>();

export function openAnnotated(session: Session, uri: string, text: string): void {
  session.annotations.open(uri, text);
  announceChange(session, uri);
}

export function editAnnotated(session: Session, uri: string, edits: readonly TextEdit[]): void {
  session.annotations.edit(uri, edits);
  announceChange(session, uri, PAUSE);
}

export function closeAnnotated(session: Session, uri: string): void {
  session.annotations.close(uri);
}

/** Passages that were edited are described anew in their file, now that the document says the same. */
export async function saveAnnotated(session: Session, uri: string): Promise<void> {
  const document = await session.annotations.find(uri);
  if (!document || document.file.problem !== undefined || !renewAnnotations(document)) return;
  try {
    await session.annotations.change(uri, renewAnnotations);
    announceChange(session, uri);
  } catch (error) {
    session.connection.console.warn(error instanceof Error ? error.message : String(error));
  }
}

/** A file has changed on disk: a document, or the annotations of one. */
export function forgetAnnotated(session: Session, uri: string): void {
  const document = documentOfFile(uri) ?? uri;
  session.annotations.forget(document);
  session.annotationFiles = undefined;
  if (document !== uri) announceChange(session, document);
  lookForStrays(session);
}

/** Looks for annotations whose document has gone, once what happens on disk has settled. */
export function lookForStrays(session: Session): void {
  clearTimeout(lookouts.get(session));
  const look = async () => {
    if (session.state === 'running') await reportStrayFiles(session);
  };
  lookouts.set(
    session,
    setTimeout(() => void look().catch((error) => session.connection.console.warn(String(error))), SETTLED),
  );
}

/** Tells the client, after a pause that begins anew at every call. */
export function announceChange(session: Session, uri: string, pause = 0): void {
  if (!session.client.annotations) return;
  const waiting = timers.get(session) ?? new Map<string, ReturnType<typeof setTimeout>>();
  timers.set(session, waiting);
  const key = keyOfUri(uri);
  clearTimeout(waiting.get(key));
  const timer = setTimeout(() => {
    waiting.delete(key);
    if (session.state === 'running') void session.connection.sendNotification(annotationsChangedNotification, { uri });
  }, pause);
  waiting.set(key, timer);
}
