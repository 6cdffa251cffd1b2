import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { commands, window, workspace } from 'vscode';
import type { CheckSummary } from '../../server/src/features/protocol.ts';
import { openSample, problemsOf, takeScreenshot, waitFor } from './workbench.ts';

const plainText = [
  'The harbour',
  '',
  'Summary',
  '',
  'Mora Harbour handled 412,000 containers in 2022.',
  '',
  'Traffic',
  '',
  'In 2022, Mora Harbour handled 388,000 containers.',
  '',
].join('\n');

describe('the commands', () => {
  it('check the document of the active editor', async () => {
    const { document } = await openSample('report.md');
    const summary = await commands.executeCommand<CheckSummary>('concordance.checkDocument');
    assert.equal(summary.documents, 1);
    const warnings = () => problemsOf(document).filter(({ severity }) => severity === 1).length;
    // A conflict counts once and is underlined at both of its places.
    await waitFor(`both places of ${summary.warnings} conflicts`, () => warnings() === 2 * summary.warnings);
  });

  it('check every document of the workspace, open or not', async () => {
    const documents = await workspace.findFiles('**/*.md');
    const summary = await commands.executeCommand<CheckSummary>('concordance.checkWorkspace');
    assert.ok(summary.documents >= documents.length, `${summary.documents} of ${documents.length}`);
    assert.ok(summary.warnings > 0);
    assert.deepEqual(summary.unreadable, []);
    await takeScreenshot('workspace-checked');
  });

  it('check plain text only when asked to', async () => {
    const document = await workspace.openTextDocument({ language: 'plaintext', content: plainText });
    await window.showTextDocument(document);
    assert.deepEqual(problemsOf(document), []);
    await commands.executeCommand('concordance.checkDocument');
    await waitFor('a conflict in plain text', () => problemsOf(document).length >= 2);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
