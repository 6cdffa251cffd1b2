import { afterEach, describe, expect, it } from 'vitest';
import {
  type ActorEntry,
  actorsRequest,
  type ClaimEntry,
  claimsRequest,
  type FindingEntry,
  findingsRequest,
  type Overview,
  overviewRequest,
  type ReportResult,
  reportRequest,
} from '../../server/src/features/protocol.ts';
import { startClient, type TestClient, uriOf } from '../support/protocolClient.ts';

const files = `//- port.md
# Harbour report

Elena Marsh runs the port. It employed 3,150 dock workers in 2023.

## Operations

In 2023 the port employed 3,510 dock workers, says Elena Marsh.
//- quiet.md
# Nothing to see

The sea was calm.
//- notes.txt
Nobody asked.
`;

let client: TestClient;
afterEach(async () => client.stop());

describe('what a document says', () => {
  it('is told of actors with their mentions by section', async () => {
    client = await startClient(files);
    const actors = await client.connection.sendRequest<ActorEntry[]>(actorsRequest, { uri: uriOf('port.md') });
    const marsh = actors.find(({ name }) => name === 'Elena Marsh')!;
    expect(marsh.sections.map(({ title }) => title)).toEqual(['Harbour report', 'Operations']);
    const { uri, range } = marsh.sections[1]!.mentions[0]!.place;
    expect(uri).toBe(uriOf('port.md'));
    expect(client.read('port.md', range)).toBe('Elena Marsh');
  });

  it('is told of claims with all their statements', async () => {
    client = await startClient(files);
    const claims = await client.connection.sendRequest<ClaimEntry[]>(claimsRequest, { uri: uriOf('port.md') });
    const [conflict] = claims.filter(({ state }) => state === 'conflict');
    expect(conflict!.statements.map(({ place }) => client.read('port.md', place.range))).toEqual(['3,150', '3,510']);
  });

  it('is told at a glance', async () => {
    client = await startClient(files);
    const overview = await client.connection.sendRequest<Overview>(overviewRequest, { uri: uriOf('port.md') });
    expect(overview.timeline.map(({ differs }) => differs)).toEqual([true, true]);
    expect(overview.actors.map(({ name }) => name)).toContain('Elena Marsh');
    expect(overview.claims.length).toBeGreaterThan(0);
    for (const { from, to } of overview.ties) expect(overview.actors[Math.max(from, to)]).toBeDefined();
  });

  it('is not told of plain text that nobody asked to check, nor of what is not open', async () => {
    client = await startClient(files);
    for (const method of [actorsRequest, claimsRequest, overviewRequest])
      for (const path of ['notes.txt', 'missing.md'])
        expect(await client.connection.sendRequest(method, { uri: uriOf(path) })).toBeNull();
  });
});

describe('the findings', () => {
  it('are one for each conflict, with quotations, sections, reason and advice', async () => {
    client = await startClient(files);
    const [finding, ...more] = await client.connection.sendRequest<FindingEntry[]>(findingsRequest, {
      uri: uriOf('port.md'),
    });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'figure-conflict', severity: 'warning', measure: 'dock workers' });
    expect(finding!.because).toContain('dock workers');
    expect(finding!.advice).toMatch(/\.$/);
    expect(finding!.sites.map(({ section, path, excerpt, mark }) => [section, path, excerpt.slice(...mark)])).toEqual([
      ['Harbour report', 'port.md', '3,150'],
      ['Operations', 'port.md', '3,510'],
    ]);
  });

  it('of the workspace are those of files that are not open too', async () => {
    client = await startClient(files, { closed: ['port.md'] });
    const own = await client.connection.sendRequest<FindingEntry[]>(findingsRequest, { uri: uriOf('port.md') });
    expect(own).toEqual([]);
    const all = await client.connection.sendRequest<FindingEntry[]>(findingsRequest, {});
    expect(all.map(({ code }) => code)).toEqual(['figure-conflict']);
  });
});

describe('the report', () => {
  it('is printed in each format that there is', async () => {
    client = await startClient(files);
    const print = async (format: string) =>
      (await client.connection.sendRequest<ReportResult>(reportRequest, { uri: uriOf('port.md'), format })).text;
    const markdown = await print('markdown');
    expect(markdown).toContain('- line 7, “Operations”: In 2023 the port employed **3,510** dock workers');
    expect(markdown).toContain('What to do: Look up which figure is right');
    expect(await print('html')).toMatch(/^<!doctype html>.*3,510.*<\/html>\n$/s);
    expect(await print('csv')).toContain('port.md,3,40,warning,figure-conflict,"3,150"');
    expect(JSON.parse(await print('sarif')).runs[0].results).toHaveLength(2);
    await expect(print('docx')).rejects.toThrow('There is no report format “docx”: markdown, html, csv, sarif.');
  });

  it('of the workspace names every document once', async () => {
    client = await startClient(files);
    const { text } = await client.connection.sendRequest<ReportResult>(reportRequest, { format: 'markdown' });
    expect(text).toContain('1 warning in 1 of 2 documents');
  });
});
