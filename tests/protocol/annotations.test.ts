import { afterEach, describe, expect, it } from 'vitest';
import { indexText, rangeOf } from '../../server/src/features/positions.ts';
import {
  type AnnotationId,
  type AnnotationItem,
  type AnnotationList,
  annotationsChangedNotification,
  annotationTagsRequest,
  createAnnotationRequest,
  deleteAnnotationRequest,
  listAnnotationsRequest,
  reattachAnnotationRequest,
  replyToAnnotationRequest,
  updateAnnotationRequest,
} from '../../server/src/features/protocol.ts';
import { startClient, type TestClient, uriOf } from '../support/protocolClient.ts';

const harbour = `
  # Harbour

  The port owned two tugs in 1931. Their boilers were coal-fired.

  Traffic grew by 12 % that year, and the dredger worked day and night.
`;

let client: TestClient;
afterEach(async () => client.stop());

const uri = uriOf('document.md');
const file = `${uri}.annotations.jsonld`;
const stored = () => JSON.parse(client.host.files.get(file)!);

function rangeIn(words: string, path = 'document.md') {
  const text = client.textOf(path);
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`There is no “${words}”.`);
  return rangeOf(indexText(text, client.encoding), { start, end: start + words.length });
}

const annotate = (words: string, said: { comment?: string; tags?: string[] } = {}) =>
  client.connection.sendRequest<AnnotationId>(createAnnotationRequest, { uri, range: rangeIn(words), ...said });

async function list(): Promise<readonly AnnotationItem[]> {
  const { documents } = await client.connection.sendRequest<AnnotationList>(listAnnotationsRequest, { uri });
  return documents[0]!.items;
}

async function replace(words: string, text: string): Promise<void> {
  await client.change('document.md', { range: rangeIn(words), text });
}

const save = () => client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });

describe('an annotation', () => {
  it('is written beside the document, with its words, its place, its author and the time', async () => {
    client = await startClient(harbour, { settings: { annotations: { author: 'Ana' } } });
    const { id } = await annotate('two tugs', { comment: ' Three? ', tags: ['fleet', '#fleet', ' check '] });
    expect(stored()).toMatchObject({
      type: 'AnnotationPage',
      items: [
        {
          id,
          motivation: 'commenting',
          creator: { type: 'Person', name: 'Ana' },
          body: [{ value: 'Three?' }, { value: 'fleet' }, { value: 'check' }],
          target: {
            source: 'document.md',
            selector: [
              { exact: 'two tugs', prefix: expect.stringMatching(/The port owned $/) },
              { type: 'TextPositionSelector' },
            ],
          },
        },
      ],
    });
    expect(Date.parse(stored().items[0].created)).not.toBeNaN();
    expect(await list()).toMatchObject([
      { id, state: 'found', text: 'two tugs', range: rangeIn('two tugs'), comment: 'Three?', tags: ['fleet', 'check'] },
    ]);
  });

  it('takes the author from git where the settings name none, and the motivation from what is said', async () => {
    client = await startClient(harbour);
    client.host.author = 'Ben';
    await annotate('two tugs');
    await annotate('boilers', { tags: ['steam'] });
    const items = await list();
    expect(items.map(({ motivation, creator }) => [motivation, creator])).toEqual([
      ['highlighting', 'Ben'],
      ['tagging', 'Ben'],
    ]);
  });

  it('is answered, changed, resolved and deleted with its answers', async () => {
    client = await startClient(harbour);
    const { id } = await annotate('two tugs', { comment: 'Three?' });
    const { id: kept } = await annotate('dredger', { comment: 'Which one?' });
    const answer = await client.connection.sendRequest<AnnotationId>(replyToAnnotationRequest, {
      uri,
      id,
      comment: 'Two.',
    });
    await client.connection.sendRequest(updateAnnotationRequest, {
      uri,
      id,
      comment: 'Or three?',
      tags: ['fleet'],
      resolved: true,
    });
    const [thread, reply] = await list();
    expect(thread).toMatchObject({
      comment: 'Or three?',
      tags: ['fleet'],
      resolved: true,
      modified: expect.any(String),
    });
    expect(reply).toMatchObject({ id: answer.id, replyTo: id, comment: 'Two.', range: rangeIn('two tugs') });
    await client.connection.sendRequest(deleteAnnotationRequest, { uri, id });
    expect((await list()).map((item) => item.id)).toEqual([kept]);
    const gone = client.connection.sendRequest(updateAnnotationRequest, { uri, id, comment: 'x' });
    await expect(gone).rejects.toThrow(/no longer there/);
  });

  it('lists the tags in use, the most used first', async () => {
    client = await startClient(harbour);
    await annotate('two tugs', { tags: ['fleet', 'check'] });
    await annotate('dredger', { tags: ['fleet'] });
    expect(await client.connection.sendRequest(annotationTagsRequest, {})).toEqual(['fleet', 'check']);
  });

  it('needs words, and a document that has been saved', async () => {
    client = await startClient(harbour);
    const range = { start: { line: 2, character: 3 }, end: { line: 2, character: 3 } };
    const empty = client.connection.sendRequest(createAnnotationRequest, { uri, range });
    await expect(empty).rejects.toThrow(/Select the words/);
    await client.open('untitled:Untitled-1', 'Some words.');
    const untitled = {
      uri: 'untitled:Untitled-1',
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } },
    };
    await expect(client.connection.sendRequest(createAnnotationRequest, untitled)).rejects.toThrow(
      /Save the document first/,
    );
  });
});

