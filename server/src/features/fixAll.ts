// The source action that fixes at once whatever is as good as certain: figures that disagree with a declared fact, or with
// what is stated in two places. It changes figures, and so is for the asking and never done by itself, as when a file is saved.

import { type CodeAction, type CodeActionParams, CodeActionTriggerKind } from 'vscode-languageserver';
import { findCertainFix } from '../core/index.ts';
import { isWanted } from './actionKind.ts';
import { fixOptions, toWorkspaceEdit } from './fixEdit.ts';
import { findOpen, keyed } from './location.ts';
import { problemsOf } from './publisher.ts';
import type { Session } from './session.ts';

export const fixAllKind = 'source.fixAll.concordance';

export function fixAll(session: Session, params: CodeActionParams): CodeAction[] {
  const isAutomatic = params.context?.triggerKind === CodeActionTriggerKind.Automatic;
  if (isAutomatic || !isWanted(params, fixAllKind) || !session.client.codeActionLiterals) return [];
  const snapshot = findOpen(session, params);
  const fix = snapshot && findCertainFix(keyed(snapshot), problemsOf(session, snapshot), fixOptions(session, snapshot));
  if (!fix) return [];
  return [{ title: fix.title, kind: fixAllKind, edit: toWorkspaceEdit(session, snapshot, fix) }];
}
