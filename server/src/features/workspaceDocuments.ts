// The files of the workspace folders, read and analysed when somebody asks about all of them, and read again when they
// change. A file that is open in the editor is taken from there.

import type { CancellationToken } from 'vscode-languageserver';
import { analyse } from '../core/index.ts';
import type { Host, UnreadablePlace } from '../host/host.ts';
import { cancelled, nextTurn } from './answer.ts';
import { type DocumentContext, formatOf, type Snapshot } from './documents.ts';
import { indexText } from './positions.ts';
import { keyOfUri } from './uri.ts';

export interface LoadedWorkspace {
  /** Addresses of all documents, sorted, open or not. */
  readonly uris: readonly string[];
  readonly unreadable: readonly UnreadablePlace[];
}

export interface WorkspaceDocuments {
  /**
   * Reads what has not been read yet. `report` is told how far it is, 0…1. Throws when cancelled; what was read until then
   * is kept.
   */
  load(
    folders: readonly string[],
    token: CancellationToken,
    report?: (done: number, uri: string) => void,
  ): Promise<LoadedWorkspace>;
  known(): readonly Snapshot[];
  find(uri: string): Snapshot | undefined;
  /** Reads one file again; undefined where it is gone or unreadable. */
  refresh(uri: string): Promise<Snapshot | undefined>;
  /** Forgets one file, or all of them and which there are. */
  forget(uri?: string): void;
  /** Looks again which files there are when they are next asked for. */
  relist(): void;
}

/** Work between two looks at the messages that have come in, in milliseconds. */
const slice = 20;

/** `isOpen` says which files are taken from the editor instead. */
export function createWorkspaceDocuments(
  host: Host,
  context: DocumentContext,
  isOpen: (uri: string) => boolean,
): WorkspaceDocuments {
  const files = new Map<string, Snapshot>();
  let listing: Promise<LoadedWorkspace> | undefined;

  /** Answers why the file cannot be read. */
  async function read(uri: string): Promise<string | undefined> {
    const result = await host.readDocument(uri);
    if ('problem' in result) {
      files.delete(keyOfUri(uri));
      return result.problem;
    }
    const document = analyse(result.text, { ...context.optionsOf(uri), format: formatOf(uri) });
    files.set(keyOfUri(uri), { uri, text: indexText(result.text, context.encodingOf()), document });
    return undefined;
  }

  async function list(folders: readonly string[]): Promise<LoadedWorkspace> {
    const listed = new Map<string, string>();
    const unreadable: UnreadablePlace[] = [];
    for (const folder of folders) {
      const found = await host.findDocuments(folder);
      for (const uri of found.uris) {
        await context.follow(uri);
        if (context.isListed(uri)) listed.set(keyOfUri(uri), uri);
      }
      unreadable.push(...found.unreadable);
    }
    for (const key of files.keys()) if (!listed.has(key)) files.delete(key);
    return { uris: [...listed.values()].sort(), unreadable };
  }

  return {
    async load(folders, token, report) {
      listing ??= list(folders);
      const { uris, unreadable: folderProblems } = await listing;
      const unreadable = [...folderProblems];
      let turn = Date.now();
      for (const [index, uri] of uris.entries()) {
        if (token.isCancellationRequested) throw cancelled();
        if (files.has(keyOfUri(uri)) || isOpen(uri)) continue;
        const reason = await read(uri);
        if (reason !== undefined) unreadable.push({ uri, reason });
        if (Date.now() - turn < slice) continue;
        report?.(index / uris.length, uri);
        await nextTurn();
        turn = Date.now();
      }
      if (token.isCancellationRequested) throw cancelled();
      return { uris, unreadable };
    },
    known: () => [...files.values()],
    find: (uri) => files.get(keyOfUri(uri)),
    async refresh(uri) {
      await read(uri);
      return files.get(keyOfUri(uri));
    },
    forget(uri) {
      if (uri !== undefined) files.delete(keyOfUri(uri));
      else {
        files.clear();
        listing = undefined;
      }
    },
    relist() {
      listing = undefined;
    },
  };
}