describe('while the document is edited, an annotation', () => {
  it('moves, changes, goes, and comes back where its words do', async () => {
    client = await startClient(harbour);
    await annotate('two tugs');
    await replace('# Harbour', '# The old harbour\n\nOf all.');
    expect(await list()).toMatchObject([{ state: 'found', range: rangeIn('two tugs') }]);
    await replace('two tugs', 'two steam tugs');
    expect(await list()).toMatchObject([{ state: 'changed', text: 'two steam tugs', quote: 'two tugs' }]);
    await replace('steam ', '');
    expect(await list()).toMatchObject([{ state: 'found', text: 'two tugs' }]);
    const sentence = 'The port owned two tugs in 1931. ';
    await replace(sentence, '');
    expect(await list()).toMatchObject([{ state: 'orphaned', quote: 'two tugs' }]);
    await replace('Traffic', `${sentence}Traffic`);
    expect(await list()).toMatchObject([{ state: 'found', range: rangeIn('two tugs') }]);
    // Nothing of all this is anything but a shift, or undone.
    const before = client.host.files.get(file);
    await save();
    await list();
    expect(client.host.files.get(file)).toBe(before);
  });

  it('is described anew on save where its words were edited, and remembers a figure that became another', async () => {
    client = await startClient(harbour);
    await annotate('12 %');
    await annotate('coal-fired');
    await replace('12 %', '15 %');
    await replace('coal-fired', 'oil-fired');
    expect(await list()).toMatchObject([{ state: 'changed' }, { state: 'changed', change: 'was 12 %, now 15 %' }]);
    await save();
    const items = await list();
    expect(items).toMatchObject([
      { state: 'found', quote: 'oil-fired' },
      { state: 'found', quote: '15 %', change: 'was 12 %, now 15 %' },
    ]);
    expect(items[0]).not.toHaveProperty('change');
    expect(stored().items).toContainEqual(expect.objectContaining({ 'concordance:was': '12 %' }));
    expect(JSON.stringify(stored()['@context'])).toContain('urn:concordance:');
    await client.connection.sendRequest(updateAnnotationRequest, { uri, id: items[1]!.id, confirmed: true });
    expect((await list())[1]).not.toHaveProperty('change');
  });

  it('is attached anew to other words', async () => {
    client = await startClient(harbour);
    const { id } = await annotate('two tugs');
    await replace('The port owned two tugs in 1931. ', '');
    await client.connection.sendRequest(reattachAnnotationRequest, { uri, id, range: rangeIn('dredger') });
    expect(await list()).toMatchObject([{ id, state: 'found', text: 'dredger', quote: 'dredger' }]);
  });

  it('is announced to a client that asks for it', async () => {
    client = await startClient(harbour, { initializationOptions: { annotations: true } });
    await annotate('two tugs');
    const announced = new Promise((resolve) =>
      client.connection.onNotification(annotationsChangedNotification, resolve),
    );
    await replace('# Harbour', '# Port');
    expect(await announced).toEqual({ uri });
  });
});

