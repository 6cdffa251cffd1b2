import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource, FileChangeType, LSPErrorCodes, WorkDoneProgress } from 'vscode-languageserver/node';
import {
  type CheckSummary,
  checkDocumentRequest,
  checkWorkspaceRequest,
  type FindingEntry,
  findingsRequest,
} from '../../server/src/features/protocol.ts';
import { eventually } from '../support/eventually.ts';
import { startClient, type TestClient, uriOf } from '../support/protocolClient.ts';

const conflict = `
  # Harbour report

  The port handled 4.2 million containers and employed 3,150 dock workers.

  ## Operations

  In the past year the port handled 4.2 million containers. It employed 3,510 dock workers at its two terminals.
`;
const workspace = `//- open.md\n# Open\n\nNothing.\n//- sub/closed.md${conflict.replaceAll(/^ {2}/gm, '')}//- notes.txt\n12 apples\n`;

/** Two documents that agree with themselves, and not with each other. */
const apart = `//- summary.md
# Summary

In 2023 the Port of Vik employed 3,150 dock workers and handled 4.2 million containers.

//- budget.md
# Budget

In 2023 the Port of Vik handled 4.2 million containers. It employed 3,510 dock workers. The Port of Vik had 12 cranes.
`;

let client: TestClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const closed = { closed: ['sub/closed.md', 'notes.txt'] };
const lastOf = (path: string) => client!.published.findLast(({ uri }) => uri === uriOf(path))?.diagnostics ?? [];
const diagnosticsOf = (path: string) => lastOf(path).length;

