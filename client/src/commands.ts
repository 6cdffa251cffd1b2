// The extension's commands: check one document, check the workspace (with progress, and cancel), show the output. The
// checks are the server's; what they find appears in Problems.

import {
  commands,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  ProgressLocation,
  type Uri,
  window,
  workspace,
} from 'vscode';
import {
  type BaseLanguageClient,
  LSPErrorCodes,
  ResponseError,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageclient';
import {
  type CheckDocumentParams,
  type CheckSummary,
  type CheckWorkspaceParams,
  checkDocumentRequest,
  checkWorkspaceRequest,
} from '../../server/src/features/protocol.ts';
import { isServed } from './documents.ts';
import { describeSummary } from './summary.ts';

/** Registers the commands of the category “Concordance”. */
export function registerCommands(
  context: ExtensionContext,
  client: BaseLanguageClient,
  output: LogOutputChannel,
): void {
  context.subscriptions.push(
    commands.registerCommand('concordance.checkDocument', (uri?: Uri) => checkDocument(client, output, uri)),
    commands.registerCommand('concordance.checkWorkspace', () => checkWorkspace(client, output)),
    commands.registerCommand('concordance.showOutput', () => output.show(true)),
    commands.registerCommand('concordance.showProblems', () =>
      commands.executeCommand('workbench.actions.view.problems'),
    ),
  );
}

async function checkDocument(
  client: BaseLanguageClient,
  output: LogOutputChannel,
  chosen?: Uri,
): Promise<CheckSummary | undefined> {
  const uri = chosen ?? window.activeTextEditor?.document.uri;
  const document = uri && (await openServed(uri));
  if (!document) {
    void window.showInformationMessage(l10n.t('Open a Markdown or plain-text document to check it.'));
    return undefined;
  }
  const params: CheckDocumentParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const summary = await client.sendRequest<CheckSummary>(checkDocumentRequest, params);
  return report(summary, output, document.uri);
}

async function checkWorkspace(client: BaseLanguageClient, output: LogOutputChannel): Promise<CheckSummary | undefined> {
  const location = {
    location: ProgressLocation.Notification,
    title: l10n.t('Checking the workspace'),
    cancellable: true,
  };
  return window.withProgress(location, async (progress, token) => {
    const workDoneToken = `concordance-check-${Date.now()}`;
    let reached = 0;
    const listener = client.onProgress(
      WorkDoneProgress.type,
      workDoneToken,
      (value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd) => {
        if (value.kind === 'end') return;
        const percentage = value.percentage ?? reached;
        progress.report({ message: value.message, increment: percentage - reached });
        reached = percentage;
      },
    );
    try {
      const params: CheckWorkspaceParams = { workDoneToken };
      const summary = await client.sendRequest<CheckSummary>(checkWorkspaceRequest, params, token);
      return report(summary, output, 'workspace');
    } catch (error) {
      if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled) return undefined;
      throw error;
    } finally {
      listener.dispose();
    }
  });
}

async function openServed(uri: Uri) {
  const document = await workspace.openTextDocument(uri);
  return isServed(document) ? document : undefined;
}

/** Says what was found, to somebody who asked, and offers to show more of it. */
function report(summary: CheckSummary, output: LogOutputChannel, scope: Uri | 'workspace'): CheckSummary {
  for (const { uri, reason } of summary.unreadable) output.warn(`${uri}: ${reason}`);
  const text = describeSummary(summary, l10n.t);
  output.info(text);
  const { errors, warnings, informations, hints } = summary;
  const offers = errors + warnings + informations + hints > 0 ? [l10n.t('Show Report'), l10n.t('Show Problems')] : [];
  void window.showInformationMessage(text, ...offers).then((answer) => {
    if (answer === undefined) return;
    if (answer === offers[0]) void commands.executeCommand('concordance.showReport', scope);
    else void commands.executeCommand('concordance.showProblems');
  });
  return summary;
}
