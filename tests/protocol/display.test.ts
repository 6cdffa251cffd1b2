import { afterEach, describe, expect, it } from 'vitest';
import type { CodeLens, InlayHint, SemanticTokens } from 'vscode-languageserver/node';
import { startClient, type TestClient, type TestClientOptions, uriOf } from '../support/protocolClient.ts';

const report = `
  //- report.md
  # Seabird survey

  Anna Lindqvist led the survey of 2023. The colony has 1,240 breeding pairs and cost $2.8 million.

  ## Results

  The colony has 1,240 breeding pairs. Owen Rees thanked Anna Lindqvist.

  ## Outlook

  The colony has 1,480 breeding pairs.

  ## Thanks

  Nothing else to say.

  //- letter.md
  # Letter

  We thank Anna Lindqvist.
`;

let client: TestClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function start(settings: TestClientOptions['settings'] = {}, source = report): Promise<void> {
  client = await startClient(source, { settings });
  // Settings have arrived once a check has answered.
  for (const { path } of client.fixture.files) await client.check(path);
}

const request = <Result>(method: string, params: object): Promise<Result> =>
  client!.connection.sendRequest<Result>(method, params);
const documentOf = (path: string) => ({ textDocument: { uri: uriOf(path) } });
const whole = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

describe('code lenses', () => {
  const lenses = async (path: string) => {
    const found = await request<CodeLens[]>('textDocument/codeLens', documentOf(path));
    return found.map(({ range, command }) => [client!.read(path, range), command!.title]);
  };

  it('count what each section has, subsections included, and leave out what has nothing', async () => {
    await start({ codeLens: true });
    expect(await lenses('report.md')).toEqual([
      ['Seabird survey', '2 actors, 4 figures, 1 conflict'],
      ['Results', '2 actors, 1 figure, 1 conflict'],
      ['Outlook', '1 figure, 1 conflict'],
    ]);
    expect(await lenses('letter.md')).toEqual([['Letter', '1 actor']]);
  });

  it('are off by default, and where the document is not open', async () => {
    await start();
    expect(await request('textDocument/codeLens', documentOf('report.md'))).toBeNull();
    await client!.stop();
    await start({ codeLens: true });
    expect(await request('textDocument/codeLens', documentOf('missing.md'))).toBeNull();
  });
});

describe('inlay hints', () => {
  const hints = async (path: string, range = whole) => {
    const found = await request<InlayHint[]>('textDocument/inlayHint', { ...documentOf(path), range });
    return found.map(({ position, label }) => [position.line, label]);
  };

  it('give the normal form, how often a figure is stated, and how many differ', async () => {
    await start({ inlayHints: true });
    expect(await hints('report.md')).toEqual([
      [2, '3 statements, 1 differs'],
      [2, '= 2,800,000 USD'],
      [6, '3 statements, 1 differs'],
      [10, '3 statements, 2 differ'],
    ]);
    expect(await hints('letter.md')).toEqual([]);
  });

  it('do not say that two is 2', async () => {
    await start(
      { inlayHints: true },
      '//- report.md\n# Colony\n\nThe colony has two wardens and 1.2 million visitors.\n',
    );
    expect(await hints('report.md')).toEqual([[2, '= 1,200,000']]);
  });

  it('are those of the range alone, at the ends of the figures', async () => {
    await start({ inlayHints: true });
    const line = { start: { line: 6, character: 0 }, end: { line: 7, character: 0 } };
    expect(await hints('report.md', line)).toHaveLength(1);
    const [hint] = await request<InlayHint[]>('textDocument/inlayHint', { ...documentOf('report.md'), range: line });
    expect(client!.read('report.md', { start: { line: 6, character: 0 }, end: hint!.position })).toMatch(/1,240$/);
  });

  it('are off by default', async () => {
    await start();
    expect(await request('textDocument/inlayHint', { ...documentOf('report.md'), range: whole })).toBeNull();
  });
});

describe('semantic tokens', () => {
  interface Token {
    readonly text: string;
    readonly type: string;
    readonly modifiers: number;
  }

  function decode(path: string, { data }: SemanticTokens): Token[] {
    const { legend } = client!.initialized.capabilities.semanticTokensProvider!;
    const tokens: Token[] = [];
    let line = 0;
    let character = 0;
    for (let at = 0; at < data.length; at += 5) {
      const [down, along, length, type, modifiers] = data.slice(at, at + 5) as [number, number, number, number, number];
      line += down;
      character = down === 0 ? character + along : along;
      const range = { start: { line, character }, end: { line, character: character + length } };
      tokens.push({ text: client!.read(path, range), type: legend.tokenTypes[type]!, modifiers });
    }
    return tokens;
  }

  it('mark actors by kind, figures and dates, and where an actor is introduced', async () => {
    await start();
    const tokens = decode('report.md', await request('textDocument/semanticTokens/full', documentOf('report.md')));
    expect(tokens.map(({ text, type, modifiers }) => `${text} ${type} ${modifiers}`)).toEqual([
      'Anna Lindqvist person 1',
      '2023 date 0',
      '1,240 figure 0',
      '$2.8 million figure 0',
      '1,240 figure 0',
      'Owen Rees person 1',
      'Anna Lindqvist person 0',
      '1,480 figure 0',
    ]);
  });

  it('are those of a range when only that is asked for', async () => {
    await start();
    const range = { start: { line: 6, character: 0 }, end: { line: 7, character: 0 } };
    const params = { ...documentOf('report.md'), range };
    const tokens = decode('report.md', await request('textDocument/semanticTokens/range', params));
    expect(tokens.map(({ text }) => text)).toEqual(['1,240', 'Owen Rees', 'Anna Lindqvist']);
  });

  it('leave headings and code as they look, and split a name at a line break', async () => {
    await start({}, '//- report.md\n# Report of Anna Lindqvist\n\nWe met Anna\nLindqvist and `Owen Rees`.\n');
    const tokens = decode('report.md', await request('textDocument/semanticTokens/full', documentOf('report.md')));
    expect(tokens.map(({ text }) => text)).toEqual(['Anna', 'Lindqvist']);
  });
});
