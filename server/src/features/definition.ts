// textDocument/definition: what a cross-reference leads to, and where one comes from; where an actor is introduced, a figure's
// fullest statement, and where the project file declares either. From an entry of the project file: where the texts introduce
// the actor, or state the fact.

import type { CancellationToken, DefinitionParams, Location, LocationLink } from 'vscode-languageserver';
import { findDefinition, findSymbol } from '../core/index.ts';
import { type FollowedLinks, linksAt } from './annotations/linkRequests.ts';
import { findDeclaration, findDeclaredActors, findFactDeclaration, type Target, toDefinition } from './declaration.ts';
import { findCursor, findLocation, keyed } from './location.ts';
import { offsetAt, rangeOf } from './positions.ts';
import { findStatedFact } from './projectCursor.ts';
import type { Session } from './session.ts';

export async function definition(
  session: Session,
  params: DefinitionParams,
  token: CancellationToken,
): Promise<Location | Location[] | LocationLink[] | null> {
  const { definitionLinks } = session.client;
  const followed = await followLinks(session, params);
  const cursor = findCursor(session, params);
  if (!cursor) {
    const stated = await findStatedFact(session, params, token);
    const declared = stated ? undefined : await findDeclaredActors(session, params, token);
    const sites = declared?.found.map(({ key, document, actor }) => ({
      document: key,
      span: document.spanOf(actor.mentions[0]!),
    }));
    const origin = stated?.origin ?? declared?.origin.selection ?? followed?.origin ?? noRange;
    const places = stated?.sites.map(({ site }) => site) ?? sites ?? [];
    const targets = places.flatMap((site) => findLocation(session, site) ?? []).map(toTarget);
    return toDefinition(origin, [...(followed?.targets ?? []), ...targets], definitionLinks);
  }
  const { snapshot, offset } = cursor;
  const found = findDefinition(keyed(snapshot), offset);
  const target = found && findLocation(session, found.target);
  if (!target) return toDefinition(followed?.origin ?? noRange, followed?.targets ?? [], definitionLinks);
  const symbol = findSymbol(snapshot.document, offset);
  const declaration =
    symbol?.kind === 'mention'
      ? findDeclaration(session, snapshot.uri, symbol.actor)
      : symbol && findFactDeclaration(session, snapshot, symbol.claim);
  const targets = [...(followed?.targets ?? []), toTarget(target), ...(declaration ? [declaration] : [])];
  return toDefinition(rangeOf(snapshot.text, found.origin), targets, definitionLinks);
}

async function followLinks(session: Session, params: DefinitionParams): Promise<FollowedLinks | undefined> {
  const uri: unknown = params.textDocument?.uri;
  const text = typeof uri === 'string' ? session.documents.textOf(uri) : undefined;
  return text && linksAt(session, uri as string, offsetAt(text, params.position));
}

const noRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function toTarget({ uri, range }: Location): Target {
  return { uri, range, selection: range };
}
