// textDocument/prepareCallHierarchy and callHierarchy/incomingCalls, outgoingCalls: an actor is “called” by those who are
// quoted as speaking of it, in any document, and “calls” those of whom it speaks itself.

import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CallHierarchyPrepareParams,
  CancellationToken,
} from 'vscode-languageserver';
import { type Actor, findQuotedMentions, findSameActor, findSameMentions, findSymbol } from '../core/index.ts';
import type { Snapshot } from './documents.ts';
import { findCursor } from './location.ts';
import { rangeOf } from './positions.ts';
import { findSnapshot, loadWorkspace, type Session, snapshotsWith } from './session.ts';
import { symbolKinds } from './symbolKind.ts';
import { relativePath } from './uri.ts';

export function prepareCallHierarchy(session: Session, params: CallHierarchyPrepareParams): CallHierarchyItem[] | null {
  const cursor = findCursor(session, params);
  const symbol = cursor && findSymbol(cursor.snapshot.document, cursor.offset);
  return cursor && symbol?.kind === 'mention' ? [toItem(session, cursor.snapshot, symbol.actor)] : null;
}

/** Those who speak of the actor, in all documents. */
export async function incomingCalls(
  session: Session,
  { item }: { readonly item: CallHierarchyItem },
  token: CancellationToken,
): Promise<CallHierarchyIncomingCall[] | null> {
  await loadWorkspace(session, token);
  const actor = findActor(session, item);
  if (!actor) return null;
  const snapshots = await snapshotsWith(session, (digest) => findSameMentions(digest, actor) !== undefined, token);
  return snapshots.flatMap((snapshot) => {
    const here = snapshot.uri === item.uri ? actor : findSameActor(snapshot.document, actor);
    return findQuotedMentions(snapshot.document)
      .filter(({ mentioned }) => mentioned === here)
      .map(({ speaker, spans }) => ({
        from: toItem(session, snapshot, speaker),
        fromRanges: spans.map((span) => rangeOf(snapshot.text, span)),
      }));
  });
}

/** Those of whom the actor speaks in the item's document. */
export function outgoingCalls(
  session: Session,
  { item }: { readonly item: CallHierarchyItem },
): CallHierarchyOutgoingCall[] | null {
  const actor = findActor(session, item);
  const snapshot = actor && findSnapshot(session, item.uri);
  if (!snapshot) return null;
  return findQuotedMentions(snapshot.document)
    .filter(({ speaker }) => speaker === actor)
    .map(({ mentioned, spans }) => ({
      to: toItem(session, snapshot, mentioned),
      fromRanges: spans.map((span) => rangeOf(snapshot.text, span)),
    }));
}

function toItem(session: Session, snapshot: Snapshot, actor: Actor): CallHierarchyItem {
  const range = rangeOf(snapshot.text, snapshot.document.spanOf(actor.mentions[0]!));
  return {
    name: actor.name,
    kind: symbolKinds[actor.kind],
    detail: relativePath(snapshot.uri, session.folders),
    uri: snapshot.uri,
    range,
    selectionRange: range,
    data: actor.id,
  };
}

/** The actor of an item that was made earlier, if its document still has it. */
function findActor(session: Session, { uri, data }: CallHierarchyItem): Actor | undefined {
  return findSnapshot(session, uri)?.document.actors.find(({ id }) => id === data);
}
