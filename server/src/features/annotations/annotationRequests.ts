// concordance/annotations/*: what a client asks of the annotations and has done to them.

import type { CancellationToken } from 'vscode-languageserver';
import type { Span } from '../../core/text/span.ts';
import { cancelled } from '../answer.ts';
import { indexText, spanOfRange } from '../positions.ts';
import type {
  AnnotationId,
  AnnotationList,
  CreateAnnotationParams,
  DeleteAnnotationParams,
  DocumentAnnotations,
  ListAnnotationsParams,
  ProtocolRange,
  ReattachAnnotationParams,
  ReplyToAnnotationParams,
  UpdateAnnotationParams,
} from '../protocol.ts';
import type { Session } from '../session.ts';
import {
  type Authorship,
  addAnnotation,
  addAnswer,
  deleteAnnotation,
  reattachAnnotation,
  updateAnnotation,
} from './annotationChanges.ts';
import { refusal } from './annotationFile.ts';
import { annotationItems } from './annotationItems.ts';
import { resolveLinks } from './annotationLinks.ts';
import type { AnnotatedDocument } from './annotationStore.ts';
import { announceChange } from './annotationSync.ts';
import { findBacklinks } from './backlinks.ts';
import { annotatedDocuments } from './workspaceAnnotations.ts';

export async function listAnnotations(
  session: Session,
  params: ListAnnotationsParams | undefined,
  token: CancellationToken,
): Promise<AnnotationList> {
  await session.readiness.wait;
  const documents: DocumentAnnotations[] = [];
  if (params?.uri !== undefined) {
    const document = await session.annotations.find(textOf(params.uri, 'uri'));
    if (document) documents.push(await describe(session, document));
  } else {
    for (const document of await annotatedDocuments(session, token)) {
      if (token.isCancellationRequested) throw cancelled();
      documents.push(await describe(session, document));
    }
  }
  return { documents };
}

async function describe(session: Session, document: AnnotatedDocument): Promise<DocumentAnnotations> {
  const { uri, file, live } = document;
  const linksOf = await resolveLinks(session, document);
  const backlinks = await findBacklinks(session, uri);
  const isCurrent = session.documents.textOf(uri)?.source === live.source;
  const version = isCurrent ? session.documents.versionOf(uri) : undefined;
  return {
    uri,
    ...(version !== undefined && { version }),
    file: file.uri,
    items: annotationItems(document, session.encoding, linksOf),
    backlinks,
    ...(file.problem !== undefined && { problem: file.problem }),
  };
}

export async function createAnnotation(session: Session, params: CreateAnnotationParams): Promise<AnnotationId> {
  const id = newId();
  const author = await authorshipIn(session, params.uri);
  const { comment, tags } = params;
  await change(session, params.uri, (document) => {
    const span = spanIn(session, document, params.range);
    const said = { ...(comment !== undefined && { comment: comment.trim() }), tags: cleanTags(tags) };
    return addAnnotation(document, { id, span, ...said, ...author });
  });
  return { id };
}

export async function replyToAnnotation(session: Session, params: ReplyToAnnotationParams): Promise<AnnotationId> {
  const id = newId();
  const author = await authorshipIn(session, params.uri);
  const comment = textOf(params.comment, 'comment').trim();
  await change(session, params.uri, (document) => addAnswer(document, id, params.id, comment, author));
  return { id };
}

export async function updateAnnotationOf(session: Session, params: UpdateAnnotationParams): Promise<null> {
  const { comment, tags, resolved, confirmed } = params;
  const update = {
    ...(comment !== undefined && { comment: textOf(comment, 'comment').trim() }),
    ...(tags !== undefined && { tags: cleanTags(tags) }),
    ...(resolved !== undefined && { resolved: resolved === true }),
    ...(confirmed && { confirmed }),
  };
  await change(session, params.uri, (document) => updateAnnotation(document, params.id, update, now()));
  return null;
}

export async function deleteAnnotationOf(session: Session, params: DeleteAnnotationParams): Promise<null> {
  await change(session, params.uri, (document) => deleteAnnotation(document, params.id));
  return null;
}

export async function reattachAnnotationOf(session: Session, params: ReattachAnnotationParams): Promise<null> {
  await change(session, params.uri, (document) =>
    reattachAnnotation(document, params.id, spanIn(session, document, params.range)),
  );
  return null;
}

/** Tags in use, the most used first. */
export async function annotationTags(session: Session, token: CancellationToken): Promise<string[]> {
  await session.readiness.wait;
  const counts = new Map<string, number>();
  for (const { file } of await annotatedDocuments(session, token))
    for (const { tags } of file.page.annotations) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1));
}

/** Applies a change, and tells the client. */
export async function change(
  session: Session,
  uri: string,
  apply: Parameters<Session['annotations']['change']>[1],
): Promise<void> {
  await session.annotations.change(textOf(uri, 'uri'), apply);
  announceChange(session, uri);
}

/** Who makes a change in the document's folder, and when: the name from the settings, else from git. */
export async function authorshipIn(session: Session, uri: string): Promise<Authorship> {
  await session.readiness.wait;
  const creator = session.settings.annotationAuthor || (await session.host.findAuthor(textOf(uri, 'uri')));
  return { ...(creator && { creator }), at: now() };
}

/** The span of a range in the document as the client has it. */
export function spanIn(session: Session, { live }: AnnotatedDocument, range: ProtocolRange): Span {
  if (!range?.start || !range.end) throw refusal('The range is missing.');
  return spanOfRange(indexText(live.source, session.encoding), range);
}

export function newId(): string {
  return `urn:uuid:${globalThis.crypto.randomUUID()}`;
}

export function now(): string {
  return new Date().toISOString();
}

/** Each once, without the sign that may stand before it. */
function cleanTags(tags: readonly string[] | undefined): string[] {
  const cleaned = (tags ?? []).map((tag) => textOf(tag, 'tag').trim().replace(/^#/, ''));
  return [...new Set(cleaned)].filter((tag) => tag !== '');
}

function textOf(value: unknown, name: string): string {
  if (typeof value !== 'string') throw refusal(`“${name}” must be a text.`);
  return value;
}
