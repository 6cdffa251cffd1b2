import { afterEach, describe, expect, it } from 'vitest';
import type { ApplyWorkspaceEditParams, TextDocumentEdit, TextEdit } from 'vscode-languageserver/node';
import { indexText, rangeOf } from '../../server/src/features/positions.ts';
import {
  type AnnotationExportFormat,
  type AnnotationList,
  createAnnotationRequest,
  type ExportedAnnotations,
  exportAnnotationsRequest,
  extractCriticMarkupRequest,
  type ImportedAnnotations,
  importAnnotationsRequest,
  listAnnotationsRequest,
  type Quotation,
  quotationRequest,
} from '../../server/src/features/protocol.ts';
import { startClient, type TestClient, uriOf } from '../support/protocolClient.ts';

const harbour = `
  # Harbour

  ## Fleet

  The port owned two tugs in 1931.
`;

let client: TestClient;
afterEach(async () => client.stop());

const uri = uriOf('document.md');

function rangeIn(words: string) {
  const text = client.textOf('document.md');
  const start = text.indexOf(words);
  return rangeOf(indexText(text, client.encoding), { start, end: start + words.length });
}

const annotated = async () => {
  client = await startClient(harbour);
  const said = { comment: 'Three?', tags: ['fleet'] };
  await client.connection.sendRequest(createAnnotationRequest, { uri, range: rangeIn('two tugs'), ...said });
};
const exported = (format: AnnotationExportFormat, of: object = { uri }) =>
  client.connection.sendRequest<ExportedAnnotations>(exportAnnotationsRequest, { format, ...of });
const imported = (format: string, text: string) =>
  client.connection.sendRequest<ImportedAnnotations>(importAnnotationsRequest, { uri, format, text });

async function list() {
  const { documents } = await client.connection.sendRequest<AnnotationList>(listAnnotationsRequest, { uri });
  return documents[0]!.items;
}

describe('annotations leave the server', () => {
  it('in each format, of one document or of all', async () => {
    await annotated();
    expect((await exported('markdown')).text).toContain('## fleet\n\n> two tugs\n\n— document.md, line 5');
    expect((await exported('csv', {})).text).toContain('document.md,5,16,found,two tugs,two tugs,Three?,fleet');
    expect(JSON.parse((await exported('jsonld')).text!).items).toHaveLength(1);
    expect((await exported('criticmarkup')).text).toContain('{==two tugs==}{>>Three? #fleet<<}');
    const { base64 } = await exported('qdpx', {});
    expect(Buffer.from(base64!, 'base64').subarray(0, 2).toString()).toBe('PK');
  });

  it('as a quotation with its source', async () => {
    await annotated();
    const quoted = await client.connection.sendRequest<Quotation>(quotationRequest, {
      uri,
      range: rangeIn('two tugs'),
    });
    expect(quoted.text).toBe('> two tugs\n>\n> — document.md, “Fleet”, line 5\n');
  });
});

describe('annotations come in', () => {
  it('from another file, each once, and stand where their words are', async () => {
    await annotated();
    const quote = { type: 'TextQuoteSelector', exact: 'in 1931', prefix: 'tugs ', suffix: '.' };
    const row = {
      id: 'x',
      uri: 'https://port.example',
      user: 'acct:cleo@h',
      text: 'Or 1932?',
      tags: ['year'],
      target: [{ selector: [quote] }],
    };
    expect(await imported('hypothesis', JSON.stringify({ rows: [row] }))).toEqual({ added: 1, known: 0 });
    expect(await imported('hypothesis', JSON.stringify([row]))).toEqual({ added: 0, known: 1 });
    const page = {
      items: [{ type: 'Annotation', body: 'Bare.', target: { source: 'https://port.example', selector: quote } }],
    };
    expect(await imported('jsonld', JSON.stringify(page))).toEqual({ added: 1, known: 0 });
    const items = await list();
    expect(items.map(({ text, comment, state }) => [text, comment, state])).toEqual([
      ['two tugs', 'Three?', 'found'],
      ['in 1931', 'Or 1932?', 'found'],
      ['in 1931', 'Bare.', 'found'],
    ]);
    await expect(imported('jsonld', '{\n"items": [}')).rejects.toThrow(/mistake in line 2, column 11/);
    await expect(imported('word', '{}')).rejects.toThrow(/hypothesis, jsonld/);
  });

  it('from CriticMarkup, which the editor takes out of the text', async () => {
    const marked = 'The {==mill==}{>>Whose? #owner<<} stands{>>Still?<<} by {==the river==}.\n';
    client = await startClient(`//- document.md\n${marked}`);
    client.connection.onRequest('workspace/applyEdit', async ({ edit }: ApplyWorkspaceEditParams) => {
      const { edits } = edit.documentChanges![0] as TextDocumentEdit;
      const changes = (edits as TextEdit[]).toSorted((a, b) => b.range.start.character - a.range.start.character);
      await client.change('document.md', ...changes.map(({ range, newText }) => ({ range, text: newText })));
      return { applied: true };
    });
    const counts = await client.connection.sendRequest(extractCriticMarkupRequest, { uri });
    expect(counts).toEqual({ added: 3, known: 0 });
    expect(client.textOf('document.md').trim()).toBe('The mill stands by the river.');
    expect((await list()).map(({ text, comment, tags, state }) => [text, comment, tags, state])).toEqual([
      ['mill', 'Whose?', ['owner'], 'found'],
      ['stands', 'Still?', [], 'found'],
      ['the river', '', [], 'found'],
    ]);
  });

  it('not at all where the editor refuses to change the text', async () => {
    client = await startClient('//- document.md\nThe {==mill==}.\n');
    client.connection.onRequest('workspace/applyEdit', () => ({ applied: false, failureReason: 'it is read-only' }));
    const refused = client.connection.sendRequest(extractCriticMarkupRequest, { uri });
    await expect(refused).rejects.toThrow(/it is read-only/);
    expect(client.host.files.has(`${uri}.annotations.jsonld`)).toBe(false);
  });
});
