// What documents of the workspace say against each other, for those who ask about all of them. While somebody writes,
// a document is checked by itself: the others would have to be weighed again after every key.

import { checkAcross, type Problem } from '../core/index.ts';
import type { Snapshot } from './documents.ts';
import type { Session } from './session.ts';

/**
 * So many characters are compared in one go, during which nobody else is answered; larger workspaces are compared on the
 * command line.
 */
export const mostCompared = 500_000;

/** The problems that each document has with the others; none where they are more than can be compared. */
export function findAcross(
  session: Session,
  snapshots: readonly Snapshot[],
): ReadonlyMap<Snapshot, readonly Problem[]> {
  const length = snapshots.reduce((sum, { text }) => sum + text.source.length, 0);
  if (length > mostCompared || snapshots.length < 2) return new Map();
  const documents = snapshots.map(({ uri, document }) => ({
    key: uri,
    document,
    project: session.projects.of(uri).project,
  }));
  const found = checkAcross(documents, documents[0]?.project.sensitivity ?? 'balanced');
  return new Map(snapshots.map((snapshot, index) => [snapshot, found[index] ?? []]));
}
