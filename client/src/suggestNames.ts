// Has names offered while they are typed. The editor does not ask by itself in prose, and asking after every letter would cost
// it more than the letter: so the server is asked once for each word that begins like a name, and the editor shows what it
// offers only where there is something.

import { commands, type ExtensionContext, type TextDocumentChangeEvent, window, workspace } from 'vscode';
import { type BaseLanguageClient, CompletionRequest } from 'vscode-languageclient';
import { isServed } from './documents.ts';
import { endsInNameBeginning } from './nameBeginning.ts';

export function suggestNames(context: ExtensionContext, client: BaseLanguageClient): void {
  context.subscriptions.push(
    workspace.onDidChangeTextDocument((event) => {
      if (!isTyped(event)) return;
      const { document } = event;
      const { line, character } = event.contentChanges[0]!.range.start;
      const before = document.lineAt(line).text.slice(Math.max(0, character - 2), character + 1);
      if (!endsInNameBeginning(before) || !client.isRunning()) return;
      if (!workspace.getConfiguration('editor', document).get('suggestOnTriggerCharacters', true)) return;
      const asked = {
        textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
        position: { line, character: character + 1 },
      };
      // After the client has told the server of the letter.
      setTimeout(async () => {
        const answer = await client.sendRequest(CompletionRequest.type, asked).catch(() => null);
        const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
        if (items.length === 0 || window.activeTextEditor?.document !== document) return;
        await commands.executeCommand('editor.action.triggerSuggest', { auto: true });
      });
    }),
  );
}

/** Whether one letter was typed in the prose of the active editor. */
function isTyped({ document, contentChanges: [change, ...others], reason }: TextDocumentChangeEvent): boolean {
  if (change?.text.length !== 1 || change.rangeLength > 0 || others.length > 0 || reason !== undefined) return false;
  return document === window.activeTextEditor?.document && document.languageId !== 'yaml' && isServed(document);
}
