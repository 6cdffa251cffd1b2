// textDocument/definition: where an actor is introduced, and where the project file declares it; a figure's fullest
// statement. From an entry of the project file: where the texts introduce the actor.

import type { CancellationToken, DefinitionParams, Location, LocationLink } from 'vscode-languageserver';
import { findDefinition, findSymbol } from '../core/index.ts';
import { findDeclaration, findDeclaredActors, type Target, toDefinition } from './declaration.ts';
import { findCursor, findLocation, keyed } from './location.ts';
import { rangeOf } from './positions.ts';
import type { Session } from './session.ts';

export async function definition(
  session: Session,
  params: DefinitionParams,
  token: CancellationToken,
): Promise<Location | Location[] | LocationLink[] | null> {
  const { definitionLinks } = session.client;
  const cursor = findCursor(session, params);
  if (!cursor) {
    const declared = await findDeclaredActors(session, params, token);
    const introductions = declared?.found.flatMap(({ key, document, actor }) => {
      const location = findLocation(session, { document: key, span: document.spanOf(actor.mentions[0]!) });
      return location ? [toTarget(location)] : [];
    });
    return toDefinition(declared?.origin.selection ?? noRange, introductions ?? [], definitionLinks);
  }
  const { snapshot, offset } = cursor;
  const found = findDefinition(keyed(snapshot), offset);
  const target = found && findLocation(session, found.target);
  if (!target) return null;
  const symbol = findSymbol(snapshot.document, offset);
  const declaration = symbol?.kind === 'mention' && findDeclaration(session, snapshot.uri, symbol.actor);
  const targets = [toTarget(target), ...(declaration ? [declaration] : [])];
  return toDefinition(rangeOf(snapshot.text, found.origin), targets, definitionLinks);
}

const noRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function toTarget({ uri, range }: Location): Target {
  return { uri, range, selection: range };
}
