// The extension's entry in a web extension host: starts the language server in a web worker. Everything else is in
// extension.ts.

import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startExtension } from './extension.ts';

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js');
  await startExtension(context, (options) => {
    client = new LanguageClient('concordance', 'Concordance', new Worker(script.toString(true)), options);
    return client;
  });
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
}
