// Hints in project files on what has outlived the texts. They need every document, and so are looked for while somebody has
// a project file open or has had the workspace checked, a moment after the last change.

import { type CancellationToken, CancellationTokenSource } from 'vscode-languageserver';
import {
  type AcceptedDifference,
  type CheckedInProject,
  type DeclaredFact,
  type DocumentDigest,
  digestOf,
  type Problem,
  projectNotices,
} from '../core/index.ts';
import { cancelled, nextTurn } from './answer.ts';
import { indexText } from './positions.ts';
import type { ProjectFile } from './projects.ts';
import { checkedOf, type Publisher } from './publisher.ts';
import { loadWorkspace, openSnapshots, type Session } from './session.ts';
import { isBelow, keyOfUri } from './uri.ts';

/** Publishes what is to be said of project files: their mistakes as they are read, and the hints once they are known. */
export function publishProjects(session: Session, publisher: Publisher): void {
  const known = new Map<string, { readonly text: string; readonly notices: readonly Problem[] }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = new CancellationTokenSource();

  function publish({ uri, text, problems }: ProjectFile): void {
    const last = known.get(keyOfUri(uri));
    const notices = last?.text === text ? last.notices : [];
    const all = [...problems, ...notices].sort((a, b) => a.span.start - b.span.start);
    publisher.publishProblems({ uri, text: indexText(text, session.encoding) }, all);
  }

  async function refresh(): Promise<void> {
    running.cancel();
    running = new CancellationTokenSource();
    const { token } = running;
    for (const file of session.projects.files()) {
      const isWanted = session.workspaceChecked || session.projectTexts.has(keyOfUri(file.uri));
      if (!isWanted || session.state !== 'running') continue;
      // What was cancelled is looked for again by what cancelled it.
      const notices = await findNotices(session, file, token).catch(() => undefined);
      if (!notices || token.isCancellationRequested) return;
      known.set(keyOfUri(file.uri), { text: file.text, notices });
      if (session.projects.find(file.uri)?.text === file.text) publish(file);
    }
  }

  const schedule = () => {
    clearTimeout(timer);
    if (session.state !== 'running' || (session.projectTexts.size === 0 && !session.workspaceChecked)) return;
    timer = setTimeout(() => void refresh(), session.settings.diagnosticsDelay);
  };
  session.projects.listen((file) => {
    publish(file);
    schedule();
  });
  // A client that reports no changed files has them all read again for every look.
  publisher.listen(() => {
    if (session.client.watchRegistration) schedule();
  });
}

async function findNotices(session: Session, file: ProjectFile, token: CancellationToken): Promise<Problem[]> {
  await loadWorkspace(session, token);
  const checked: string[] = [];
  const met = new Set<AcceptedDifference>();
  const stated = new Set<DeclaredFact>();
  const add = (uri: string, found: ShownEntries) => {
    checked.push(session.projects.of(uri).path);
    for (const entry of found.met) met.add(entry);
    for (const fact of found.stated) stated.add(fact);
  };
  const isOfFile = (uri: string) => session.projects.fileOf(uri) === file;
  for (const snapshot of openSnapshots(session))
    if (isOfFile(snapshot.uri)) add(snapshot.uri, checkedOf(session, snapshot));
  let turn = Date.now();
  for (const { key, digest } of session.workspace.digests()) {
    if (!isOfFile(key)) continue;
    const found = shownIn(digest, file) ?? (await readShown(session, key, file));
    if (found) add(key, found);
    if (token.isCancellationRequested) throw cancelled();
    if (Date.now() - turn < slice) continue;
    await nextTurn();
    turn = Date.now();
  }
  const isWhole = session.folders.some((folder) => isBelow(file.uri, folder));
  return projectNotices(file.project, file.text, { checked, met, stated, isWhole, isAcross: false });
}

/** The entries of a project file that one document still shows. */
type ShownEntries = Pick<CheckedInProject, 'met' | 'stated'>;

/** Work between two looks at the messages that have come in, in milliseconds. */
const slice = 20;

/** What the files that are not open show, so that none is analysed again for a change in another. */
const shown = new WeakMap<DocumentDigest, { readonly file: ProjectFile; readonly entries: ShownEntries }>();

function shownIn(digest: DocumentDigest, file: ProjectFile): ShownEntries | undefined {
  const known = shown.get(digest);
  return known?.file === file ? known.entries : undefined;
}

async function readShown(session: Session, uri: string, file: ProjectFile): Promise<ShownEntries | undefined> {
  const snapshot = session.workspace.find(uri) ?? (await session.workspace.refresh(uri));
  if (!snapshot) return undefined;
  const { met, stated } = checkedOf(session, snapshot);
  shown.set(digestOf(snapshot.document), { file, entries: { met, stated } });
  return { met, stated };
}
