// The files of the workspace: when they are read, in which thread, and when an earlier session's reading serves.

import { describe, expect, it } from 'vitest';
import { CancellationToken } from 'vscode-languageserver';
import { analyse, type DeclaredActor, digestOf } from '../../../server/src/core/index.ts';
import type { DocumentContext } from '../../../server/src/features/documents.ts';
import { createWorkspaceDocuments, type WorkspaceDocuments } from '../../../server/src/features/workspaceDocuments.ts';
import type { DigestStore, DocumentText, Host } from '../../../server/src/host/host.ts';
import { createMemoryHost, createMemoryStore } from '../../support/memoryHost.ts';

const uri = 'file:///notes/mill.md';

const context: DocumentContext = {
  encodingOf: () => 'utf-16',
  isListed: () => true,
  optionsOf: () => ({}),
  follow: async () => false,
};

/** A host with one document; `whileReading` is told how often it was read, before each answer. */
function hostOf(answer: DocumentText, whileReading: (times: number) => void): Host {
  let times = 0;
  return {
    findDocuments: async () => ({ uris: [uri], unreadable: [] }),
    readDocument: async () => {
      await Promise.resolve();
      whileReading(++times);
      return answer;
    },
    findAnnotationFiles: async () => ({ uris: [], unreadable: [] }),
    writeFile: async () => ({}),
    findAuthor: async () => undefined,
  };
}

/** The files of the workspace, none of them open. */
function documentsOf(host: Host, as = context): WorkspaceDocuments {
  return createWorkspaceDocuments(
    host,
    as,
    () => false,
    () => undefined,
    () => {},
  );
}

it('a file that is forgotten while it is read is read again for who asked', async () => {
  const host = hostOf({ text: 'The mill employs 120 people.\n' }, (times) => {
    if (times === 1) documents.forget();
  });
  const documents = documentsOf(host);
  const snapshot = await documents.refresh(uri);
  expect(snapshot?.text.source).toContain('120');
});

it('a file that is gone has no analysis, however often it is asked for', async () => {
  let reads = 0;
  const host = hostOf({ problem: 'there is no such file', isMissing: true }, () => reads++);
  const documents = documentsOf(host);
  expect(await documents.refresh(uri)).toBeUndefined();
  expect(reads).toBe(1);
});

it('a file that several ask for at once is read once, for all of them', async () => {
  let reads = 0;
  const documents = documentsOf(hostOf({ text: 'The mill employs 120 people.\n' }, () => reads++));
  const snapshots = await Promise.all([1, 2, 3].map(() => documents.refresh(uri)));
  expect(snapshots.map((snapshot) => snapshot?.text.source)).toEqual(Array(3).fill('The mill employs 120 people.\n'));
  expect(reads).toBe(1);
});

describe('where the host has threads to read in', () => {
  const short = 'The Mill of Tolm employs 120 people. The Mill of Tolm is old.\n';
  const fileOf = (name: string | number): string => `file:///notes/${name}.md`;

  /** Loads files; answers which ones were read in threads, and which names are known afterwards. */
  async function load(texts: readonly (readonly [uri: string, text: string])[]) {
    const host = createMemoryHost(texts);
    const far: string[] = [];
    const digester = {
      lanes: 8,
      reads: () => true,
      start: () => {},
      async digest(asked: string) {
        far.push(asked);
        const text = host.files.get(asked)!;
        return { key: text, digest: digestOf(analyse(text)) };
      },
    };
    const documents = documentsOf({ ...host, digester });
    await documents.load(['file:///notes'], CancellationToken.None);
    return { far, documents, digests: documents.digests() };
  }

  it('a few short files are read in this one', async () => {
    const { far, digests } = await load([1, 2, 3, 4].map((name) => [fileOf(name), short]));
    expect(far).toEqual([]);
    expect(digests.map(({ digest }) => digest.actors.map(({ name }) => name))).toEqual(Array(4).fill(['Mill of Tolm']));
  });

  it('many are read there', async () => {
    const { far } = await load([1, 2, 3, 4, 5].map((name) => [fileOf(name), short]));
    expect(far).toEqual([1, 2, 3, 4, 5].map(fileOf));
  });

  it('of a few, the long ones are read there', async () => {
    const { far, digests } = await load([
      [fileOf('long'), short.repeat(400)],
      [fileOf('short'), short],
    ]);
    expect(far).toEqual([fileOf('long')]);
    expect(digests).toHaveLength(2);
  });

  it('one that changed among many is read in this one', async () => {
    const { far, documents } = await load(Array.from({ length: 9 }, (_, name) => [fileOf(name), short]));
    documents.forget(fileOf(3));
    await documents.load(['file:///notes'], CancellationToken.None);
    expect(far).toHaveLength(9);
    expect(documents.digests()).toHaveLength(9);
  });
});

describe('a file that an earlier session read', () => {
  const token = CancellationToken.None;
  const mill = 'The Mill of Tolm employs 120 people. The Mill of Tolm is old.\n';

  /** One session with the file, which is told by a stamp; answers how often it was read, and the names in it. */
  async function session(store: DigestStore, stamp: string | undefined, text = mill, actors: DeclaredActor[] = []) {
    const host = createMemoryHost([[uri, text]]);
    const documents = documentsOf(
      { ...host, store, stampOf: () => stamp },
      { ...context, optionsOf: () => ({ actors }) },
    );
    await documents.load(['file:///notes'], token);
    await documents.keep();
    const names = documents.digests().flatMap(({ digest }) => digest.actors.map(({ name }) => name));
    return { reads: host.reads.get(uri) ?? 0, names, documents, host };
  }

  it('is not read again while it has the same stamp', async () => {
    const store = createMemoryStore();
    const first = await session(store, '60 1');
    expect(first.reads).toBe(1);
    expect(await session(store, '60 1')).toMatchObject({ reads: 0, names: first.names });
  });

  it('is read where its stamp is another one, where it has none, and where other actors are declared', async () => {
    const store = createMemoryStore();
    await session(store, '60 1');
    expect((await session(store, '60 2')).reads).toBe(1);
    expect((await session(store, undefined)).reads).toBe(1);
    expect((await session(store, '60 2', mill, [{ name: 'the people' }])).reads).toBe(1);
  });

  it('is read once somebody tells that it has changed, whatever its stamp says', async () => {
    const store = createMemoryStore();
    await session(store, '60 1');
    const { documents, host } = await session(store, '60 1');
    host.files.set(uri, 'Nobody is named here.\n');
    documents.forget(uri);
    await documents.load(['file:///notes'], token);
    expect(host.reads.get(uri)).toBe(1);
    expect(documents.digests().flatMap(({ digest }) => digest.actors)).toEqual([]);
  });
});
