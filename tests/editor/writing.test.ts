// What shows while somebody writes: lenses on headings, notes behind figures, colours of actors and figures. Pictures of them
// are taken to be looked at.

import { strict as assert } from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'mocha';
import {
  type CodeLens,
  type CompletionList,
  ConfigurationTarget,
  commands,
  type InlayHint,
  Position,
  Range,
  Selection,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextEditor,
  workspace,
} from 'vscode';
import { openSample, takeScreenshot, waitFor, waitForHost } from './workbench.ts';

const set = (key: string, value: unknown) =>
  workspace.getConfiguration().update(key, value, ConfigurationTarget.Workspace);

describe('while somebody writes', () => {
  let editor: TextEditor;

  before(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    editor = await openSample('report.md');
    // An editor that is opened again stands where it was left.
    await commands.executeCommand('cursorTop');
    editor.revealRange(new Range(new Position(0, 0), new Position(0, 0)));
  });

  after(async () => {
    for (const key of ['codeLens', 'inlayHints', 'semanticTokens']) await set(`concordance.${key}`, undefined);
    await set('editor.semanticTokenColorCustomizations', undefined);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('headings count actors, figures and conflicts, once that is asked for', async () => {
    const lenses = () => commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', editor.document.uri);
    const own = async () => (await lenses()).filter(({ command }) => / figures?/.test(command?.title ?? ''));
    assert.deepEqual(await own(), []);
    await set('concordance.codeLens', true);
    await waitFor('lenses', async () => (await own()).length > 2);
    await waitForHost('.codelens-decoration:has-text("figures")');
    await takeScreenshot('writing-lenses');
  });

  it('figures carry their normal form and how often they are stated, once that is asked for', async () => {
    const whole = new Range(new Position(0, 0), new Position(editor.document.lineCount, 0));
    const hints = () =>
      commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', editor.document.uri, whole);
    await set('concordance.inlayHints', true);
    const labels = await waitFor('hints', async () => {
      const found = (await hints()).map(({ label }) => String(label));
      return found.length > 0 && found;
    });
    assert.ok(
      labels.some((label) => /statements, \d differs?/.test(label)),
      labels.join(' | '),
    );
    assert.ok(!labels.some((label) => label.includes('(')), labels.join(' | '));
    await waitForHost('.view-line:has-text("statements")');
    await takeScreenshot('writing-hints');
    await set('concordance.codeLens', undefined);
    await set('concordance.inlayHints', undefined);
  });

  it('actors and figures have colours of their own where a theme or a setting gives them', async () => {
    const { uri } = editor.document;
    const legend = async () =>
      commands.executeCommand<SemanticTokensLegend | undefined>('vscode.provideDocumentSemanticTokensLegend', uri);
    assert.equal(await legend(), undefined);
    await set('concordance.semanticTokens', true);
    const { tokenTypes } = await waitFor('colours', legend);
    const tokens = await commands.executeCommand<SemanticTokens>('vscode.provideDocumentSemanticTokens', uri);
    const kinds = new Set(tokens.data.filter((_, index) => index % 5 === 3));
    for (const kind of ['person', 'organization', 'figure']) assert.ok(kinds.has(tokenTypes.indexOf(kind)), kind);
    const rules = { person: '#c586c0', organization: '#4ec9b0', place: '#dcdcaa', figure: { bold: true } };
    await set('editor.semanticTokenColorCustomizations', { enabled: true, rules });
    await takeScreenshot('writing-colours');
  });

  it('names are offered once a word begins like one', async () => {
    const { document } = editor;
    const end = document.lineAt(document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '\n\nThe line was opened by '));
    const cursor = document.lineAt(document.lineCount - 1).range.end;
    editor.selection = new Selection(cursor, cursor);
    // Faster than anybody types, so that the first answer comes too late.
    for (const text of ['I', 'n', 'g', 'r']) await commands.executeCommand('type', { text });
    await waitForHost('.suggest-widget.visible .monaco-list-row:has-text("Ingrid Solheim")');
    await takeScreenshot('writing-names');
    await commands.executeCommand('acceptSelectedSuggestion');
    await waitFor('the name', async () => document.lineAt(document.lineCount - 1).text.endsWith('by Ingrid Solheim'));
    // No name begins so, but a snippet of the editor does, which would be put in if it were offered.
    for (const text of [' ', 'I', 't']) await commands.executeCommand('type', { text });
    await sleep(1500);
    await commands.executeCommand('acceptSelectedSuggestion');
    assert.ok(document.lineAt(document.lineCount - 1).text.endsWith(' Ingrid Solheim It'));
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('figures that are stated already are offered behind their measure', async () => {
    const { document } = editor;
    const end = document.lineAt(document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '\n\n## Outlook\n\nOperating costs came to '));
    const cursor = document.lineAt(document.lineCount - 1).range.end;
    const offered = await waitFor('offers', async () => {
      const { items } = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        cursor,
      );
      const found = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return found.includes('$42.8 million') && found;
    });
    assert.ok(offered.includes('$48.2 million'), offered.join(' | '));
    editor.selection = new Selection(cursor, cursor);
    await commands.executeCommand('editor.action.triggerSuggest');
    await waitForHost('.suggest-widget .monaco-list-row:has-text("$42.8 million")');
    await takeScreenshot('writing-figures');
    await commands.executeCommand('hideSuggestWidget');
    await commands.executeCommand('undo');
  });
});
