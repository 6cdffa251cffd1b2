import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CodeAction, Diagnostic, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { indexText, spanOfRange } from '../../server/src/features/positions.ts';
import { editorCapabilities, startClient, type TestClient, uriOf } from '../support/protocolClient.ts';

const harbour = `
  # Harbour report

  ## Summary

  The port handled 4.2 million containers and employed 3,150 dock workers.

  ## Operations

  In the past year the port handled 4.2 million containers. It employed 3,510 dock workers at its two terminals.
`;
const projectUri = uriOf('concordance.yaml');

let client: TestClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const values = (diagnostics: readonly Diagnostic[], path = 'document.md') =>
  diagnostics.map(({ range }) => client!.read(path, range));

async function actionsAt(words: string, path = 'document.md'): Promise<CodeAction[]> {
  await client!.check(path);
  const { textDocument, position } = client!.at(path, words);
  const range = { start: position, end: position };
  return client!.connection.sendRequest('textDocument/codeAction', {
    textDocument,
    range,
    context: { diagnostics: [] },
  });
}

async function actionNamed(words: string, title: RegExp, path = 'document.md'): Promise<CodeAction> {
  const actions = await actionsAt(words, path);
  const found = actions.find((action) => title.test(action.title));
  if (!found) throw new Error(`No action ${title} among: ${actions.map((action) => action.title).join('; ')}`);
  return found;
}

/** Applies an edit as an editor does, from the end of each file on; answers the files that were written. */
async function apply({ documentChanges, changes }: WorkspaceEdit): Promise<string[]> {
  const edits = (documentChanges ?? []).flatMap((change): [string, TextEdit[]][] => {
    if ('kind' in change) {
      if (change.kind === 'create' && !client!.host.files.has(change.uri)) client!.host.files.set(change.uri, '');
      return [];
    }
    return [[change.textDocument.uri, change.edits as TextEdit[]]];
  });
  for (const [uri, list] of [...edits, ...Object.entries(changes ?? {})]) {
    const path = uri.replace(uriOf(''), '');
    const ordered = [...list].sort(
      (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
    );
    if (uri !== projectUri)
      await client!.change(path, ...ordered.map(({ range, newText }) => ({ range, text: newText })));
    else await writeProject(ordered.reduce(replaced, client!.host.files.get(uri) ?? ''));
  }
  return edits.map(([uri]) => uri);
}

function replaced(text: string, { range, newText }: TextEdit): string {
  const { start, end } = spanOfRange(indexText(text, client!.encoding), range);
  return text.slice(0, start) + newText + text.slice(end);
}

async function writeProject(text: string): Promise<void> {
  client!.host.files.set(projectUri, text);
  await client!.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: projectUri, type: 2 }],
  });
}

