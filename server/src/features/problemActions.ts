// Code actions on problems: what can be done about those at a place.

import {
  type ChangeAnnotation,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type Fix, findFixes, type Problem } from '../core/index.ts';
import type { Snapshot } from './documents.ts';
import { findOpen, keyed } from './location.ts';
import { indexText, rangeOf, spanOfRange } from './positions.ts';
import type { ProjectPlace } from './projects.ts';
import { problemsOf } from './publisher.ts';
import { findSnapshot, type Session } from './session.ts';

/** The name under which the changes of one fix are shown for confirmation. */
const confirmation = 'statements';

/** The quick fixes for the problems that the range touches. */
export async function problemActions(session: Session, params: CodeActionParams): Promise<CodeAction[]> {
  await session.readiness.wait;
  const snapshot = findOpen(session, params);
  const only = params.context?.only;
  const isWanted = !only || only.some((kind) => CodeActionKind.QuickFix === kind || kind === '');
  if (!snapshot || !isWanted || !session.client.codeActionLiterals) return [];
  const { start, end } = spanOfRange(snapshot.text, params.range);
  const place = session.projects.placeOf(snapshot.uri);
  const canWrite = place && (place.text !== undefined || session.client.fileCreation);
  const options = {
    path: place?.path ?? '',
    ...(canWrite && { projectText: place.text ?? '' }),
    findDocument: (key: string) => findSnapshot(session, key)?.document,
  };
  return problemsOf(session, snapshot)
    .filter(({ span }) => span.start <= end && start <= span.end)
    .flatMap((problem) => {
      const diagnostics = diagnosticsOf(snapshot, problem, params.context?.diagnostics ?? []);
      return findFixes(keyed(snapshot), problem, options).map((fix) => toCodeAction(session, fix, diagnostics, place));
    });
}

/** The diagnostics of the request that report the problem. */
function diagnosticsOf({ text }: Snapshot, { code, span }: Problem, given: readonly Diagnostic[]): Diagnostic[] {
  const { start } = rangeOf(text, span);
  return given.filter(
    ({ code: own, range }) =>
      own === code && range.start.line === start.line && range.start.character === start.character,
  );
}

function toCodeAction(
  session: Session,
  fix: Fix,
  diagnostics: Diagnostic[],
  place: ProjectPlace | undefined,
): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    ...(diagnostics.length > 0 && { diagnostics }),
    ...(fix.isPreferred && { isPreferred: true }),
    edit: toWorkspaceEdit(session, fix, place),
  };
}

function toWorkspaceEdit(session: Session, fix: Fix, place: ProjectPlace | undefined): WorkspaceEdit {
  const isConfirmed = fix.kind === 'changeAll' && session.client.annotatedEdits;
  const files = new Map<string, { version: number | null; edits: TextEdit[] }>();
  for (const { document, span, text: newText } of fix.edits) {
    const snapshot = findSnapshot(session, document);
    if (!snapshot) continue;
    const file = files.get(snapshot.uri) ?? { version: snapshot.version ?? null, edits: [] };
    const range = rangeOf(snapshot.text, span);
    file.edits.push({ range, newText, ...(isConfirmed && { annotationId: confirmation }) });
    files.set(snapshot.uri, file);
  }
  if (fix.project && place) {
    const range = rangeOf(indexText(place.text ?? '', session.encoding), fix.project.span);
    files.set(place.uri, { version: place.version ?? null, edits: [{ range, newText: fix.project.text }] });
  }
  if (!session.client.versionedEdits)
    return { changes: Object.fromEntries([...files].map(([uri, { edits }]) => [uri, edits])) };
  const isNew = fix.project && place && place.text === undefined;
  const edits = [...files].map(
    ([uri, { version, edits }]): TextDocumentEdit => ({ textDocument: { uri, version }, edits }),
  );
  const create = { kind: 'create' as const, uri: place?.uri ?? '', options: { ignoreIfExists: true } };
  const label: ChangeAnnotation = { label: fix.title, needsConfirmation: true };
  return {
    documentChanges: isNew ? [create, ...edits] : edits,
    ...(isConfirmed && { changeAnnotations: { [confirmation]: label } }),
  };
}
