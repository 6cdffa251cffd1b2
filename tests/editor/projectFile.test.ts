import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'mocha';
import {
  type CompletionList,
  commands,
  type Hover,
  type Location,
  type LocationLink,
  type Position,
  Selection,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { codeOf, openSample, problemsOf, takeScreenshot, waitFor } from './workbench.ts';

const project = `facts:
  - measure: berths
    subject: Port of Vik
    value: "1,240"
  - measure: cranes
    value: 41
rules:
  scale-slip: error
`;
const report = '# Vik\n\nThe Port of Vik has 1,240 berths.\n\n## Quays\n\nThe Port of Vik has 1,180 berths.\n';

describe('the project file in the editor', () => {
  let document: TextDocument;
  const folder = () => Uri.joinPath(workspace.workspaceFolders![0]!.uri, 'yard');
  const write = (name: string, text: string) =>
    workspace.fs.writeFile(Uri.joinPath(folder(), name), new TextEncoder().encode(text));
  const at = (words: string) => document.positionAt(document.getText().indexOf(words) + 1);

  before(async () => {
    await write('concordance.yaml', project);
    await write('report.md', report);
    await openSample('yard/report.md');
    document = (await openSample('yard/concordance.yaml')).document;
  });

  after(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(folder(), { recursive: true });
  });

  it('has a hint on a fact that no text states', async () => {
    const [hint] = await waitFor('the hint', () => problemsOf(document).length === 1 && problemsOf(document));
    assert.equal(codeOf(hint!), 'fact-unstated');
    assert.equal(hint!.range.start.line, 4);
  });

  it('tells by hovers what a rule reports and where a fact is stated', async () => {
    const hoverAt = async (words: string) => {
      const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at(words));
      return hovers
        .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
        .join('\n');
    };
    assert.match(await hoverAt('scale-slip'), /power of 1,000/);
    assert.match(await hoverAt('berths'), /Stated in 2 places:\s+- ≠ \*\*1,180\*\*/);
    window.activeTextEditor!.selection = new Selection(at('berths'), at('berths'));
    await commands.executeCommand('editor.action.showHover');
    await takeScreenshot('project-hover');
  });

  it('leads from a fact to its statements, and from a statement to the fact', async () => {
    const follow = async (uri: Uri, position: Position) => {
      const found = await commands.executeCommand<(Location | LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        uri,
        position,
      );
      return found.map((place) =>
        'uri' in place ? { uri: place.uri, range: place.range } : { uri: place.targetUri, range: place.targetRange },
      );
    };
    const statements = await follow(document.uri, at('berths'));
    assert.deepEqual(statements.map(({ uri, range }) => `${uri.path.split('/').at(-1)}:${range.start.line}`).sort(), [
      'report.md:2',
      'report.md:6',
    ]);
    const back = await follow(statements[0]!.uri, statements[0]!.range.start);
    assert.ok(
      back.some(({ uri, range }) => uri.path === document.uri.path && range.start.line === 1),
      JSON.stringify(back),
    );
  });

  it('completes codes, measures and actors', async () => {
    const complete = async (line: string) => {
      const editor = await window.showTextDocument(document);
      const end = document.lineAt(document.lineCount - 1).range.end;
      await editor.edit((edit) => edit.insert(end, line));
      const list = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        document.lineAt(document.lineCount - 1).range.end,
      );
      await commands.executeCommand('undo');
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    assert.ok((await complete('  fig')).includes('figure-conflict'));
    assert.ok((await complete('claims:\n  - same: [')).includes('berths'));
    assert.ok((await complete('actors:\n  - name: ')).includes('Port of Vik'));
  });
});
