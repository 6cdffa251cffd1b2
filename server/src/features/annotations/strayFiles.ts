// Files of annotations whose document is not there any more, since it was renamed or moved outside the editor. Where one
// document has the annotated words beyond doubt, the file may be moved along; else it is reported.

import { t } from '@vscode/l10n';
import { DiagnosticSeverity, type RenameFile } from 'vscode-languageserver';
import { placeAnnotations } from '../../core/annotations/placedAnnotations.ts';
import type { Session } from '../session.ts';
import { keyOfUri, nameOfUri, relativePath } from '../uri.ts';
import { type AnnotationFile, annotationFileOf, documentOfFile, readAnnotationFile } from './annotationFile.ts';
import { documentsWithFiles } from './workspaceAnnotations.ts';

/** So much of the annotations has to be found for a document to be the one. */
const MOST = 0.8;

const reported = new WeakMap<Session, Map<string, string>>();

/** Looks for such files; asks about each once, and keeps what is not settled among the problems. */
export async function reportStrayFiles(session: Session): Promise<void> {
  const before = reported.get(session) ?? new Map<string, string>();
  reported.set(session, before);
  const strays = await findStrays(session);
  for (const [key, uri] of before) {
    if (strays.some((stray) => keyOfUri(stray.uri) === key)) continue;
    before.delete(key);
    void session.connection.sendDiagnostics({ uri, diagnostics: [] });
  }
  for (const file of strays) {
    if (before.has(keyOfUri(file.uri))) continue;
    before.set(keyOfUri(file.uri), file.uri);
    const document = documentOfFile(file.uri)!;
    const found = await findByContent(session, file);
    report(session, file.uri, document, found);
    if (found !== undefined && session.client.fileRenaming) void askToMove(session, file.uri, document, found);
  }
}

async function findStrays(session: Session): Promise<AnnotationFile[]> {
  const strays: AnnotationFile[] = [];
  for (const uri of await documentsWithFiles(session)) {
    if (session.documents.textOf(uri)) continue;
    const document = await session.host.readDocument(uri);
    if ('text' in document || !document.isMissing) continue;
    const file = await readAnnotationFile(session.host, annotationFileOf(uri));
    if (file.page.annotations.length > 0) strays.push(file);
  }
  return strays;
}

/** The one document without annotations of its own that has the annotated words; undefined where it is none or several. */
async function findByContent(session: Session, { page }: AnnotationFile): Promise<string | undefined> {
  const quotes = page.annotations.flatMap(({ selectors }) => selectors.quote?.exact.trim() || []);
  if (quotes.length === 0) return undefined;
  const taken = new Set((await documentsWithFiles(session)).map(keyOfUri));
  const fitting: string[] = [];
  for (const folder of session.folders) {
    for (const uri of (await session.host.findDocuments(folder)).uris) {
      if (taken.has(keyOfUri(uri))) continue;
      const read = await session.host.readDocument(uri);
      if (!('text' in read) || !quotes.some((quote) => read.text.includes(quote.split(/\s/, 1)[0]!))) continue;
      const placed = placeAnnotations(read.text, page.annotations).filter(
        ({ annotation }) => annotation.selectors.quote,
      );
      const standing = placed.filter(({ placement: { state } }) => state === 'found').length;
      if (standing >= MOST * placed.length) fitting.push(uri);
    }
  }
  return fitting.length === 1 ? fitting[0] : undefined;
}

function report(session: Session, uri: string, document: string, found: string | undefined): void {
  const old = relativePath(document, session.folders);
  const cure =
    found === undefined
      ? t('Rename this file after the document that it belongs to')
      : t('What they say fits {0}: rename this file after it', relativePath(found, session.folders));
  const start = { line: 0, character: 0 };
  void session.connection.sendDiagnostics({
    uri,
    diagnostics: [
      {
        range: { start, end: start },
        severity: DiagnosticSeverity.Warning,
        code: 'annotation-file',
        source: 'concordance',
        message: t('These are annotations of {0}, which is not there any more. {1}, or delete it.', old, cure),
      },
    ],
  });
}

async function askToMove(session: Session, file: string, document: string, found: string): Promise<void> {
  const place = relativePath(found, session.folders);
  const question = t('{0} is not there any more, and its annotations fit {1}.', nameOfUri(document), place);
  const title = t('Move the Annotations Along');
  const answer = await session.connection.window.showInformationMessage(question, { title });
  if (answer?.title !== title) return;
  const options = { ignoreIfExists: true };
  const change: RenameFile = { kind: 'rename', oldUri: file, newUri: annotationFileOf(found), options };
  await session.connection.workspace.applyEdit({ label: title, edit: { documentChanges: [change] } });
}
