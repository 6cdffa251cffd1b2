// Code actions on problems: what can be done about those at a place.

import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import { type Fix, findFixes, type Problem } from '../core/index.ts';
import { commandOf } from './acceptDifference.ts';
import { isWanted, mayBeWanted } from './actionKind.ts';
import type { Snapshot } from './documents.ts';
import { fixOptions, toWorkspaceEdit } from './fixEdit.ts';
import { findOpen, keyed } from './location.ts';
import { rangeOf, spanOfRange } from './positions.ts';
import { problemsOf } from './publisher.ts';
import type { Session } from './session.ts';

/** The quick fixes for the problems that the range touches. */
export function problemActions(session: Session, params: CodeActionParams): CodeAction[] {
  const snapshot = findOpen(session, params);
  if (!snapshot || !mayBeWanted(params, CodeActionKind.QuickFix) || !session.client.codeActionLiterals) return [];
  const { start, end } = spanOfRange(snapshot.text, params.range);
  const options = fixOptions(session, snapshot);
  return problemsOf(session, snapshot)
    .filter(({ span }) => span.start <= end && start <= span.end)
    .flatMap((problem) => {
      const diagnostics = diagnosticsOf(snapshot, problem, params.context?.diagnostics ?? []);
      const fixes = findFixes(keyed(snapshot), problem, options).filter((fix) => isWanted(params, kindOf(fix)));
      return fixes.map((fix) => ({
        title: fix.title,
        kind: kindOf(fix),
        ...(diagnostics.length > 0 && { diagnostics }),
        ...(fix.isPreferred && { isPreferred: true }),
        ...effectOf(session, snapshot, problem, fix),
      }));
    });
}

/** Below the protocol's "quickfix", so that a key can be bound to one kind of fix. */
function kindOf({ kind }: Fix): string {
  return `${CodeActionKind.QuickFix}.${kind}`;
}

/** The diagnostics of the request that report the problem. */
function diagnosticsOf({ text }: Snapshot, { code, span }: Problem, given: readonly Diagnostic[]): Diagnostic[] {
  const { start } = rangeOf(text, span);
  return given.filter(
    ({ code: own, range }) =>
      own === code && range.start.line === start.line && range.start.character === start.character,
  );
}

/** What the action does: its edit, or the command that asks for a reason first. */
function effectOf(session: Session, snapshot: Snapshot, problem: Problem, fix: Fix): Partial<CodeAction> {
  if (fix.kind === 'accept' && session.client.reasons) return { command: commandOf(snapshot, problem, fix) };
  return { edit: toWorkspaceEdit(session, snapshot, fix) };
}