describe('the file of annotations', () => {
  const changed = () =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: file, type: 2 }] });

  it('is read again when it changes on disk, and nothing in it is lost by a change here', async () => {
    client = await startClient(harbour);
    const { id } = await annotate('two tugs', { comment: 'Three?' });
    const page = stored();
    page.items[0].body[0].value = 'Four?';
    page.items[0]['other:field'] = 1.5;
    page.items.push({ ...page.items[0], id: 'urn:other', body: [], target: { ...page.items[0].target } });
    client.host.files.set(file, JSON.stringify(page).replace('"other:field":1.5', '"other:field": 1.50'));
    await client.connection.sendRequest(replyToAnnotationRequest, { uri, id, comment: 'Two.' });
    expect((await list()).map(({ comment }) => comment).sort()).toEqual(['', 'Four?', 'Two.']);
    expect(client.host.files.get(file)).toContain('"other:field": 1.50');
    client.host.files.delete(file);
    await changed();
    expect(await list()).toEqual([]);
  });

  it('is reported on its line where it is broken, and never overwritten', async () => {
    client = await startClient(harbour);
    await annotate('two tugs');
    const broken = '{\n  "items": [\n<<<<<<< ours\n';
    client.host.files.set(file, broken);
    await changed();
    expect(await list()).toEqual([]);
    const diagnostics = client.published.findLast((published) => published.uri === file)?.diagnostics;
    expect(diagnostics).toMatchObject([
      { code: 'annotation-file', severity: 1, range: { start: { line: 2, character: 0 } } },
    ]);
    await expect(annotate('dredger')).rejects.toThrow(/document\.md\.annotations\.jsonld:3:1: .*correct it by hand/);
    expect(client.host.files.get(file)).toBe(broken);
    client.host.files.delete(file);
    await annotate('dredger');
    expect(client.published.findLast((published) => published.uri === file)?.diagnostics).toEqual([]);
  });

  it('that cannot be written refuses the change and keeps what there was', async () => {
    client = await startClient(harbour);
    await annotate('two tugs');
    client.host.writeProblem = 'the disk is read-only';
    await expect(annotate('dredger')).rejects.toThrow(/cannot be written: the disk is read-only/);
    expect((await list()).map(({ text }) => text)).toEqual(['two tugs']);
  });

  it('is found for documents that are not open, and all are listed', async () => {
    client = await startClient(`//- a.md\nThe mill stands by the river.\n//- document.md\nTwo tugs.\n`, {
      closed: ['a.md'],
    });
    const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 8 } };
    await client.connection.sendRequest(createAnnotationRequest, { uri: uriOf('a.md'), range, comment: 'Which?' });
    await annotate('tugs');
    client.host.files.set(uriOf('a.md'), 'A page more.\n\nThe mill stands by the river.\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('a.md'), type: 2 }],
    });
    const { documents } = await client.connection.sendRequest<AnnotationList>(listAnnotationsRequest, {});
    expect(documents.map(({ items }) => items.map(({ text, range: { start } = range }) => [text, start.line]))).toEqual(
      [[['mill', 2]], [['tugs', 0]]],
    );
  });
});
