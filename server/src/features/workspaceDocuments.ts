// The files of the workspace folders: which there are, what each is about, and a few of them analysed. All are read once and
// digested, in threads where the host has some; what is analysed is kept for as long as there is room. A file that is open in
// the editor is taken from there.

import type { CancellationToken } from 'vscode-languageserver';
import {
  analyse,
  type DeclaredActor,
  type DocumentDigest,
  digestKey,
  digestOf,
  type KeyedDigest,
} from '../core/index.ts';
import { hashText } from '../core/text/hashText.ts';
import type { Host, UnreadablePlace } from '../host/host.ts';
import { cancelled, nextTurn } from './answer.ts';
import { createDigestCache, type DigestCache } from './digestCache.ts';
import { type DocumentContext, formatOf, type Snapshot } from './documents.ts';
import { createOrderedDigests } from './orderedDigests.ts';
import { indexText } from './positions.ts';
import { keyOfUri, parentOf } from './uri.ts';

export interface LoadedWorkspace {
  /** Addresses of all documents, sorted, open or not. */
  readonly uris: readonly string[];
  readonly unreadable: readonly UnreadablePlace[];
}

export interface WorkspaceDocuments {
  /**
   * Digests what has not been digested yet. `report` is told how far it is, 0…1. Throws when cancelled; what was read until
   * then is kept.
   */
  load(
    folders: readonly string[],
    token: CancellationToken,
    report?: (done: number, uri: string) => void,
  ): Promise<LoadedWorkspace>;
  /** What is known of the files that are not open. */
  digests(): readonly KeyedDigest[];
  /** The files of which the digest says that they are wanted, analysed; none that is open. */
  analyse(isWanted: (digest: DocumentDigest, uri: string) => boolean, token: CancellationToken): Promise<Snapshot[]>;
  /** The file, if its analysis is at hand. */
  find(uri: string): Snapshot | undefined;
  /** Reads and analyses one file again; undefined where it is gone or unreadable. */
  refresh(uri: string): Promise<Snapshot | undefined>;
  /** Forgets one file, or all of them and which there are. */
  forget(uri?: string): void;
  /** Looks again which files there are when they are next asked for. */
  relist(): void;
  /** Keeps what is known for the next session now, rather than some time after it has changed. */
  keep(): Promise<void>;
}

/** Work between two looks at the messages that have come in, in milliseconds. */
const slice = 20;
/** How many characters of text are kept analysed at least; an analysis takes many times the memory of its text. */
const keptLength = 1_000_000;
const NOBODY: readonly DeclaredActor[] = [];
/** So few short files are read in this thread, sooner than another one has started; in characters, what is short. */
const fewFiles = 4;
const shortLength = 20_000;
/** A file that is forgotten while it is being read is read so often before whoever asked goes without. */
const mostReads = 5;

/** How a file is read: `whole` analyses it, `near` does so where it is short, and else it is digested, in a thread if there are any. */
type Mode = 'whole' | 'near' | 'far';

interface DigestedFile {
  readonly uri: string;
  readonly key: string;
  readonly digest: DocumentDigest;
  /** What its host told of it before it was read, and how it was read. */
  readonly stamp?: string | undefined;
  /** Its analysis, where that was made on the way. */
  readonly snapshot?: Snapshot;
}

/** The documents of the workspace folders: keys and addresses, sorted. */
interface Listing {
  readonly documents: readonly (readonly [key: string, uri: string])[];
  readonly unreadable: readonly UnreadablePlace[];
}

/** A file that is being read just now. */
interface Reading {
  readonly turn: number;
  readonly mode: Mode;
  /** Resolves to why it cannot be read. */
  readonly end: Promise<string | undefined>;
}

