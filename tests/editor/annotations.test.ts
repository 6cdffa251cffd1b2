import { strict as assert } from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'mocha';
import {
  commands,
  env,
  type Hover,
  type Location,
  type LocationLink,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { pressKey, takeScreenshot, typeInto, waitFor, waitForHost } from './workbench.ts';

const text = `# The port of Mora

The port owned two tugs in 1931. Their boilers were coal-fired, and a dredger worked day and night.

Traffic grew by 12 % that year. The harbour master, Ana Ruiz, asked for a third tug.
`;

const folder = () => workspace.workspaceFolders![0]!.uri;
const at = (name: string) => Uri.joinPath(folder(), name);
const read = async (uri: Uri) => new TextDecoder().decode(await workspace.fs.readFile(uri));
const write = (uri: Uri, content: string) => workspace.fs.writeFile(uri, new TextEncoder().encode(content));

interface StoredAnnotation {
  id: string;
  motivation: string;
  body?: { purpose: string; value: string }[];
  target: { selector: { exact?: string }[] };
}

async function stored(name = 'mora.md'): Promise<StoredAnnotation[]> {
  const file = at(`${name}.annotations.jsonld`);
  return JSON.parse(await read(file).catch(() => '{"items":[]}')).items;
}

describe('annotations', () => {
  let editor: TextEditor;
  let document: TextDocument;

  const rangeOf = (words: string) => {
    const start = document.getText().indexOf(words);
    assert.ok(start >= 0, `There is no “${words}”.`);
    return new Range(document.positionAt(start), document.positionAt(start + words.length));
  };
  const select = (words: string) => {
    const range = rangeOf(words);
    editor.selection = new Selection(range.start, range.end);
  };
  /** What a hover says in the middle of some words. */
  const said = async (words: string) => {
    const { start, end } = rangeOf(words);
    const middle = document.positionAt((document.offsetAt(start) + document.offsetAt(end)) >> 1);
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, middle);
    return hovers
      .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
      .join('\n');
  };
  const waitUntilSaid = (words: string, comment: RegExp) =>
    waitFor(`${comment} on “${words}”`, async () => comment.test(await said(words)));
  const open = async (uri: Uri) => {
    document = await workspace.openTextDocument(uri);
    editor = await window.showTextDocument(document);
  };

  before(async () => {
    await write(at('mora.md'), text);
    await open(at('mora.md'));
  });

  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('are written in the editor, about the very words that were selected', async () => {
    select('two tugs');
    await commands.executeCommand('concordance.annotate');
    await typeInto('comment', 'Three, says the register. #fleet');
    await takeScreenshot('annotation-writing');
    await sleep(500);
    await pressKey('Control+Enter');
    await waitUntilSaid('two tugs', /Three, says the register/);
    const [annotation] = await stored();
    assert.equal(annotation!.target.selector[0]!.exact, 'two tugs');
    assert.deepEqual(
      annotation!.body!.map(({ purpose, value }) => [purpose, value]),
      [
        ['commenting', 'Three, says the register.'],
        ['tagging', 'fleet'],
      ],
    );
    await takeScreenshot('annotation-written');
  });

  it('are answered, tagged and resolved', async () => {
    select('dredger');
    await commands.executeCommand('concordance.annotate', { comment: 'Which one?', tags: ['check'] });
    editor.selection = new Selection(rangeOf('dredger').start, rangeOf('dredger').start);
    const replied = commands.executeCommand('concordance.replyToAnnotation');
    await typeInto('box', 'The *Mora II*.');
    await pressKey('Enter');
    await replied;
    await waitUntilSaid('dredger', /Mora II/);
    const tagged = commands.executeCommand('concordance.tagAnnotation');
    await typeInto('box', 'ships');
    await pressKey('Enter');
    await tagged;
    await waitUntilSaid('dredger', /#ships/);
    await commands.executeCommand('concordance.nextAnnotation');
    await commands.executeCommand('concordance.previousAnnotation');
    await takeScreenshot('annotation-thread');
    await commands.executeCommand('concordance.resolveAnnotation');
    await waitUntilSaid('dredger', /resolved/);
    assert.doesNotMatch(await said('asked for'), /Which one/);
  });

  it('stay on their words while the text above them and inside them is edited', async () => {
    select('12 %');
    await commands.executeCommand('concordance.annotate', { comment: 'From the yearbook.' });
    await editor.edit((edit) => edit.insert(document.lineAt(0).range.end, '\n\nThe harbour lies on the north coast.'));
    await editor.edit((edit) => edit.replace(rangeOf('two tugs'), 'two old steam tugs'));
    await editor.edit((edit) => edit.replace(rangeOf('12 %'), '15 %'));
    await waitUntilSaid('two old steam tugs', /Three, says the register/);
    await waitUntilSaid('15 %', /was 12 %, now 15 %/);
    await waitUntilSaid('dredger', /Which one/);
    assert.doesNotMatch(await said('in 1931'), /Three, says/);
    await takeScreenshot('annotation-edited');
    await document.save();
    await waitFor('the words that were edited in the file', async () =>
      (await stored()).some(({ target }) => target.selector?.[0]?.exact === 'two old steam tugs'),
    );
  });

  it('are where they belong after the file was changed elsewhere', async () => {
    const edited = document
      .getText()
      .replace('The port owned', 'A paragraph that somebody else wrote.\n\nIn those days the port owned')
      .replace('day and night', 'by day');
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await write(at('mora.md'), edited);
    await open(at('mora.md'));
    await waitFor('the text from the disk', () => document.getText() === edited);
    await waitUntilSaid('two old steam tugs', /Three, says the register/);
    await waitUntilSaid('dredger', /Which one/);
    await waitUntilSaid('15 %', /was 12 %, now 15 %/);
    assert.doesNotMatch(await said('somebody else'), /✎/);
    await takeScreenshot('annotation-reopened');
  });

  it('link passages, are followed both ways, and copied with their source', async () => {
    select('coal-fired');
    const begun = commands.executeCommand('concordance.linkPassages');
    await typeInto('box', 'select next');
    await pressKey('Enter');
    await begun;
    select('third tug');
    await commands.executeCommand('concordance.linkPassages');
    await waitUntilSaid('coal-fired', /→ .*third tug/);
    await waitUntilSaid('third tug', /← .*coal\\?-fired/);
    const definitions = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      rangeOf('coal-fired').start,
    );
    const ranges = definitions.map((found) =>
      'range' in found ? found.range : (found.targetSelectionRange ?? found.targetRange),
    );
    assert.ok(ranges.some((range) => document.getText(range) === 'third tug'));
    select('two old steam tugs');
    await commands.executeCommand('concordance.copyQuotation');
    assert.match(
      await env.clipboard.readText(),
      /^> two old steam tugs\n>\n> — mora\.md, “The port of Mora”, line \d+\n$/,
    );
  });

  it('are listed in a view of their own', async () => {
    await commands.executeCommand('concordance.annotations.focus');
    await commands.executeCommand('concordance.filterAnnotations', '');
    await waitForHost('.pane-body .monaco-list-row:has-text("two old steam tugs")');
    await takeScreenshot('annotation-view');
    await commands.executeCommand('concordance.filterAnnotations', 'register');
    await waitForHost(
      '.customview-tree .message:has-text("1 of"), .tree-explorer-viewlet-tree-view .message:has-text("1 of")',
    );
    await takeScreenshot('annotation-view-filtered');
    await commands.executeCommand('concordance.filterAnnotations', '');
    await commands.executeCommand('workbench.view.explorer');
  });

  it('are kept when their words are gone, and attached anew', async () => {
    await window.showTextDocument(document);
    await editor.edit((edit) => edit.delete(rangeOf('two old steam tugs ')));
    await waitFor('the annotation to be lost', async () => !(await said('in 1931')).includes('Three, says'));
    select('third tug');
    const attached = commands.executeCommand('concordance.reattachAnnotation');
    await typeInto('box', 'steam');
    await pressKey('Enter');
    await attached;
    await waitUntilSaid('third tug', /Three, says the register/);
    await document.save();
  });

  it('go with a document that is renamed', async () => {
    const before = (await stored()).length;
    const change = new WorkspaceEdit();
    change.renameFile(at('mora.md'), at('harbour.md'));
    assert.ok(await workspace.applyEdit(change));
    await waitFor(
      'the file of annotations under its new name',
      async () => (await stored('harbour.md')).length === before,
    );
    assert.deepEqual(await stored('mora.md'), []);
    await open(at('harbour.md'));
    await waitUntilSaid('third tug', /Three, says the register/);
    await waitUntilSaid('dredger', /Which one/);
    await waitUntilSaid('15 %', /was 12 %, now 15 %/);
    await waitUntilSaid('coal-fired', /→ .*third tug.*harbour/);
    await takeScreenshot('annotation-renamed');
  });

  it('leave the editor and come in as the formats that are offered', async () => {
    await commands.executeCommand('concordance.exportAnnotations', 'markdown', at('out.md'));
    assert.match(await read(at('out.md')), /Three, says the register/);
    await commands.executeCommand('concordance.exportAnnotations', 'qdpx', at('out.qdpx'));
    assert.equal((await read(at('out.qdpx'))).slice(0, 2), 'PK');
    await write(at('marked.md'), 'The mill {==stands==}{>>Since when? #age<<} by the river.\n');
    await open(at('marked.md'));
    await commands.executeCommand('concordance.extractCriticMarkup');
    assert.equal(document.getText(), 'The mill stands by the river.\n');
    await waitUntilSaid('stands', /Since when/);
    await document.save();
  });
});
