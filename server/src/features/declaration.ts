// Declarations in the project file: where `concordance.yaml` declares the actor that a text mentions or the figure that it
// states, and which actors of the texts an entry at the cursor declares.

import type {
  CancellationToken,
  Location,
  LocationLink,
  Range,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { type Actor, type Claim, findFactOf, findProjectEntry, type KeyedDocument } from '../core/index.ts';
import type { Snapshot } from './documents.ts';
import { indexText, rangeOf } from './positions.ts';
import { documentsOf, findProjectCursor } from './projectCursor.ts';
import type { Session } from './session.ts';

/** A place that a definition leads to: all of it, and what is selected there. */
export interface Target {
  readonly uri: string;
  readonly range: Range;
  readonly selection: Range;
}

/** What the project file that applies to a document says of an actor of it, or undefined. */
export function declaredEntry(session: Session, uri: string, actor: Actor) {
  return actor.declared === undefined ? undefined : session.projects.fileOf(uri)?.project.actors[actor.declared];
}

/** Where the project file declares an actor of the document, or undefined. */
export function findDeclaration(session: Session, uri: string, actor: Actor): Target | undefined {
  const file = session.projects.fileOf(uri);
  const entry = declaredEntry(session, uri, actor);
  if (!file || !entry) return undefined;
  const text = indexText(file.text, session.encoding);
  return { uri: file.uri, range: rangeOf(text, entry.span), selection: rangeOf(text, entry.nameSpan ?? entry.span) };
}

/** Where the project file declares what a figure states or contradicts, or undefined. */
export function findFactDeclaration(session: Session, { uri, document }: Snapshot, claim: Claim): Target | undefined {
  const file = session.projects.fileOf(uri);
  const fact = file && findFactOf(document, claim, file.project.facts);
  if (!file || !fact) return undefined;
  const range = rangeOf(indexText(file.text, session.encoding), fact.span);
  return { uri: file.uri, range, selection: range };
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
  const cursor = findProjectCursor(session, params);
  const found = cursor && findProjectEntry(cursor.text.source, cursor.project, cursor.offset);
  if (!cursor || found?.kind !== 'actor') return undefined;
  const { index, entry, span } = found;
  const documents = await documentsOf(session, cursor.uri, token, ({ actors }) =>
    actors.some(({ declared }) => declared === index),
  );
  const actors = documents.flatMap((keyed) =>
    keyed.document.actors.filter(({ declared }) => declared === index).map((actor) => ({ ...keyed, actor })),
  );
  const origin = { uri: cursor.uri, range: rangeOf(cursor.text, entry.span), selection: rangeOf(cursor.text, span) };
  return { origin, found: actors };
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
