// textDocument/references: every mention of an actor, in all documents of the workspace; every statement of a figure.
// From an entry of the project file: the mentions of the actor, or the statements of the fact that it declares.

import type { CancellationToken, Location, ReferenceParams } from 'vscode-languageserver';
import { findReferences } from '../core/index.ts';
import { findDeclaredActors } from './declaration.ts';
import { findCursorInWorkspace, findLocation, keyed, keyedDocuments } from './location.ts';
import { findStatedFact } from './projectCursor.ts';
import type { Session } from './session.ts';

export async function references(
  session: Session,
  params: ReferenceParams,
  token: CancellationToken,
): Promise<Location[] | null> {
  const cursor = await findCursorInWorkspace(session, params, token);
  if (!cursor) {
    const stated = await findStatedFact(session, params, token);
    if (stated) return stated.sites.flatMap(({ site }) => findLocation(session, site) ?? []);
    const declared = await findDeclaredActors(session, params, token);
    const mentions = declared?.found.flatMap(({ key, document, actor }) =>
      actor.mentions.map((mention) => ({ document: key, span: document.spanOf(mention) })),
    );
    return mentions?.flatMap((site) => findLocation(session, site) ?? []) ?? null;
  }
  const includeDeclaration = params.context?.includeDeclaration !== false;
  const { key } = keyed(cursor.snapshot);
  const sites = findReferences(keyedDocuments(session), key, cursor.offset, { includeDeclaration });
  return sites?.flatMap((site) => findLocation(session, site) ?? []) ?? null;
}
