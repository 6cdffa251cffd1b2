import { afterEach, describe, expect, it } from 'vitest';
import { LSPErrorCodes } from 'vscode-languageserver';
import { startClient, type TestClient, uriOf } from '../support/protocolClient.ts';

const sections = Array.from(
  { length: 700 },
  (_, index) =>
    `## Part ${index}\n\nThe harbour of Vik handled ${1000 + 7 * index} containers in ${1950 + (index % 70)}, the director Ines Roth said to the council of Arden. Nobody counted them.\n`,
);
const long = `# Ports\n\nThe port employed 3,150 dock workers.\n\n${sections.join('\n')}\n## Staff\n\nThe port employed 3,510 dock workers.\n`;
const small = '# Club\n\nThe club has 40 members.\n';

let client: TestClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const hoverAt = (path: string, words: string) =>
  client!.connection.sendRequest('textDocument/hover', client!.at(path, words));
const publishedFor = (path: string) => client!.published.filter(({ uri }) => uri === uriOf(path));

describe('a long document', () => {
  it('lets others be asked about while it is read', async () => {
    client = await startClient('');
    await client.open('small.md', small);
    await client.open('long.md', long);
    const ofLong = hoverAt('long.md', '3,150');
    let isLongRead = false;
    void ofLong.then(() => {
      isLongRead = true;
    });
    expect(JSON.stringify(await hoverAt('small.md', '40'))).toContain('40');
    expect(isLongRead).toBe(false);
    expect(JSON.stringify(await ofLong)).toContain('3,150');
  });

  it('has its problems in the end, those of its last text', async () => {
    client = await startClient('');
    await client.open('long.md', long);
    const start = { line: 2, character: 0 };
    await client.change('long.md', { range: { start, end: start }, text: 'Well. ' });
    const problems = await client.check('long.md');
    const texts = problems
      .filter(({ code }) => code === 'figure-conflict')
      .map(({ range }) => client!.read('long.md', range));
    expect(texts).toContain('3,150');
    expect(texts).toContain('3,510');
    expect(publishedFor('long.md').at(-1)?.version).toBe(2);
  });

  it('answers that a question has become another one when it is edited before the answer', async () => {
    client = await startClient('');
    await client.open('long.md', long);
    const asked = hoverAt('long.md', '3,150');
    const start = { line: 2, character: 0 };
    await client.change('long.md', { range: { start, end: start }, text: 'Well. ' });
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    expect(JSON.stringify(await hoverAt('long.md', '3,150'))).toContain('3,150');
  });
});
