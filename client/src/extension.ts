// What the extension is in every host: it starts the language server, whose transport the entries choose, and puts
// commands, a status-bar item and views beside it. No analysis is done here.

import { type ExtensionContext, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/features/protocol.ts';
import { listenToAnalyses } from './analyses.ts';
import { showAnnotations } from './annotations/index.ts';
import { registerCommands } from './commands.ts';
import { documentSelector, outlineLanguages, servedOnly, tokensInView } from './documents.ts';
import { serveFiles } from './files.ts';
import { registerPanels } from './panels.ts';
import { answerReasons } from './reasons.ts';
import { registerReport } from './report.ts';
import { registerSample } from './sample.ts';
import { createStatusBar } from './statusBar.ts';
import { suggestNames } from './suggestNames.ts';
import { createViews } from './views/views.ts';

/** Makes the client of one host: the options are the same everywhere, the transport is the host's. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

/**
 * Starts the server and everything around it, and does not wait for the server: what is asked of it meanwhile it answers when it
 * is ready, and why it could not be started the client tells itself.
 */
export function startExtension(context: ExtensionContext, createClient: ClientFactory): void {
  const outputChannel = window.createOutputChannel('Concordance', { log: true });
  const client = createClient({
    documentSelector,
    outputChannel,
    diagnosticCollectionName: 'concordance',
    initializationOptions: {
      status: true,
      reasons: true,
      annotations: true,
      outlineLanguages,
      ...(context.storageUri?.scheme === 'file' && { cacheFolder: context.storageUri.fsPath }),
    } satisfies InitializationOptions,
    middleware: servedOnly,
  });
  client.registerFeature(tokensInView);
  serveFiles(context, client);
  answerReasons(context, client);
  registerCommands(context, client, outputChannel);
  const onDidAnalyse = listenToAnalyses(context, client);
  createStatusBar(context, client, onDidAnalyse);
  const followed = createViews(context, client, onDidAnalyse);
  const current = () => followed.uri;
  registerPanels(context, client, onDidAnalyse, current);
  registerReport(context, client, current);
  registerSample(context);
  suggestNames(context, client);
  showAnnotations(context, client);
  context.subscriptions.push(outputChannel);
  client.start().catch((error: unknown) => outputChannel.error(String(error)));
}
