// Which project file applies to a document in the editor: the nearest one above it, as on the command line.

import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { checkWorkspaceRequest } from '../../server/src/features/protocol.ts';
import { startClient, type TestClient, uriOf } from '../support/protocolClient.ts';

const conflict = `# Harbour

The port employed 3,150 dock workers.

## Operations

The port employed 3,510 dock workers at its two terminals.
`;
const off = 'rules:\n  figure-conflict: off\n';

let client: TestClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const source = (files: Readonly<Record<string, string>>): string =>
  Object.entries(files)
    .map(([path, text]) => `//- ${path}\n${text}`)
    .join('');
const codesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const shown = (path: string) => client!.published.findLast(({ uri }) => uri === uriOf(path))?.diagnostics ?? [];
const watched = (path: string, type: 1 | 2 | 3) =>
  client!.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(path), type }] });

describe('the nearest project file above a document', () => {
  it('applies to it, and hides the ones further up', async () => {
    client = await startClient(
      source({
        'concordance.yaml': off,
        'report.md': conflict,
        'desk/concordance.yaml': 'rules:\n  figure-conflict: error\n',
        'desk/notes/report.md': conflict,
      }),
    );
    expect(await client.check('report.md')).toEqual([]);
    expect((await client.check('desk/notes/report.md')).map(({ severity }) => severity)).toEqual([1, 1]);
  });

  it('applies to files that are not open, and its mistakes are shown', async () => {
    client = await startClient(
      source({
        'report.md': conflict,
        'desk/concordance.yaml': `${off}sensitivity: loud\n`,
        'desk/report.md': conflict,
      }),
      { closed: ['report.md', 'desk/report.md'] },
    );
    await client.connection.sendRequest(checkWorkspaceRequest, {});
    expect(codesOf(shown('report.md'))).toEqual(['figure-conflict', 'figure-conflict']);
    expect(shown('desk/report.md')).toEqual([]);
    expect(codesOf(shown('desk/concordance.yaml'))).toEqual(['project-file']);
  });

  it('is looked for above the workspace folder too', async () => {
    client = await startClient(source({ 'concordance.yaml': off, 'desk/report.md': conflict }), {
      folders: [uriOf('desk')],
    });
    expect(await client.check('desk/report.md')).toEqual([]);
  });

  it('counts when it comes, changes and goes', async () => {
    client = await startClient(source({ 'concordance.yaml': 'language: en\n', 'desk/report.md': conflict }));
    expect(await client.check('desk/report.md')).toHaveLength(2);
    client.host.files.set(uriOf('desk/concordance.yaml'), off);
    await watched('desk/concordance.yaml', 1);
    await vi.waitFor(() => expect(shown('desk/report.md')).toEqual([]));
    client.host.files.set(uriOf('desk/concordance.yaml'), 'rules:\n  figure-conflict: hint\n');
    await watched('desk/concordance.yaml', 2);
    await vi.waitFor(() => expect(shown('desk/report.md').map(({ severity }) => severity)).toEqual([4, 4]));
    client.host.files.delete(uriOf('desk/concordance.yaml'));
    await watched('desk/concordance.yaml', 3);
    await vi.waitFor(() => expect(shown('desk/report.md').map(({ severity }) => severity)).toEqual([2, 2]));
  });

  it('counts as it is written, before it is saved', async () => {
    client = await startClient(source({ 'desk/report.md': conflict, 'desk/concordance.yaml': '' }));
    expect(await client.check('desk/report.md')).toHaveLength(2);
    await client.open('desk/concordance.yaml', off, 'yaml');
    await vi.waitFor(() => expect(shown('desk/report.md')).toEqual([]));
    await client.close('desk/concordance.yaml');
    await vi.waitFor(() => expect(shown('desk/report.md')).toHaveLength(2));
  });

  it('names documents from its own folder, and is the one that a quick fix writes to', async () => {
    client = await startClient(
      source({
        'concordance.yaml': 'language: en\n',
        'desk/concordance.yaml': 'language: en\n',
        'desk/notes/report.md': conflict,
      }),
    );
    await client.check('desk/notes/report.md');
    const { textDocument, position } = client.at('desk/notes/report.md', '3,150');
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    const written = JSON.stringify(actions.find(({ title }) => title.startsWith('Accept'))?.edit);
    expect(written).toContain(uriOf('desk/concordance.yaml'));
    expect(written).toContain('document: notes/report.md');
  });

  it('applies to a document outside the workspace folders', async () => {
    client = await startClient(source({ 'elsewhere/concordance.yaml': off, 'elsewhere/report.md': conflict }), {
      folders: [uriOf('desk')],
    });
    expect(await client.check('elsewhere/report.md')).toEqual([]);
  });
});
