// textDocument/definition: where an actor is introduced, and a figure's fullest statement.

import type { DefinitionParams, Location, LocationLink } from 'vscode-languageserver';
import { findDefinition } from '../core/index.ts';
import { findCursor, findLocation, keyed } from './location.ts';
import { rangeOf } from './positions.ts';
import type { Session } from './session.ts';

export function definition(session: Session, params: DefinitionParams): Location | LocationLink[] | null {
  const cursor = findCursor(session, params);
  const found = cursor && findDefinition(keyed(cursor.snapshot), cursor.offset);
  const target = found && findLocation(session, found.target);
  if (!target) return null;
  if (!session.client.definitionLinks) return target;
  const originSelectionRange = rangeOf(cursor.snapshot.text, found.origin);
  return [
    { originSelectionRange, targetUri: target.uri, targetRange: target.range, targetSelectionRange: target.range },
  ];
}
