// What the features share while one client is connected.

import type { CancellationToken, Connection } from 'vscode-languageserver';
import { type DocumentDigest, digestOf, type KeyedDigest } from '../core/index.ts';
import type { Host } from '../host/host.ts';
import { type AnnotationStore, createAnnotationStore } from './annotations/annotationStore.ts';
import { createFileProblems } from './annotations/fileProblems.ts';
import { type ClientFeatures, readClientFeatures } from './clientFeatures.ts';
import { type Comparison, createComparison } from './comparison.ts';
import { createOpenDocuments, type DocumentContext, type OpenDocuments, type Snapshot } from './documents.ts';
import type { IndexedText, PositionEncoding } from './positions.ts';
import { createProjects, type Projects } from './projects.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { createWorkspaceDocuments, type WorkspaceDocuments } from './workspaceDocuments.ts';

export interface Session {
  readonly connection: Connection;
  readonly host: Host;
  readonly documents: OpenDocuments;
  readonly workspace: WorkspaceDocuments;
  readonly projects: Projects;
  /** The documents that are held against each other. */
  readonly comparison: Comparison;
  /** Project files that are open, by their key, as the editor has them now; what they say counts a moment later. */
  readonly projectTexts: Map<string, OpenProjectText>;
  readonly annotations: AnnotationStore;
  /** Documents that have a file of annotations; undefined until somebody asks, and when there may be others. */
  annotationFiles: readonly string[] | undefined;
  client: ClientFeatures;
  encoding: PositionEncoding;
  settings: Settings;
  /** URIs of the workspace folders. */
  folders: readonly string[];
  state: 'starting' | 'running' | 'ending';
  /** Whether settings and project files have been read, so that problems may be published. */
  readonly readiness: Readiness;
  /** Whether the problems of files that are not open are shown too. */
  workspaceChecked: boolean;
}

export interface OpenProjectText {
  readonly text: IndexedText;
  readonly version: number;
}

export interface Readiness {
  readonly reached: boolean;
  /** Resolves once it is reached. */
  readonly wait: Promise<void>;
  reach(): void;
}

function createReadiness(): Readiness {
  let reached = false;
  let resolve: () => void = () => undefined;
  const wait = new Promise<void>((resolveWait) => {
    resolve = resolveWait;
  });
  return {
    get reached() {
      return reached;
    },
    wait,
    reach() {
      reached = true;
      resolve();
    },
  };
}

/** A session before the client has introduced itself. */
export function createSession(connection: Connection, host: Host): Session {
  const projects = createProjects(host);
  const context: DocumentContext = {
    encodingOf: () => session.encoding,
    isListed: (uri) => projects.lists(uri),
    optionsOf: (uri) => projects.optionsOf(uri),
    follow: (uri) => projects.follow(uri),
  };
  const documents = createOpenDocuments(context);
  // It looks at the session only when it is asked.
  const comparison = createComparison(() => session);
  const session: Session = {
    connection,
    host,
    documents,
    workspace: createWorkspaceDocuments(
      host,
      context,
      (key) => documents.isOpenKey(key),
      () => session.client.cacheFolder,
      (message) => connection.console.warn(message),
    ),
    projects,
    comparison,
    projectTexts: new Map(),
    annotations: createAnnotationStore(host, {
      onFile: createFileProblems(connection),
      isWatched: () => session.client.watchRegistration,
    }),
    annotationFiles: undefined,
    client: readClientFeatures({}),
    encoding: 'utf-16',
    settings: defaultSettings,
    folders: [],
    state: 'starting',
    readiness: createReadiness(),
    workspaceChecked: false,
  };
  return session;
}

/** Digests the workspace's files, so that a question about all documents is answered for all; throws when cancelled. */
export async function loadWorkspace(session: Session, token: CancellationToken): Promise<void> {
  if (!session.client.watchRegistration) session.workspace.forget();
  await session.readiness.wait;
  await session.workspace.load(session.folders, token);
}

/** The open documents, by address. */
export function openSnapshots(session: Session): Snapshot[] {
  const open = session.documents.served().flatMap((uri) => session.documents.find(uri) ?? []);
  return open.sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

/** What is known of every document of the workspace, open or not, by address. */
export function allDigests(session: Session): KeyedDigest[] {
  const open = openSnapshots(session).map(({ uri, document }) => ({ key: uri, digest: digestOf(document) }));
  return [...open, ...session.workspace.digests()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The open documents, and the files of the workspace that are wanted, analysed; by address. */
export async function snapshotsWith(
  session: Session,
  isWanted: (digest: DocumentDigest, uri: string) => boolean,
  token: CancellationToken,
): Promise<Snapshot[]> {
  const files = await session.workspace.analyse(isWanted, token);
  return [...openSnapshots(session), ...files].sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

/** A document by its address, open or read from its file. */
export function findSnapshot(session: Session, uri: string): Snapshot | undefined {
  return session.documents.isOpen(uri) ? session.documents.find(uri) : session.workspace.find(uri);
}
