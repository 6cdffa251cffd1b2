// Sites of core as locations of the protocol.

import { t } from '@vscode/l10n';
import type { CancellationToken, Location, TextDocumentPositionParams } from 'vscode-languageserver';
import type { KeyedDocument, Site } from '../core/index.ts';
import { modified } from './answer.ts';
import type { Link } from './cardMarkdown.ts';
import type { Snapshot } from './documents.ts';
import { type IndexedText, indexText, offsetAt, positionAt, rangeOf } from './positions.ts';
import { findSnapshot, loadWorkspace, type Session } from './session.ts';
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
  throw modified();
}

/** The open document that a request names, or undefined. */
export function findOpen(session: Session, params: { textDocument: { uri: string } }): Snapshot | undefined {
  const uri: unknown = params.textDocument?.uri;
  return typeof uri === 'string' ? session.documents.find(uri) : undefined;
}

export function keyed(snapshot: Snapshot): KeyedDocument {
  return { key: snapshot.uri, document: snapshot.document };
}

/** The locations of sites, of files that are not open too: their texts are read, without an analysis. */
export async function locateSites(session: Session, sites: readonly Site[]): Promise<(Location | undefined)[]> {
  const texts = new Map<string, IndexedText | undefined>();
  for (const { document } of sites) {
    if (texts.has(document)) continue;
    texts.set(document, findSnapshot(session, document)?.text ?? (await readText(session, document)));
  }
  return sites.map(({ document, span }) => {
    const text = texts.get(document);
    return text && { uri: document, range: rangeOf(text, span) };
  });
}

async function readText({ host, encoding }: Session, uri: string): Promise<IndexedText | undefined> {
  const read = await host.readDocument(uri);
  return 'text' in read ? indexText(read.text, encoding) : undefined;
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
  const place = t('line {0}', line + 1);
  return {
    href: `${snapshot.uri.replace(/[#?].*$/s, '').replace(/[()\s<>]/g, encodeURIComponent)}#L${line + 1},${character + 1}`,
    label: snapshot.uri === from ? place : `${nameOfUri(snapshot.uri)}, ${place}`,
  };
}
