// textDocument/codeAction: quick fixes for problems, all the certain ones at once, and what a person knows of an actor or a
// figure.

import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { actorActions } from './actorActions.ts';
import { claimActions } from './claimActions.ts';
import { fixAll } from './fixAll.ts';
import { problemActions } from './problemActions.ts';
import type { Session } from './session.ts';

export async function codeAction(session: Session, params: CodeActionParams): Promise<CodeAction[]> {
  await session.readiness.wait;
  return [
    ...problemActions(session, params),
    ...(await actorActions(session, params)),
    ...claimActions(session, params),
    ...fixAll(session, params),
  ];
}
