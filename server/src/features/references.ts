// textDocument/references: every mention of an actor, in all documents of the workspace; every statement of a figure.
// From an entry of the project file: the mentions of the actor, or the statements of the fact that it declares.

import type { CancellationToken, Location, ReferenceParams } from 'vscode-languageserver';
import { findReferences, type Site } from '../core/index.ts';
import { findDeclaredActors } from './declaration.ts';
import { findCursorInWorkspace, keyed, locateSites } from './location.ts';
import { findStatedFact } from './projectCursor.ts';
import { openSnapshots, type Session } from './session.ts';

export async function references(
  session: Session,
  params: ReferenceParams,
  token: CancellationToken,
): Promise<Location[] | null> {
  const cursor = await findCursorInWorkspace(session, params, token);
  const sites = cursor
    ? findReferences(openSnapshots(session).map(keyed), keyed(cursor.snapshot).key, cursor.offset, {
        includeDeclaration: params.context?.includeDeclaration !== false,
        elsewhere: session.workspace.digests(),
      })
    : await findDeclaredSites(session, params, token);
  if (!sites) return null;
  return (await locateSites(session, sites)).flatMap((location) => location ?? []);
}

/** Where the texts mention the actor, or state the fact, that the entry of a project file declares. */
async function findDeclaredSites(
  session: Session,
  params: ReferenceParams,
  token: CancellationToken,
): Promise<readonly Site[] | undefined> {
  const stated = await findStatedFact(session, params, token);
  if (stated) return stated.sites.map(({ site }) => site);
  const declared = await findDeclaredActors(session, params, token);
  return declared?.found.flatMap(({ key, document, actor }) =>
    actor.mentions.map((mention) => ({ document: key, span: document.spanOf(mention) })),
  );
}