/** `isOpenKey` says by the key of its address which file is taken from the editor instead; `cacheFolder` where the client would keep a cache. */
export function createWorkspaceDocuments(
  host: Host,
  context: DocumentContext,
  isOpenKey: (key: string) => boolean,
  cacheFolder: () => string | undefined,
  warn: (message: string) => void,
): WorkspaceDocuments {
  const files = new Map<string, DigestedFile>();
  const analysed = new Map<string, Snapshot>();
  const reading = new Map<string, Reading>();
  let readings = 0;
  let listing: Promise<Listing> | undefined;
  const ordered = createOrderedDigests();
  let opening: Promise<DigestCache> | undefined;
  let cache: DigestCache | undefined;

  const optionsFor = (uri: string) => ({ ...context.optionsOf(uri), format: formatOf(uri) });

  /** Reads and digests a file. Answers why it cannot be read. */
  async function readAnew(uri: string, mode: Mode): Promise<DigestedFile | string> {
    const there = mode === 'far' ? await readElsewhere(uri) : undefined;
    if (there) return there;
    const result = await host.readDocument(uri);
    if ('problem' in result) return result.problem;
    const isLong = mode === 'near' && result.text.length > shortLength;
    return (isLong ? await readElsewhere(uri) : undefined) ?? digestHere(uri, result.text, mode);
  }

  function digestHere(uri: string, text: string, mode: Mode): DigestedFile {
    const options = optionsFor(uri);
    const key = digestKey(text, options, host.store?.version ?? '');
    const digest = mode === 'whole' ? undefined : cache?.find(key);
    if (digest) return { uri, key, digest };
    const document = analyse(text, options);
    const snapshot = { uri, text: indexText(text, context.encodingOf()), document };
    return { uri, key, digest: digestOf(document), snapshot };
  }

  /** What an earlier session read of a file that is as it was then. */
  function recall(uri: string, stamp: string | undefined): DigestedFile | undefined {
    const known = stamp === undefined ? undefined : cache?.recall(uri, stamp);
    return known && { uri, ...known };
  }

  async function readElsewhere(uri: string): Promise<DigestedFile | string | undefined> {
    if (!host.digester?.reads(uri)) return undefined;
    const result = await host.digester.digest(uri, optionsFor(uri));
    if ('problem' in result) return result.problem;
    const digest = result.digest ?? cache?.find(result.key);
    return digest && { uri, key: result.key, digest };
  }

  /** How files are read, but for their texts: written out once for each list of declared actors. */
  const manners = new WeakMap<readonly DeclaredActor[], string>();

  function stampOf(uri: string): string | undefined {
    const stamp = host.store && host.stampOf?.(uri);
    if (stamp === undefined) return undefined;
    const { format, actors = NOBODY } = optionsFor(uri);
    const manner = manners.get(actors) ?? hashText(JSON.stringify(actors));
    manners.set(actors, manner);
    return `${stamp} ${format} ${manner}`;
  }

  /** Reads a file once for all who ask meanwhile. Answers why it cannot be read. */
  function read(uri: string, mode: Mode): Promise<string | undefined> {
    const key = keyOfUri(uri);
    const known = reading.get(key);
    if (known && (known.mode === 'whole' || mode !== 'whole')) return known.end;
    const turn = ++readings;
    // Begun once it is noted that it is being read.
    const end = Promise.resolve().then(async () => {
      // Told before it is read: what changes meanwhile has another stamp then.
      const stamp = stampOf(uri);
      const file = (mode === 'whole' ? undefined : recall(uri, stamp)) ?? (await readAnew(uri, mode));
      // Forgotten meanwhile: it has changed, and is read again by whoever asks next.
      if (reading.get(key)?.turn !== turn) return undefined;
      forget(key);
      if (typeof file === 'string') return file;
      const { snapshot, ...digested } = file;
      files.set(key, { ...digested, stamp });
      ordered.set(key, file.uri, file.digest);
      cache?.keepSoon(() => files.values());
      if (snapshot) analysed.set(key, snapshot);
      return undefined;
    });
    reading.set(key, { turn, mode, end });
    return end;
  }

  async function list(folders: readonly string[]): Promise<Listing> {
    const listed = new Map<string, string>();
    const unreadable: UnreadablePlace[] = [];
    for (const folder of folders) {
      const found = await host.findDocuments(folder);
      const followed = new Set<string>();
      for (const uri of found.uris) {
        const parent = parentOf(uri);
        if (!followed.has(parent)) await context.follow(uri);
        followed.add(parent);
        if (context.isListed(uri)) listed.set(keyOfUri(uri), uri);
      }
      unreadable.push(...found.unreadable);
    }
    for (const key of files.keys()) if (!listed.has(key)) forget(key);
    return { documents: [...listed].sort(([a], [b]) => (a < b ? -1 : 1)), unreadable };
  }

  function forget(key: string): void {
    const file = files.get(key);
    if (file) ordered.delete(file.uri);
    files.delete(key);
    analysed.delete(key);
    reading.delete(key);
  }

  /** Drops what was analysed longest ago, until there is room for more. */
  function makeRoom(): void {
    let length = 0;
    for (const [key, { text }] of [...analysed].reverse()) {
      length += text.source.length;
      if (length > keptLength) analysed.delete(key);
    }
  }

  return {
    async load(folders, token, report) {
      opening ??= createDigestCache(host, folders, cacheFolder(), warn);
      cache = await opening;
      listing ??= list(folders);
      const { documents, unreadable: folderProblems } = await listing;
      const unreadable = [...folderProblems];
      const isMissing = (key: string): boolean => !files.has(key) && !isOpenKey(key);
      const missing = documents.reduce((count, [key]) => (isMissing(key) ? count + 1 : count), 0);
      const mode = missing <= fewFiles ? 'near' : 'far';
      let next = 0;
      let turn = Date.now();
      const go = async (): Promise<void> => {
        while (next < documents.length && !token.isCancellationRequested) {
          const [key, uri] = documents[next++]!;
          if (!isMissing(key)) continue;
          const reason = await read(uri, mode);
          if (reason !== undefined) unreadable.push({ uri, reason });
          if (Date.now() - turn < slice) continue;
          report?.(next / documents.length, uri);
          makeRoom();
          await nextTurn();
          turn = Date.now();
        }
      };
      await Promise.all(Array.from({ length: host.digester?.lanes ?? 1 }, go));
      if (token.isCancellationRequested) throw cancelled();
      return { uris: documents.map(([, uri]) => uri), unreadable };
    },
    digests: () => ordered.without(isOpenKey),
    async analyse(isWanted, token) {
      makeRoom();
      const found: Snapshot[] = [];
      let turn = Date.now();
      for (const [key, { uri, digest }] of [...files]) {
        if (isOpenKey(key) || !isWanted(digest, uri)) continue;
        if (!analysed.has(key)) await read(uri, 'whole');
        const snapshot = analysed.get(key);
        if (snapshot) found.push(snapshot);
        if (token.isCancellationRequested) throw cancelled();
        if (Date.now() - turn < slice) continue;
        await nextTurn();
        turn = Date.now();
      }
      return found;
    },
    find: (uri) => analysed.get(keyOfUri(uri)),
    async refresh(uri) {
      makeRoom();
      for (let reads = 0; reads < mostReads; reads++) {
        const reason = await read(uri, 'whole');
        const snapshot = analysed.get(keyOfUri(uri));
        if (snapshot || reason !== undefined) return snapshot;
      }
      return undefined;
    },
    forget(uri) {
      if (uri !== undefined) forget(keyOfUri(uri));
      else {
        for (const key of [...files.keys(), ...reading.keys()]) forget(key);
        listing = undefined;
      }
    },
    relist() {
      listing = undefined;
    },
    keep: async () => cache?.keep(),
  };
}
