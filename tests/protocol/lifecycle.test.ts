import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createConnection,
  createProtocolConnection,
  ErrorCodes,
  LSPErrorCodes,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from '../../server/src/features/server.ts';
import { createMemoryHost } from '../support/memoryHost.ts';
import { editorCapabilities, startClient, type TestClient, uriOf } from '../support/protocolClient.ts';

const document = `
  # Survey

  Anna Lindqvist counted 412 terns. The ferry brought Mrs Lind<|>qvist home.
`;

let client: TestClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

function rawClient() {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const reader = new StreamMessageReader(toServer);
  startServer(createConnection(ProposedFeatures.all, reader, new StreamMessageWriter(toClient)), createMemoryHost([]));
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  connection.listen();
  return connection;
}

describe('the life of a server', () => {
  it('begins with what it can do', async () => {
    client = await startClient(document);
    const { capabilities, serverInfo } = client.initialized;
    expect(serverInfo?.name).toBe('concordance');
    expect(capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: { prepareProvider: true },
    });
  });

  it('answers nothing before it is initialized', async () => {
    const connection = rawClient();
    const params = { textDocument: { uri: uriOf('document.md') }, position: { line: 0, character: 0 } };
    await expect(connection.sendRequest('textDocument/hover', params)).rejects.toMatchObject({
      code: ErrorCodes.ServerNotInitialized,
    });
    connection.dispose();
  });

  it('answers nothing after it was shut down', async () => {
    client = await startClient(document);
    await client.connection.sendRequest('shutdown');
    await expect(client.connection.sendRequest('textDocument/hover', client.atCursor())).rejects.toMatchObject({
      code: ErrorCodes.InvalidRequest,
    });
  });

  it('refuses a request that it does not know', async () => {
    client = await startClient(document);
    await expect(client.connection.sendRequest('textDocument/unheardOf', {})).rejects.toMatchObject({
      code: ErrorCodes.MethodNotFound,
    });
  });

  it('serves a client that can do next to nothing', async () => {
    client = await startClient(document, { capabilities: {} });
    expect(client.initialized.capabilities.positionEncoding).toBe('utf-16');
    const hover = await client.connection.sendRequest<{ contents: { kind: string } }>(
      'textDocument/hover',
      client.atCursor(),
    );
    expect(hover.contents.kind).toBe('plaintext');
    expect(await client.connection.sendRequest('textDocument/definition', client.atCursor())).toMatchObject({
      uri: uriOf('document.md'),
    });
  });

  it.each([null, 3, 'text', [], { diagnostics: 'yes', hover: { limit: {} } }])(
    'takes initialization options of any shape: %j',
    async (initializationOptions) => {
      client = await startClient(document, { initializationOptions });
      expect(await client.connection.sendRequest('textDocument/hover', client.atCursor())).not.toBeNull();
    },
  );
});

describe('requests', () => {
  const methods = [
    ['textDocument/hover', {}],
    ['textDocument/definition', {}],
    ['textDocument/references', { context: { includeDeclaration: true } }],
    ['textDocument/documentHighlight', {}],
    ['textDocument/documentSymbol', {}],
    ['textDocument/prepareRename', {}],
    ['textDocument/rename', { newName: 'Berta Holm' }],
  ] as const;

  it.each(methods)('about a document that is not open are answered with null: %s', async (method, rest) => {
    client = await startClient(document);
    const params = { textDocument: { uri: uriOf('missing.md') }, position: { line: 0, character: 0 }, ...rest };
    expect(await client.connection.sendRequest(method, params)).toBeNull();
    await client.close('document.md');
    expect(await client.connection.sendRequest(method, { ...client.atCursor(), ...rest })).toBeNull();
  });

  it.each(methods.filter(([method]) => !method.endsWith('Symbol')))(
    'at positions outside the text are clamped: %s',
    async (method, rest) => {
      client = await startClient(document);
      for (const position of [
        { line: 0, character: 1e6 },
        { line: 1e6, character: 0 },
        { line: 2 ** 31 - 1, character: 2 ** 31 - 1 },
        { line: -1, character: -1 },
      ]) {
        const answer = client.connection.sendRequest(method, { ...client.atCursor(), position, ...rest });
        expect(await answer).toBeNull();
      }
    },
  );

  it('that were cancelled are answered as cancelled, and the next one as ever', async () => {
    client = await startClient(document);
    const { connection } = client;
    const { CancellationTokenSource } = await import('vscode-languageserver/node');
    const source = new CancellationTokenSource();
    const params = client.atCursor();
    const first = connection.sendRequest('textDocument/hover', params, source.token);
    source.cancel();
    await expect(first).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(await connection.sendRequest('textDocument/hover', params)).not.toBeNull();
  });

  it('of a thousand hovers are all answered', async () => {
    client = await startClient(document);
    const { connection } = client;
    const params = client.atCursor();
    const answers = await Promise.all(
      Array.from({ length: 1000 }, () => connection.sendRequest('textDocument/hover', params)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).not.toBeNull();
  });

  it('with broken parameters do not end the server', async () => {
    client = await startClient(document);
    const { connection } = client;
    for (const params of [{}, { textDocument: null }, { textDocument: { uri: 7 } }, { textDocument: { uri: '%' } }])
      await connection.sendRequest('textDocument/hover', params).catch(() => undefined);
    await connection.sendNotification('textDocument/didChange', {});
    await connection.sendNotification('textDocument/didOpen', { textDocument: null });
    expect(await connection.sendRequest('textDocument/hover', client.atCursor())).not.toBeNull();
  });
});

describe('settings', () => {
  it('of the wrong type are named and do no harm', async () => {
    const options = { settings: { diagnostics: { delay: 'soon' } } as unknown };
    client = await startClient(document, options);
    await client.check('document.md');
    expect(client.log.join('\n')).toContain('"concordance.diagnostics.delay" must be a number');
    options.settings = 'nonsense';
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.check('document.md');
    expect(await client.connection.sendRequest('textDocument/hover', client.atCursor())).not.toBeNull();
  });

  it('are taken from clients that push them', async () => {
    client = await startClient(document, { capabilities: { ...editorCapabilities, workspace: {} } });
    const settings = { concordance: { diagnostics: { delay: [] } } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    await client.check('document.md');
    expect(client.log.join('\n')).toContain('not a list');
  });
});
