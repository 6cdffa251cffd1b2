import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, CreateFile, Location, TextDocumentEdit } from 'vscode-languageserver/node';
import { editorCapabilities, startClient, type TestClient, uriOf } from '../support/protocolClient.ts';

const texts = `
  //- survey.md
  # Seabird survey

  Anna Lindqvist led the survey. Owen Rees, a retired surgeon, helped her in Ferry Bay.

  Some colleagues know Annie Lindquist by that name. “Nobody told us,” said Owen Rees.

  //- letter.md
  # Letter

  We thank Annie Lindquist and Anna Lindqvist for the visit.
`;
const project = `
  //- concordance.yaml
  # Ours.
  actors:
    - name: Anna Lindqvist # the surveyor
      kind: person
  language: en
${texts}`;

let client: TestClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function start(source: string, options: Parameters<typeof startClient>[1] = {}): Promise<void> {
  client = await startClient(source, options);
  await client.check('survey.md');
}

async function actionsAt(path: string, words: string, only?: string[]): Promise<CodeAction[]> {
  const { textDocument, position } = client!.at(path, words);
  const context = { diagnostics: [], ...(only && { only }) };
  const params = { textDocument, range: { start: position, end: position }, context };
  return client!.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
}

/** Carries out an action as an editor that saves what it has changed. */
async function apply(action: CodeAction): Promise<string> {
  const changes = action.edit!.documentChanges as (TextDocumentEdit | CreateFile)[];
  const uri = uriOf('concordance.yaml');
  for (const change of changes) {
    if ('kind' in change) {
      expect(client!.host.files.has(change.uri)).toBe(false);
      client!.host.files.set(change.uri, '');
      continue;
    }
    expect(change.textDocument.uri).toBe(uri);
    const lines = client!.textOf('concordance.yaml').split('\n');
    const [edit] = change.edits as { range: { start: { line: number }; end: { line: number } }; newText: string }[];
    const { start, end } = edit!.range;
    const before = lines.slice(0, start.line).map((line) => `${line}\n`);
    client!.host.files.set(uri, before.join('') + edit!.newText + lines.slice(end.line).join('\n'));
  }
  await client!.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
  await client!.check('survey.md');
  return client!.textOf('concordance.yaml');
}

async function mentionsAt(path: string, words: string): Promise<number> {
  const params = { ...client!.at(path, words), context: { includeDeclaration: true } };
  return (await client!.connection.sendRequest<Location[] | null>('textDocument/references', params))?.length ?? 0;
}

const named = (actions: readonly CodeAction[], title: string) => {
  const action = actions.find((candidate) => candidate.title === title);
  if (!action) throw new Error(`No action “${title}” among: ${actions.map((each) => each.title).join('; ')}`);
  return action;
};

describe('code actions on an actor', () => {
  it('join two actors, the likeliest offered first, in every document', async () => {
    await start(project);
    const actions = await actionsAt('survey.md', 'Annie Lindquist');
    expect(actions[0]!.title).toBe('Same Actor as “Anna Lindqvist”');
    expect(await mentionsAt('survey.md', 'Annie Lindquist')).toBe(2);
    const text = await apply(actions[0]!);
    expect(text).toContain('# Ours.\n');
    expect(text).toContain(
      '- name: Anna Lindqvist # the surveyor\n    kind: person\n    aliases: [Annie Lindquist]\nlanguage: en',
    );
    expect(await mentionsAt('survey.md', 'Annie Lindquist')).toBe(4);
  });

  it('say that a name is none', async () => {
    await start(project);
    expect(await mentionsAt('survey.md', 'Owen Rees')).toBe(2);
    const text = await apply(named(await actionsAt('survey.md', 'Owen Rees'), 'Not an Actor: “Owen Rees”'));
    expect(text).toContain('- not: Owen Rees\n');
    expect(await mentionsAt('survey.md', 'Owen Rees')).toBe(0);
  });

  it('create the project file where there is none', async () => {
    await start(texts);
    const text = await apply(named(await actionsAt('survey.md', 'Owen Rees'), 'Set Kind: Organization'));
    expect(text).toBe('actors:\n  - name: Owen Rees\n    kind: organization\n');
    const titles = (await actionsAt('survey.md', 'Owen Rees')).map(({ title }) => title);
    expect(titles).toContain('Set Kind: Person');
    expect(titles).not.toContain('Set Kind: Organization');
  });

  it('take a description from the text', async () => {
    await start(texts);
    const actions = await actionsAt('survey.md', 'Owen Rees');
    const text = await apply(named(actions, 'Add Description: “retired surgeon”'));
    expect(text).toBe('actors:\n  - name: Owen Rees\n    description: retired surgeon\n');
  });

  it('write into the open project file as the editor has it', async () => {
    await start(project);
    await client!.open('concordance.yaml', 'language: en\n# At the end.\n', 'yaml');
    await client!.check('survey.md');
    const action = named(await actionsAt('survey.md', 'Owen Rees'), 'Set Kind: Place');
    const [change] = action.edit!.documentChanges as TextDocumentEdit[];
    expect(change!.textDocument).toEqual({ uri: uriOf('concordance.yaml'), version: 1 });
    expect(change!.edits).toMatchObject([{ range: { start: { line: 1 } } }]);
  });

  it('are none over other words, of other kinds, outside the folders, and where the file is not understood', async () => {
    await start(project);
    expect(await actionsAt('survey.md', 'colleagues')).toEqual([]);
    expect(await actionsAt('survey.md', 'Owen Rees', ['quickfix'])).toEqual([]);
    expect(await actionsAt('survey.md', 'Owen Rees', ['refactor'])).not.toEqual([]);
    await client!.open('file:///elsewhere/note.md', 'We met Owen Rees.');
    expect(await actionsAt('file:///elsewhere/note.md', 'Owen Rees')).toEqual([]);
    await client!.stop();
    await start(`\n  //- concordance.yaml\n  actors: everybody\n${texts}`);
    expect(await actionsAt('survey.md', 'Owen Rees')).toEqual([]);
  });

  it('are plain changes for clients without versions, and none there that would need a new file', async () => {
    const capabilities = { ...editorCapabilities, workspace: {} };
    await start(project, { capabilities });
    const [action] = await actionsAt('survey.md', 'Owen Rees');
    expect(Object.keys(action!.edit!.changes!)).toEqual([uriOf('concordance.yaml')]);
    await client!.stop();
    await start(texts, { capabilities });
    expect(await actionsAt('survey.md', 'Owen Rees')).toEqual([]);
  });
});
