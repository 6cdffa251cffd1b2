// The extension's entry in the desktop's and a remote machine's extension host: starts the language server, a
// command of the program, as a process of its own, over IPC. Everything else is in extension.ts.

import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startExtension } from './extension.ts';

let client: LanguageClient | undefined;

export function activate(context: ExtensionContext): void {
  const server = { module: join(context.extensionPath, 'dist', 'cli.js'), args: ['lsp'], transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6011'] } };
  startExtension(context, (options) => {
    client = new LanguageClient('concordance', 'Concordance', { run: server, debug }, options);
    return client;
  });
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
}
