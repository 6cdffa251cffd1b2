// The one status-bar item: whether the document in the active editor is consistent, or how many conflicts it has. A click
// opens the Problems view. Conflicts are counted in the published diagnostics; that a document has been checked, and what
// was read in it, is what the server reports.

import {
  type Diagnostic,
  DiagnosticSeverity,
  type Event,
  type ExtensionContext,
  l10n,
  languages,
  type Range,
  StatusBarAlignment,
  type StatusBarItem,
  type TextDocument,
  ThemeColor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Analysis } from './analyses.ts';
import { countConflicts } from './summary.ts';

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
    if (result && wanted && client.isRunning()) showResult(item, document, result);
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
    languages.onDidChangeDiagnostics(update),
    workspace.onDidCloseTextDocument((document) => checked.delete(document.uri.toString())),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('concordance.statusBar') && update()),
  );
}

function showResult(item: StatusBarItem, document: TextDocument, { figures, actors }: Analysis): void {
  const count = countConflicts(warningsOf(document.uri));
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

function warningsOf(uri: Uri) {
  return languages
    .getDiagnostics(uri)
    .filter(({ source, severity }) => source === 'concordance' && severity <= DiagnosticSeverity.Warning)
    .map((diagnostic) => ({
      code: codeOf(diagnostic),
      site: addressOf(uri, diagnostic.range),
      related: (diagnostic.relatedInformation ?? []).map(({ location }) => addressOf(location.uri, location.range)),
    }));
}

function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

function addressOf(uri: Uri, { start }: Range): string {
  return `${uri}#${start.line}:${start.character}`;
}
