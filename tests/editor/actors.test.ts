import { strict as assert } from 'node:assert';
import { before, describe, it } from 'mocha';
import {
  commands,
  type Hover,
  type Location,
  type LocationLink,
  type Position,
  Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { openSample, takeScreenshot, waitFor } from './workbench.ts';

describe('an actor of the sample report', () => {
  let document: TextDocument;
  let later: Position;
  let introduction: Position;

  before(async () => {
    const editor = await openSample('report.md');
    document = editor.document;
    introduction = document.positionAt(document.getText().indexOf('Ingrid Solheim'));
    later = document.positionAt(document.getText().lastIndexOf('Solheim'));
    assert.ok(later.isAfter(introduction.translate(0, 14)));
    editor.selection = new Selection(later, later);
    editor.revealRange(new Range(later, later), TextEditorRevealType.InCenter);
  });

  it('is described by a hover wherever the name stands', async () => {
    const hovers = await waitFor('a hover', async () => {
      const answer = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, later);
      return answer.length > 0 && answer;
    });
    const text = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    assert.match(text.join('\n'), /Ingrid Solheim/);
    assert.match(text.join('\n'), /head of personnel/);
    await commands.executeCommand('editor.action.showHover');
    await takeScreenshot('actor-hover');
  });

  it('leads to where it is introduced and to where it is declared', async () => {
    const definitions = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      later,
    );
    const places = definitions.map((definition) =>
      'uri' in definition
        ? { uri: definition.uri, range: definition.range }
        : { uri: definition.targetUri, range: definition.targetSelectionRange ?? definition.targetRange },
    );
    const introduced = places.find(({ uri }) => uri.path === document.uri.path);
    assert.ok(introduced?.range.contains(introduction), JSON.stringify(definitions));
    assert.ok(
      places.some(({ uri }) => uri.path.endsWith('/concordance.yaml')),
      JSON.stringify(definitions),
    );
  });

  it('has all its mentions listed', async () => {
    const references = await commands.executeCommand<Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      later,
    );
    assert.deepEqual(
      references.filter(({ uri }) => uri.path === document.uri.path).map(({ range }) => document.getText(range)),
      ['Ingrid Solheim', 'Solheim'],
    );
  });
});

describe('an actor that is renamed', () => {
  it('changes in every form, and one undo takes all of it back', async () => {
    const { document } = await openSample('report.md');
    const before = document.getText();
    const mentions = before.match(/\bReyl\b/g)?.length ?? 0;
    const at = document.positionAt(before.lastIndexOf('Reyl') + 1);
    const edit = await waitFor('the edits of a rename', async () => {
      const answer = await commands.executeCommand<WorkspaceEdit | undefined>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        at,
        'Henrik Lund',
      );
      return answer !== undefined && answer.size > 0 && answer;
    });
    assert.ok(mentions > 1);
    assert.equal(edit.get(document.uri).length, mentions);
    assert.ok(await workspace.applyEdit(edit));
    const renamed = document.getText();
    assert.doesNotMatch(renamed, /Reyl/);
    assert.match(renamed, /Henrik Lund/);
    assert.equal(renamed.match(/\bLund\b/g)?.length, mentions);
    await takeScreenshot('actor-renamed');
    await window.showTextDocument(document);
    await commands.executeCommand('undo');
    await waitFor('the text as it was', () => document.getText() === before);
    assert.equal(document.isDirty, false);
  });
});
