// The one status-bar item: whether the document in the active editor is consistent, or how many conflicts it has. A click
// opens the Problems view. Reads the published diagnostics; keeps no state of its own.

import {
  type Diagnostic,
  type ExtensionContext,
  languages,
  type Range,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isServed } from './documents.ts';
import { countConflicts, counted } from './summary.ts';

/** Creates the item and keeps it true until the extension ends; it is shown while the server runs. */
export function createStatusBar(context: ExtensionContext, client: BaseLanguageClient): void {
  const item = window.createStatusBarItem('concordance.status', StatusBarAlignment.Right, 90);
  item.name = 'Concordance';
  item.command = 'concordance.showProblems';
  const update = () => updateItem(item, client.isRunning());
  context.subscriptions.push(
    item,
    client.onDidChangeState(update),
    window.onDidChangeActiveTextEditor(update),
    languages.onDidChangeDiagnostics(update),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('concordance.statusBar') && update()),
  );
  update();
}

function updateItem(item: StatusBarItem, running: boolean): void {
  const document = window.activeTextEditor?.document;
  const wanted = workspace.getConfiguration('concordance', document).get('statusBar', true);
  if (!running || !wanted || !document || !isServed(document)) {
    item.hide();
    return;
  }
  const conflicts = countConflicts(warningsOf(document.uri));
  if (document.languageId === 'plaintext' && conflicts === 0) {
    item.hide();
    return;
  }
  const text = counted(conflicts, 'conflict');
  item.text = text ? `$(warning) ${text}` : '$(pass) checked';
  item.backgroundColor = text ? new ThemeColor('statusBarItem.warningBackground') : undefined;
  item.tooltip = text
    ? `Concordance found ${text} in this document. Click for the list.`
    : 'Concordance found nothing in this document that disagrees.';
  item.accessibilityInformation = {
    label: text ? `Concordance: ${text}` : 'Concordance: document checked, no conflict',
  };
  item.show();
}

function warningsOf(uri: Uri) {
  return languages
    .getDiagnostics(uri)
    .filter((diagnostic) => diagnostic.source === 'concordance' && diagnostic.severity <= 1)
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
