import { strict as assert } from 'node:assert';
import { before, describe, it } from 'mocha';
import { commands, type DocumentSymbol, TabInputWebview, type TextDocument, Uri, window, workspace } from 'vscode';
import { openSample, takeScreenshot, waitFor } from './workbench.ts';

const decoder = new TextDecoder();

/** Waits until a web page of the extension is the active tab of a group. */
async function pageOpened(kind: string) {
  return waitFor(`the page ${kind}`, () =>
    window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith(`concordance.${kind}`)),
  );
}

describe('the views of a document', () => {
  let document: TextDocument;

  before(async () => {
    ({ document } = await openSample('report.md'));
  });

  it('stand in a container of their own', async () => {
    await commands.executeCommand('workbench.view.extension.concordance');
    for (const view of ['problems', 'figures', 'actors']) await commands.executeCommand(`concordance.${view}.focus`);
    await takeScreenshot('views');
  });

  it('show the figures that a filter leaves, and all again', async () => {
    await commands.executeCommand('concordance.filterFigures', { unit: 'USD' });
    await takeScreenshot('views-filtered');
    await commands.executeCommand('concordance.clearFigureFilter');
  });

  it('leave the outline of a Markdown document to the editor', async () => {
    const symbols = await waitFor('the outline', async () => {
      const found = await commands.executeCommand<DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found?.length > 0 && found;
    });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['# Marlow Valley Railway: annual report 2024'],
    );
  });
});

describe('the pages of a document', () => {
  it('show the overview', async () => {
    await openSample('report.md');
    await commands.executeCommand('concordance.showOverview');
    const tab = await pageOpened('overview');
    assert.equal(tab.label, 'Overview of report.md');
    await takeScreenshot('overview');
    await window.tabGroups.close(tab);
  });

  it('show the report of the document, and that of the workspace', async () => {
    await openSample('report.md');
    await commands.executeCommand('concordance.showReport');
    const own = await pageOpened('report');
    assert.equal(own.label, 'Consistency of report.md');
    await window.tabGroups.close(own);
    await commands.executeCommand('concordance.showReport', 'workspace');
    const all = await pageOpened('report');
    assert.notEqual(all.label, own.label);
    await takeScreenshot('report-workspace');
    await window.tabGroups.close(all);
  });

  it('are saved in each format, by the ending of the name', async () => {
    const folder = workspace.workspaceFolders![0]!.uri;
    const { document } = await openSample('report.md');
    const beginnings = { html: '<!doctype html>', md: '# Consistency check', csv: 'path,line,', sarif: '{' };
    for (const [ending, beginning] of Object.entries(beginnings)) {
      const target = Uri.joinPath(folder, `report-check.${ending}`);
      const written = await commands.executeCommand<Uri>('concordance.exportReport', document.uri, target);
      assert.equal(written?.toString(), target.toString());
      const text = decoder.decode(await workspace.fs.readFile(target));
      assert.ok(text.startsWith(beginning), text.slice(0, 100));
      await workspace.fs.delete(target);
    }
    const target = Uri.joinPath(folder, 'report-check.docx');
    assert.equal(await commands.executeCommand('concordance.exportReport', document.uri, target), undefined);
  });
});
