// The sample report of the walkthrough: a text with contradictions in it, opened as a document that belongs to no file, so that
// nothing of anybody's is changed.

import { commands, type ExtensionContext, Uri, window, workspace } from 'vscode';

export function registerSample(context: ExtensionContext): void {
  context.subscriptions.push(
    commands.registerCommand('concordance.openSample', async () => {
      const bytes = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'samples', 'report.md'));
      const content = new TextDecoder().decode(bytes);
      await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
    }),
  );
}