describe('changing a figure', () => {
  it('takes the other value, and the conflict is gone', async () => {
    client = await startClient(harbour);
    const action = await actionNamed('3,150', /^Change to 3,510 \(as in “Operations”\)$/);
    expect(action.kind).toBe('quickfix.change');
    await apply(action.edit!);
    expect(client.textOf('document.md')).toContain('employed 3,510 dock workers.');
    expect(await client.check('document.md')).toEqual([]);
  });

  it('changes the other place instead', async () => {
    client = await startClient(harbour);
    await apply((await actionNamed('3,150', /^Change “3,510” in “Operations” to 3,150$/)).edit!);
    expect(client.textOf('document.md')).toContain('It employed 3,150 dock workers');
    expect(await client.check('document.md')).toEqual([]);
  });

  it('prints the value in the notation of the place', async () => {
    client = await startClient(
      harbour
        .replace('3,150 dock workers', '$3.1 million in wages')
        .replace('3,510 dock workers', '$3,600,000 in wages'),
    );
    await apply((await actionNamed('$3.1', /^Change to \$3.6 million/)).edit!);
    expect(client.textOf('document.md')).toContain('employed $3.6 million in wages');
  });

  it('offers to change all other statements, to be confirmed', async () => {
    client = await startClient(
      `${harbour}\n  ## Terminals\n\n  The port handled 4.2 million containers, and 3,510 dock workers were employed at its two terminals.\n`,
    );
    const { edit } = await actionNamed('3,150', /^Change all other statements \(2\) to 3,150$/);
    expect(edit?.changeAnnotations).toMatchObject({ statements: { needsConfirmation: true } });
    const [change] = edit!.documentChanges as TextDocumentEdit[];
    expect(change!.edits.map((each) => 'annotationId' in each && each.annotationId)).toEqual([
      'statements',
      'statements',
    ]);
    await apply(edit!);
    expect(client.textOf('document.md')).not.toContain('3,510');
    expect(await client.check('document.md')).toEqual([]);
  });

  it('takes the declared value of a fact', async () => {
    client = await startClient(`
      //- report.md
      The Port of Vik has 1,180 berths.
      //- concordance.yaml
      facts:
        - measure: berths
          value: "1,240"
    `);
    const action = await actionNamed('1,180', /^Change to 1,240 \(as declared/, 'report.md');
    expect(action.isPreferred).toBe(true);
    await apply(action.edit!);
    expect(await client.check('report.md')).toEqual([]);
  });
});

describe('accepting a difference', () => {
  it('makes the project file, and the conflict returns when a value changes', async () => {
    client = await startClient(harbour);
    const { edit } = await actionNamed('3,150', /^Accept the difference \(3,150 and 3,510\)$/);
    expect(edit?.documentChanges?.[0]).toMatchObject({ kind: 'create', uri: projectUri });
    expect(await apply(edit!)).toEqual([projectUri]);
    expect(client.host.files.get(projectUri)).toBe(
      'accepted:\n  - code: figure-conflict\n    values: ["3,150", "3,510"]\n    measure: dock workers\n    document: document.md\n    why: ""\n',
    );
    expect(await client.check('document.md')).toEqual([]);
    await client.change('document.md', {
      range: client.at('document.md', '3,510') && rangeOfWords('3,510'),
      text: '3,610',
    });
    expect(values(await client.check('document.md'))).toEqual(['3,150', '3,610']);
  });

  it('keeps the comments of the project file', async () => {
    client = await startClient(`${harbour}\n  //- concordance.yaml\n  # ours\n  language: en # English\n`);
    await apply((await actionNamed('3,150', /^Accept/)).edit!);
    expect(client.host.files.get(projectUri)).toContain('# ours\nlanguage: en # English\naccepted:\n');
    expect(await client.check('document.md')).toEqual([]);
  });

  it('is not offered to a client that makes no files, and there is none', async () => {
    const { workspaceEdit: _, ...workspace } = editorCapabilities.workspace!;
    client = await startClient(harbour, { capabilities: { ...editorCapabilities, workspace } });
    const titles = (await actionsAt('3,150')).map(({ title }) => title);
    expect(titles.some((title) => title.startsWith('Accept'))).toBe(false);
    await apply((await actionNamed('3,150', /^Change to 3,510/)).edit!);
    expect(await client.check('document.md')).toEqual([]);
  });
});

function rangeOfWords(words: string) {
  const { position } = client!.at('document.md', words);
  return { start: position, end: { line: position.line, character: position.character + words.length } };
}

describe('the reason of an accepted difference', () => {
  /** Accepts the difference as an editor does that asks for a reason; answers whether it was accepted. */
  async function accept(ask: (title: string) => string | null | Promise<string | null>): Promise<boolean> {
    client = await startClient(harbour, { initializationOptions: { reasons: true } });
    client.connection.onRequest('concordance/askReason', ({ title }: { title: string }) => ask(title));
    client.connection.onRequest('workspace/applyEdit', async ({ edit }: { edit: WorkspaceEdit }) => {
      await apply(edit);
      return { applied: true };
    });
    const { command, edit } = await actionNamed('3,150', /^Accept the difference \(3,150 and 3,510\)$/);
    expect(edit).toBeUndefined();
    return client.connection.sendRequest('workspace/executeCommand', {
      command: command!.command,
      arguments: command!.arguments,
    });
  }

  it('is asked for and written', async () => {
    const asked: string[] = [];
    const answer = (title: string) => {
      asked.push(title);
      return ' the second: with those on leave ';
    };
    expect(await accept(answer)).toBe(true);
    expect(asked).toEqual(['Accept the difference (3,150 and 3,510)']);
    expect(client!.host.files.get(projectUri)).toMatch(/\n {4}why: "the second: with those on leave"\n$/);
    expect(await client!.check('document.md')).toEqual([]);
  });

  it('may be left open, which the project file is told', async () => {
    expect(await accept(() => '')).toBe(true);
    expect(client!.host.files.get(projectUri)).toMatch(/\n {4}why: ""\n$/);
    expect(await client!.check('document.md')).toEqual([]);
    const said = () => client!.published.findLast(({ uri }) => uri === projectUri)?.diagnostics;
    await vi.waitFor(() => expect(said()).toMatchObject([{ severity: 4, message: 'the reason (why) is empty' }]));
  });

  it('changes nothing when the person thinks better of it, or the text has changed meanwhile', async () => {
    expect(await accept(() => null)).toBe(false);
    expect(client!.host.files.has(projectUri)).toBe(false);
    await client!.stop();
    const edited = async () => {
      await client!.change('document.md', { range: rangeOfWords('3,510'), text: '3,150' });
      return 'meant';
    };
    expect(await accept(edited)).toBe(false);
    expect(client!.host.files.has(projectUri)).toBe(false);
  });

  it('is not asked for by a command that makes no sense', async () => {
    client = await startClient(harbour, { initializationOptions: { reasons: true } });
    for (const given of [undefined, null, 'x', {}, { uri: uriOf('document.md'), code: 'x', offset: 0, title: '' }]) {
      const params = { command: 'concordance.acceptDifference', arguments: [given] };
      expect(await client.connection.sendRequest('workspace/executeCommand', params)).toBe(false);
    }
  });
});

describe('fixing all', () => {
  const report = `
  # Harbour report

  ## Summary

  The port handled 4.2 million containers and employed 3,150 dock workers.

  The Port of Vik has 1,180 berths.

  ## Operations

  In the past year the port handled 4.2 million containers. It employed 3,510 dock workers at its two terminals.

  ## Terminals

  The port handled 4.2 million containers. It employed 3,510 dock workers at its two terminals.
`;
  const facts = `  //- concordance.yaml
  facts:
    - measure: berths
      value: "1,240"
`;

  async function fixAll(context: object): Promise<CodeAction[]> {
    await client!.check('document.md');
    const { textDocument, position } = client!.at('document.md', '#');
    const range = { start: position, end: position };
    const params = { textDocument, range, context: { diagnostics: [], ...context } };
    const actions = await client!.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
    return actions.filter(({ kind }) => kind?.startsWith('source'));
  }

  it('changes what disagrees with a declared fact or with two other places, and nothing else', async () => {
    client = await startClient(report + facts);
    const [action, ...more] = await fixAll({ only: ['source.fixAll'], triggerKind: 1 });
    expect(more).toEqual([]);
    expect(action!.title).toBe('Change all 2 figures that disagree with what is declared or stated twice');
    expect(await apply(action!.edit!)).toEqual([uriOf('document.md')]);
    expect(client.textOf('document.md')).toMatch(/employed 3,510 dock workers\.\n\nThe Port of Vik has 1,240 berths\./);
    expect(await client.check('document.md')).toEqual([]);
    expect(await fixAll({ only: ['source.fixAll'] })).toEqual([]);
  });

  it('is not offered where either of two figures may be right', async () => {
    client = await startClient(harbour);
    expect(await client.check('document.md')).toHaveLength(2);
    expect(await fixAll({ only: ['source.fixAll'] })).toEqual([]);
  });

  it('never happens by itself, as on saving', async () => {
    client = await startClient(report);
    expect(await fixAll({ only: ['source.fixAll'], triggerKind: 2 })).toEqual([]);
    expect(await fixAll({ only: ['source.fixAll.other'], triggerKind: 1 })).toEqual([]);
    expect(await fixAll({ only: ['source'], triggerKind: 1 })).toHaveLength(1);
  });
});

describe('saying that two wordings are one claim', () => {
  const fleet = `
  # Fleet

  ## Summary

  The fleet has 412 hulls.

  ## Ships

  Harbour masters counted 421 vessels.
`;

  it('is offered for a near value in other words, and makes them disagree', async () => {
    client = await startClient(fleet);
    expect(await client.check('document.md')).toEqual([]);
    const action = await actionNamed('412', /^Same Claim: /);
    expect(action.title).toBe('Same Claim: “hulls” and “vessels” (421 in “Ships”)');
    expect(action.kind).toBe('refactor.claim');
    await apply(action.edit!);
    expect(client.host.files.get(projectUri)).toBe('claims:\n  - same: ["hulls", "vessels"]\n');
    expect(values(await client.check('document.md'))).toEqual(['412', '421']);
  });

  it('is not offered where there is no figure, and where nothing can be written', async () => {
    client = await startClient(fleet);
    expect(await actionsAt('The fleet')).toEqual([]);
    await client.stop();
    client = await startClient(fleet, { folders: [] });
    expect(await actionsAt('412')).toEqual([]);
  });
});

describe('the other corrections', () => {
  it('tell two measures apart', async () => {
    client = await startClient(harbour.replace('3,510 dock workers', '3,510 workers'));
    await apply((await actionNamed('3,150', /^“dock workers” and “workers” are not the same claim$/)).edit!);
    expect(client.host.files.get(projectUri)).toContain('- different: ["dock workers", "workers"]');
    expect(await client.check('document.md')).toEqual([]);
  });

  it('switch the rule off for the folder', async () => {
    client = await startClient(harbour);
    await apply((await actionNamed('3,150', /^Switch figure-conflict off/)).edit!);
    expect(client.host.files.get(projectUri)).toBe('rules:\n  figure-conflict: off\n');
    expect(await client.check('document.md')).toEqual([]);
  });
});

describe('suppressing with a comment', () => {
  const sentence =
    'In the past year the port handled 4.2 million containers. It employed 3,510 dock workers at its two terminals.';
  const forms: readonly (readonly [name: string, form: string])[] = [
    ['a paragraph', sentence],
    [
      'the second line of a paragraph',
      `In the past year the port\n  handled 4.2 million containers. It\n  employed 3,510 dock workers.`,
    ],
    ['a list', `- ${sentence}\n  - The cranes are new.`],
    ['a quotation', `> ${sentence}`],
    [
      'a table',
      `| Item | Containers handled | Dock workers employed |\n  |---|---|---|\n  | The port | 4.2 million | 3,510 |`,
    ],
  ];

  it.each(forms)('works in %s', async (_, form) => {
    client = await startClient(harbour.replace(sentence, form));
    expect(values(await client.check('document.md'))).toContain('3,510');
    await apply((await actionNamed('3,510', /^Suppress figure-conflict/)).edit!);
    expect(client.textOf('document.md')).toMatch(/<!-- concordance-disable-(next-)?line figure-conflict -->/);
    expect(await client.check('document.md')).toEqual([]);
  });
});

describe('no action', () => {
  it('is offered where there is no problem, or where none is wanted', async () => {
    client = await startClient(harbour);
    expect(await actionsAt('4.2 million')).toEqual([]);
    const { textDocument, position } = client.at('document.md', '3,150');
    const range = { start: position, end: position };
    const context = { diagnostics: [], only: ['refactor'] };
    expect(await client.connection.sendRequest('textDocument/codeAction', { textDocument, range, context })).toEqual(
      [],
    );
  });
});
