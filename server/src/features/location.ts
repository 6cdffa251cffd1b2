// Sites of core as locations of the protocol.

import {
  type CancellationToken,
  type Location,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { KeyedDocument, Site } from '../core/index.ts';
import type { Link } from './cardMarkdown.ts';
import type { Snapshot } from './documents.ts';
import { offsetAt, positionAt, rangeOf } from './positions.ts';
import { allSnapshots, findSnapshot, loadWorkspace, type Session } from './session.ts';
import { nameOfUri } from './uri.ts';

/** A place that a request points at: the document as it is now, and the offset in it. */
export interface Cursor {
  readonly snapshot: Snapshot;
  readonly offset: number;
}

/** Undefined for a document that is not open; such requests are answered with null. */
export function findCursor(session: Session, params: TextDocumentPositionParams): Cursor | undefined {
  const snapshot = findOpen(session, params);
  return snapshot && { snapshot, offset: offsetAt(snapshot.text, params.position) };
}

/**
 * The same once the workspace's files have been read, for questions about all documents. Throws `ContentModified` if the
 * document was edited meanwhile, since the position then points elsewhere.
 */
export async function findCursorInWorkspace(
  session: Session,
  params: TextDocumentPositionParams,
  token: CancellationToken,
): Promise<Cursor | undefined> {
  const before = findCursor(session, params);
  if (!before) return undefined;
  await loadWorkspace(session, token);
  const after = findCursor(session, params);
  if (after?.snapshot.version === before.snapshot.version) return after;
  throw new ResponseError(LSPErrorCodes.ContentModified, 'The document was edited meanwhile.');
}

/** The open document that a request names, or undefined. */
export function findOpen(session: Session, params: { textDocument: { uri: string } }): Snapshot | undefined {
  const uri: unknown = params.textDocument?.uri;
  return typeof uri === 'string' ? session.documents.find(uri) : undefined;
}

export function keyed(snapshot: Snapshot): KeyedDocument {
  return { key: snapshot.uri, document: snapshot.document };
}

/** Every document that is known, for the queries that look at all of them. */
export function keyedDocuments(session: Session): KeyedDocument[] {
  return allSnapshots(session).map(keyed);
}

export function findLocation(session: Session, site: Site): Location | undefined {
  const snapshot = findSnapshot(session, site.document);
  return snapshot && { uri: snapshot.uri, range: rangeOf(snapshot.text, site.span) };
}

export function findLink(session: Session, from: Snapshot, site: Site): Link | undefined {
  return findLinkFrom(session, from.uri, site);
}

/** The link to a place for a reader of the file of that address. */
export function findLinkFrom(session: Session, from: string, site: Site): Link | undefined {
  const snapshot = findSnapshot(session, site.document);
  if (!snapshot) return undefined;
  const { line, character } = positionAt({ ...snapshot.text, encoding: 'utf-16' }, site.span.start);
  const place = `line ${line + 1}`;
  return {
    href: `${snapshot.uri.replace(/[#?].*$/s, '').replace(/[()\s<>]/g, encodeURIComponent)}#L${line + 1},${character + 1}`,
    label: snapshot.uri === from ? place : `${nameOfUri(snapshot.uri)}, ${place}`,
  };
}
