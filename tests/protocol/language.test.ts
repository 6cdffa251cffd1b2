import { afterEach, describe, expect, it } from 'vitest';
import type { CodeLens, Hover } from 'vscode-languageserver/node';
import type { FindingEntry } from '../../server/src/features/protocol.ts';
import { eventually } from '../support/eventually.ts';
import { startClient, type TestClient, uriOf } from '../support/protocolClient.ts';

const report = `
  //- report.md
  # Seabird survey

  ## Colony

  The colony has 1,240 breeding pairs.

  ## Results

  The colony has 1,480 breeding pairs.
`;

let client: TestClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

/** What a client with that locale is told of the conflict: its message, what to do, a hover, a lens. */
async function told(locale: string | undefined) {
  client = await startClient(report, { settings: { codeLens: true }, ...(locale !== undefined && { locale }) });
  await client.check('report.md');
  const textDocument = { uri: uriOf('report.md') };
  const { connection } = client;
  const position = { line: 4, character: 16 };
  const [finding] = await connection.sendRequest<FindingEntry[]>('concordance/findings', textDocument);
  const hover = await connection.sendRequest<Hover>('textDocument/hover', { textDocument, position });
  const lenses = await connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
  const { value } = hover.contents as { value: string };
  return { finding: finding!, hover: value, lens: lenses[1]!.command!.title };
}

describe('the language of the server', () => {
  it.each(['de', 'de-AT', 'DE_de'])('is that of the client: %s', async (locale) => {
    const { finding, hover, lens } = await told(locale);
    expect(finding.message).toBe('1,240 breeding pairs hier, 1,480 in „Results“');
    expect(finding.advice).toMatch(/^Sehen Sie nach, welche Zahl stimmt/);
    expect(finding.because).toContain('sie messen dasselbe');
    expect(hover).toContain('Steht auch an einer anderen Stelle:');
    expect(lens).toBe('1 Zahl, 1 Widerspruch');
  });

  it.each([undefined, 'en-GB', 'fi', ''])('is English where there is no other: %s', async (locale) => {
    const { finding, hover, lens } = await told(locale);
    expect(finding.message).toBe('1,240 breeding pairs here, 1,480 in “Results”');
    expect(finding.advice).toMatch(/^Look up which figure is right/);
    expect(hover).toContain('Also stated in one other place:');
    expect(lens).toBe('1 figure, 1 conflict');
  });
});

describe('what the server says in German', () => {
  it.each([
    ['The council met on Monday, 4 March 2025.', '2025-03-04 ist ein Dienstag, kein Montag'],
    ['Table 1: Rain\n\nAs Table 3 shows, it rains.', 'in diesem Dokument gibt es keine Tabelle 3'],
    ['It rained for a week.[^1]', 'in diesem Dokument gibt es keine Fußnote 1'],
  ])('of a document: %s', async (text, message) => {
    client = await startClient(`//- a.md\n${text}\n`, { locale: 'de' });
    expect((await client.check('a.md')).map((problem) => problem.message)).toEqual([message]);
  });

  it.each([
    ['actors: [', /^kein gültiges YAML: /],
    ['actors: 5', /^actors muss eine Liste \(je Zeile ein „- “\) sein, nicht „5“$/],
    ['facts:\n  - value: 5', /^eine Tatsache braucht eine Größe \(measure\)$/],
    ['colour: red', /^die Projektdatei hat keinen Schlüssel „colour“; bekannt sind /],
  ])('of a project file: %s', async (text, message) => {
    client = await startClient(`//- concordance.yaml\n${text}\n\n//- a.md\nNothing.\n`, {
      locale: 'de',
      closed: ['concordance.yaml'],
    });
    await client.check('a.md');
    await eventually(() => {
      const { diagnostics } = client!.published.findLast(({ uri }) => uri === uriOf('concordance.yaml'))!;
      expect(diagnostics[0]!.message).toMatch(message);
    });
  });
});
