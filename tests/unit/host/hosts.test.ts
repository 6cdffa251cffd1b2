// The files of annotations through both hosts: on the disk, and by way of the editor.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../../../server/src/host/node/nodeHost.ts';
import { createClientHost } from '../../../server/src/host/web/clientHost.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const editor = (answers: Record<string, unknown>, asked: unknown[] = []) =>
  createClientHost(async (method, params) => {
    asked.push([method, params]);
    if (!(method in answers)) throw new Error('no such method');
    return answers[method] as never;
  });

describe('the host on a disk', () => {
  it('finds files of annotations, reads and writes them, and knows a file that is missing', async () => {
    const folder = temporaryFolder({
      'a.md': 'x',
      'a.md.annotations.jsonld': '{}',
      'sub/b.md.annotations.jsonld': '{}',
    });
    const host = createNodeHost(editor({}));
    const root = pathToFileURL(folder).href;
    const { uris } = await host.findAnnotationFiles(root);
    expect(uris.map((uri) => uri.slice(root.length))).toEqual([
      '/a.md.annotations.jsonld',
      '/sub/b.md.annotations.jsonld',
    ]);
    expect(await host.writeFile(`${root}/a.md.annotations.jsonld`, '{"items": []}')).toEqual({});
    expect(readFileSync(join(folder, 'a.md.annotations.jsonld'), 'utf8')).toBe('{"items": []}');
    expect(await host.readDocument(`${root}/none.md`)).toMatchObject({ isMissing: true });
    expect(await host.readDocument(`${root}/sub`)).not.toHaveProperty('isMissing');
    expect(await host.writeFile(`${root}/none/x.jsonld`, '')).toEqual({ problem: 'there is no such file or folder' });
  });

  it('passes on what stands elsewhere', async () => {
    const asked: unknown[] = [];
    const host = createNodeHost(editor({ 'concordance/writeFile': {} }, asked));
    expect(await host.writeFile('vscode-vfs://web/a.jsonld', 'x')).toEqual({});
    expect(asked).toEqual([['concordance/writeFile', { uri: 'vscode-vfs://web/a.jsonld', text: 'x' }]]);
  });
});

describe('the host in a browser', () => {
  it('asks the editor, and says so where that does not answer', async () => {
    const uris = ['vscode-vfs://web/b.md.annotations.jsonld', 'vscode-vfs://web/.git/a.md.annotations.jsonld'];
    const host = editor({ 'concordance/findFiles': uris });
    expect(await host.findAnnotationFiles('vscode-vfs://web')).toEqual({ uris: uris.slice(0, 1), unreadable: [] });
    expect((await host.writeFile('vscode-vfs://web/a', '')).problem).toMatch(/does not answer.*no such method/);
    expect(await host.findAuthor('vscode-vfs://web/a')).toBeUndefined();
  });
});
