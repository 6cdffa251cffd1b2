import { afterEach, describe, expect, it } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
} from 'vscode-languageserver/node';
import { startClient, type TestClient, uriOf } from '../support/protocolClient.ts';

const texts = `
  //- survey.md
  # Seabird survey

  Anna Lindqvist led the survey, and Owen Rees helped her. Berta Holm keeps the lighthouse.

  “Without Anna Lindqvist and Berta Holm there would be no figures,” said Owen Rees. “I only counted.”

  //- letter.md
  # Letter

  “I shall miss Anna Lindqvist,” said Clara Jensen, who met Owen Rees.
`;

let client: TestClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const request = <Result>(method: string, params: object): Promise<Result> =>
  client!.connection.sendRequest<Result>(method, params);
const prepare = (path: string, words: string) =>
  request<CallHierarchyItem[] | null>('textDocument/prepareCallHierarchy', client!.at(path, words));

describe('the hierarchy of who speaks of whom', () => {
  it('begins with the actor at the cursor', async () => {
    client = await startClient(texts);
    const [item] = (await prepare('survey.md', 'Owen Rees.'))!;
    expect(item).toMatchObject({ name: 'Owen Rees', detail: 'survey.md', uri: uriOf('survey.md') });
    expect(client.read('survey.md', item!.selectionRange)).toBe('Owen Rees');
    expect(await prepare('survey.md', 'figures')).toBeNull();
  });

  it('leads to those of whom somebody speaks', async () => {
    client = await startClient(texts);
    const [item] = (await prepare('survey.md', 'Owen Rees'))!;
    const calls = await request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item });
    expect(calls.map(({ to }) => to.name)).toEqual(['Anna Lindqvist', 'Berta Holm']);
    expect(calls[1]!.fromRanges.map((range) => client!.read('survey.md', range))).toEqual(['Berta Holm']);
    expect(calls[1]!.fromRanges[0]!.start.line).toBe(4);
  });

  it('leads to those who speak of somebody, in files that are not open too', async () => {
    client = await startClient(texts, { closed: ['letter.md'] });
    const [item] = (await prepare('survey.md', 'Anna Lindqvist'))!;
    const calls = await request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    expect(calls.map(({ from }) => [from.name, from.detail])).toEqual([
      ['Clara Jensen', 'letter.md'],
      ['Owen Rees', 'survey.md'],
    ]);
  });

  it('has nothing to say of an actor that is gone', async () => {
    client = await startClient(texts);
    const [item] = (await prepare('survey.md', 'Owen Rees'))!;
    await client.change('survey.md', { text: '# Seabird survey\n' });
    expect(await request('callHierarchy/outgoingCalls', { item })).toBeNull();
    expect(await request('callHierarchy/incomingCalls', { item })).toBeNull();
  });
});
