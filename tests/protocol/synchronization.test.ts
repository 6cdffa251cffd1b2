import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { indexText, rangeOf } from '../../server/src/features/positions.ts';
import { type AnalysedParams, analysedNotification } from '../../server/src/features/protocol.ts';
import { eventually } from '../support/eventually.ts';
import { arbitraryPlace } from '../support/placeArbitrary.ts';
import { editorCapabilities, startClient, type TestClient, uriOf } from '../support/protocolClient.ts';

const report = `
  # Harbour report

  ## Summary

  The port handled 4.2 million containers and employed 3,150 dock workers. 😀 Anna Lindqvist is the harbour master.

  ## Operations

  In the past year the port handled 4.2 million containers. It employed 3,510 dock workers at its two terminals.
`;

let client: TestClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

function replacement(client: TestClient, path: string, old: string, text: string): TextDocumentContentChangeEvent {
  const source = client.textOf(path);
  const start = source.indexOf(old);
  return { range: rangeOf(indexText(source, client.encoding), { start, end: start + old.length }), text };
}

describe('diagnostics', () => {
  it('come with the document, and go and come with an edit', async () => {
    client = await startClient(report);
    const first = await client.check('document.md');
    expect(first.map(({ range }) => client!.read('document.md', range))).toEqual(['3,150', '3,510']);
    expect(first[0]).toMatchObject({ code: 'figure-conflict', source: 'concordance', severity: 2 });
    await client.change('document.md', replacement(client, 'document.md', '3,510', '3,150'));
    expect(await client.check('document.md')).toEqual([]);
    await client.change('document.md', replacement(client, 'document.md', '3,150', '4,150'));
    expect(await client.check('document.md')).toHaveLength(2);
  });

  it('link each side to the other', async () => {
    client = await startClient(report);
    const [first, second] = await client.check('document.md');
    expect(first?.relatedInformation?.[0]?.location).toEqual({ uri: uriOf('document.md'), range: second?.range });
    expect(second?.relatedInformation?.[0]?.location).toEqual({ uri: uriOf('document.md'), range: first?.range });
  });

  it('follow some time after the last keystroke, once', async () => {
    client = await startClient(report, { settings: { diagnostics: { delay: 60 } } });
    await client.check('document.md');
    const before = client.published.length;
    for (const [old, text] of [
      ['employed 3,510 ', 'employed 3,51 '],
      ['employed 3,51 ', 'employed 3,5 '],
      ['employed 3,5 ', 'employed 3,520 '],
    ] as const)
      await client.change('document.md', replacement(client, 'document.md', old, text));
    await eventually(() => expect(client!.published.length).toBeGreaterThan(before));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(client.published.length).toBe(before + 1);
    expect(client.published.at(-1)?.version).toBe(4);
  });

  it('are published only where they have changed', async () => {
    client = await startClient(report);
    await client.check('document.md');
    const before = client.published.length;
    const source = client.textOf('document.md');
    const end = rangeOf(indexText(source, 'utf-16'), { start: source.length, end: source.length });
    await client.change('document.md', { range: end, text: '\nNothing more.\n' });
    await client.check('document.md');
    expect(client.published.length).toBe(before);
  });

  it('are cleared when the document is closed', async () => {
    client = await startClient(report);
    await client.check('document.md');
    await client.close('document.md');
    await eventually(() => expect(client!.published.at(-1)).toEqual({ uri: uriOf('document.md'), diagnostics: [] }));
  });

  it('are hidden by a setting, and shown again', async () => {
    const options = { settings: { diagnostics: { enabled: false } } };
    client = await startClient(report, options);
    expect(await client.check('document.md')).toEqual([]);
    options.settings = { diagnostics: { enabled: true } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await eventually(() => expect(client!.published.at(-1)?.diagnostics).toHaveLength(2));
  });

  it('heed the comments that suppress them', async () => {
    client = await startClient(report);
    const change = replacement(client, 'document.md', '## Operations', '<!-- concordance-disable -->\n\n## Operations');
    await client.change('document.md', change);
    expect(await client.check('document.md')).toEqual([]);
  });

  it('leave plain text alone until somebody asks', async () => {
    client = await startClient(`//- notes.txt\n${report.replaceAll(/^ {2}/gm, '')}`);
    expect(await client.connection.sendRequest('textDocument/hover', client.at('notes.txt', '3,150'))).toBeNull();
    expect(client.published).toEqual([]);
    await client.check('notes.txt');
    expect(await client.connection.sendRequest('textDocument/hover', client.at('notes.txt', '3,150'))).not.toBeNull();
  });
});

describe('a client that wants to hear of every analysis', () => {
  it('is told what was found', async () => {
    client = await startClient(report, { initializationOptions: { status: true } });
    const heard: AnalysedParams[] = [];
    client.connection.onNotification(analysedNotification, (params: AnalysedParams) => {
      heard.push(params);
    });
    await client.check('document.md');
    expect(heard.at(-1)).toMatchObject({ uri: uriOf('document.md'), version: 1, warnings: 1, errors: 0 });
    expect(heard.at(-1)!.figures).toBeGreaterThanOrEqual(4);
  });

  it('hears of no finding where none is to be shown', async () => {
    const settings = { diagnostics: { enabled: false } };
    client = await startClient(report, { initializationOptions: { status: true }, settings });
    const { connection } = client;
    const heard = new Promise<AnalysedParams>((resolve) => {
      connection.onNotification(analysedNotification, resolve);
    });
    await client.check('document.md');
    expect(await heard).toMatchObject({ warnings: 0, errors: 0 });
  });
});

const pieces = fc.constantFrom(
  '3,150',
  '3,510',
  'Anna Lindqvist',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '## Terminals\n\n',
  '| Terminal | Workers |\n|---|---|\n| North | 3,150 |\n',
  '- ',
  '**',
  '`',
  '```\n',
  '😀',
  'é',
  '> ',
  '',
);
const edit = fc.record({ from: arbitraryPlace(), length: fc.nat(40), text: pieces });

describe.each(['utf-16', 'utf-8'])('any sequence of edits (%s)', (encoding) => {
  it('leads to what the final text gives afresh', async () => {
    const capabilities = { ...editorCapabilities, general: { positionEncodings: [encoding] } };
    client = await startClient(report, { capabilities });
    expect(client.encoding).toBe(encoding);
    const edited = client;
    const askAll = async (path: string) => ({
      diagnostics: (await edited.check(path)).map(({ relatedInformation, ...rest }) => ({
        ...rest,
        related: relatedInformation?.map(({ location, message }) => [location.range, message]),
      })),
      symbols: await edited.connection.sendRequest('textDocument/documentSymbol', {
        textDocument: { uri: uriOf(path) },
      }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), async (rounds) => {
        for (const [index, round] of rounds.entries()) {
          const changes: TextDocumentContentChangeEvent[] = [];
          let source = edited.textOf('document.md');
          for (const { from, length, text } of round) {
            const indexed = indexText(source, edited.encoding);
            const start = characterStart(source, Math.floor(from * source.length));
            const end = characterStart(source, Math.min(source.length, start + length));
            changes.push({ range: rangeOf(indexed, { start, end }), text });
            source = source.slice(0, start) + text + source.slice(end);
          }
          await edited.change('document.md', ...changes);
          if (index % 2 === 0) await edited.check('document.md');
        }
        await edited.open('fresh.md', edited.textOf('document.md'));
        expect(await askAll('document.md')).toEqual(await askAll('fresh.md'));
        await edited.close('fresh.md');
      }),
      { numRuns: 40 },
    );
  });
});

/** The offset, or the one before it where it lies within a surrogate pair or a line end, where no position can point. */
function characterStart(source: string, offset: number): number {
  const within = /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)/.test(source.slice(Math.max(0, offset - 1), offset + 1));
  return offset > 0 && within ? offset - 1 : offset;
}
