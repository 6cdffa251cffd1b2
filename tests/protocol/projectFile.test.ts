// The project file in the editor: completion, hover, and the ways between its entries and the texts; hints on what has
// outlived the texts.

import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CompletionList, Hover, Location, LocationLink } from 'vscode-languageserver/node';
import { startClient, type TestClient, uriOf } from '../support/protocolClient.ts';

const project = `# ours
actors:
  - name: Ingrid Solheim
facts:
  - measure: berths
    subject: Port of Vik
    value: "1,240"
    source: harbour register
  - measure: cranes
    value: 41
accepted:
  - code: figure-conflict
    values: ["3,150", "3,510"]
    measure: dock workers
    document: report.md
    why: those on leave
rules:
  name-variant: off
`;
const report = `# Harbour report

## Summary

The Port of Vik has 1,240 berths. The port handled 4.2 million containers and employed 3,150 dock workers.

## Operations

The Port of Vik has 1,180 berths, said Ingrid Solheim. The port handled 4.2 million containers. It employed 3,510 dock workers.
`;
const files = `//- report.md\n${report}//- notes/more.md\nIngrid Solheim counted 1,240 berths.\n//- concordance.yaml\n${project}`;

let client: TestClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function start(source = files): Promise<void> {
  client = await startClient(source, { closed: ['notes/more.md'], settings: { diagnostics: { delay: 0 } } });
  await client.open('concordance.yaml', client.textOf('concordance.yaml'), 'yaml');
}
const request = <T>(method: string, params: object): Promise<T> => client!.connection.sendRequest(method, params);
const uri = uriOf('concordance.yaml');

/** Completion at the end of a text that replaces the whole project file. */
async function complete(text: string): Promise<string[]> {
  await client!.change('concordance.yaml', { text });
  const lines = text.split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)!.length };
  const found = await request<CompletionList | null>('textDocument/completion', { textDocument: { uri }, position });
  return (found?.items ?? []).map(({ textEdit }) => textEdit!.newText);
}

describe('completion in the project file', () => {
  it('knows codes and severities', async () => {
    await start();
    expect(await complete('rules:\n  fig')).toContain('figure-conflict: ');
    expect(await complete('rules:\n  figure-conflict: ')).toEqual(['off', 'hint', 'information', 'warning', 'error']);
    expect(await complete('accepted:\n  - code: ')).toContain('total-mismatch');
    expect(await complete('sensitivity: ')).toEqual(['strict', 'balanced', 'exhaustive']);
  });

  it('knows the measures and the actors of all documents, the most frequent first', async () => {
    await start();
    const measures = await complete('facts:\n  - measure: ');
    expect(measures[0]).toBe('berths');
    expect(measures).toEqual(expect.arrayContaining(['dock workers', 'containers']));
    expect(await complete('claims:\n  - same: [berths, ')).toContain('dock workers');
    const actors = await complete('actors:\n  - name: ');
    expect(actors).toEqual(expect.arrayContaining(['Ingrid Solheim', 'Port of Vik']));
    expect(await complete('facts:\n  - measure: berths\n    subject: "')).toContain('Port of Vik');
    expect(await complete('accepted:\n  - document: ')).toEqual(['notes/more.md', 'report.md']);
  });

  it('has nothing to offer elsewhere', async () => {
    await start();
    for (const text of ['', '# ', 'language: ', 'colours:\n  ', 'rules:\n  x: ', 'facts:\n  - measure:\n      deep: '])
      expect(await complete(text)).toEqual([]);
  });
});

