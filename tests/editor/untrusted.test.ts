// In a folder that nobody has said to trust: everything reads and writes as anywhere, since nothing of the folder is executed.

import { strict as assert } from 'node:assert';
import { before, describe, it } from 'mocha';
import {
  commands,
  extensions,
  type Hover,
  Selection,
  TabInputWebview,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { CheckSummary } from '../../server/src/features/protocol.ts';
import { codeOf, openSample, problemsOf, takeScreenshot, waitFor } from './workbench.ts';

describe('in a folder that is not trusted', () => {
  let editor: TextEditor;

  before(async () => {
    editor = await openSample('report.md');
  });

  it('the extension is active all the same', async () => {
    assert.equal(workspace.isTrusted, false);
    await waitFor('the extension', () => extensions.getExtension('concordance-tools.concordance')?.isActive);
  });

  it('conflicts are underlined and explained', async () => {
    const { document } = editor;
    const conflict = await waitFor('a conflict', () =>
      problemsOf(document).find((problem) => codeOf(problem) === 'figure-conflict'),
    );
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      conflict.range.start,
    );
    assert.ok(hovers.length > 0);
    await takeScreenshot('untrusted');
  });

  it('the project file counts', async () => {
    const { document } = await openSample('concordance.yaml');
    assert.match(document.getText(), /actors:/);
    await openSample('report.md');
    const summary = await commands.executeCommand<CheckSummary>('concordance.checkWorkspace');
    assert.ok(summary.documents >= 2, JSON.stringify(summary));
    assert.ok(summary.warnings > 0);
  });

  it('passages are annotated, and the file is written', async () => {
    editor = await openSample('report.md');
    const at = editor.document.positionAt(editor.document.getText().indexOf('Ingrid Solheim'));
    editor.selection = new Selection(at, at.translate(0, 14));
    await commands.executeCommand('concordance.annotate', { comment: 'Since when?' });
    const file = Uri.joinPath(workspace.workspaceFolders![0]!.uri, 'report.md.annotations.jsonld');
    const written = await waitFor('the file', async () => {
      try {
        return await workspace.fs.readFile(file);
      } catch {
        return undefined;
      }
    });
    assert.match(new TextDecoder().decode(written), /Ingrid Solheim/);
  });

  it('the overview is drawn', async () => {
    await openSample('report.md');
    await commands.executeCommand('concordance.showOverview');
    const tabs = () => window.tabGroups.all.flatMap(({ tabs: found }) => found);
    await waitFor('the page', () => tabs().some(({ input }) => input instanceof TabInputWebview));
    await takeScreenshot('untrusted-overview');
  });
});
