// The one status-bar item: whether the document in the active editor is consistent, or how many conflicts it has, as the server
// tells whenever it has checked it. A click opens the Problems view.

import {
  type Event,
  type ExtensionContext,
  l10n,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Analysis } from './analyses.ts';

/** Creates the item and keeps it true until the extension ends. It is shown for documents that were checked. */
export function createStatusBar(
  context: ExtensionContext,
  client: BaseLanguageClient,
  onDidAnalyse: Event<Analysis>,
): void {
  const checked = new Map<string, Analysis>();
  const item = window.createStatusBarItem('concordance.status', StatusBarAlignment.Right, 90);
  item.name = 'Concordance';
  item.command = 'concordance.showProblems';
  const update = () => {
    const document = window.activeTextEditor?.document;
    const wanted = workspace.getConfiguration('concordance', document).get('statusBar', true);
    const result = document && checked.get(document.uri.toString());
    if (result && wanted && client.isRunning()) showResult(item, result);
    else item.hide();
  };
  context.subscriptions.push(
    item,
    onDidAnalyse((analysis) => {
      checked.set(analysis.uri.toString(), analysis);
      update();
    }),
    client.onDidChangeState(update),
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidCloseTextDocument((document) => checked.delete(document.uri.toString())),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('concordance.statusBar') && update()),
  );
}

function showResult(item: StatusBarItem, { figures, actors, errors, warnings }: Analysis): void {
  const count = errors + warnings;
  const conflicts = count === 1 ? l10n.t('1 conflict') : l10n.t('{0} conflicts', count);
  const read = [
    figures === 1 ? l10n.t('1 figure') : l10n.t('{0} figures', figures),
    actors === 1 ? l10n.t('1 actor') : l10n.t('{0} actors', actors),
  ];
  item.text = count > 0 ? `$(warning) ${conflicts}` : `$(pass) ${l10n.t('checked')}`;
  item.backgroundColor = count > 0 ? new ThemeColor('statusBarItem.warningBackground') : undefined;
  item.tooltip =
    count > 0
      ? l10n.t('Concordance found {0} in this document ({1}, {2}). Click for the list.', conflicts, ...read)
      : l10n.t('Concordance found nothing in this document that disagrees ({0}, {1}).', ...read);
  const label = count > 0 ? conflicts : l10n.t('document checked, no conflict');
  item.accessibilityInformation = { label: `Concordance: ${label}` };
  item.show();
}
