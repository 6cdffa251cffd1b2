// One actor in several documents, one of them not open: every method that works with names knows all of its mentions, in
// lower case too where the project file declares them.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  DocumentHighlight,
  Hover,
  Location,
  LocationLink,
  MarkupContent,
  SymbolInformation,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { startClient, type TestClient, uriOf } from '../support/protocolClient.ts';

const project = `
  //- concordance.yaml
  actors:
    - name: Tolm Vale Railway
      kind: organization
      aliases: [the railway]
      description: a narrow line in the hills

  //- report.md
  # Report

  The Tolm Vale Railway lost money. Still the railway grew, said Owen Rees, an engineer.

  //- letter.md
  # Letter

  Dear Ms Hart, the railway owes us a bridge. We told Owen Rees.

  //- minutes.md
  # Minutes

  Rees spoke for the railway. Owen Rees was thanked by the Tolm Vale Railway.
`;

let client: TestClient | undefined;
beforeEach(async () => {
  client = await startClient(project, { closed: ['minutes.md'] });
  await client.check('report.md');
});
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const request = <Result>(method: string, params: object): Promise<Result> =>
  client!.connection.sendRequest<Result>(method, params);
const inLetter = () => client!.at('letter.md', 'the railway');
const placesOf = (locations: readonly Location[]) =>
  locations.map(({ uri, range }) => [uri.split('/').at(-1), client!.read(uri.split('/').at(-1)!, range)]);

describe('an actor of several documents', () => {
  it('has references in all of them', async () => {
    const params = { ...inLetter(), context: { includeDeclaration: true } };
    const found = placesOf(await request<Location[]>('textDocument/references', params));
    expect(found).toHaveLength(5);
    expect(found.filter(([, text]) => text === 'the railway').map(([file]) => file)).toEqual(
      expect.arrayContaining(['report.md', 'letter.md', 'minutes.md']),
    );
  });

  it('is introduced and declared where definition and type definition lead', async () => {
    const links = await request<LocationLink[]>('textDocument/definition', inLetter());
    expect(links.map(({ targetUri }) => targetUri)).toContain(uriOf('concordance.yaml'));
    const types = await request<LocationLink[]>('textDocument/typeDefinition', inLetter());
    expect(types.map(({ targetUri }) => targetUri)).toEqual([uriOf('concordance.yaml')]);
  });

  it('has the same card everywhere', async () => {
    const hover = await request<Hover>('textDocument/hover', inLetter());
    const card = (hover.contents as MarkupContent).value;
    expect(card).toContain('**Tolm Vale Railway** · organization');
  });

  it('has a card that tells what only the project file says of it', async () => {
    const card = async (file: string, words: string) =>
      ((await request<Hover>('textDocument/hover', client!.at(file, words))).contents as MarkupContent).value;
    expect(await card('letter.md', 'the railway')).toContain('- a narrow line in the hills (`concordance.yaml`)');
    expect(await card('report.md', 'Owen Rees')).not.toContain('concordance.yaml');
  });

  it('is highlighted in the document alone', async () => {
    expect(await request<DocumentHighlight[]>('textDocument/documentHighlight', inLetter())).toHaveLength(1);
    const inReport = client!.at('report.md', 'the railway');
    expect(await request<DocumentHighlight[]>('textDocument/documentHighlight', inReport)).toHaveLength(2);
  });

  it('is one symbol of the workspace', async () => {
    const symbols = await request<SymbolInformation[]>('workspace/symbol', { query: 'tolm' });
    expect(symbols.map(({ name }) => name)).toEqual(['Tolm Vale Railway']);
    expect(symbols[0]?.containerName).toMatch(/and 2 more$/);
  });

  it('is renamed in files that are not open, and by surname where it goes by that', async () => {
    const params = { ...client!.at('letter.md', 'Owen Rees'), newName: 'Berta Holm' };
    const edit = await request<WorkspaceEdit>('textDocument/rename', params);
    const changes = edit.documentChanges as TextDocumentEdit[];
    const texts = (file: string) =>
      changes
        .find(({ textDocument }) => textDocument.uri === uriOf(file))
        ?.edits.map((one) => ('newText' in one ? one.newText : ''));
    expect(texts('report.md')).toEqual(['Berta Holm']);
    expect(texts('letter.md')).toEqual(['Berta Holm']);
    expect(texts('minutes.md')).toEqual(['Holm', 'Berta Holm']);
  });

  it('keeps its short form when its full name is changed', async () => {
    const params = { ...client!.at('report.md', 'Tolm Vale Railway'), newName: 'Ostra Valley Railway' };
    const edit = await request<WorkspaceEdit>('textDocument/rename', params);
    const texts = (edit.documentChanges as TextDocumentEdit[]).flatMap(({ edits }) =>
      edits.map((one) => ('newText' in one ? one.newText : '')),
    );
    expect(texts).toEqual(expect.arrayContaining(['Ostra Valley Railway', 'Ostra Valley Railway']));
    expect(texts.every((text) => text === 'Ostra Valley Railway')).toBe(true);
  });
});
