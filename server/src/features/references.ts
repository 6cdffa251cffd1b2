// textDocument/references: every mention of an actor, in all documents that are known; every statement of a figure.

import type { Location, ReferenceParams } from 'vscode-languageserver';
import { findReferences } from '../core/index.ts';
import { findCursor, findLocation, keyed, keyedDocuments } from './location.ts';
import type { Session } from './session.ts';

export function references(session: Session, params: ReferenceParams): Location[] | null {
  const cursor = findCursor(session, params);
  if (!cursor) return null;
  const includeDeclaration = params.context?.includeDeclaration !== false;
  const { key } = keyed(cursor.snapshot);
  const sites = findReferences(keyedDocuments(session), key, cursor.offset, { includeDeclaration });
  return sites?.flatMap((site) => findLocation(session, site) ?? []) ?? null;
}
