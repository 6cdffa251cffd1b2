// What the server knows of a workspace before anybody opens its files, and where it keeps that.

import { afterEach, describe, expect, it } from 'vitest';
import { type Location, type SymbolInformation, WorkDoneProgress } from 'vscode-languageserver/node';
import { createClientHost } from '../../server/src/host/web/clientHost.ts';
import { eventually } from '../support/eventually.ts';
import { createMemoryHost, createMemoryStore } from '../support/memoryHost.ts';
import { startClient, type TestClient, uriOf } from '../support/protocolClient.ts';

const workspace = `
//- open.md
# Open

Anna Lind<|>qvist spoke.
//- notes/one.md
# One

Anna Lindqvist counted 412 terns. Boris Hallgren counted none.
//- notes/two.md
# Two

The ferry brought Anna Lindqvist home.
`;
const closed = ['notes/one.md', 'notes/two.md'];

let client: TestClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const namesOf = async (query: string) =>
  (await client!.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query })).map(({ name }) => name);

describe('the workspace', () => {
  it('is read before anybody asks, each file once, and what is open not at all', async () => {
    client = await startClient(workspace, { closed });
    const { host } = client;
    await eventually(() => expect([...host.reads.keys()].filter((uri) => uri.endsWith('.md'))).toHaveLength(2));
    expect(await namesOf('Hallgren')).toEqual(['Boris Hallgren']);
    expect(host.reads.get(uriOf('open.md'))).toBeUndefined();
  });

  it('answers where an actor is mentioned in files that are not open', async () => {
    client = await startClient(workspace, { closed });
    const params = { ...client.atCursor(), context: { includeDeclaration: true } };
    const found = await client.connection.sendRequest<Location[]>('textDocument/references', params);
    expect(found.map(({ uri, range }) => [uri, client!.read(uri.slice(uriOf('').length), range)])).toEqual([
      [uriOf('open.md'), 'Anna Lindqvist'],
      [uriOf('notes/one.md'), 'Anna Lindqvist'],
      [uriOf('notes/two.md'), 'Anna Lindqvist'],
    ]);
  });

  it('knows of a change as soon as it is told of it', async () => {
    client = await startClient(workspace, { closed });
    expect(await namesOf('Zylberg')).toEqual([]);
    client.host.files.set(uriOf('notes/two.md'), 'Clara Zylberg counted 30 terns. Mrs Zylberg lives in Arden.\n');
    const changes = [{ uri: uriOf('notes/two.md'), type: 2 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    expect(await namesOf('Zylberg')).toEqual(['Clara Zylberg']);
    const params = { ...client.atCursor(), context: { includeDeclaration: false } };
    expect(await client.connection.sendRequest<Location[]>('textDocument/references', params)).toHaveLength(1);
  });

  it('is read with progress where that takes long, and no further once it is cancelled', async () => {
    const host = createMemoryHost([]);
    for (let index = 0; index < 400; index++)
      host.files.set(uriOf(`many/${index}.md`), `Anna Lindqvist has ${index} boats.\n`);
    const read = host.readDocument;
    host.readDocument = async (uri) => {
      await new Promise((resolve) => setTimeout(resolve, 25));
      return read(uri);
    };
    client = await startClient('//- open.md\n# Open\n', { host });
    const { connection } = client;
    const heard: { kind: string }[] = [];
    connection.onRequest('window/workDoneProgress/create', ({ token }: { token: string }) => {
      connection.onProgress(WorkDoneProgress.type, token, (value) => {
        heard.push(value);
        void connection.sendNotification('window/workDoneProgress/cancel', { token });
      });
      return null;
    });
    await eventually(() => expect(heard.at(-1)?.kind).toBe('end'));
    expect(heard[0]).toMatchObject({ kind: 'begin', cancellable: true, title: 'Reading the workspace' });
    const reads = host.reads.size;
    expect(reads).toBeLessThan(400);
    host.readDocument = read;
    expect(await namesOf('Lindqvist')).toEqual(['Anna Lindqvist']);
    expect(host.reads.size).toBeGreaterThan(reads);
  });
});

describe('what is kept of a workspace', () => {
  it('spares the next session the analysis, and is made anew for what has changed', async () => {
    const store = createMemoryStore();
    client = await startClient(workspace, { closed, store });
    expect(await namesOf('Hallgren')).toEqual(['Boris Hallgren']);
    await client.stop();
    expect(store.kept.size).toBe(1);
    const [name] = store.kept.keys();
    const before = store.kept.get(name!);
    client = await startClient(workspace.replace('Boris', 'Petra'), { closed, store });
    expect(await namesOf('Hallgren')).toEqual(['Petra Hallgren']);
    await client.stop();
    expect(store.kept.get(name!)).not.toEqual(before);
    expect(store.writes).toBe(2);
    client = await startClient(workspace.replace('Boris', 'Petra'), { closed, store });
    expect(await namesOf('Hallgren')).toEqual(['Petra Hallgren']);
    await client.stop();
    client = undefined;
    expect(store.writes).toBe(2);
  });

  it.each([
    ['cannot be read', { read: () => Promise.reject(new Error('EACCES: permission denied')) }, /permission denied/],
    ['cannot be written', { write: () => Promise.reject(new Error('ENOSPC: no space left')) }, /no space left/],
    ['is something else', { read: async () => new Uint8Array(4000).fill(9) }, undefined],
  ])('is done without where it %s', async (_, faults, told) => {
    client = await startClient(workspace, { closed, store: { ...createMemoryStore(), ...faults } });
    expect(await namesOf('Hallgren')).toEqual(['Boris Hallgren']);
    expect(await client.connection.sendRequest('textDocument/hover', client.atCursor())).not.toBeNull();
    await client.connection.sendRequest('shutdown');
    if (told) await eventually(() => expect(client!.log.join('\n')).toMatch(told));
  });
});

it('has no threads and no place to keep anything in a browser', () => {
  const { digester, store } = createClientHost(async () => [] as never);
  expect([digester, store]).toEqual([undefined, undefined]);
});