describe('the check of the workspace', () => {
  it('reads every Markdown file, open or not, and says what it found', async () => {
    client = await startClient(workspace, closed);
    const summary = await client.connection.sendRequest<CheckSummary>(checkWorkspaceRequest, {});
    expect(summary).toEqual({ documents: 2, errors: 0, warnings: 1, informations: 0, hints: 0, unreadable: [] });
    expect(diagnosticsOf('sub/closed.md')).toBe(2);
    expect(client.host.reads.get(uriOf('open.md'))).toBeUndefined();
    expect(client.host.reads.get(uriOf('notes.txt'))).toBeUndefined();
  });

  it('keeps what documents say against each other in step with their edits', async () => {
    client = await startClient(apart, { closed: ['budget.md'] });
    await client.connection.sendRequest<CheckSummary>(checkWorkspaceRequest, {});
    await eventually(() => expect(diagnosticsOf('summary.md')).toBe(1));
    const { position: start } = client.at('summary.md', '3,150');
    const range = { start, end: { ...start, character: start.character + 5 } };
    await client.change('summary.md', { range, text: '3,510' });
    await eventually(() => {
      expect(diagnosticsOf('summary.md')).toBe(0);
      expect(diagnosticsOf('budget.md')).toBe(0);
    });
    await client.change('summary.md', { range, text: '3,150' });
    await eventually(() => {
      expect(diagnosticsOf('summary.md')).toBe(1);
      expect(diagnosticsOf('budget.md')).toBe(1);
    });
    // A line above moves the place, here and in what the other document says of it.
    await client.change('summary.md', {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      text: 'A line.\n\n',
    });
    await eventually(() => {
      const [here] = lastOf('summary.md');
      const [there] = lastOf('budget.md');
      expect(here?.range.start.line).toBe(4);
      expect(there?.relatedInformation?.[0]?.location).toEqual({ uri: uriOf('summary.md'), range: here?.range });
    });
  });

  it('compares again when a file changes that is not open, comes or goes', async () => {
    client = await startClient(apart, { closed: ['budget.md'] });
    await client.connection.sendRequest<CheckSummary>(checkWorkspaceRequest, {});
    const change = async (type: FileChangeType, text?: string) => {
      if (text === undefined) client!.host.files.delete(uriOf('budget.md'));
      else client!.host.files.set(uriOf('budget.md'), text);
      await client!.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uriOf('budget.md'), type }],
      });
    };
    const budget = client.host.files.get(uriOf('budget.md')) as string;
    await change(FileChangeType.Changed, budget.replace('3,510', '3,150'));
    await eventually(() => expect(diagnosticsOf('summary.md')).toBe(0));
    await change(FileChangeType.Changed, budget);
    await eventually(() => expect(diagnosticsOf('summary.md')).toBe(1));
    await change(FileChangeType.Deleted);
    await eventually(() => expect(diagnosticsOf('summary.md')).toBe(0));
    await change(FileChangeType.Created, budget);
    await eventually(() => expect(diagnosticsOf('summary.md')).toBe(1));
  });

  it('holds the documents against each other, and reports that with both places', async () => {
    client = await startClient(apart, { closed: ['budget.md'] });
    const summary = await client.connection.sendRequest<CheckSummary>(checkWorkspaceRequest, {});
    expect(summary).toMatchObject({ documents: 2, warnings: 1 });
    const { diagnostics } = client.published.findLast(({ uri }) => uri === uriOf('summary.md'))!;
    expect(diagnostics.map(({ range }) => client!.read('summary.md', range))).toEqual(['3,150']);
    expect(diagnostics[0]!.relatedInformation!.map(({ location }) => location.uri)).toEqual([uriOf('budget.md')]);
    const [finding, ...more] = await client.connection.sendRequest<FindingEntry[]>(findingsRequest, {});
    expect(more).toEqual([]);
    expect(finding!.sites.map(({ path, text }) => [path, text])).toEqual([
      ['budget.md', '3,510'],
      ['summary.md', '3,150'],
    ]);
    const own = await client.connection.sendRequest<FindingEntry[]>(findingsRequest, { uri: uriOf('summary.md') });
    expect(own).toEqual([]);
  });

  it('says nothing of documents that agree, or tell of others', async () => {
    client = await startClient(
      apart.replace('3,510 dock', '3,150 dock').replace('Port of Vik had 12', 'Port of Ask had 19'),
    );
    const summary = await client.connection.sendRequest<CheckSummary>(checkWorkspaceRequest, {});
    expect(summary).toMatchObject({ documents: 2, warnings: 0 });
    expect(await client.connection.sendRequest<FindingEntry[]>(findingsRequest, {})).toEqual([]);
  });

  it('takes the documents that the project file names', async () => {
    client = await startClient(`${workspace}//- concordance.yaml\ndocuments: ["*.txt"]\n`, closed);
    const summary = await client.connection.sendRequest<CheckSummary>(checkWorkspaceRequest, {});
    expect(summary.documents).toBe(1);
    expect(client.host.reads.get(uriOf('notes.txt'))).toBe(1);
  });

  it('names what it cannot read, and reads the rest', async () => {
    client = await startClient(workspace, closed);
    const { host } = client;
    const read = host.readDocument;
    host.readDocument = async (uri) => (uri === uriOf('sub/closed.md') ? { problem: 'permission denied' } : read(uri));
    const summary = await client.connection.sendRequest<CheckSummary>(checkWorkspaceRequest, {});
    expect(summary.unreadable).toEqual([{ uri: uriOf('sub/closed.md'), reason: 'permission denied' }]);
    expect(summary.documents).toBe(1);
  });

  it('reports progress that begins, grows and ends', async () => {
    client = await startClient(workspace, closed);
    const { host } = client;
    for (let n = 0; n < 60; n++) host.files.set(uriOf(`many/${n}.md`), conflict);
    const read = host.readDocument;
    host.readDocument = async (uri) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      return read(uri);
    };
    const heard: { kind: string; percentage?: number }[] = [];
    client.connection.onProgress(WorkDoneProgress.type, 'check', (value) => {
      heard.push(value);
    });
    await client.connection.sendRequest(checkWorkspaceRequest, { workDoneToken: 'check' });
    expect(heard[0]).toMatchObject({ kind: 'begin', cancellable: true });
    expect(heard.at(-1)?.kind).toBe('end');
    const percentages = heard.flatMap(({ percentage }) => percentage ?? []);
    expect(percentages.length).toBeGreaterThan(2);
    expect(percentages).toEqual(percentages.toSorted((a, b) => a - b));
  });

  it('ends when it is cancelled, and answers other requests meanwhile', async () => {
    client = await startClient(workspace, closed);
    const { connection, host } = client;
    for (let n = 0; n < 500; n++) host.files.set(uriOf(`many/${n}.md`), conflict);
    const source = new CancellationTokenSource();
    let ended = false;
    const check = connection.sendRequest(checkWorkspaceRequest, {}, source.token).finally(() => {
      ended = true;
    });
    check.catch(() => undefined);
    await connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: uriOf('open.md') } });
    expect(ended).toBe(false);
    source.cancel();
    await expect(check).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect([...host.reads.keys()].filter((uri) => uri.includes('/many/')).length).toBeLessThan(500);
  });

  it('is kept up to date when files change outside the editor', async () => {
    client = await startClient(workspace, closed);
    const { connection, host } = client;
    await connection.sendRequest(checkWorkspaceRequest, {});
    host.files.set(uriOf('sub/closed.md'), '# Empty\n');
    await connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('sub/closed.md'), type: 2 }],
    });
    await eventually(() => expect(diagnosticsOf('sub/closed.md')).toBe(0));
    host.files.set(uriOf('sub/closed.md'), conflict.replaceAll(/^ {2}/gm, ''));
    await connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('sub/closed.md'), type: 2 }],
    });
    await eventually(() => expect(diagnosticsOf('sub/closed.md')).toBe(2));
    host.files.delete(uriOf('sub/closed.md'));
    await connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('sub/closed.md'), type: 3 }],
    });
    await eventually(() => expect(diagnosticsOf('sub/closed.md')).toBe(0));
  });

  it('keeps the problems of a file whose editor is closed', async () => {
    client = await startClient(workspace, { closed: ['notes.txt'] });
    await client.connection.sendRequest(checkWorkspaceRequest, {});
    await client.change('sub/closed.md', { text: '# Empty\n' });
    expect(await client.check('sub/closed.md')).toEqual([]);
    await client.close('sub/closed.md');
    await eventually(() => expect(diagnosticsOf('sub/closed.md')).toBe(2));
  });
});

