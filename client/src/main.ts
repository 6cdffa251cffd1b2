// The extension as it is shipped: one file for extension hosts under Node (the desktop's, a remote machine's) and for the
// web's, which is a web worker. Only the part of the host that it runs in is set up. Under Node start.ts comes before it.

import type { ExtensionContext } from 'vscode';

const host = () => ('WorkerGlobalScope' in globalThis ? import('./browser.ts') : import('./node.ts'));

export async function activate(context: ExtensionContext): Promise<void> {
  await (await host()).activate(context);
}

export async function deactivate(): Promise<void> {
  await (await host()).deactivate();
}
