// The extension's entry in a host under Node. It answers for the commands at once; everything else, the language client above
// all, is loaded when activating has ended, so that the editor and other extensions do not wait for it.

import { commands, type ExtensionContext, window } from 'vscode';
import { offerSampleFiles } from './sampleFiles.ts';
import { standInFor } from './standIn.ts';

type Extension = typeof import('./main.ts');

let extension: Extension | undefined;
let isEnding = false;

export function activate(context: ExtensionContext): void {
  // An editor that was left with the sample open wants it as soon as the extension is active.
  offerSampleFiles(context);
  const contributed: readonly { readonly command: string }[] = context.extension.packageJSON.contributes.commands;
  const ids = contributed.map(({ command }) => command);
  const started = standInFor(ids, commands, async () => {
    await nextTurn();
    const loaded = await import('./main.ts');
    return async () => {
      if (isEnding) return;
      extension = loaded;
      await loaded.activate(context);
    };
  });
  started.catch((error: unknown) => window.showErrorMessage(`Concordance: ${String(error)}`));
}

export async function deactivate(): Promise<void> {
  isEnding = true;
  await extension?.deactivate();
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
