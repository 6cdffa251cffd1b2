// Asks why a difference is meant that is about to be accepted; the server writes the answer to the project file.

import { type ExtensionContext, l10n, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type AskReasonParams, type AskReasonResult, askReasonRequest } from '../../server/src/features/protocol.ts';

/** Registers the answer; leaving the box with Escape accepts nothing. */
export function answerReasons(context: ExtensionContext, client: BaseLanguageClient): void {
  context.subscriptions.push(client.onRequest(askReasonRequest, askReason));
}

async function askReason({ title }: AskReasonParams): Promise<AskReasonResult> {
  const reason = await window.showInputBox({
    title,
    prompt: l10n.t('Why is the difference meant? It is written to concordance.yaml, for whoever reads it later.'),
    placeHolder: l10n.t('the second counts the summer months only'),
    ignoreFocusOut: true,
  });
  return reason ?? null;
}
