// Saves the consistency report as HTML, Markdown, CSV or SARIF. Its content is the server's.

import { commands, type ExtensionContext, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ReportFormatName,
  type ReportParams,
  type ReportResult,
  reportRequest,
} from '../../server/src/features/protocol.ts';

interface FileFormat {
  readonly name: ReportFormatName;
  readonly title: string;
  /** Of the file's name. */
  readonly ending: string;
}

const formats: readonly FileFormat[] = [
  { name: 'html', title: 'HTML', ending: 'html' },
  { name: 'markdown', title: 'Markdown', ending: 'md' },
  { name: 'csv', title: 'CSV', ending: 'csv' },
  { name: 'sarif', title: 'SARIF', ending: 'sarif' },
];

/** Registers the command; `current` is the document that one without a choice is about. */
export function registerReport(
  context: ExtensionContext,
  client: BaseLanguageClient,
  current: () => Uri | undefined,
): void {
  context.subscriptions.push(
    commands.registerCommand('concordance.exportReport', (chosen?: Uri | 'workspace', target?: Uri) =>
      exportReport(client, chosen === 'workspace' ? undefined : (chosen ?? current()), target),
    ),
  );
}

/** Writes the report of a document, or of the workspace, to a file whose ending says in which format. */
async function exportReport(
  client: BaseLanguageClient,
  document: Uri | undefined,
  given: Uri | undefined,
): Promise<Uri | undefined> {
  const target = given ?? (await chooseTarget(document));
  if (!target) return undefined;
  const ending = target.path.slice(target.path.lastIndexOf('.') + 1).toLowerCase();
  const format = formats.find((candidate) => candidate.ending === ending);
  if (!format) {
    const endings = formats.map((candidate) => `.${candidate.ending}`).join(', ');
    void window.showErrorMessage(l10n.t('The name of a report ends in one of {0}, not in “.{1}”.', endings, ending));
    return undefined;
  }
  const uri = document && client.code2ProtocolConverter.asUri(document);
  const params: ReportParams = { ...(uri !== undefined && { uri }), format: format.name };
  const progress = { location: ProgressLocation.Window, title: l10n.t('Writing the report') };
  await window.withProgress(progress, async () => {
    const { text } = await client.sendRequest<ReportResult>(reportRequest, params);
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  });
  const open = l10n.t('Open');
  void window.showInformationMessage(l10n.t('The report was written to {0}.', target.path), open).then((answer) => {
    if (answer === open) void commands.executeCommand('vscode.open', target);
  });
  return target;
}

async function chooseTarget(document: Uri | undefined): Promise<Uri | undefined> {
  const title = l10n.t('Save the Report As');
  const items = formats.map((format) => ({ label: format.title, description: `.${format.ending}`, format }));
  const chosen = await window.showQuickPick(items, { title });
  if (!chosen) return undefined;
  const folder = document ? Uri.joinPath(document, '..') : workspace.workspaceFolders?.[0]?.uri;
  const name = document ? `${document.path.split('/').at(-1)}-consistency` : 'consistency';
  const defaultUri = folder && Uri.joinPath(folder, `${name}.${chosen.format.ending}`);
  const filters = { [chosen.label]: [chosen.format.ending] };
  return window.showSaveDialog({ ...(defaultUri && { defaultUri }), filters, title });
}
