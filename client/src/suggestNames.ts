// Has names offered while they are typed. The editor does not ask by itself in prose, and asking after every letter would cost
// it more than the letter: so the server is asked once for each word that begins like a name, and the editor shows what it
// offers only where there is something.

import { commands, type ExtensionContext, Range, type TextEditor, window, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  CompletionRequest,
  DidChangeTextDocumentNotification,
  type DidChangeTextDocumentParams,
  type Position,
} from 'vscode-languageclient';
import { isDocument } from './documents.ts';
import { endsInNameBeginning, lengthOfWord } from './nameBeginning.ts';

/** Looks at every letter once the server has been told of it. */
export function suggestNames(context: ExtensionContext, client: BaseLanguageClient): void {
  const { onNotificationSent } = client.getFeature(DidChangeTextDocumentNotification.method);
  context.subscriptions.push(
    onNotificationSent(({ textDocument, params }) => {
      const editor = window.activeTextEditor;
      const letter = findTypedLetter(params);
      if (!letter || editor?.document !== textDocument || !isDocument(textDocument)) return;
      const { line, character } = letter;
      const before = textDocument.getText(new Range(line, Math.max(0, character - 2), line, character + 1));
      if (!endsInNameBeginning(before)) return;
      if (!workspace.getConfiguration('editor', textDocument).get('suggestOnTriggerCharacters', true)) return;
      void offerNames(client, editor, { line, character: character - 1 });
    }),
  );
}

/** Where a change put in one character and took out none. */
function findTypedLetter({ contentChanges: [change, ...others] }: DidChangeTextDocumentParams): Position | undefined {
  if (!change || !('range' in change) || change.text.length !== 1 || others.length > 0) return undefined;
  const { start, end } = change.range;
  return start.line === end.line && start.character === end.character ? start : undefined;
}

/** Shows the names for the word that begins at `start`, as long as it is being written: who types faster is asked about again. */
async function offerNames(client: BaseLanguageClient, editor: TextEditor, start: Position): Promise<void> {
  const { document } = editor;
  const findWord = (): Range | undefined => {
    const { line, character } = start;
    const length = lengthOfWord(document.getText(new Range(line, character, line + 1, 0)));
    const word = new Range(line, character, line, character + length);
    return window.activeTextEditor === editor && word.contains(editor.selection.active) ? word : undefined;
  };
  for (let word = findWord(); word; word = findWord()) {
    const { version } = document;
    const answer = await client
      .sendRequest(CompletionRequest.type, {
        textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
        position: word.end,
      })
      .catch(() => null);
    if (document.version !== version) continue;
    const items = Array.isArray(answer) ? answer : answer?.items;
    if (items?.length && findWord()) await commands.executeCommand('editor.action.triggerSuggest', { auto: true });
    return;
  }
}
