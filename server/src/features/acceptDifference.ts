// workspace/executeCommand: accepts a difference once the person has given a reason, which the client asks for.

import { t } from '@vscode/l10n';
import { type Command, type ExecuteCommandParams, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { type Fix, type FixOptions, findFixes, type Problem } from '../core/index.ts';
import type { Snapshot } from './documents.ts';
import { fixOptions, toWorkspaceEdit } from './fixEdit.ts';
import { keyed } from './location.ts';
import { type AskReasonParams, type AskReasonResult, askReasonRequest } from './protocol.ts';
import { problemsOf } from './publisher.ts';
import { findSnapshot, type Session } from './session.ts';

export const acceptCommand = 'concordance.acceptDifference';

/** Which difference is accepted: a problem, and one of the fixes for it. */
interface Difference {
  readonly uri: string;
  readonly code: string;
  readonly offset: number;
  readonly title: string;
}

export function commandOf(snapshot: Snapshot, { code, span }: Problem, { title }: Fix): Command {
  const difference: Difference = { uri: snapshot.uri, code, offset: span.start, title };
  return { title, command: acceptCommand, arguments: [difference] };
}

/** Answers whether it was accepted. What has changed while the person was thinking is looked at anew. */
export async function acceptDifference(session: Session, params: ExecuteCommandParams): Promise<boolean> {
  const difference: unknown = params.arguments?.[0];
  if (params.command !== acceptCommand || !isDifference(difference)) return false;
  if (!findEdit(session, difference, '')) return refuse(session);
  const question: AskReasonParams = { title: difference.title };
  const why = await session.connection.sendRequest<AskReasonResult>(askReasonRequest, question);
  if (why === null) return false;
  const edit = findEdit(session, difference, why.trim());
  if (!edit) return refuse(session);
  return (await session.connection.workspace.applyEdit({ label: difference.title, edit })).applied;
}

function isDifference(value: unknown): value is Difference {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, code, offset, title } = value as Partial<Record<keyof Difference, unknown>>;
  return [uri, code, title].every((part) => typeof part === 'string') && typeof offset === 'number';
}

function findEdit(session: Session, { uri, code, offset, title }: Difference, why: string) {
  const snapshot = findSnapshot(session, uri);
  if (!snapshot) return undefined;
  const options: FixOptions = { ...fixOptions(session, snapshot), why };
  const problem = problemsOf(session, snapshot).find((each) => each.code === code && each.span.start === offset);
  const fix = problem && findFixes(keyed(snapshot), problem, options).find((each) => each.title === title);
  return fix && toWorkspaceEdit(session, snapshot, fix);
}

function refuse(session: Session): false {
  const message = t('The text has changed: that difference is not there any more.');
  void session.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  return false;
}
