import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'mocha';
import {
  type CodeAction,
  commands,
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { codeOf, openSample, press, problemsOf, takeScreenshot, waitFor } from './workbench.ts';

const report = `# Harbour report

## Summary

The port handled 4.2 million containers and employed 3,150 dock workers.

## Operations

In the past year the port handled 4.2 million containers. It employed 3,510 workers at its two terminals.
`;

const project = '# Kept by the harbour office.\nlanguage: en # English\n';

/** A text with a third section that states the figure again. */
const threefold = `${report.replace('3,510 workers', '3,510 dock workers')}
## Terminals

The port handled 4.2 million containers. It employed 3,510 dock workers at its two terminals.
`;

describe('a quick fix', () => {
  let editor: TextEditor;
  let document: TextDocument;
  let projectFile: TextDocument;

  const folder = () => workspace.workspaceFolders![0]!.uri;
  const conflicts = () =>
    problemsOf(document).map((problem) => `${codeOf(problem)} ${document.getText(problem.range)}`);
  const both = ['figure-conflict 3,150', 'figure-conflict 3,510'];

  /** The code action of that title on the first occurrence of some words. */
  async function actionOn(words: string, title: RegExp): Promise<CodeAction> {
    const at = document.positionAt(document.getText().indexOf(words));
    return waitFor(`the action ${title}`, async () => {
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new Range(at, at),
      );
      return actions.find((action) => title.test(action.title));
    });
  }

  async function write(text: string): Promise<void> {
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(new Position(0, 0), document.positionAt(document.getText().length)), text);
    edit.replace(
      projectFile.uri,
      new Range(new Position(0, 0), projectFile.positionAt(projectFile.getText().length)),
      project,
    );
    assert.ok(await workspace.applyEdit(edit));
    await document.save();
    await projectFile.save();
    await reopen();
  }

  /** What was open in between is forgotten: nothing is left behind by an edit, and there is nothing to undo. */
  async function reopen(): Promise<void> {
    await commands.executeCommand('workbench.action.closeAllEditors');
    projectFile = await workspace.openTextDocument(Uri.joinPath(folder(), 'desk/concordance.yaml'));
    editor = await openSample('desk/report.md');
    document = editor.document;
  }

  const show = async (shown: TextDocument) => window.showTextDocument(shown, { preview: false });
  const become = (what: string, expected: readonly string[]) =>
    waitFor(`${what}: ${expected.join(', ') || 'nothing'}`, () => conflicts().join() === expected.join());

  /** Undoes and redoes in the file that the fix has changed. */
  async function undoAndRedo(changed: TextDocument, fixed: readonly string[], broken: readonly string[]) {
    const text = changed.getText();
    await show(changed);
    await commands.executeCommand('undo');
    await become('undone', broken);
    assert.notEqual(changed.getText(), text);
    await commands.executeCommand('redo');
    await become('redone', fixed);
    assert.equal(changed.getText(), text);
  }

  before(async () => {
    await workspace.fs.writeFile(Uri.joinPath(folder(), 'desk/concordance.yaml'), new TextEncoder().encode(project));
    await workspace.fs.writeFile(Uri.joinPath(folder(), 'desk/report.md'), new TextEncoder().encode(report));
    await reopen();
  });

  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(Uri.joinPath(folder(), 'desk'), { recursive: true });
  });

  const inText: readonly (readonly [what: string, title: RegExp, words: string])[] = [
    ['takes the other value', /^Change to 3,510/, 'employed 3,510 dock workers'],
    ['changes the other value', /^Change “3,510” in “Operations” to 3,150$/, 'employed 3,150 workers'],
    ['suppresses the problem with a comment', /^Suppress figure-conflict here/, '<!-- concordance-disable-next-line'],
  ];
  for (const [what, title, words] of inText)
    it(`${what}, and is undone and redone`, async () => {
      await write(report);
      await become('to begin with', both);
      const { edit } = await actionOn('3,150', title);
      assert.ok(await workspace.applyEdit(edit!));
      await become('fixed', []);
      assert.ok(document.getText().includes(words), document.getText());
      await undoAndRedo(document, [], both);
    });

  const inProject: readonly (readonly [what: string, title: RegExp, words: string])[] = [
    ['tells two claims apart', /are not the same claim$/, '- different: ["dock workers", "workers"]'],
    ['switches the rule off for the folder', /^Switch figure-conflict off/, '  figure-conflict: off'],
  ];
  for (const [what, title, words] of inProject)
    it(`${what}, and is undone and redone`, async () => {
      await write(report);
      await become('to begin with', both);
      const { edit } = await actionOn('3,150', title);
      assert.ok(await workspace.applyEdit(edit!));
      await become('fixed', []);
      const text = projectFile.getText();
      assert.ok(text.startsWith(project) && text.includes(words), text);
      await undoAndRedo(projectFile, [], both);
    });

  it('says that two wordings are one claim, and is undone and redone', async () => {
    await write(
      '# Fleet\n\n## Summary\n\nThe fleet has 412 hulls.\n\n## Ships\n\nHarbour masters counted 421 vessels.\n',
    );
    const { edit } = await actionOn('412', /^Same Claim: “hulls” and “vessels”/);
    const found = ['figure-conflict 412', 'figure-conflict 421'];
    assert.deepEqual(conflicts(), []);
    assert.ok(await workspace.applyEdit(edit!));
    await become('said', found);
    await undoAndRedo(projectFile, found, []);
  });

  it('accepts the difference with a reason, until a value changes', async () => {
    await write(report);
    await become('to begin with', both);
    const { command, edit } = await actionOn('3,150', /^Accept the difference/);
    assert.equal(edit, undefined);
    const accepted = commands.executeCommand<boolean>(command!.command, ...(command!.arguments ?? []));
    const reason = await press('meant', 'accept-reason');
    if (!reason) await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    assert.equal(await accepted, true);
    await become('accepted', []);
    const text = projectFile.getText();
    assert.ok(text.startsWith(project), text);
    assert.match(text, /values: \["3,150", "3,510"\]/);
    assert.match(text, reason ? /why: meant/ : /why: ""/);
    await takeScreenshot('accepted');
    await undoAndRedo(projectFile, [], both);

    await show(document);
    const at = document.positionAt(document.getText().indexOf('3,510'));
    const change = new WorkspaceEdit();
    change.replace(document.uri, new Range(at, at.translate(0, 5)), '3,600');
    await workspace.applyEdit(change);
    await become('changed', ['figure-conflict 3,150', 'figure-conflict 3,600']);
    await commands.executeCommand('undo');
    await become('changed back', []);
  });

  it('changes all statements once they are confirmed in a preview, and is undone and redone', async () => {
    await write(threefold);
    const before = await waitFor('the conflict', () => conflicts().includes(both[0]!) && conflicts());
    await actionOn('3,150', /^Change all other statements \(2\)/);
    await show(document);
    const at = document.positionAt(document.getText().indexOf('3,150'));
    editor.selection = new Selection(at, at);
    const applied = commands.executeCommand('editor.action.codeAction', {
      kind: 'quickfix.changeAll',
      apply: 'first',
    });
    await waitFor('the preview', async () => {
      await commands.executeCommand('list.focusFirst');
      return window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.startsWith('Refactor Preview')));
    });
    await takeScreenshot('change-all-preview');
    assert.ok(document.getText().includes('3,510'), 'nothing is changed before it is confirmed');
    // What needs confirmation is not ticked by itself.
    await commands.executeCommand('refactorPreview.toggleCheckedState');
    await commands.executeCommand('refactorPreview.apply');
    await applied;
    await become('changed', []);
    assert.ok(!document.getText().includes('3,510'), document.getText());
    await undoAndRedo(document, [], before);
  });

  it('changes whatever is certain at once, when asked to, and is undone and redone', async () => {
    await write(threefold);
    const before = await waitFor('the conflict', () => conflicts().includes(both[0]!) && conflicts());
    await show(document);
    await document.save();
    assert.deepEqual(conflicts(), before);
    await commands.executeCommand('editor.action.fixAll');
    await become('fixed', []);
    assert.ok(!document.getText().includes('3,150'), document.getText());
    await undoAndRedo(document, [], before);
  });

  it('is offered for a statement that an edit left behind, and undoing the edit clears it', async () => {
    const text = report.replace('3,510 workers', '3,150 dock workers');
    await workspace.fs.writeFile(Uri.joinPath(folder(), 'desk/fresh.md'), new TextEncoder().encode(text));
    editor = await openSample('desk/fresh.md');
    document = editor.document;
    const at = document.positionAt(document.getText().indexOf('3,150'));
    await editor.edit((edit) => edit.replace(new Range(at, at.translate(0, 5)), '3,300'));
    await become('left behind', ['stale-figure 3,150']);
    const { edit } = await actionOn('3,150', /^Change to 3,300/);
    await workspace.applyEdit(edit!);
    await become('changed too', []);
    await commands.executeCommand('undo');
    await become('left behind again', ['stale-figure 3,150']);
    await commands.executeCommand('undo');
    await become('undone', []);
  });
});
