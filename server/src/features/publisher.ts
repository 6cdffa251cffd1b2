// When problems are published: some time after the last keystroke, only where they have changed, and never for a text that
// is no longer there.

import type { Diagnostic } from 'vscode-languageserver';
import {
  type CheckedInProject,
  checkInProject,
  checkInProjectInSteps,
  type Problem,
  type Steps,
} from '../core/index.ts';
import { finish } from '../core/text/steps.ts';
import { countFindings } from './countFindings.ts';
import { type TextFile, toDiagnostic } from './diagnostics.ts';
import { longText, type Snapshot } from './documents.ts';
import { inSlices } from './inSlices.ts';
import { type AnalysedParams, analysedNotification } from './protocol.ts';
import type { Session } from './session.ts';
import { keyOfUri } from './uri.ts';

export interface Publisher {
  /** Checks the open document after a delay in milliseconds, which begins anew at every call. */
  schedule(uri: string, delay: number): void;
  /**
   * Checks an open document and publishes its problems, a long one in slices between which other messages are handled;
   * undefined if it was edited meanwhile, or is not served.
   */
  check(uri: string): Promise<readonly Problem[] | undefined>;
  /** Checks this state of a document now; if others were compared with another state of it, they are again afterwards. */
  publish(snapshot: Snapshot): readonly Problem[];
  /** Publishes problems that were found elsewhere, those of a project file. */
  publishProblems(file: TextFile, problems: readonly Problem[]): void;
  /** Takes back what was published, and what was scheduled. */
  clear(uri: string): void;
  /** Whether problems of the document are shown, if only none. */
  isPublished(uri: string): boolean;
  /** Is told whenever the problems of a document have been published or taken back. */
  listen(listener: () => void): void;
  dispose(): void;
}

export function createPublisher(session: Session): Publisher {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const published = new Map<string, string>();
  let tell: () => void = () => undefined;
  let isComparing = false;
  let isBehind = false;

  function unschedule(key: string): void {
    clearTimeout(timers.get(key));
    timers.delete(key);
  }

  function send(uri: string, version: number | undefined, diagnostics: Diagnostic[]): void {
    const key = keyOfUri(uri);
    const printed = JSON.stringify(diagnostics);
    if (printed === (published.get(key) ?? '[]')) {
      published.set(key, printed);
      return;
    }
    published.set(key, printed);
    if (session.state === 'ending') return;
    void session.connection.sendDiagnostics({ uri, ...(version !== undefined && { version }), diagnostics });
  }

  function shown(problems: readonly Problem[]): readonly Problem[] {
    return session.settings.diagnosticsEnabled ? problems : [];
  }

  function publishProblems(file: TextFile, problems: readonly Problem[]): void {
    send(
      file.uri,
      file.version,
      shown(problems).map((problem) => toDiagnostic(session, file, problem)),
    );
  }

  /** Compares documents with each other again, and once more if one of them changes meanwhile. */
  async function compare(): Promise<void> {
    isComparing = true;
    try {
      do {
        isBehind = false;
        for (const snapshot of (await session.comparison.renew()) ?? []) publish(snapshot);
      } while (isBehind && session.state !== 'ending');
    } finally {
      isComparing = false;
    }
  }

  function compareSoon(): void {
    isBehind = true;
    if (!isComparing) void compare();
  }

  function publish(snapshot: Snapshot): readonly Problem[] {
    unschedule(keyOfUri(snapshot.uri));
    const problems = problemsOf(session, snapshot);
    publishProblems(snapshot, problems);
    const { version } = snapshot;
    if (session.client.status && version !== undefined)
      void session.connection.sendNotification(analysedNotification, describe(snapshot, version, shown(problems)));
    tell();
    if (session.comparison.isBehind(snapshot)) compareSoon();
    return problems;
  }

  async function check(uri: string): Promise<readonly Problem[] | undefined> {
    if ((await session.documents.prepare(uri)) === false) return undefined;
    const snapshot = session.documents.find(uri);
    if (!snapshot || !session.readiness.reached || session.state === 'ending') return undefined;
    if (!found.has(snapshot) && snapshot.text.source.length >= longText) {
      const checked = await inSlices(checkInSteps(session, snapshot), () => session.documents.isCurrent(snapshot));
      if (!checked || !session.documents.isCurrent(snapshot)) return undefined;
      found.set(snapshot, checked);
    }
    return publish(snapshot);
  }

  return {
    schedule(uri, delay) {
      const key = keyOfUri(uri);
      unschedule(key);
      timers.set(
        key,
        setTimeout(() => {
          timers.delete(key);
          void check(uri);
        }, delay),
      );
    },
    check,
    publish,
    publishProblems,
    clear(uri) {
      unschedule(keyOfUri(uri));
      send(uri, undefined, []);
      published.delete(keyOfUri(uri));
      tell();
      if (session.comparison.forget(uri)) compareSoon();
    },
    listen(listener) {
      tell = listener;
    },
    isPublished: (uri) => published.has(keyOfUri(uri)),
    dispose() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}

const found = new WeakMap<Snapshot, CheckedInProject>();

/** What the check of a document in this state found, as its project wants it; worked out once for all who ask. */
export function checkedOf(session: Session, snapshot: Snapshot): CheckedInProject {
  const known = found.get(snapshot);
  if (known) return known;
  const checked = finish(checkInSteps(session, snapshot));
  found.set(snapshot, checked);
  return checked;
}

function checkInSteps(session: Session, { uri, document, baseline }: Snapshot): Steps<CheckedInProject> {
  return checkInProjectInSteps(document, { ...session.projects.of(uri), ...(baseline && { baseline }) });
}

interface Joined {
  readonly across: readonly Problem[];
  readonly problems: readonly Problem[];
}

const joined = new WeakMap<Snapshot, Joined>();

/** The problems of a document, with those that it has with others: those that are given, or else as far as they are known. */
export function problemsOf(
  session: Session,
  snapshot: Snapshot,
  across: readonly Problem[] = session.comparison.of(snapshot),
): readonly Problem[] {
  if (across.length === 0) return checkedOf(session, snapshot).problems;
  const known = joined.get(snapshot);
  if (known?.across === across) return known.problems;
  const { document, baseline } = snapshot;
  const project = session.projects.of(snapshot.uri);
  const { problems } = checkInProject(document, { ...project, across, ...(baseline && { baseline }) });
  joined.set(snapshot, { across, problems });
  return problems;
}

function describe({ uri, document }: Snapshot, version: number, problems: readonly Problem[]): AnalysedParams {
  const { actors, claims } = document;
  return { uri, version, actors: actors.length, figures: claims.length, ...countFindings([[uri, problems]]) };
}
