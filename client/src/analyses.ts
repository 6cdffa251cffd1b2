// Passes on what the server tells of its analyses: the client takes one listener for a notification, and several parts of
// the extension want to hear of this one.

import { type Event, EventEmitter, type ExtensionContext, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type AnalysedParams, analysedNotification } from '../../server/src/features/protocol.ts';

/** One analysis of an open document. */
export interface Analysis extends Omit<AnalysedParams, 'uri'> {
  readonly uri: Uri;
}

export function listenToAnalyses(context: ExtensionContext, client: BaseLanguageClient): Event<Analysis> {
  const analyses = new EventEmitter<Analysis>();
  context.subscriptions.push(
    analyses,
    client.onNotification(analysedNotification, (params: AnalysedParams) =>
      analyses.fire({ ...params, uri: client.protocol2CodeConverter.asUri(params.uri) }),
    ),
  );
  return analyses.event;
}
