// concordance/checkWorkspace: every document of the workspace folders, in slices, with progress, until it is done or
// cancelled; then all of them with each other.

import { t } from '@vscode/l10n';
import type { CancellationToken } from 'vscode-languageserver';
import type { Problem } from '../core/index.ts';
import { mostCompared } from './acrossDocuments.ts';
import { cancelled, nextTurn } from './answer.ts';
import { countFindings } from './countFindings.ts';
import type { Snapshot } from './documents.ts';
import type { CheckSummary, CheckWorkspaceParams } from './protocol.ts';
import type { Publisher } from './publisher.ts';
import { findSnapshot, type Session } from './session.ts';
import { relativePath } from './uri.ts';

/** Share of the progress bar that reading takes; the rest is checking. */
const readingShare = 80;

export async function checkWorkspace(
  session: Session,
  publisher: Publisher,
  params: CheckWorkspaceParams,
  token: CancellationToken,
): Promise<CheckSummary> {
  const progress = session.connection.window.attachWorkDoneProgress(params?.workDoneToken);
  progress.begin(t('Checking the workspace'), 0, undefined, true);
  session.workspaceChecked = true;
  session.comparison.stop();
  try {
    await session.readiness.wait;
    if (session.client.watchRegistration) session.workspace.relist();
    else session.workspace.forget();
    const report = (percentage: number, uri: string) => progress.report(percentage, relativePath(uri, session.folders));
    const loaded = await session.workspace.load(session.folders, token, (done, uri) =>
      report(done * readingShare, uri),
    );
    const problemsByUri = new Map<string, readonly Problem[]>();
    let compared: Snapshot[] = [];
    let length = 0;
    let documents = 0;
    let turn = Date.now();
    for (const [index, uri] of loaded.uris.entries()) {
      if (Date.now() - turn >= 20) {
        report(readingShare + (index / loaded.uris.length) * (100 - readingShare), uri);
        await nextTurn();
        turn = Date.now();
      }
      if (token.isCancellationRequested) throw cancelled();
      const snapshot = findSnapshot(session, uri) ?? (await session.workspace.refresh(uri));
      if (!snapshot) continue;
      documents++;
      problemsByUri.set(snapshot.uri, publisher.publish(snapshot));
      length += snapshot.text.source.length;
      if (length <= mostCompared) compared.push(snapshot);
      else compared = [];
    }
    if (length <= mostCompared) {
      for (const [snapshot, across] of await session.comparison.start(compared))
        if (across.length > 0) problemsByUri.set(snapshot.uri, publisher.publish(snapshot));
    }
    return { documents, ...countFindings(problemsByUri), unreadable: loaded.unreadable };
  } finally {
    progress.done();
  }
}
