import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  createProtocolConnection,
  type Hover,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type SymbolInformation,
} from 'vscode-languageserver/node';
import { programsByName } from '../../scripts/programs.mjs';
import {
  type CheckSummary,
  checkDocumentRequest,
  checkWorkspaceRequest,
  findFilesRequest,
  readFileRequest,
} from '../../server/src/features/protocol.ts';
import { editorCapabilities } from '../support/protocolClient.ts';

const text = `# Harbour report

The port handled 4.2 million containers and employed 3,150 dock workers.

## Operations

In the past year the port handled 4.2 million containers. It employed 3,510 dock workers at its two terminals.
`;

const folder = mkdtempSync(join(tmpdir(), 'concordance-'));
const program = join(folder, 'cli.js');

beforeAll(async () => {
  await build(programsByName({ production: true, folder }).program);
  writeFileSync(join(folder, 'report.md'), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

let child: ChildProcess | undefined;
let worker: Worker | undefined;
afterEach(async () => {
  child?.kill();
  await worker?.terminate();
  child = undefined;
  worker = undefined;
});

const uri = 'file:///report.md';

async function connect(reader: MessageReader, writer: MessageWriter, root = 'file:///'): Promise<ProtocolConnection> {
  const connection = createProtocolConnection(reader, writer);
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const workspaceFolders = [{ uri: root, name: 'root' }];
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: editorCapabilities,
    workspaceFolders,
  });
  await connection.sendNotification('initialized', {});
  return connection;
}

/** Opens the report and checks that it is analysed as everywhere. */
async function expectConflict(connection: ProtocolConnection): Promise<void> {
  const published: PublishDiagnosticsParams[] = [];
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
  });
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  const summary = await connection.sendRequest<CheckSummary>(checkDocumentRequest, { uri });
  expect(summary.warnings).toBe(1);
  expect(published.at(-1)?.diagnostics.map(({ code }) => code)).toEqual(['figure-conflict', 'figure-conflict']);
  const position = { line: 2, character: text.split('\n')[2]!.indexOf('3,150') };
  const hover = await connection.sendRequest<Hover>('textDocument/hover', { textDocument: { uri }, position });
  expect(JSON.stringify(hover.contents)).toContain('3,510');
}

const exitOf = (process: ChildProcess) => new Promise<number | null>((resolve) => process.on('exit', resolve));

