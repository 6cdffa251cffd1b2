import { afterEach, describe, expect, it } from 'vitest';
import type {
  DocumentHighlight,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  MarkupContent,
  SymbolInformation,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { editorCapabilities, startClient, type TestClient, uriOf } from '../support/protocolClient.ts';

const survey = `
  //- survey.md
  # Seabird survey

  Anna Lindqvist led the survey of 2023. In that year the colony had 1,240 breeding pairs.

  ## Results

  | Year | Breeding pairs |
  |---|---|
  | 2022 | 1,105 |
  | 2023 | 1,240 |

  “Nobody told Lindqvist,” said Owen Rees. Lindqvist’s figures are final.

  //- letter.md
  # Letter

  We thank Anna Lindqvist for the visit. Everybody liked Mrs Lindqvist.
`;

let client: TestClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const request = <Result>(method: string, params: object): Promise<Result> =>
  client!.connection.sendRequest<Result>(method, params);
const textOf = (hover: Hover | null) => (hover!.contents as MarkupContent).value;

describe('hover', () => {
  it('on a figure says what it measures and where else it stands', async () => {
    client = await startClient(survey);
    const value = textOf(await request('textDocument/hover', client.at('survey.md', '1,240')));
    expect(value).toContain('**1,240**');
    expect(value).toContain('breeding pairs');
    expect(value).toMatch(/- ✓ 1,240 \(\[line \d+\]\(file:\/\/\/workspace\/survey\.md#L\d+,\d+\)/);
  });

  it('on an actor says who that is, and counts mentions by section', async () => {
    client = await startClient(survey);
    const value = textOf(await request('textDocument/hover', client.at('survey.md', 'Anna Lindqvist')));
    expect(value).toContain('**Anna Lindqvist** · person');
    expect(value).toContain('Also: Lindqvist');
    expect(value).toMatch(/- Seabird survey: 1 \(\[line 3\]\([^)]*#L3,1\)\)/);
    expect(value).toMatch(/- Results: 2 /);
  });

  it('covers the figure or the name', async () => {
    client = await startClient(survey);
    const hover = await request<Hover>('textDocument/hover', client.at('survey.md', '1,105'));
    expect(client.read('survey.md', hover.range!)).toBe('1,105');
  });

  it('is nothing over plain words', async () => {
    client = await startClient(survey);
    expect(await request('textDocument/hover', client.at('survey.md', 'colony'))).toBeNull();
  });

  it('lists no more than the setting allows', async () => {
    const sentences = Array.from({ length: 6 }, (_, n) => `## Part ${n}\n\nThe colony had 1,240 breeding pairs.\n`);
    client = await startClient(sentences.join('\n'), { settings: { hover: { limit: 2 } } });
    await client.check('document.md');
    const value = textOf(await request('textDocument/hover', client.at('document.md', '1,240')));
    expect(value.match(/- ✓/g)).toHaveLength(2);
    expect(value).toContain('- and 3 more');
  });

  it('shows text as it is, whatever Markdown would make of it', async () => {
    client = await startClient(`
      # <img src=x> [click](command:evil) **Total**

      The colony had 1,240 breeding pairs.

      # Annex

      The colony had 1,240 breeding pairs.
    `);
    const value = textOf(await request('textDocument/hover', client.at('document.md', '1,240 breeding pairs.\n\n# A')));
    const back = textOf(
      await request('textDocument/hover', {
        ...client.at('document.md', 'Annex'),
        position: { line: 6, character: 17 },
      }),
    );
    for (const card of [value, back]) {
      expect(card).not.toMatch(/<img|\]\(command:/);
    }
  });
});

describe('definition', () => {
  it('of a mention is where the actor is introduced', async () => {
    client = await startClient(survey);
    const [link] = await request<LocationLink[]>('textDocument/definition', client.at('survey.md', 'Lindqvist’s'));
    expect(client.read('survey.md', link!.targetRange)).toBe('Anna Lindqvist');
    expect(link!.targetRange.start).toEqual({ line: 2, character: 0 });
    expect(client.read('survey.md', link!.originSelectionRange!)).toMatch(/^Lindqvist/);
  });

  it('of a figure is the table cell that states it too', async () => {
    client = await startClient(survey);
    const [link] = await request<LocationLink[]>('textDocument/definition', client.at('survey.md', '1,240'));
    expect(link!.targetRange.start.line).toBe(9);
  });
});

describe('references', () => {
  it('are the mentions in all documents', async () => {
    client = await startClient(survey);
    const params = { ...client.at('survey.md', 'Lindqvist’s'), context: { includeDeclaration: true } };
    const locations = await request<Location[]>('textDocument/references', params);
    expect(locations.map(({ uri }) => uri)).toEqual([
      ...Array(3).fill(uriOf('survey.md')),
      ...Array(2).fill(uriOf('letter.md')),
    ]);
    expect(client.read('letter.md', locations.at(-1)!.range)).toBe('Mrs Lindqvist');
    const without = { ...params, context: { includeDeclaration: false } };
    expect(await request<Location[]>('textDocument/references', without)).toHaveLength(4);
  });

  it('are found in files that are not open', async () => {
    client = await startClient(survey, { closed: ['letter.md'] });
    const params = { ...client.at('survey.md', 'Lindqvist’s'), context: { includeDeclaration: true } };
    expect(await request<Location[]>('textDocument/references', params)).toHaveLength(5);
    const edit = await request<WorkspaceEdit>('textDocument/rename', { ...params, newName: 'Berta Holm' });
    const documents = (edit.documentChanges as TextDocumentEdit[]).map(({ textDocument }) => textDocument);
    expect(documents).toContainEqual({ uri: uriOf('letter.md'), version: null });
  });

  it('to a figure are its statements', async () => {
    client = await startClient(survey);
    const params = { ...client.at('survey.md', '1,240'), context: { includeDeclaration: true } };
    const locations = await request<Location[]>('textDocument/references', params);
    expect(locations.map(({ range }) => client!.read('survey.md', range))).toEqual(['1,240', '1,240']);
  });
});

describe('document highlights', () => {
  it('are the mentions in this document alone', async () => {
    client = await startClient(survey);
    const found = await request<DocumentHighlight[]>(
      'textDocument/documentHighlight',
      client.at('survey.md', 'Anna Lindqvist'),
    );
    expect(found).toHaveLength(3);
  });
});

describe('symbols', () => {
  const params = { textDocument: { uri: uriOf('survey.md') } };

  it('of a document stand under their sections, each within the one above it', async () => {
    client = await startClient(survey);
    const [section] = await request<DocumentSymbol[]>('textDocument/documentSymbol', params);
    expect(section!.name).toBe('Seabird survey');
    const names = section!.children!.map(({ name }) => name);
    expect(names).toContain('Anna Lindqvist');
    expect(names).toContain('Results');
    expect(names.some((name) => name.startsWith('1,240'))).toBe(true);
    expectNested(section!);
  });

  it('are a list for clients that know no hierarchy', async () => {
    const textDocument = { ...editorCapabilities.textDocument, documentSymbol: {} };
    client = await startClient(survey, { capabilities: { ...editorCapabilities, textDocument } });
    const symbols = await request<SymbolInformation[]>('textDocument/documentSymbol', params);
    expect(symbols.find(({ name }) => name === 'Owen Rees')?.containerName).toBe('Results');
  });

  it('of the workspace are its actors, also those of files that are not open', async () => {
    client = await startClient(survey, { closed: ['letter.md'] });
    const symbols = await request<SymbolInformation[]>('workspace/symbol', { query: 'lindq' });
    expect(symbols.map(({ name, containerName }) => [name, containerName])).toEqual([
      ['Anna Lindqvist', 'letter.md and 1 more'],
    ]);
    expect(await request('workspace/symbol', { query: 'nobody at all' })).toEqual([]);
  });

  function expectNested(symbol: DocumentSymbol): void {
    const inOrder = (a: { line: number; character: number }, b: { line: number; character: number }) =>
      a.line < b.line || (a.line === b.line && a.character <= b.character);
    expect(inOrder(symbol.range.start, symbol.selectionRange.start)).toBe(true);
    expect(inOrder(symbol.selectionRange.end, symbol.range.end)).toBe(true);
    for (const child of symbol.children ?? []) {
      expect(inOrder(symbol.range.start, child.range.start) && inOrder(child.range.end, symbol.range.end)).toBe(true);
      expectNested(child);
    }
  }
});

describe('rename', () => {
  it('offers the full name wherever the actor is mentioned', async () => {
    client = await startClient(survey);
    const prepared = await request('textDocument/prepareRename', client.at('survey.md', 'Lindqvist’s'));
    expect(prepared).toMatchObject({ placeholder: 'Anna Lindqvist' });
    expect(await request('textDocument/prepareRename', client.at('survey.md', '1,240'))).toBeNull();
  });

  it('changes every form in every document, and asks about quotations', async () => {
    client = await startClient(survey);
    const params = { ...client.at('survey.md', 'Anna Lindqvist'), newName: 'Berta Holm' };
    const edit = await request<WorkspaceEdit>('textDocument/rename', params);
    const changes = edit.documentChanges as TextDocumentEdit[];
    expect(changes.map(({ textDocument }) => textDocument)).toEqual([
      { uri: uriOf('letter.md'), version: 1 },
      { uri: uriOf('survey.md'), version: 1 },
    ]);
    const edits = changes[1]!.edits.map((change) => ('newText' in change ? change.newText : ''));
    expect(edits[0]).toBe('Berta Holm');
    expect(edits.slice(1).every((text) => text.startsWith('Holm'))).toBe(true);
    const annotated = changes[1]!.edits.filter((change) => 'annotationId' in change);
    expect(annotated).toHaveLength(1);
    expect(edit.changeAnnotations).toMatchObject({ quotation: { needsConfirmation: true } });
  });

  it('leaves quotations as they are for clients that cannot ask', async () => {
    const capabilities = { ...editorCapabilities, workspace: {} };
    client = await startClient(survey, { capabilities });
    const params = { ...client.at('survey.md', 'Anna Lindqvist'), newName: 'Berta Holm' };
    const edit = await request<WorkspaceEdit>('textDocument/rename', params);
    expect(edit.documentChanges).toBeUndefined();
    expect(edit.changes![uriOf('survey.md')]).toHaveLength(2);
  });

  it.each(['', '  ', 'a\nb', '**', '12', '[x](y)'])('refuses what is no name: %j', async (newName) => {
    client = await startClient(survey);
    await expect(
      request('textDocument/rename', { ...client.at('survey.md', 'Anna Lindqvist'), newName }),
    ).rejects.toMatchObject({ code: -32602 });
  });
});

describe('columns in UTF-8', () => {
  it('count bytes in both directions', async () => {
    const capabilities = { ...editorCapabilities, general: { positionEncodings: ['utf-8', 'utf-16'] } };
    client = await startClient('# Été 😀\n\n😀 é: Anna Lindqvist counted 412 terns.\n', { capabilities });
    expect(client.encoding).toBe('utf-8');
    const at = { textDocument: { uri: uriOf('document.md') }, position: { line: 2, character: 10 } };
    const hover = await request<Hover>('textDocument/hover', at);
    expect(hover.range).toEqual({ start: { line: 2, character: 9 }, end: { line: 2, character: 23 } });
  });
});
