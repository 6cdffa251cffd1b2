// textDocument/prepareRename and textDocument/rename: an actor in all its forms, in every document of the workspace. What
// should be looked at first (quotations above all) is marked for confirmation, or left out for clients that cannot ask.

import { t } from '@vscode/l10n';
import {
  type AnnotatedTextEdit,
  type CancellationToken,
  type ChangeAnnotation,
  ErrorCodes,
  type PrepareRenameParams,
  type PrepareRenamePlaceholder,
  type RenameParams,
  ResponseError,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  type DocumentDigest,
  findNameProblem,
  findRenameable,
  findRenameEdits,
  findSameMentions,
  findSymbol,
  type RenameDoubt,
  type RenameEdit,
} from '../core/index.ts';
import { modified } from './answer.ts';
import { findCursor, findCursorInWorkspace, keyed } from './location.ts';
import { rangeOf } from './positions.ts';
import { findSnapshot, type Session, snapshotsWith } from './session.ts';

export function prepareRename(session: Session, params: PrepareRenameParams): PrepareRenamePlaceholder | null {
  const cursor = findCursor(session, params);
  const found = cursor && findRenameable(cursor.snapshot.document, cursor.offset);
  return found ? { range: rangeOf(cursor.snapshot.text, found.span), placeholder: found.name } : null;
}

const annotations: Readonly<Record<RenameDoubt, ChangeAnnotation>> = {
  quotation: { label: t('In quotations'), description: t('Somebody’s own words'), needsConfirmation: true },
  otherName: { label: t('In other names'), description: t('Part of a longer name'), needsConfirmation: true },
  form: { label: t('Unclear forms'), description: t('Across markup or a possessive'), needsConfirmation: true },
};

/** Answers null where no actor is named; refuses what cannot be a name with `InvalidParams`. */
export async function rename(
  session: Session,
  params: RenameParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const cursor = await findCursorInWorkspace(session, params, token);
  if (!cursor) return null;
  const problem = findNameProblem(String(params.newName ?? ''));
  if (problem) throw new ResponseError(ErrorCodes.InvalidParams, problem);
  const symbol = findSymbol(cursor.snapshot.document, cursor.offset);
  if (symbol?.kind !== 'mention') return null;
  const isNamed = (digest: DocumentDigest) => findSameMentions(digest, symbol.actor) !== undefined;
  const documents = (await snapshotsWith(session, isNamed, token)).map(keyed);
  if (session.documents.find(cursor.snapshot.uri) !== cursor.snapshot) throw modified();
  const edits = findRenameEdits(documents, keyed(cursor.snapshot).key, cursor.offset, params.newName);
  return edits ? toWorkspaceEdit(session, edits) : null;
}

function toWorkspaceEdit(session: Session, edits: readonly RenameEdit[]): WorkspaceEdit {
  const { annotatedEdits, versionedEdits } = session.client;
  const documents = new Map<string, { version: number | null; edits: (TextEdit | AnnotatedTextEdit)[] }>();
  const doubts = new Set<RenameDoubt>();
  for (const { site, newText, doubt } of edits) {
    const snapshot = findSnapshot(session, site.document);
    if (!snapshot || (doubt && !annotatedEdits)) continue;
    if (doubt) doubts.add(doubt);
    const edit = { range: rangeOf(snapshot.text, site.span), newText, ...(doubt && { annotationId: doubt }) };
    const known = documents.get(snapshot.uri);
    if (known) known.edits.push(edit);
    else documents.set(snapshot.uri, { version: snapshot.version ?? null, edits: [edit] });
  }
  if (!versionedEdits) return { changes: Object.fromEntries([...documents].map(([uri, { edits }]) => [uri, edits])) };
  const documentChanges = [...documents].map(
    ([uri, { version, edits }]): TextDocumentEdit => ({ textDocument: { uri, version }, edits }),
  );
  const used = Object.fromEntries([...doubts].map((doubt) => [doubt, annotations[doubt]]));
  return doubts.size > 0 ? { documentChanges, changeAnnotations: used } : { documentChanges };
}
