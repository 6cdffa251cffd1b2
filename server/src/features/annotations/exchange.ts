// Annotations in and out: exports of one document or all, imports of other programs' files, and CriticMarkup taken out of the
// text.

import { t } from '@vscode/l10n';
import type { CancellationToken, TextDocumentEdit } from 'vscode-languageserver';
import { annotationRecords } from '../../core/annotations/annotationRecord.ts';
import { readCriticMarkup } from '../../core/annotations/criticMarkup.ts';
import { exportCriticMarkup } from '../../core/annotations/exportCriticMarkup.ts';
import { exportCsv } from '../../core/annotations/exportCsv.ts';
import { exportJsonLd } from '../../core/annotations/exportJsonLd.ts';
import { exportMarkdown } from '../../core/annotations/exportMarkdown.ts';
import { exportQdpx } from '../../core/annotations/exportQdpx.ts';
import { addImported, annotationsOfMarks, importFormats, readImport } from '../../core/annotations/importPage.ts';
import { placedNow } from '../../core/annotations/liveAnnotations.ts';
import { rangeOf } from '../positions.ts';
import type {
  ExportAnnotationsParams,
  ExportedAnnotations,
  ExtractCriticMarkupParams,
  ImportAnnotationsParams,
  ImportedAnnotations,
} from '../protocol.ts';
import type { Session } from '../session.ts';
import { nameOfUri, relativePath } from '../uri.ts';
import { sourceOf } from './annotationChanges.ts';
import { refusal } from './annotationFile.ts';
import { authorshipIn, change, newId } from './annotationRequests.ts';
import type { AnnotatedDocument } from './annotationStore.ts';
import { annotatedDocuments } from './workspaceAnnotations.ts';

export async function exportAnnotations(
  session: Session,
  { uri, format }: ExportAnnotationsParams,
  token: CancellationToken,
): Promise<ExportedAnnotations> {
  const found = uri === undefined ? await annotatedDocuments(session, token) : [await session.annotations.find(uri)];
  const documents = found.filter((document) => document !== undefined);
  const broken = documents.find(({ file }) => file.problem !== undefined);
  if (broken) throw refusal(broken.file.problem!);
  const texts = documents.map((document) => textOf(session, document));
  if (format === 'qdpx') {
    const name = uri === undefined ? 'Annotations' : nameOfUri(uri);
    return { base64: base64Of(exportQdpx(texts, name)) };
  }
  if (format === 'criticmarkup') {
    const [text] = texts;
    if (!text || texts.length > 1)
      throw refusal(t('CriticMarkup is written for one document: open the one that is meant.'));
    return { text: exportCriticMarkup(text.source, text.placed) };
  }
  if (format === 'jsonld') {
    const pages = texts.map(({ path, placed }) => ({ path, annotations: placed.map(({ annotation }) => annotation) }));
    return { text: exportJsonLd(pages) };
  }
  const records = texts.map(({ path, source, placed }) => ({ path, records: annotationRecords(source, placed) }));
  return { text: format === 'csv' ? exportCsv(records) : exportMarkdown(records) };
}

function textOf(session: Session, { uri, live }: AnnotatedDocument) {
  return { path: relativePath(uri, session.folders), source: live.source, placed: placedNow(live) };
}

export async function importAnnotations(
  session: Session,
  params: ImportAnnotationsParams,
): Promise<ImportedAnnotations> {
  const { uri, format, text } = params;
  if (!importFormats.includes(format)) throw refusal(`The format is one of ${importFormats.join(', ')}.`);
  const read = readImport(text, format, sourceOf(uri), newId);
  if ('error' in read) {
    const { line, character, message } = read.error;
    throw refusal(`The file to import has a mistake in line ${line + 1}, column ${character + 1}: ${message}.`);
  }
  let counts: ImportedAnnotations = { added: 0, known: 0 };
  await change(session, uri, ({ file }) => {
    const { page, added, known } = addImported(file.page, read.annotations);
    counts = { added, known };
    return added > 0 ? { page } : undefined;
  });
  return counts;
}

/** First the text is changed in the editor, then the marks that it had are written beside it. */
export async function extractCriticMarkup(
  session: Session,
  { uri }: ExtractCriticMarkupParams,
): Promise<ImportedAnnotations> {
  const text = session.documents.textOf(uri);
  const document = text && (await session.annotations.find(uri));
  if (!document) throw refusal(t('Open the document whose CriticMarkup is to become annotations.'));
  if (document.file.problem !== undefined) throw refusal(document.file.problem);
  const { text: plain, marks, removed } = readCriticMarkup(text.source);
  if (marks.length === 0) return { added: 0, known: 0 };
  const author = await authorshipIn(session, uri);
  const edits = removed.map((span) => ({ range: rangeOf(text, span), newText: '' }));
  const version = session.documents.versionOf(uri) ?? null;
  const edit: TextDocumentEdit = { textDocument: { uri, version }, edits };
  const answer = await session.connection.workspace.applyEdit({
    label: t('Move CriticMarkup into annotations'),
    edit: session.client.versionedEdits ? { documentChanges: [edit] } : { changes: { [uri]: edits } },
  });
  if (!answer.applied)
    throw refusal(
      t('The editor did not change the document: {0}', answer.failureReason ?? t('it was edited meanwhile')),
    );
  await arrivalOf(session, uri, plain);
  let added = 0;
  await change(session, uri, ({ file, live }) => {
    if (live.source !== plain) throw refusal(t('The document was edited meanwhile: undo, and try again.'));
    const origin = {
      source: sourceOf(uri),
      created: author.at,
      ...(author.creator !== undefined && { creator: author.creator }),
    };
    const merged = addImported(file.page, annotationsOfMarks(plain, marks, origin, newId));
    added = merged.added;
    return merged;
  });
  return { added, known: 0 };
}

/** Waits a while for the editor to tell of the change that it has made: some say that it is done first. */
async function arrivalOf(session: Session, uri: string, text: string): Promise<void> {
  for (let turn = 0; turn < 100 && session.documents.textOf(uri)?.source !== text; turn++)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary);
}
