// A client of the language server, over streams in memory: opens the files of a fixture, edits them, and keeps what the
// server publishes. The server at the other end is the real one; only its files are in memory.

import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type Position,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import {
  indexText,
  offsetAt,
  type PositionEncoding,
  positionAt,
  rangeOf,
  spanOfRange,
} from '../../server/src/features/positions.ts';
import { type CheckSummary, checkDocumentRequest } from '../../server/src/features/protocol.ts';
import { startServer } from '../../server/src/features/server.ts';
import type { DigestStore } from '../../server/src/host/host.ts';
import { type Fixture, findLabel, parseFixture } from './fixture.ts';
import { createMemoryHost, type MemoryHost } from './memoryHost.ts';

export interface TestClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly locale?: string;
  /** What the client answers for the section "concordance". */
  settings?: unknown;
  /** Files of the fixture that are only on disk; the others are opened. */
  readonly closed?: readonly string[];
  readonly folders?: readonly string[];
  /** Files beside those of the fixture. */
  readonly host?: MemoryHost;
  readonly store?: DigestStore;
  /** Answers requests of the server in another way, before the first message. */
  onConnection?(connection: ProtocolConnection): void;
}

export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly host: MemoryHost;
  readonly fixture: Fixture;
  readonly initialized: InitializeResult;
  /** Everything that was published, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  /** Everything that the server logged. */
  readonly log: readonly string[];
  readonly encoding: PositionEncoding;
  open(path: string, text: string, languageId?: string): Promise<void>;
  change(path: string, ...changes: TextDocumentContentChangeEvent[]): Promise<void>;
  close(path: string): Promise<void>;
  /** The text as the client has it. */
  textOf(path: string): string;
  /** What a request sends for the fixture's cursor. */
  atCursor(): { textDocument: { uri: string }; position: Position };
  /** What a request sends for the first occurrence of some words. */
  at(path: string, words: string): { textDocument: { uri: string }; position: Position };
  labelled(path: string, name: string): Range;
  /** The document's text at a range. */
  read(path: string, range: Range): string;
  /** The document's diagnostics, after a check that has ended. */
  check(path: string): Promise<readonly Diagnostic[]>;
  /** Shuts the server down, in order. */
  stop(): Promise<void>;
}

export const folder = 'file:///workspace';

export function uriOf(path: string): string {
  return path.includes(':') ? path : `${folder}/${path}`;
}

/** Capabilities as VS Code has them, as far as the server looks at them. */
export const editorCapabilities: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    typeDefinition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: { relatedInformation: true, dataSupport: true, versionSupport: true },
  },
  window: { workDoneProgress: true },
};

/** Starts a server and a client, introduces them to each other, and opens the fixture's files. */
export async function startClient(source: string, options: TestClientOptions = {}): Promise<TestClient> {
  const fixture = parseFixture(source);
  const host = options.host ?? createMemoryHost([]);
  for (const { path, text } of fixture.files) host.files.set(uriOf(path), text);
  if (options.store) host.store = options.store;
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(
    createConnection(ProposedFeatures.all, new StreamMessageReader(toServer), new StreamMessageWriter(toClient)),
    host,
  );
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const published: PublishDiagnosticsParams[] = [];
  const log: string[] = [];
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
  });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    log.push(message);
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => options.settings ?? null),
  );
  connection.onRequest('client/registerCapability', () => null);
  options.onConnection?.(connection);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? editorCapabilities,
    initializationOptions: options.initializationOptions,
    locale: options.locale,
    workspaceFolders: (options.folders ?? [folder]).map((uri) => ({ uri, name: uri })),
  });
  await connection.sendNotification('initialized', {});

  const encoding = (initialized.capabilities.positionEncoding ?? 'utf-16') as PositionEncoding;
  const open = new Map<string, { text: string; version: number }>();
  const textOf = (path: string): string => {
    const text = open.get(path)?.text ?? host.files.get(uriOf(path));
    if (text === undefined) throw new Error(`The fixture has no file "${path}".`);
    return text;
  };
  const indexed = (path: string) => indexText(textOf(path), encoding);
  const positionIn = (path: string, offset: number) => ({
    textDocument: { uri: uriOf(path) },
    position: positionAt(indexed(path), offset),
  });

  const client: TestClient = {
    connection,
    host,
    fixture,
    initialized,
    published,
    log,
    encoding,
    textOf,
    async open(path, text, languageId = 'markdown') {
      open.set(path, { text, version: 1 });
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uriOf(path), languageId, version: 1, text },
      });
    },
    async change(path, ...contentChanges) {
      const document = open.get(path)!;
      for (const change of contentChanges) document.text = applyChange(document.text, change, encoding);
      document.version++;
      const textDocument = { uri: uriOf(path), version: document.version };
      await connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
    },
    async close(path) {
      open.delete(path);
      await connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(path) } });
    },
    atCursor() {
      const { cursor } = fixture;
      if (!cursor) throw new Error('The fixture has no cursor.');
      return positionIn(cursor.path, cursor.offset);
    },
    at(path, words) {
      const offset = textOf(path).indexOf(words);
      if (offset < 0) throw new Error(`"${path}" has no "${words}".`);
      return positionIn(path, offset);
    },
    labelled(path, name) {
      const file = fixture.files.find((candidate) => candidate.path === path);
      if (!file) throw new Error(`The fixture has no file "${path}".`);
      return rangeOf(indexed(path), findLabel(file, name));
    },
    read(path, range) {
      const { start, end } = spanOfRange(indexed(path), range);
      return textOf(path).slice(start, end);
    },
    async check(path) {
      await connection.sendRequest<CheckSummary>(checkDocumentRequest, { uri: uriOf(path) });
      return published.findLast(({ uri }) => uri === uriOf(path))?.diagnostics ?? [];
    },
    async stop() {
      await connection.sendRequest('shutdown').catch(() => undefined);
      connection.dispose();
    },
  };
  for (const { path, text } of fixture.files) {
    const isDocument = /\.(md|markdown|txt)$/.test(path);
    if (isDocument && !options.closed?.includes(path))
      await client.open(path, text, path.endsWith('.txt') ? 'plaintext' : 'markdown');
  }
  return client;
}

/** Changes a text as the protocol says, independently of how the server does it. */
function applyChange(text: string, change: TextDocumentContentChangeEvent, encoding: PositionEncoding): string {
  if (!('range' in change)) return change.text;
  const indexed = indexText(text, encoding);
  return (
    text.slice(0, offsetAt(indexed, change.range.start)) + change.text + text.slice(offsetAt(indexed, change.range.end))
  );
}
