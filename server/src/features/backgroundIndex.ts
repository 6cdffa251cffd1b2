// Digests the workspace before anybody asks, with progress where it takes long and the client shows it. Whoever cancels it
// only puts it off: the first question about all documents goes on with it.

import { t } from '@vscode/l10n';
import { CancellationTokenSource } from 'vscode-languageserver';
import { nextTurn } from './answer.ts';
import type { Session } from './session.ts';
import { relativePath } from './uri.ts';

/** What is done sooner than this needs no progress, in milliseconds. */
const noticeable = 1000;

/** Only for clients that tell when files change: for the others everything is read anew with each question. */
export async function indexInBackground(session: Session): Promise<void> {
  const { client, connection, workspace, folders } = session;
  if (!client.watchRegistration || folders.length === 0) return;
  const source = new CancellationTokenSource();
  const progress = createProgress(session, () => source.cancel());
  try {
    // What is open goes first.
    await nextTurn();
    await workspace.load(folders, source.token, progress.report);
  } catch (error) {
    if (!source.token.isCancellationRequested) connection.console.warn(`The workspace was not read: ${String(error)}`);
  } finally {
    progress.done();
  }
}

function createProgress({ client, connection, folders }: Session, cancel: () => void) {
  const start = Date.now();
  let shown: Awaited<ReturnType<typeof connection.window.createWorkDoneProgress>> | undefined;
  let isAsked = false;
  let isDone = false;
  async function show(): Promise<void> {
    const progress = await connection.window.createWorkDoneProgress();
    if (isDone) return;
    progress.begin(t('Reading the workspace'), 0, undefined, true);
    progress.token.onCancellationRequested(cancel);
    shown = progress;
  }
  return {
    report(done: number, uri: string): void {
      if (!client.serverProgress || Date.now() - start < noticeable) return;
      // A client that does not answer does without.
      if (!isAsked) show().catch(() => undefined);
      isAsked = true;
      shown?.report(Math.floor(100 * done), relativePath(uri, folders));
    },
    done(): void {
      isDone = true;
      shown?.done();
    },
  };
}
