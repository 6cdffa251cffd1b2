import { afterEach, describe, expect, it } from 'vitest';
import type { LocationLink, WorkspaceEdit } from 'vscode-languageserver/node';
import { indexText, rangeOf } from '../../server/src/features/positions.ts';
import {
  type AnnotationId,
  type AnnotationList,
  createAnnotationRequest,
  type DocumentAnnotations,
  type LinkChoice,
  linkAnnotationRequest,
  linkChoicesRequest,
  listAnnotationsRequest,
} from '../../server/src/features/protocol.ts';
import { startClient, type TestClient, uriOf } from '../support/protocolClient.ts';

const files = `
  //- report.md
  # Harbour

  The port owned two tugs in 1931. Ana Ruiz counted them, and Ana Ruiz was the harbour master.

  //- notes/register.md
  # Register

  Tug Mora, tug Sel and tug Brava: three tugs, says the register of 1931.
`;

let client: TestClient;
afterEach(async () => client.stop());

function rangeIn(path: string, words: string) {
  const text = client.textOf(path);
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`There is no “${words}”.`);
  return rangeOf(indexText(text, client.encoding), { start, end: start + words.length });
}

const stored = (path: string) => JSON.parse(client.host.files.get(`${uriOf(path)}.annotations.jsonld`)!);

async function list(path: string): Promise<DocumentAnnotations> {
  const params = { uri: uriOf(path) };
  return (await client.connection.sendRequest<AnnotationList>(listAnnotationsRequest, params)).documents[0]!;
}

const link = (path: string, words: string, target: object) =>
  client.connection.sendRequest<AnnotationId>(linkAnnotationRequest, {
    uri: uriOf(path),
    range: rangeIn(path, words),
    target,
  });

const linkToRegister = () =>
  link('report.md', 'two tugs', { uri: uriOf('notes/register.md'), range: rangeIn('notes/register.md', 'three tugs') });

const definition = (path: string, words: string) =>
  client.connection.sendRequest<LocationLink[] | null>('textDocument/definition', client.at(path, words));

const hoverText = async (path: string, words: string) => {
  const hover = await client.connection.sendRequest<{ contents: { value: string } } | null>(
    'textDocument/hover',
    client.at(path, words),
  );
  return hover?.contents.value ?? '';
};