describe('the server as a program', () => {
  it('speaks over standard input and output, and says nothing else there', async () => {
    child = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: 'pipe' });
    let errors = '';
    child.stderr!.on('data', (chunk) => {
      errors += chunk;
    });
    const connection = await connect(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
    let faults = 0;
    connection.onError(() => {
      faults++;
    });
    await expectConflict(connection);
    await connection.sendRequest('shutdown');
    const exited = exitOf(child);
    await connection.sendNotification('exit');
    expect(await exited).toBe(0);
    expect({ errors, faults }).toEqual({ errors: '', faults: 0 });
  });

  it('ends with an error when the client leaves without a word', async () => {
    child = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: 'pipe' });
    await connect(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
    const exited = exitOf(child);
    child.stdin!.end();
    expect(await exited).toBe(1);
  });

  it('speaks over IPC, as the extension starts it', async () => {
    child = fork(program, ['lsp', '--node-ipc', `--clientProcessId=${process.pid}`], { stdio: 'pipe' });
    const connection = await connect(new IPCMessageReader(child), new IPCMessageWriter(child));
    await expectConflict(connection);
    await connection.sendRequest('shutdown');
    const exited = exitOf(child);
    await connection.sendNotification('exit');
    expect(await exited).toBe(0);
  });

  it('ends when the editor that started it over IPC is gone', async () => {
    child = fork(program, ['lsp', '--node-ipc'], { stdio: 'pipe' });
    await connect(new IPCMessageReader(child), new IPCMessageWriter(child));
    const exited = exitOf(child);
    child.disconnect();
    expect(await exited).toBe(1);
  });

  it('ends when the process that it was told to live with has ended', async () => {
    const editor = spawn(process.execPath, ['-e', '']);
    await exitOf(editor);
    child = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: 'pipe' });
    const exited = exitOf(child);
    const reader = new StreamMessageReader(child.stdout!);
    const connection = createProtocolConnection(reader, new StreamMessageWriter(child.stdin!));
    connection.listen();
    await connection.sendRequest('initialize', { processId: editor.pid, rootUri: null, capabilities: {} });
    expect(await exited).toBe(1);
  });

  it('goes on when the workspace is deleted, and says that it is gone', async () => {
    child = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: 'pipe' });
    const doomed = mkdtempSync(join(tmpdir(), 'concordance-'));
    writeFileSync(join(doomed, 'report.md'), text);
    const root = pathToFileURL(doomed).href;
    const reader = new StreamMessageReader(child.stdout!);
    const connection = await connect(reader, new StreamMessageWriter(child.stdin!), root);
    expect(await connection.sendRequest(checkWorkspaceRequest, {})).toMatchObject({ documents: 1 });
    rmSync(doomed, { recursive: true });
    const summary = await connection.sendRequest<CheckSummary>(checkWorkspaceRequest, {});
    expect(summary).toMatchObject({
      documents: 0,
      unreadable: [{ uri: root, reason: expect.stringMatching(/no such/) }],
    });
    await expectConflict(connection);
  });

  it('reads the workspace in threads, and keeps what it read for the next time', async () => {
    const cache = mkdtempSync(join(tmpdir(), 'concordance-cache-'));
    const root = mkdtempSync(join(tmpdir(), 'concordance-'));
    onTestFinished(() => {
      for (const path of [cache, root]) rmSync(path, { recursive: true });
    });
    for (let n = 0; n < 30; n++)
      writeFileSync(join(root, `${n}.md`), `Mr Ansel Brandt has ${n} boats. Brandt sails.\n`);
    const namesIn = async (env: Record<string, string>) => {
      const process_ = spawn(process.execPath, [program, 'lsp', '--stdio'], {
        stdio: 'pipe',
        env: { ...process.env, ...env },
      });
      child = process_;
      const reader = new StreamMessageReader(process_.stdout);
      const connection = await connect(reader, new StreamMessageWriter(process_.stdin), pathToFileURL(root).href);
      const warnings: string[] = [];
      connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
        warnings.push(message);
      });
      const found = await connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'Brandt' });
      await connection.sendRequest('shutdown');
      process_.kill();
      return { names: found.map(({ name, containerName }) => `${name}: ${containerName}`), warnings };
    };
    const expected = ['Ansel Brandt: 0.md and 29 more'];
    expect(await namesIn({ XDG_CACHE_HOME: cache })).toEqual({ names: expected, warnings: [] });
    const [table] = readdirSync(join(cache, 'concordance'));
    expect(await namesIn({ XDG_CACHE_HOME: cache })).toEqual({ names: expected, warnings: [] });
    // Cut off, deleted, and with no place to write it.
    truncateSync(join(cache, 'concordance', table!), 100);
    expect((await namesIn({ XDG_CACHE_HOME: cache })).names).toEqual(expected);
    rmSync(join(cache, 'concordance'), { recursive: true });
    writeFileSync(join(cache, 'concordance'), 'not a folder');
    const without = await namesIn({ XDG_CACHE_HOME: cache });
    expect(without.names).toEqual(expected);
    expect(without.warnings.join()).toMatch(/is not kept/);
  });

  it('reads the workspace from the disk', async () => {
    child = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: 'pipe' });
    const root = pathToFileURL(folder).href;
    const reader = new StreamMessageReader(child.stdout!);
    const connection = await connect(reader, new StreamMessageWriter(child.stdin!), root);
    const summary = await connection.sendRequest<CheckSummary>(checkWorkspaceRequest, {});
    expect(summary).toMatchObject({ documents: 1, warnings: 1, unreadable: [] });
  });
});

describe('the server in a web worker', () => {
  it('answers, and asks the editor for files', async () => {
    // Node's workers have no global `postMessage` and `onmessage`. A real browser runs the bundle among
    // the tests of the package.
    const bridge = `
      const { parentPort } = require('node:worker_threads');
      globalThis.self = globalThis;
      globalThis.WorkerGlobalScope = Object;
      globalThis.postMessage = (message) => parentPort.postMessage(message);
      globalThis.addEventListener = () => undefined;
      parentPort.on('message', (data) => globalThis.onmessage({ data }));
      require(${JSON.stringify(program)});
    `;
    worker = new Worker(bridge, { eval: true });
    const port = worker;
    const reader: MessageReader = {
      onError: () => ({ dispose() {} }),
      onClose: () => ({ dispose() {} }),
      onPartialMessage: () => ({ dispose() {} }),
      listen(callback) {
        port.on('message', callback);
        return { dispose: () => port.off('message', callback) };
      },
      dispose() {},
    };
    const writer: MessageWriter = {
      onError: () => ({ dispose() {} }),
      onClose: () => ({ dispose() {} }),
      async write(message) {
        port.postMessage(message);
      },
      end() {},
      dispose() {},
    };
    const connection = await connect(reader, writer, 'vscode-vfs://web/docs');
    connection.onRequest(findFilesRequest, () => [
      'vscode-vfs://web/docs/report.md',
      'vscode-vfs://web/docs/.git/x.md',
    ]);
    connection.onRequest(readFileRequest, () => ({ text }));
    await expectConflict(connection);
    const summary = await connection.sendRequest<CheckSummary>(checkWorkspaceRequest, {});
    expect(summary).toMatchObject({ documents: 1, warnings: 1 });
  });
});
