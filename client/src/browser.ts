// The extension's entry in a web extension host: starts the program, which is the language server there, in a web
// worker. Everything else is in extension.ts.

import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startExtension } from './extension.ts';
import { offerSampleFiles } from './sampleFiles.ts';

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  offerSampleFiles(context);
  const worker = await startWorker(Uri.joinPath(context.extensionUri, 'dist', 'cli.js'));
  startExtension(context, (options) => {
    client = new LanguageClient('concordance', 'Concordance', worker, options);
    return client;
  });
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
}

/** Starts a script of the extension. What a remote machine serves is no place to start a worker from: it is read first. */
async function startWorker(script: Uri): Promise<Worker> {
  if (script.scheme !== 'vscode-remote') return new Worker(script.toString(true));
  const source = await workspace.fs.readFile(script);
  return new Worker(URL.createObjectURL(new Blob([new Uint8Array(source)], { type: 'text/javascript' })));
}