describe('several workspace folders', () => {
  it('each have their own project file', async () => {
    const folders = ['file:///workspace/a', 'file:///workspace/b'];
    const text = conflict.replaceAll(/^ {2}/gm, '');
    const source = `//- a/report.md${text}//- b/report.md${text}//- b/concordance.yaml\nrules:\n  figure-conflict: off\n`;
    client = await startClient(source, { folders, closed: ['a/report.md', 'b/report.md'] });
    await client.connection.sendRequest(checkWorkspaceRequest, {});
    expect(diagnosticsOf('a/report.md')).toBe(2);
    expect(diagnosticsOf('b/report.md')).toBe(0);
  });

  it('come and go', async () => {
    client = await startClient(workspace, { ...closed, folders: [] });
    const { connection } = client;
    expect((await connection.sendRequest<CheckSummary>(checkWorkspaceRequest, {})).documents).toBe(0);
    const event = { added: [{ uri: 'file:///workspace', name: 'workspace' }], removed: [] };
    await connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    expect((await connection.sendRequest<CheckSummary>(checkWorkspaceRequest, {})).documents).toBe(2);
    expect(diagnosticsOf('sub/closed.md')).toBe(2);
    const left = { added: [], removed: event.added };
    await connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: left });
    await eventually(() => expect(diagnosticsOf('sub/closed.md')).toBe(0));
  });
});

describe('a project file', () => {
  it('has its mistakes reported on their lines', async () => {
    client = await startClient(`${workspace}//- concordance.yaml\nsensitivity: loud\n`, closed);
    await eventually(() => expect(diagnosticsOf('concordance.yaml')).toBe(1));
  });

  it('counts as soon as it changes', async () => {
    client = await startClient(`//- report.md${conflict.replaceAll(/^ {2}/gm, '')}`);
    expect(await client.check('report.md')).toHaveLength(2);
    client.host.files.set(uriOf('concordance.yaml'), 'rules:\n  figure-conflict: hint\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('concordance.yaml'), type: 1 }],
    });
    await eventually(() =>
      expect(client!.published.findLast(({ uri }) => uri === uriOf('report.md'))?.diagnostics[0]?.severity).toBe(4),
    );
  });
});

describe('the check of one document', () => {
  it('says so when the document is not open', async () => {
    client = await startClient(workspace, closed);
    const params = { uri: uriOf('sub/closed.md') };
    const summary = await client.connection.sendRequest<CheckSummary>(checkDocumentRequest, params);
    expect(summary).toMatchObject({ documents: 0, unreadable: [{ uri: params.uri }] });
    await expect(client.connection.sendRequest(checkDocumentRequest, {})).rejects.toMatchObject({ code: -32602 });
  });
});
