// Code actions on an actor: what a person knows better than the text, written to the project file. They change nothing that
// is known to be wrong, and so are refactorings.

import { t } from '@vscode/l10n';
import type { CodeAction, CodeActionParams, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import {
  type Actor,
  type ActorDeclaration,
  type ActorExclusion,
  type ActorKind,
  editActors,
  findSimilarActors,
  findSymbol,
} from '../core/index.ts';
import { isWanted } from './actionKind.ts';
import { findOpen } from './location.ts';
import { indexText, offsetAt, rangeOf } from './positions.ts';
import type { Session } from './session.ts';

/** The kind of these actions: below the protocol's "refactor". */
export const actorActionKind = 'refactor.actor';

const kinds: readonly ActorKind[] = ['person', 'organization', 'place', 'other'];
const kindNames = (): Readonly<Record<ActorKind, string>> => ({
  person: t('Person'),
  organization: t('Organization'),
  place: t('Place'),
  other: t('Other'),
});

/** How many other actors are offered as the same, and how many of the text's descriptions. */
const mostSimilar = 3;
const mostDescriptions = 2;

interface Choice {
  readonly title: string;
  readonly change: ActorDeclaration | ActorExclusion;
}

/** The actions on the actor at the beginning of the range; none where nothing can be written. */
export async function actorActions(session: Session, params: CodeActionParams): Promise<CodeAction[]> {
  await session.readiness.wait;
  if (!isWanted(params, actorActionKind)) return [];
  const snapshot = findOpen(session, params);
  const symbol = snapshot && findSymbol(snapshot.document, offsetAt(snapshot.text, params.range?.start));
  if (!snapshot || symbol?.kind !== 'mention') return [];
  const similar = findSimilarActors(snapshot.document, symbol.actor, mostSimilar);
  return choicesFor(symbol.actor, similar).flatMap(({ title, change }) => {
    const edit = editOf(session, snapshot.uri, change);
    return edit ? [{ title, kind: actorActionKind, edit }] : [];
  });
}

function choicesFor(actor: Actor, similar: readonly Actor[]): Choice[] {
  const { name, kind, aliases, declared, descriptions } = actor;
  const choices: Choice[] = similar.flatMap((other) => {
    const change = unite(actor, other);
    return change ? [{ title: t('Same Actor as “{0}”', other.name), change }] : [];
  });
  if (declared === undefined)
    choices.push({ title: t('Not an Actor: “{0}”', name), change: { not: [name, ...aliases] } });
  for (const other of kinds)
    if (other !== kind) choices.push({ title: t('Set Kind: {0}', kindNames()[other]), change: { name, kind: other } });
  for (const { text } of descriptions.slice(0, mostDescriptions)) {
    const description = text.replace(/\s+/gu, ' ');
    choices.push({ title: t('Add Description: “{0}”', description), change: { name, description } });
  }
  return choices;
}

/** The one that is declared keeps its entry; two that are stay two, since only a person can say which entry is to go. */
function unite(actor: Actor, other: Actor): ActorDeclaration | undefined {
  if (actor.declared !== undefined && other.declared !== undefined) return undefined;
  const [kept, merged] = actor.declared === undefined ? [other, actor] : [actor, other];
  const known = new Set([kept.name, ...kept.aliases]);
  const aliases = [merged.name, ...merged.aliases].filter((alias) => !known.has(alias));
  return { name: kept.name, ...(kept.kind !== 'other' && { kind: kept.kind }), aliases };
}

/** The change to the project file that applies to the document; to a new one where there is none, if the client can. */
function editOf(session: Session, uri: string, change: ActorDeclaration | ActorExclusion): WorkspaceEdit | undefined {
  const { versionedEdits, fileCreation } = session.client;
  const place = session.projects.placeOf(uri);
  if (!place || (place.text === undefined && !fileCreation)) return undefined;
  const text = indexText(place.text ?? '', session.encoding);
  const edit = editActors(text.source, change);
  if (!edit) return undefined;
  const edits = [{ range: rangeOf(text, edit.span), newText: edit.text }];
  if (!versionedEdits) return { changes: { [place.uri]: edits } };
  const written: TextDocumentEdit = { textDocument: { uri: place.uri, version: place.version ?? null }, edits };
  return { documentChanges: place.text === undefined ? [{ kind: 'create', uri: place.uri }, written] : [written] };
}
