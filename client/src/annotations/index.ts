// Annotations in the editor, put together: what the server knows of them, and everything that draws or changes them.

import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { createAnnotationClient } from './annotationClient.ts';
import { registerAnnotationCommands } from './annotationCommands.ts';
import { registerExchangeCommands } from './exchangeCommands.ts';
import { createHighlights } from './highlights.ts';
import { registerLinkCommands } from './linkCommands.ts';
import { completeTags } from './tagCompletion.ts';
import { createThreads } from './threads.ts';
import { createAnnotationTree } from './tree.ts';

export function showAnnotations(context: ExtensionContext, languageClient: BaseLanguageClient): void {
  const client = createAnnotationClient(languageClient);
  context.subscriptions.push(client);
  const threads = createThreads(context, client);
  createHighlights(context, client);
  completeTags(context, client);
  registerAnnotationCommands(context, client, threads);
  registerLinkCommands(context, client);
  registerExchangeCommands(context, client);
  createAnnotationTree(context, client, threads);
}
