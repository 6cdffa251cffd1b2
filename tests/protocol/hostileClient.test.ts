// A client that keeps to no rule: the server answers it by the protocol's rules, stays up, and keeps nothing.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource, ErrorCodes, type Hover, LSPErrorCodes } from 'vscode-languageserver/node';
import { longestDocument } from '../../server/src/core/index.ts';
import { checkDocumentRequest, checkWorkspaceRequest } from '../../server/src/features/protocol.ts';
import { eventually } from '../support/eventually.ts';
import { startClient, type TestClient, uriOf } from '../support/protocolClient.ts';

const document = `
  # Survey

  Anna Lindqvist counted 412 terns. The ferry brought Mrs Lind<|>qvist home.

  ## Terns

  Anna Lindqvist counted 421 terns.
`;

let client: TestClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

/** The server answers as if nothing had happened. */
async function expectAlive({ connection, atCursor }: TestClient): Promise<void> {
  const hover = await connection.sendRequest<Hover>('textDocument/hover', atCursor());
  expect(JSON.stringify(hover.contents)).toContain('Anna Lindqvist');
}

const methods = [
  'hover', 'definition', 'typeDefinition', 'completion', 'references', 'documentHighlight', 'documentSymbol', 'codeAction',
  'codeLens', 'inlayHint', 'semanticTokens/full', 'semanticTokens/range', 'prepareCallHierarchy', 'prepareRename', 'rename',
].map((name) => `textDocument/${name}`); // biome-ignore format: a list of words

describe('requests', () => {
  it.each([...methods, 'workspace/symbol', 'callHierarchy/incomingCalls', 'callHierarchy/outgoingCalls'])(
    'with broken parameters are answered, with the error that the protocol has for it: %s',
    async (method) => {
      client = await startClient(document);
      const uri = uriOf('document.md');
      for (const params of [
        {},
        { textDocument: null, position: null },
        { textDocument: { uri: 7 }, position: { line: 'a' } },
        { textDocument: { uri }, position: null, range: null, context: null },
        { textDocument: { uri }, position: { line: Number.NaN, character: {} }, range: { start: 3 }, newName: 5 },
        { item: { uri: 3 }, query: null },
      ]) {
        const error = await client.connection.sendRequest(method, params).then(
          () => undefined,
          (reason) => reason,
        );
        expect(error?.code ?? ErrorCodes.InvalidParams, `${JSON.stringify(params)} ${error}`).toBe(
          ErrorCodes.InvalidParams,
        );
      }
      await expectAlive(client);
    },
  );

  it('of all kinds that are cancelled at once are all answered', async () => {
    client = await startClient(document);
    const { connection } = client;
    const base = {
      ...client.atCursor(),
      context: { diagnostics: [], includeDeclaration: true },
      newName: 'Berta Holm',
    };
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const answers = Array.from({ length: 20 }, () => [...methods, checkWorkspaceRequest, checkDocumentRequest])
      .flat()
      .map((method) => {
        const source = new CancellationTokenSource();
        const answer = connection.sendRequest(method, { ...base, range, uri: uriOf('document.md') }, source.token);
        source.cancel();
        return answer.then(
          () => undefined,
          (error) => error.code,
        );
      });
    for (const code of await Promise.all(answers)) expect([undefined, LSPErrorCodes.RequestCancelled]).toContain(code);
    await expectAlive(client);
  });

  it('for a thousand hovers between edits are answered for the text that was there', async () => {
    client = await startClient(document);
    const { connection } = client;
    const answers: Promise<Hover | null>[] = [];
    const at = client.at('document.md', '421');
    for (let round = 0; round < 100; round++) {
      const number = `${500 + round}`;
      const range = { start: at.position, end: { ...at.position, character: at.position.character + 3 } };
      await client.change('document.md', { range, text: number });
      for (let hover = 0; hover < 10; hover++) answers.push(connection.sendRequest('textDocument/hover', at));
    }
    const hovers = await Promise.all(answers);
    hovers.forEach((hover, index) => {
      expect(JSON.stringify(hover?.contents)).toContain(`**${500 + Math.floor(index / 10)}** terns`);
    });
  });
});

