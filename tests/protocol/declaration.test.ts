import { afterEach, describe, expect, it } from 'vitest';
import type { Location, LocationLink } from 'vscode-languageserver/node';
import { eventually } from '../support/eventually.ts';
import { editorCapabilities, startClient, type TestClient, uriOf } from '../support/protocolClient.ts';

const project = `
  //- concordance.yaml
  actors:
    - name: Berta Holm
      aliases: [the keeper]
    # The surveyor.
    - name: Anna Lindqvist
      kind: person
      description: leads the survey

  //- survey.md
  # Seabird survey

  Anna Lindqvist led the survey. Owen Rees, a retired surgeon, helped. Nobody saw Ferry Bay.

  ## Results

  “Nobody told us,” said Owen Rees. The figures of Anna Lindqvist are final.

  //- letter.md
  # Letter

  We thank Anna Lindqvist for the visit.
`;

let client: TestClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function start(source: string, options: Parameters<typeof startClient>[1] = {}): Promise<TestClient> {
  client = await startClient(source, options);
  // The project file has been read once a check has answered.
  await client.check('survey.md');
  return client;
}

const request = <Result>(method: string, params: object): Promise<Result> =>
  client!.connection.sendRequest<Result>(method, params);
const placeOf = ({ targetUri, targetSelectionRange }: LocationLink) => [
  targetUri,
  client!.read(targetUri.split('/').at(-1)!, targetSelectionRange),
];

describe('definition of a declared actor', () => {
  it('is where the text introduces it and where the project file declares it', async () => {
    await start(project);
    const links = await request<LocationLink[]>(
      'textDocument/definition',
      client!.at('survey.md', 'Anna Lindqvist are'),
    );
    expect(links.map(placeOf)).toEqual([
      [uriOf('survey.md'), 'Anna Lindqvist'],
      [uriOf('concordance.yaml'), 'Anna Lindqvist'],
    ]);
    expect(links[0]!.targetSelectionRange.start.line).toBe(2);
    expect(client!.read('concordance.yaml', links[1]!.targetRange)).toMatch(/^name: Anna Lindqvist\n.*\n.*survey/);
  });

  it('is a list of places for clients that know no links', async () => {
    await start(project, { capabilities: { ...editorCapabilities, textDocument: {} } });
    const at = client!.at('survey.md', 'Anna Lindqvist are');
    const places = await request<Location[]>('textDocument/definition', at);
    expect(places.map(({ uri }) => uri)).toEqual([uriOf('survey.md'), uriOf('concordance.yaml')]);
    const other = await request<Location>('textDocument/definition', client!.at('survey.md', 'Owen Rees. The'));
    expect(other).toMatchObject({ uri: uriOf('survey.md') });
  });
});

describe('type definition', () => {
  it('is the declaration', async () => {
    await start(project);
    const links = await request<LocationLink[]>(
      'textDocument/typeDefinition',
      client!.at('letter.md', 'Anna Lindqvist'),
    );
    expect(links.map(placeOf)).toEqual([[uriOf('concordance.yaml'), 'Anna Lindqvist']]);
  });

  it('is the first description of an actor that is not declared', async () => {
    await start(project);
    const links = await request<LocationLink[]>(
      'textDocument/typeDefinition',
      client!.at('survey.md', 'Owen Rees. The'),
    );
    expect(links.map(placeOf)).toEqual([[uriOf('survey.md'), 'retired surgeon']]);
  });

  it('is none where nothing says what it is, and none of a plain word', async () => {
    await start(project);
    for (const words of ['Ferry Bay', 'figures'])
      expect(await request('textDocument/typeDefinition', client!.at('survey.md', words))).toBeNull();
  });
});

describe('the project file in the editor', () => {
  it('leads from an entry to where each text introduces the actor, and to all its mentions', async () => {
    await start(project, { closed: ['letter.md'] });
    await client!.open('concordance.yaml', client!.textOf('concordance.yaml'), 'yaml');
    const at = client!.at('concordance.yaml', 'Anna Lindqvist');
    const links = await request<LocationLink[]>('textDocument/definition', at);
    expect(links.map(({ targetUri, targetRange }) => [targetUri, targetRange.start.line])).toEqual([
      [uriOf('letter.md'), 2],
      [uriOf('survey.md'), 2],
    ]);
    const references = await request<Location[]>('textDocument/references', {
      ...at,
      context: { includeDeclaration: true },
    });
    expect(references).toHaveLength(3);
    expect(await request('textDocument/definition', client!.at('concordance.yaml', 'Berta'))).toBeNull();
  });

  it('counts before it is saved, and no longer once it is closed', async () => {
    await start(project);
    const declared = async () => {
      const links = await request<LocationLink[]>(
        'textDocument/typeDefinition',
        client!.at('survey.md', 'Owen Rees. The'),
      );
      return links[0]?.targetUri;
    };
    await client!.open('concordance.yaml', 'actors:\n  - name: Owen\n', 'yaml');
    await client!.change('concordance.yaml', {
      range: { start: { line: 1, character: 14 }, end: { line: 1, character: 14 } },
      text: ' Rees',
    });
    await eventually(async () => expect(await declared()).toBe(uriOf('concordance.yaml')));
    await client!.close('concordance.yaml');
    await eventually(async () => expect(await declared()).toBe(uriOf('survey.md')));
  });

  it('is no document', async () => {
    await start(project);
    await client!.open('concordance.yaml', client!.textOf('concordance.yaml'), 'yaml');
    const symbols = { textDocument: { uri: uriOf('concordance.yaml') } };
    expect(await request('textDocument/documentSymbol', symbols)).toBeNull();
  });
});
