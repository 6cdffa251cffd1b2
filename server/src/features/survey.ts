// concordance/actors, /claims and /overview: all that a document says, for views beside the text.

import { actorIndexOf, actorTiesOf, claimLedgerOf, type Span, timelineOf } from '../core/index.ts';
import type { Snapshot } from './documents.ts';
import { rangeOf } from './positions.ts';
import type { ActorEntry, ClaimEntry, DocumentParams, Overview, Place } from './protocol.ts';
import type { Session } from './session.ts';

export async function actors(session: Session, params: DocumentParams): Promise<readonly ActorEntry[] | null> {
  const snapshot = await findServed(session, params);
  if (!snapshot) return null;
  return actorIndexOf(snapshot.document).map(({ sections, ...actor }) => ({
    ...actor,
    sections: sections.map(({ title, mentions }) => ({ title, mentions: placed(snapshot, mentions) })),
  }));
}

export async function claims(session: Session, params: DocumentParams): Promise<readonly ClaimEntry[] | null> {
  const snapshot = await findServed(session, params);
  return snapshot ? claimsOf(snapshot) : null;
}

export async function overview(session: Session, params: DocumentParams): Promise<Overview | null> {
  const snapshot = await findServed(session, params);
  if (!snapshot) return null;
  const { document } = snapshot;
  const entries = claimsOf(snapshot);
  const differing = new Set(
    claimLedgerOf(document).flatMap(({ statements }) =>
      statements.filter(({ differs }) => differs).map(({ span }) => span.start),
    ),
  );
  const dated = timelineOf(document).map((claim) => ({ ...claim, differs: differing.has(claim.span.start) }));
  const { actors: tied, ties } = actorTiesOf(document);
  return {
    timeline: placed(snapshot, dated),
    actors: placed(snapshot, tied),
    ties: placed(snapshot, ties),
    claims: entries,
  };
}

function claimsOf(snapshot: Snapshot): ClaimEntry[] {
  return claimLedgerOf(snapshot.document).map(({ statements, ...entry }) => ({
    ...entry,
    statements: placed(snapshot, statements),
  }));
}

async function findServed(session: Session, params: DocumentParams): Promise<Snapshot | undefined> {
  await session.readiness.wait;
  return typeof params?.uri === 'string' ? session.documents.find(params.uri) : undefined;
}

/** What core places by spans, placed as the protocol does it. */
function placed<Item extends { readonly span: Span }>(
  { uri, text }: Snapshot,
  items: readonly Item[],
): (Omit<Item, 'span'> & { readonly place: Place })[] {
  return items.map(({ span, ...item }) => ({ ...item, place: { uri, range: rangeOf(text, span) } }));
}
