import { afterEach, describe, expect, it } from 'vitest';
import { indexText, rangeOf } from '../../server/src/features/positions.ts';
import { startClient, type TestClient } from '../support/protocolClient.ts';

const club = `
  # Club

  In short, the club has 1,240 members.

  ## Fees

  Fees are paid by the 1,240 members of the club.
`;

let client: TestClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

/** Replaces the first occurrence of some words. */
async function replace(words: string, text: string): Promise<void> {
  const source = client!.textOf('document.md');
  const start = source.indexOf(words);
  const range = rangeOf(indexText(source, client!.encoding), { start, end: start + words.length });
  await client!.change('document.md', { range, text });
}

const found = async () =>
  (await client!.check('document.md')).map(({ code, range }) => `${code} ${client!.read('document.md', range)}`);

describe('a figure that is edited while the document is open', () => {
  it('leaves the other statement behind, until it is edited too', async () => {
    client = await startClient(club);
    expect(await found()).toEqual([]);
    await replace('has 1,240', 'has 1,300');
    expect(await found()).toEqual(['stale-figure 1,240']);
    await replace('the 1,240', 'the 1,300');
    expect(await found()).toEqual([]);
  });

  it('leaves nothing behind once the edit is undone', async () => {
    client = await startClient(club);
    await replace('has 1,240', 'has 1,300');
    expect(await found()).toEqual(['stale-figure 1,240']);
    await replace('has 1,300', 'has 1,240');
    expect(await found()).toEqual([]);
  });

  it('keeps what it was opened with when the project file changes, and not beyond its closing', async () => {
    client = await startClient(club);
    await replace('has 1,240', 'has 1,300');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///workspace/concordance.yaml', type: 1 }],
    });
    expect(await found()).toEqual(['stale-figure 1,240']);
    const text = client.textOf('document.md');
    await client.close('document.md');
    await client.open('document.md', text);
    expect((await found()).join()).not.toContain('stale-figure');
  });

  it('offers to make the edit in the other place', async () => {
    client = await startClient(club);
    await replace('has 1,240', 'has 1,300');
    await client.check('document.md');
    const { textDocument, position } = client.at('document.md', '1,240');
    const range = { start: position, end: position };
    const actions = await client.connection.sendRequest<{ title: string }[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [] },
    });
    expect(actions[0]?.title).toBe('Change to 1,300 (as in “Club”)');
  });
});
