// The document that the views tell of: the one in the active editor, or the last one that was, while no editor of text is
// active. Says when it is another one, and when it has been analysed anew.

import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { Analysis } from '../analyses.ts';
import { isDocument } from '../documents.ts';

export interface FollowedDocument extends Disposable {
  readonly uri: Uri | undefined;
  /** Another document is followed, or it has been analysed. */
  readonly onDidChange: Event<void>;
}

export function followDocument(onDidAnalyse: Event<Analysis>): FollowedDocument {
  const changes = new EventEmitter<void>();
  let uri = documentOf(window.activeTextEditor?.document);
  const follow = (next: Uri | undefined) => {
    if (next?.toString() === uri?.toString()) return;
    uri = next;
    void commands.executeCommand('setContext', 'concordance.hasDocument', uri !== undefined);
    changes.fire();
  };
  void commands.executeCommand('setContext', 'concordance.hasDocument', uri !== undefined);
  const subscriptions = [
    window.onDidChangeActiveTextEditor((editor) => {
      const next = documentOf(editor?.document);
      if (next) follow(next);
      else if (window.visibleTextEditors.length === 0 && !window.tabGroups.activeTabGroup.activeTab) follow(undefined);
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (document.uri.toString() === uri?.toString()) follow(documentOf(window.activeTextEditor?.document));
    }),
    onDidAnalyse((analysis) => {
      if (analysis.uri.toString() === uri?.toString()) changes.fire();
    }),
  ];
  return {
    get uri() {
      return uri;
    },
    onDidChange: changes.event,
    dispose() {
      for (const subscription of subscriptions) subscription.dispose();
      changes.dispose();
    },
  };
}

function documentOf(document: TextDocument | undefined): Uri | undefined {
  return document && isDocument(document) ? document.uri : undefined;
}
