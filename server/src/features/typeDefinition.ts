// textDocument/typeDefinition: what an actor is. The project file says it where it declares the actor, else the first words
// with which the text describes it.

import type { Location, LocationLink, TypeDefinitionParams } from 'vscode-languageserver';
import { findSymbol } from '../core/index.ts';
import { findDeclaration, toDefinition } from './declaration.ts';
import { findCursor } from './location.ts';
import { rangeOf } from './positions.ts';
import type { Session } from './session.ts';

export function typeDefinition(
  session: Session,
  params: TypeDefinitionParams,
): Location | Location[] | LocationLink[] | null {
  const cursor = findCursor(session, params);
  const symbol = cursor && findSymbol(cursor.snapshot.document, cursor.offset);
  if (!cursor || symbol?.kind !== 'mention') return null;
  const { uri, text, document } = cursor.snapshot;
  const described = symbol.actor.descriptions[0];
  const range = described && rangeOf(text, document.spanOf(described));
  const target = findDeclaration(session, uri, symbol.actor) ?? (range && { uri, range, selection: range });
  return toDefinition(rangeOf(text, symbol.span), target ? [target] : [], session.client.typeDefinitionLinks);
}