describe('a cross-reference', () => {
  it('names the other passage in the file, by its words and relative to the document', async () => {
    client = await startClient(files);
    await linkToRegister();
    const [annotation] = stored('report.md').items;
    expect(annotation).toMatchObject({
      motivation: 'linking',
      body: [
        {
          purpose: 'linking',
          source: 'notes/register.md',
          selector: [{ type: 'TextQuoteSelector', exact: 'three tugs' }, { type: 'TextPositionSelector' }],
        },
      ],
    });
    await link('notes/register.md', 'tug Sel', { uri: uriOf('report.md') });
    expect(stored('notes/register.md').items[0].body[0].source).toBe('../report.md');
  });

  it('is followed in both directions, and shown by a hover at both ends', async () => {
    client = await startClient(files);
    await linkToRegister();
    const [there] = (await definition('report.md', 'two tugs'))!;
    expect(there).toMatchObject({ targetUri: uriOf('notes/register.md') });
    expect(client.read('notes/register.md', there!.targetSelectionRange)).toBe('three tugs');
    const back = (await definition('notes/register.md', 'three tugs'))!;
    expect(back[0]).toMatchObject({ targetUri: uriOf('report.md') });
    expect(client.read('report.md', back[0]!.targetSelectionRange)).toBe('two tugs');
    expect(await hoverText('report.md', 'two tugs')).toMatch(/→ \[“three tugs” \(register\\?\.md, line 3\)\]/);
    expect(await hoverText('notes/register.md', 'three tugs')).toMatch(/← \[“two tugs”/);
    expect((await list('notes/register.md')).backlinks).toMatchObject([
      { range: rangeIn('notes/register.md', 'three tugs') },
    ]);
  });

  it('follows its target where it moves, tells what it became, and says when it is gone', async () => {
    client = await startClient(files);
    await linkToRegister();
    const target = async () => (await list('report.md')).items[0]!.links[0]!;
    const path = 'notes/register.md';
    await client.change(path, { range: rangeIn(path, '# Register'), text: '# The register\n\nCopied.' });
    expect((await target()).location?.range).toEqual(rangeIn(path, 'three tugs'));
    await client.change(path, { range: rangeIn(path, 'three tugs'), text: '4 tugs' });
    expect(await target()).toMatchObject({ state: 'changed', note: expect.stringContaining('now') });
    await client.change(path, { range: rangeIn(path, client.textOf(path).trim()), text: 'Burnt.' });
    expect(await target()).toMatchObject({ state: 'orphaned', note: 'this passage is gone' });
    expect(await definition('report.md', 'two tugs')).not.toContainEqual(
      expect.objectContaining({ targetUri: uriOf(path) }),
    );
    await client.close(path);
    client.host.files.delete(uriOf(path));
    expect(await target()).toMatchObject({ state: 'orphaned', note: 'this document is gone' });
    expect(await hoverText('report.md', 'two tugs')).toContain('this document is gone');
  });

  it('leads to an actor, a figure, another annotated passage or a document, as offered', async () => {
    client = await startClient(files);
    await client.connection.sendRequest(createAnnotationRequest, {
      uri: uriOf('notes/register.md'),
      range: rangeIn('notes/register.md', 'tug Brava'),
      comment: 'Sold.',
    });
    const params = { uri: uriOf('report.md') };
    const choices = await client.connection.sendRequest<LinkChoice[]>(linkChoicesRequest, params);
    const named = (kind: string) => choices.filter((choice) => choice.kind === kind).map(({ label }) => label);
    expect(named('passage')).toEqual(['“tug Brava”']);
    expect(named('actor')).toContain('Ana Ruiz');
    expect(named('figure')).toContain('1931');
    expect(named('document')).toEqual(['register.md']);
    await link('report.md', 'counted', choices.find(({ label }) => label === 'Ana Ruiz')!.target);
    const [item] = (await list('report.md')).items;
    expect(item!.links).toMatchObject([{ label: 'Ana Ruiz', state: 'found', location: { uri: uriOf('report.md') } }]);
    const targets = (await definition('report.md', 'counted'))!;
    expect(client.read('report.md', targets[0]!.targetSelectionRange)).toBe('Ana Ruiz');
  });

  it('is added to the annotation that the passage has', async () => {
    client = await startClient(files);
    const range = rangeIn('report.md', 'two tugs');
    const uri = uriOf('report.md');
    await client.connection.sendRequest(createAnnotationRequest, { uri, range, comment: 'Two?' });
    await linkToRegister();
    await link('report.md', 'two tugs', { uri: uriOf('notes/register.md') });
    const { items } = await list('report.md');
    expect(items.map(({ comment, links }) => [comment, links.length])).toEqual([['Two?', 2]]);
  });
});

describe('a document that is renamed', () => {
  const rename = async (from: string, to: string) => {
    const renamed = { files: [{ oldUri: uriOf(from), newUri: uriOf(to) }] };
    const edit = await client.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', renamed);
    for (const change of edit?.documentChanges ?? []) {
      if (!('kind' in change) || change.kind !== 'rename') throw new Error('Only renames are expected.');
      client.host.files.set(change.newUri, client.host.files.get(change.oldUri)!);
      client.host.files.delete(change.oldUri);
    }
    for (const uri of [...client.host.files.keys()]) {
      const isMoved = uri === uriOf(from) || uri.startsWith(`${uriOf(from)}/`);
      if (!isMoved) continue;
      client.host.files.set(uri.replace(uriOf(from), uriOf(to)), client.host.files.get(uri)!);
      client.host.files.delete(uri);
    }
    await client.connection.sendNotification('workspace/didRenameFiles', renamed);
  };
  const links = async (path: string) => (await list(path)).items.flatMap((item) => item.links);

  it('takes its annotations along, and links to it lead to it still', async () => {
    client = await startClient(files, { closed: ['report.md', 'notes/register.md'] });
    await linkToRegister();
    await link('notes/register.md', 'tug Sel', { uri: uriOf('report.md'), range: rangeIn('report.md', 'two tugs') });
    await rename('report.md', 'old/the port.md');
    await list('notes/register.md');
    expect(client.host.files.has(`${uriOf('report.md')}.annotations.jsonld`)).toBe(false);
    const moved = JSON.parse(client.host.files.get(`${uriOf('old/the port.md')}.annotations.jsonld`)!);
    expect(moved.items[0].body[0].source).toBe('../notes/register.md');
    expect(stored('notes/register.md').items[0].body[0].source).toBe('../old/the%20port.md');
  });

  it('takes them along into another folder, and folders do', async () => {
    client = await startClient(files, { closed: ['report.md', 'notes/register.md'] });
    await linkToRegister();
    await link('notes/register.md', 'tug Sel', { uri: uriOf('report.md'), range: rangeIn('report.md', 'two tugs') });
    await rename('report.md', 'old/port.md');
    expect(await links('old/port.md')).toMatchObject([
      { state: 'found', location: { uri: uriOf('notes/register.md') } },
    ]);
    expect(await links('notes/register.md')).toMatchObject([
      { state: 'found', location: { uri: uriOf('old/port.md') } },
    ]);
    expect(stored('old/port.md').items[0]).toMatchObject({
      body: [{ source: '../notes/register.md' }],
      target: { source: 'port.md' },
    });
    await rename('notes', 'archive/1931');
    expect(await links('archive/1931/register.md')).toMatchObject([
      { state: 'found', location: { uri: uriOf('old/port.md') } },
    ]);
    expect(await links('old/port.md')).toMatchObject([
      { state: 'found', location: { uri: uriOf('archive/1931/register.md') } },
    ]);
    expect((await list('old/port.md')).items).toMatchObject([{ state: 'found', text: 'two tugs' }]);
  });
});

describe('a document that is renamed outside the editor', () => {
  const moveOnDisk = async (from: string, to: string, text = client.host.files.get(uriOf(from))!) => {
    client.host.files.delete(uriOf(from));
    client.host.files.set(uriOf(to), text);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: uriOf(from), type: 3 },
        { uri: uriOf(to), type: 1 },
      ],
    });
  };
  const annotated = async () => {
    client = await startClient(files, { closed: ['report.md', 'notes/register.md'] });
    const request = { uri: uriOf('report.md'), range: rangeIn('report.md', 'two tugs'), comment: 'Two?' };
    await client.connection.sendRequest(createAnnotationRequest, request);
  };
  const file = `${uriOf('report.md')}.annotations.jsonld`;
  const reported = (wanted: RegExp) =>
    new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        const last = client.published.findLast(({ uri }) => uri === file)?.diagnostics;
        if (!last?.some(({ message }) => wanted.test(String(message)))) return;
        clearInterval(timer);
        resolve();
      }, 20);
    });

  it('is found by what it says, and its annotations moved along when somebody agrees', async () => {
    await annotated();
    client.connection.onRequest('window/showMessageRequest', ({ actions }: { actions: object[] }) => actions[0]!);
    const applied = new Promise<WorkspaceEdit>((resolve) =>
      client.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
        resolve(edit);
        return { applied: true };
      }),
    );
    await moveOnDisk('report.md', 'port.md');
    const newUri = `${uriOf('port.md')}.annotations.jsonld`;
    expect(await applied).toMatchObject({ documentChanges: [{ kind: 'rename', oldUri: file, newUri }] });
  });

  it('is reported where no document says all that', async () => {
    await annotated();
    await moveOnDisk('report.md', 'port.md', 'Two other things.\n');
    await reported(/annotations of report\.md, which is not there any more\. Rename this file/);
    expect(client.host.files.has(file)).toBe(true);
  });
});
