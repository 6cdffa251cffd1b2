// Actors in the project file: where `concordance.yaml` declares the one that a text mentions, and which actors of the texts
// an entry at the cursor declares.

import type {
  CancellationToken,
  Location,
  LocationLink,
  Range,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { Actor, KeyedDocument } from '../core/index.ts';
import { keyedDocuments } from './location.ts';
import { indexText, offsetAt, rangeOf } from './positions.ts';
import { loadWorkspace, type Session } from './session.ts';

/** A place that a definition leads to: all of it, and what is selected there. */
export interface Target {
  readonly uri: string;
  readonly range: Range;
  readonly selection: Range;
}

/** Where the project file declares an actor of the document, or undefined. */
export function findDeclaration(session: Session, uri: string, actor: Actor): Target | undefined {
  const file = session.projects.fileOf(uri);
  const entry = actor.declared === undefined ? undefined : file?.project.actors[actor.declared];
  if (!file || !entry) return undefined;
  const text = indexText(file.text, session.encoding);
  return { uri: file.uri, range: rangeOf(text, entry.span), selection: rangeOf(text, entry.nameSpan ?? entry.span) };
}

export interface DeclaredActors {
  /** The entry's name in the project file. */
  readonly origin: Target;
  /** The documents that mention the actor, each with the actor as it knows it. */
  readonly found: readonly (KeyedDocument & { readonly actor: Actor })[];
}

/** The actors of all documents that the entry at a position of a project file declares; undefined anywhere else. */
export async function findDeclaredActors(
  session: Session,
  params: TextDocumentPositionParams,
  token: CancellationToken,
): Promise<DeclaredActors | undefined> {
  const file = session.projects.find(params.textDocument.uri);
  if (!file) return undefined;
  const text = indexText(file.text, session.encoding);
  const offset = offsetAt(text, params.position);
  const index = file.project.actors.findIndex(({ span, not }) => !not && span.start <= offset && offset < span.end);
  const entry = file.project.actors[index];
  if (!entry) return undefined;
  await loadWorkspace(session, token);
  const found = keyedDocuments(session).flatMap((keyed) => {
    if (session.projects.fileOf(keyed.key)?.uri !== file.uri) return [];
    return keyed.document.actors.filter(({ declared }) => declared === index).map((actor) => ({ ...keyed, actor }));
  });
  const selection = rangeOf(text, entry.nameSpan ?? entry.span);
  return { origin: { uri: file.uri, range: rangeOf(text, entry.span), selection }, found };
}

/** The places in the form that the client understands; null for none. */
export function toDefinition(
  origin: Range,
  targets: readonly Target[],
  links: boolean,
): Location | Location[] | LocationLink[] | null {
  const [first] = targets;
  if (!first) return null;
  if (links)
    return targets.map(({ uri, range, selection }) => ({
      originSelectionRange: origin,
      targetUri: uri,
      targetRange: range,
      targetSelectionRange: selection,
    }));
  const locations = targets.map(({ uri, selection }) => ({ uri, range: selection }));
  return locations.length > 1 ? locations : locations[0]!;
}
