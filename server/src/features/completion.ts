// textDocument/completion: names of actors while they are typed, and figures already stated for the measure just written.

import { t } from '@vscode/l10n';
import {
  type CancellationToken,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
} from 'vscode-languageserver';
import {
  completeFigure,
  completeName,
  type DocumentDigest,
  type FigureCompletion,
  kindText,
  type NameCompletion,
  soughtMeasures,
} from '../core/index.ts';
import { modified } from './answer.ts';
import type { Snapshot } from './documents.ts';
import { findCursorInWorkspace, findLink, keyed } from './location.ts';
import { offsetAt, rangeOf } from './positions.ts';
import { projectCompletion } from './projectCompletion.ts';
import { isProjectFile } from './projectCursor.ts';
import { openSnapshots, type Session, snapshotsWith } from './session.ts';

/**
 * The characters that ask by themselves: figures begin with a digit. Names are asked for by editors that ask in prose, and by
 * the extension once a word begins like one; to be asked after every letter would cost an editor more than the letter.
 */
export const completionTriggers: readonly string[] = [...'0123456789'];

const mostItems = 50;
/** How many files that are not open are looked at for figures: somebody is typing. */
const mostFiles = 40;

export async function completion(
  session: Session,
  params: CompletionParams,
  token: CancellationToken,
): Promise<CompletionList | null> {
  if (isProjectFile(params.textDocument?.uri)) return projectCompletion(session, params, token);
  if (!isWorthLooking(session, params)) return null;
  const cursor = await findCursorInWorkspace(session, params, token);
  if (!cursor) return null;
  const { snapshot, offset } = cursor;
  const { key } = keyed(snapshot);
  const declared = session.projects.of(snapshot.uri).project.actors;
  const elsewhere = session.workspace.digests();
  const names = completeName(openSnapshots(session).map(keyed), key, offset, { declared, elsewhere }).map((name) =>
    toNameItem(snapshot, name),
  );
  const measures = soughtMeasures(snapshot.document, offset);
  let looked = 0;
  const states = ({ measures: stated }: DocumentDigest) =>
    measures.size > 0 && stated.some((stem) => measures.has(stem)) && looked++ < mostFiles;
  const documents = (await snapshotsWith(session, states, token)).map(keyed);
  if (session.documents.find(snapshot.uri) !== snapshot) throw modified();
  const figures = completeFigure(documents, key, offset).map((figure) => toFigureItem(session, snapshot, figure));
  const items = [...names, ...figures].slice(0, mostItems);
  if (items.length === 0) return null;
  return { isIncomplete: true, items: items.map((item, at) => ({ ...item, sortText: String(at).padStart(3, '0') })) };
}

/** Whether the characters before the cursor can begin a name or a figure, or follow a measure; looks at the line alone. */
function isWorthLooking(session: Session, params: CompletionParams): boolean {
  const uri: unknown = params.textDocument?.uri;
  const text = typeof uri === 'string' ? session.documents.textOf(uri) : undefined;
  if (!text) return false;
  const offset = offsetAt(text, params.position);
  const before = text.source.slice(Math.max(0, offset - 80), offset);
  return /(?:(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}.'’&-]{1,60}|[$€£¥]?\d[\d.,]{0,20}|[\s(–—-])$/u.test(before);
}

function toNameItem(snapshot: Snapshot, completion: NameCompletion): CompletionItem {
  const { text, typed, span, name, kind, mentionCount, description } = completion;
  const mentions = mentionCount === 1 ? t('one mention') : t('{0} mentions', mentionCount);
  const facts = [text === name ? '' : name, kindText(kind), mentionCount > 0 ? mentions : t('declared')];
  return {
    label: text,
    kind: CompletionItemKind.Reference,
    detail: facts.filter(Boolean).join(', '),
    ...(description && { documentation: description }),
    // Clients compare letter by letter: what is typed without its accents must find the name all the same.
    filterText: typed + text.slice(typed.length),
    textEdit: { range: rangeOf(snapshot.text, span), newText: text },
  };
}

function toFigureItem(session: Session, snapshot: Snapshot, completion: FigureCompletion): CompletionItem {
  const { text, span, measure, subject, period, site, section, count } = completion;
  const place = findLink(session, snapshot, site)?.label;
  const stated = [
    t('stated in {0}', [section, place].filter(Boolean).join(', ')),
    count > 1 && t('and {0} more', count - 1),
  ];
  return {
    label: text,
    kind: CompletionItemKind.Value,
    detail: stated.filter(Boolean).join(' '),
    documentation: [measure, subject, period].filter(Boolean).join(', '),
    // What is typed of the number comes first, also before a currency or a hedge.
    filterText: snapshot.document.source.slice(span.start, span.end) + text,
    textEdit: { range: rangeOf(snapshot.text, span), newText: text },
  };
}
