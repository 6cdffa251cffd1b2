// The documents that "Check Workspace" has held against each other, and what each of them has with the others: worked out
// again when one of them changes, for as long as they are few enough. When to do so and what to show is left to the publisher.

import { type AnalysedDocument, checkAcrossInSteps, type Problem } from '../core/index.ts';
import { shiftSpan } from '../core/text/span.ts';
import { comparedDocuments, lengthOf, mostCompared, sensitivityFor } from './acrossDocuments.ts';
import type { Snapshot } from './documents.ts';
import { inSlices } from './inSlices.ts';
import { findSnapshot, type Session } from './session.ts';
import { isBelow, keyOfUri } from './uri.ts';

export interface Comparison {
  /** Compares nothing any more. */
  stop(): void;
  /** Holds these, of `mostCompared` characters at most, against each other from now on. Answers what each has with the others. */
  start(snapshots: readonly Snapshot[]): Promise<ReadonlyMap<Snapshot, readonly Problem[]>>;
  /**
   * What this state of a document has with the others. Where they were compared with an earlier one, what stood outside of
   * the edit then; the same list for the same state until they are compared again.
   */
  of(snapshot: Snapshot): readonly Problem[];
  /** Whether the others were compared with another state of the document, or not yet with any. */
  isBehind(snapshot: Snapshot): boolean;
  /** Leaves a document out; answers whether others were compared with it. */
  forget(uri: string): boolean;
  /**
   * Compares again what has changed, in slices between which other messages are handled. Answers the documents that have, or
   * had, something with others; undefined if one was edited meanwhile, and is to be waited for.
   */
  renew(): Promise<Snapshot[] | undefined>;
}

interface Compared {
  readonly document: AnalysedDocument;
  readonly problems: readonly Problem[];
}

export function createComparison(sessionOf: () => Session): Comparison {
  /** By the keys of their addresses. */
  let compared = new Map<string, Compared>();
  let carried = new WeakMap<AnalysedDocument, readonly Problem[]>();
  const uris = new Map<string, string>();
  let lineage = {};
  let isOn = false;

  function stop(): void {
    compared = new Map();
    uris.clear();
    lineage = {};
    isOn = false;
  }

  async function compare(snapshots: readonly Snapshot[]): Promise<readonly Problem[][] | undefined> {
    const session = sessionOf();
    const isCurrent = () => snapshots.every((one) => one.version === undefined || session.documents.isCurrent(one));
    const steps = checkAcrossInSteps(
      comparedDocuments(session, snapshots),
      sensitivityFor(session, snapshots),
      lineage,
    );
    const own = lineage;
    const found = await inSlices(steps, () => own === lineage && isCurrent());
    if (!found || own !== lineage || !isCurrent()) return undefined;
    carried = new WeakMap();
    compared = new Map(
      snapshots.map(({ uri, document }, index) => [keyOfUri(uri), { document, problems: found[index] ?? [] }]),
    );
    return found;
  }

  /** The present state of all that are compared, by address. */
  async function present(): Promise<Snapshot[]> {
    const session = sessionOf();
    const found: Snapshot[] = [];
    for (const [key, uri] of [...uris]) {
      const snapshot = findSnapshot(session, uri) ?? (await session.workspace.refresh(uri));
      if (snapshot) found.push(snapshot);
      else uris.delete(key);
    }
    return found.sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  return {
    stop,
    async start(snapshots) {
      stop();
      isOn = true;
      for (const { uri } of snapshots) uris.set(keyOfUri(uri), uri);
      const found = await compare(snapshots);
      return new Map(snapshots.map((snapshot, index) => [snapshot, found?.[index] ?? []]));
    },
    of({ uri, document }) {
      const known = compared.get(keyOfUri(uri));
      if (!known || known.document === document) return known?.problems ?? [];
      const moved = carried.get(document) ?? carryOver(known, document.source);
      carried.set(document, moved);
      return moved;
    },
    isBehind({ uri, document }) {
      if (!isOn || compared.get(keyOfUri(uri))?.document === document) return false;
      const session = sessionOf();
      const isOurs = session.projects.lists(uri) && session.folders.some((folder) => isBelow(uri, folder));
      if (isOurs) uris.set(keyOfUri(uri), uri);
      return uris.has(keyOfUri(uri));
    },
    forget(uri) {
      return uris.delete(keyOfUri(uri));
    },
    async renew() {
      const before = compared;
      const snapshots = await present();
      if (lengthOf(snapshots) > mostCompared) stop();
      else if (!(await compare(snapshots))) return undefined;
      const had = (found: ReadonlyMap<string, Compared>, { uri }: Snapshot) =>
        (found.get(keyOfUri(uri))?.problems.length ?? 0) > 0;
      return snapshots.filter((snapshot) => had(before, snapshot) || had(compared, snapshot));
    },
  };
}

/** The problems that stand before or behind what has changed, in their places in the later source. */
function carryOver({ document, problems }: Compared, source: string): readonly Problem[] {
  if (problems.length === 0) return problems;
  const before = document.source;
  const least = Math.min(before.length, source.length);
  let prefix = 0;
  while (prefix < least && before.charCodeAt(prefix) === source.charCodeAt(prefix)) prefix++;
  let suffix = 0;
  while (
    suffix < least - prefix &&
    before.charCodeAt(before.length - 1 - suffix) === source.charCodeAt(source.length - 1 - suffix)
  )
    suffix++;
  return problems.flatMap((problem) => {
    if (problem.span.end <= prefix) return [problem];
    if (problem.span.start < before.length - suffix) return [];
    return [{ ...problem, span: shiftSpan(problem.span, source.length - before.length) }];
  });
}