describe('a hover in the project file', () => {
  const hoverAt = async (words: string) => {
    const hover = await request<Hover | null>('textDocument/hover', client!.at('concordance.yaml', words));
    return hover && (hover.contents as { value: string }).value;
  };

  it('tells what a rule reports, where a fact is stated, who an actor is, and what is accepted', async () => {
    await start();
    expect(await hoverAt('name-variant')).toMatch(/^\*\*name-variant\*\* · warning/);
    expect(await hoverAt('figure-conflict')).toMatch(/^\*\*figure-conflict\*\* · warning\n\nA figure disagrees/);
    const fact = await hoverAt('berths');
    expect(fact).toMatch(
      /^\*\*1,240\*\* berths\n\nof Port of Vik · according to harbour register\n\nStated in 3 places:/,
    );
    expect(fact).toContain('≠ **1,180** ([report\\.md, line 9]');
    expect(fact).toContain('✓ 1,240 ([more\\.md, line 1]');
    expect(await hoverAt('41')).toContain('No text states it.');
    expect(await hoverAt('Ingrid')).toContain('**Ingrid Solheim**');
    expect(await hoverAt('those on leave')).toContain('Accepted: **3,150** and **3,510**');
    expect(await hoverAt('# ours')).toBeNull();
  });

  it('is of the text as it stands, also while it is no valid YAML', async () => {
    await start();
    await client!.change('concordance.yaml', { text: `rules:\n  scale-slip: off\nfacts: [` });
    expect(await hoverAt('scale-slip')).toContain('**scale-slip**');
  });
});

describe('a declared fact', () => {
  it('leads to its statements, those that disagree first, and back', async () => {
    await start();
    const at = client!.at('concordance.yaml', 'berths');
    const links = await request<LocationLink[]>('textDocument/definition', at);
    expect(
      links.map(({ targetUri, targetRange }) => `${targetUri.split('/').at(-1)}:${targetRange.start.line}`),
    ).toEqual(['report.md:8', 'more.md:0', 'report.md:4']);
    const references = await request<Location[]>('textDocument/references', {
      ...at,
      context: { includeDeclaration: false },
    });
    expect(references).toHaveLength(3);
    for (const words of ['1,180', '1,240']) {
      const back = await request<LocationLink[]>('textDocument/definition', client!.at('report.md', words));
      const [entry] = back.filter(({ targetUri }) => targetUri === uri);
      expect(client!.read('concordance.yaml', entry!.targetRange)).toMatch(/^measure: berths\n/);
    }
    const other = await request<LocationLink[]>('textDocument/definition', client!.at('report.md', '3,150'));
    expect(other.every(({ targetUri }) => targetUri !== uri)).toBe(true);
  });
});

describe('hints in the project file', () => {
  const until = (assertion: () => void) => vi.waitFor(assertion, { timeout: 10_000 });
  const hints = () =>
    (client!.published.findLast((params) => params.uri === uri)?.diagnostics ?? []).map(
      ({ code, range }) => `${range.start.line + 1} ${code}`,
    );

  it('name facts that no text states, and take that back when one does', async () => {
    await start();
    await until(() => expect(hints()).toEqual(['9 fact-unstated']));
    await client!.change('report.md', { text: `${report}\nThe port has 41 cranes.\n` });
    await until(() => expect(hints()).toEqual([]));
  });

  it('are looked for when a file is opened that was read long before', async () => {
    client = await startClient(files, { settings: { diagnostics: { delay: 0 } } });
    await client.check('report.md');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(hints()).toEqual([]);
    await client.open('concordance.yaml', client.textOf('concordance.yaml'), 'yaml');
    await until(() => expect(hints()).toEqual(['9 fact-unstated']));
  });

  it('name accepted differences that have ended', async () => {
    await start();
    await client!.change('report.md', { text: `${report.replace('3,510', '3,600')}\nThe port has 41 cranes.\n` });
    await until(() => expect(hints()).toEqual(['12 accepted-obsolete']));
    await client!.change('report.md', { text: `${report}\nThe port has 41 cranes.\n` });
    await until(() => expect(hints()).toEqual([]));
  });

  it('stand beside its mistakes, and are none for a project above the workspace', async () => {
    await start(files.replace('rules:', 'colour: red\nrules:'));
    await until(() => expect(hints()).toEqual(['9 fact-unstated', '17 project-file']));
    await client!.stop();
    client = await startClient(files, { folders: [uriOf('notes')], settings: { diagnostics: { delay: 0 } } });
    await client.open(
      'concordance.yaml',
      client.textOf('concordance.yaml').replace('rules:', 'colour: red\nrules:'),
      'yaml',
    );
    await until(() => expect(hints()).toContain('17 project-file'));
    expect(hints()).not.toContain('9 fact-unstated');
  });
});
