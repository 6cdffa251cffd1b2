// textDocument/definition: where an actor is introduced, a figure's fullest statement, and where the project file declares
// either. From an entry of the project file: where the texts introduce the actor, or state the fact.

import type { CancellationToken, DefinitionParams, Location, LocationLink } from 'vscode-languageserver';
import { findDefinition, findSymbol } from '../core/index.ts';
import { findDeclaration, findDeclaredActors, findFactDeclaration, type Target, toDefinition } from './declaration.ts';
import { findCursor, findLocation, keyed } from './location.ts';
import { rangeOf } from './positions.ts';
import { findStatedFact } from './projectCursor.ts';
import type { Session } from './session.ts';

export async function definition(
  session: Session,
  params: DefinitionParams,
  token: CancellationToken,
): Promise<Location | Location[] | LocationLink[] | null> {
  const { definitionLinks } = session.client;
  const cursor = findCursor(session, params);
  if (!cursor) {
    const stated = await findStatedFact(session, params, token);
    const declared = stated ? undefined : await findDeclaredActors(session, params, token);
    const sites = declared?.found.map(({ key, document, actor }) => ({
      document: key,
      span: document.spanOf(actor.mentions[0]!),
    }));
    const origin = stated?.origin ?? declared?.origin.selection ?? noRange;
    const places = stated?.sites.map(({ site }) => site) ?? sites ?? [];
    const targets = places.flatMap((site) => findLocation(session, site) ?? []).map(toTarget);
    return toDefinition(origin, targets, definitionLinks);
  }
  const { snapshot, offset } = cursor;
  const found = findDefinition(keyed(snapshot), offset);
  const target = found && findLocation(session, found.target);
  if (!target) return null;
  const symbol = findSymbol(snapshot.document, offset);
  const declaration =
    symbol?.kind === 'mention'
      ? findDeclaration(session, snapshot.uri, symbol.actor)
      : symbol && findFactDeclaration(session, snapshot, symbol.claim);
  const targets = [toTarget(target), ...(declaration ? [declaration] : [])];
  return toDefinition(rangeOf(snapshot.text, found.origin), targets, definitionLinks);
}

const noRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function toTarget({ uri, range }: Location): Target {
  return { uri, range, selection: range };
}
