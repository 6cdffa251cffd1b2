// textDocument/references: every mention of an actor, in all documents of the workspace; every statement of a figure.

import type { CancellationToken, Location, ReferenceParams } from 'vscode-languageserver';
import { findReferences } from '../core/index.ts';
import { findCursorInWorkspace, findLocation, keyed, keyedDocuments } from './location.ts';
import type { Session } from './session.ts';

export async function references(
  session: Session,
  params: ReferenceParams,
  token: CancellationToken,
): Promise<Location[] | null> {
  const cursor = await findCursorInWorkspace(session, params, token);
  if (!cursor) return null;
  const includeDeclaration = params.context?.includeDeclaration !== false;
  const { key } = keyed(cursor.snapshot);
  const sites = findReferences(keyedDocuments(session), key, cursor.offset, { includeDeclaration });
  return sites?.flatMap((site) => findLocation(session, site) ?? []) ?? null;
}
