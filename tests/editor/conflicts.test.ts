import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'mocha';
import {
  commands,
  type Diagnostic,
  type Hover,
  type Location,
  type LocationLink,
  type Range,
  Selection,
  type TextDocument,
  type TextEditor,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { codeOf, openSample, problemsOf, takeScreenshot, waitFor } from './workbench.ts';

describe('a conflict in the sample report', () => {
  let editor: TextEditor;
  let document: TextDocument;
  let conflict: Diagnostic;

  const conflicts = () => problemsOf(document).filter((problem) => codeOf(problem) === 'figure-conflict');
  const otherSide = () => conflict.relatedInformation![0]!.location;
  const at = (range: Range) => conflicts().find((problem) => problem.range.isEqual(range));

  before(async () => {
    editor = await openSample('report.md');
    document = editor.document;
    conflict = await waitFor('a conflict', () => conflicts()[0]);
  });

  after(async () => {
    // Everything has been undone; what the editor may have saved in between is overwritten.
    await document.save();
    await commands.executeCommand('workbench.action.closePanel');
  });

  it('is a warning on a figure that names its rule and the page about it', () => {
    assert.match(document.getText(conflict.range), /\d/);
    assert.equal(conflict.severity, 1);
    assert.ok(conflict.message.length > 20);
  });

  it('links both sides to each other', async () => {
    const other = otherSide();
    assert.equal(other.uri.toString(), document.uri.toString());
    const back = at(other.range);
    assert.ok(back, 'the other side is reported too');
    assert.ok(back.relatedInformation!.some(({ location }) => location.range.isEqual(conflict.range)));
    await commands.executeCommand('workbench.actions.view.problems');
    await takeScreenshot('conflict-problems');
  });

  it('is shown by a hover with the other statement', async () => {
    editor.selection = new Selection(conflict.range.start, conflict.range.start);
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      conflict.range.start,
    );
    const text = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    // In Markdown, what could be markup is escaped: 93\.5.
    const printed = text.join('\n').replaceAll('\\', '');
    assert.ok(printed.includes(document.getText(otherSide().range)), printed);
    await commands.executeCommand('editor.action.showHover');
    await takeScreenshot('conflict-hover');
    await commands.executeCommand('editor.action.hideHover');
  });

  it('leads from one statement to the other, and lists all', async () => {
    const definitions = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      conflict.range.start,
    );
    assert.equal(definitions.length, 1);
    const references = await commands.executeCommand<Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      conflict.range.start,
    );
    const texts = references.map(({ range }) => document.getText(range));
    assert.ok(texts.includes(document.getText(conflict.range)), texts.join(', '));
    assert.ok(texts.includes(document.getText(otherSide().range)), texts.join(', '));
  });

  it('goes when the figures agree, and comes back when that is undone', async () => {
    const { range } = conflict;
    const before = conflicts().length;
    const change = new WorkspaceEdit();
    change.replace(document.uri, range, document.getText(otherSide().range));
    await workspace.applyEdit(change);
    await waitFor('the conflict to go', () => conflicts().length < before && !at(range));
    await takeScreenshot('conflict-gone');
    await commands.executeCommand('undo');
    await waitFor('the conflict to come back', () => conflicts().length === before && at(range) !== undefined);
  });

  it('stays where it is while other text is written above it', async () => {
    const text = document.getText(conflict.range);
    await editor.edit((edit) => edit.insert(document.lineAt(0).range.end, '\n\nA line of no figures.'));
    await waitFor('the conflict two lines further down', () =>
      conflicts().some(
        ({ range }) => range.start.line === conflict.range.start.line + 2 && document.getText(range) === text,
      ),
    );
    await commands.executeCommand('undo');
    await waitFor('the conflict where it was', () => at(conflict.range) !== undefined);
  });
});
