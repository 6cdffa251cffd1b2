// textDocument/codeAction: quick fixes for problems, and what a person knows of an actor.

import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { actorActions } from './actorActions.ts';
import { problemActions } from './problemActions.ts';
import type { Session } from './session.ts';

export async function codeAction(session: Session, params: CodeActionParams): Promise<CodeAction[]> {
  return [...(await problemActions(session, params)), ...(await actorActions(session, params))];
}