describe('synchronization', () => {
  it('drops a change that was made for an older text, and says so', async () => {
    client = await startClient(document);
    const { connection } = client;
    const change = (version: number, text: string) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uriOf('document.md'), version },
        contentChanges: [{ text }],
      });
    await change(5, 'Anna Lindqvist counted 5 terns.');
    await change(3, 'Anna Lindqvist counted 3 terns.');
    const at = { textDocument: { uri: uriOf('document.md') }, position: { line: 0, character: 23 } };
    const hover = await connection.sendRequest<Hover>('textDocument/hover', at);
    expect(JSON.stringify(hover.contents)).toContain('**5** terns');
    await eventually(() =>
      expect(client!.log.join('\n')).toContain('document.md: a change for version 3 came after version 5'),
    );
  });

  it('takes what is opened twice, closed twice, changed while closed, or changed by nonsense', async () => {
    client = await startClient(document);
    const { connection } = client;
    const textDocument = { uri: uriOf('document.md'), version: 2 };
    const other = { uri: uriOf('never-opened.md'), version: 1 };
    await client.open('document.md', client.textOf('document.md'));
    for (const contentChanges of [
      [],
      null,
      [null],
      [{ range: null, text: null }],
      [{ range: { start: { line: 9e9, character: -4 }, end: { line: -1, character: 2.5 } }, text: '' }],
      'text',
    ]) {
      await connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
      await connection.sendNotification('textDocument/didChange', { textDocument: other, contentChanges });
    }
    await connection.sendNotification('textDocument/didClose', { textDocument: other });
    await connection.sendNotification('textDocument/didClose', {});
    await client.open('document.md', client.fixture.files[0]!.text);
    await expectAlive(client);
    await client.close('document.md');
    await connection.sendNotification('textDocument/didClose', { textDocument });
    expect(await connection.sendRequest('textDocument/hover', client.atCursor())).toBeNull();
  });

  it('does not read a document that is too long, and says so', async () => {
    client = await startClient(document);
    const shown: string[] = [];
    client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      shown.push(message);
    });
    await client.open('long.md', 'x'.repeat(longestDocument + 1));
    await eventually(() =>
      expect(shown.join()).toMatch(/^long\.md is not read: it has 10 MB, more than .*; split it\.$/),
    );
    expect(await client.connection.sendRequest('textDocument/hover', client.at('long.md', 'x'))).toBeNull();
    await expectAlive(client);
  });

  it('takes folders that are not there, and files that are named and are not', async () => {
    client = await startClient(document, { folders: ['file:///gone', 'nonsense', 'file:///workspace'] });
    const { connection } = client;
    const changes = [1, 2, 3, 4].map((type) => ({ uri: uriOf(`gone-${type}.md`), type }));
    await connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: '%', name: '' }], removed: [{ uri: 'file:///never-there', name: '' }] },
    });
    expect(await connection.sendRequest(checkWorkspaceRequest, {})).toMatchObject({ documents: 1 });
    await expectAlive(client);
  });
});

describe('memory', () => {
  it('is not kept for edits that are past', { timeout: 300_000 }, async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    client = await startClient(document);
    const edit = async (count: number) => {
      for (let index = 0; index < count; index++) {
        const { position } = client!.at('document.md', ' terns.');
        await client!.change('document.md', { range: { start: position, end: position }, text: `${index % 10}` });
        const end = { ...position, character: position.character + 1 };
        await client!.change('document.md', { range: { start: position, end }, text: '' });
        if (index % 50 === 0) await client!.check('document.md');
      }
      await client!.check('document.md');
      collect();
      return process.memoryUsage().heapUsed;
    };
    const before = await edit(500);
    const published = client.published.length;
    const after = await edit(5_000);
    expect(after).toBeLessThan(1.2 * before);
    // What this client keeps of what was published is its own.
    expect((after - before) / 10_000).toBeLessThan(1_000 + 200 * (client.published.length - published));
  });
});
