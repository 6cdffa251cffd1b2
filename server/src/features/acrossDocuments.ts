// What documents of the workspace say against each other, for those who ask about all of them once.

import { type ComparedDocument, checkAcross, type Problem, type Sensitivity } from '../core/index.ts';
import type { Snapshot } from './documents.ts';
import type { Session } from './session.ts';

/** So many characters are compared; larger workspaces are compared on the command line. */
export const mostCompared = 500_000;

/** The problems that each document has with the others; none where they are more than can be compared. */
export function findAcross(
  session: Session,
  snapshots: readonly Snapshot[],
): ReadonlyMap<Snapshot, readonly Problem[]> {
  if (lengthOf(snapshots) > mostCompared || snapshots.length < 2) return new Map();
  const found = checkAcross(comparedDocuments(session, snapshots), sensitivityFor(session, snapshots));
  return new Map(snapshots.map((snapshot, index) => [snapshot, found[index] ?? []]));
}

/** How many characters documents have together. */
export function lengthOf(snapshots: readonly Snapshot[]): number {
  return snapshots.reduce((sum, { text }) => sum + text.source.length, 0);
}

/** The documents with what their project files say. */
export function comparedDocuments(session: Session, snapshots: readonly Snapshot[]): ComparedDocument[] {
  return snapshots.map(({ uri, document }) => ({ key: uri, document, project: session.projects.of(uri).project }));
}

/** How sure a conflict between documents must be: as the project of the first one wants it. */
export function sensitivityFor(session: Session, [first]: readonly Snapshot[]): Sensitivity {
  return (first && session.projects.of(first.uri).project.sensitivity) ?? 'balanced';
}
