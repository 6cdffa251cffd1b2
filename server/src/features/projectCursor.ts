// A place in a project file that a request points at, and the documents that the file is about.

import type { CancellationToken, Range, TextDocumentPositionParams } from 'vscode-languageserver';
import {
  type DocumentDigest,
  type FactSite,
  findFactSites,
  findProjectEntry,
  type KeyedDocument,
  type Project,
  parseProject,
  projectFileName,
} from '../core/index.ts';
import { keyed } from './location.ts';
import { type IndexedText, indexText, offsetAt, rangeOf } from './positions.ts';
import { loadWorkspace, type Session, snapshotsWith } from './session.ts';
import { keyOfUri, nameOfUri } from './uri.ts';

export interface ProjectCursor {
  readonly uri: string;
  /** As the editor has it now. */
  readonly text: IndexedText;
  readonly project: Project;
  readonly offset: number;
}

export function isProjectFile(uri: unknown): boolean {
  return typeof uri === 'string' && nameOfUri(uri) === projectFileName;
}

/** Undefined for a file that is no project file, or is neither open nor read. */
export function findProjectCursor(session: Session, params: TextDocumentPositionParams): ProjectCursor | undefined {
  const uri: unknown = params.textDocument?.uri;
  if (typeof uri !== 'string' || !isProjectFile(uri)) return undefined;
  const file = session.projects.find(uri);
  const open = session.projectTexts.get(keyOfUri(uri))?.text;
  const text = open ?? (file && indexText(file.text, session.encoding));
  if (!text) return undefined;
  const project = file?.text === text.source ? file.project : parseProject(text.source).project;
  return { uri: file?.uri ?? uri, text, project, offset: offsetAt(text, params.position) };
}

/** The documents that a project file applies to, or those of them that are wanted, once all have been read. */
export async function documentsOf(
  session: Session,
  uri: string,
  token: CancellationToken,
  isWanted: (digest: DocumentDigest) => boolean = () => true,
): Promise<KeyedDocument[]> {
  await loadWorkspace(session, token);
  const key = keyOfUri(uri);
  const isOfFile = (document: string) => {
    const file = session.projects.fileOf(document);
    return file !== undefined && keyOfUri(file.uri) === key;
  };
  const snapshots = await snapshotsWith(session, (digest, file) => isOfFile(file) && isWanted(digest), token);
  return snapshots.filter((snapshot) => isOfFile(snapshot.uri)).map(keyed);
}

export interface StatedFact {
  /** The fact's entry. */
  readonly origin: Range;
  readonly sites: readonly FactSite[];
}

/** Where the texts state the fact whose entry the position stands in; undefined anywhere else. */
export async function findStatedFact(
  session: Session,
  params: TextDocumentPositionParams,
  token: CancellationToken,
): Promise<StatedFact | undefined> {
  const cursor = findProjectCursor(session, params);
  const entry = cursor && findProjectEntry(cursor.text.source, cursor.project, cursor.offset);
  if (!cursor || entry?.kind !== 'fact') return undefined;
  const documents = await documentsOf(session, cursor.uri, token);
  return { origin: rangeOf(cursor.text, entry.span), sites: findFactSites(documents, entry.fact) };
}
