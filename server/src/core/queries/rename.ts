// Renaming an actor: for every mention the form of the new name that fits, and which of them a person should look at
// before they are changed. Quotations are somebody's words, and stay as they are unless chosen.

import { t } from '@vscode/l10n';
import type { Actor, Mention } from '../actors/actor.ts';
import type { AnalysedDocument } from '../document.ts';
import { partitionPoint } from '../text/partitionPoint.ts';
import { contains, overlaps, type Span, sliceSpan, spanOf } from '../text/span.ts';
import { renameMention } from './nameForm.ts';
import { findSameActor } from './references.ts';
import type { KeyedDocument, Site } from './site.ts';
import { findSymbol } from './symbol.ts';

/** Why an edit is not made without asking. */
export type RenameDoubt = 'quotation' | 'otherName' | 'form';

export interface RenameEdit {
  readonly site: Site;
  readonly newText: string;
  readonly doubt?: RenameDoubt;
}

export interface Renameable {
  /** The mention at the cursor. */
  readonly span: Span;
  /** The full name, which the new one replaces. */
  readonly name: string;
}

export function findRenameable(document: AnalysedDocument, offset: number): Renameable | undefined {
  const symbol = findSymbol(document, offset);
  return symbol?.kind === 'mention' ? { span: symbol.span, name: symbol.actor.name } : undefined;
}

/** Why a text cannot be a name, or undefined if it can. */
export function findNameProblem(name: string): string | undefined {
  if (!name.trim()) return t('A name needs at least one letter.');
  if (/[\r\n]/.test(name)) return t('A name stands on one line.');
  if (/[[\]<>|`*_\\]/.test(name)) return t('A name must not contain Markdown characters: {0}', '[ ] < > | ` * _ \\');
  if (!/\p{L}/u.test(name)) return t('A name needs at least one letter.');
  return undefined;
}

/** The edits that rename the actor at the offset in all documents, in document order, none overlapping another. */
export function findRenameEdits(
  documents: readonly KeyedDocument[],
  key: string,
  offset: number,
  newName: string,
): readonly RenameEdit[] | undefined {
  const asked = documents.find((candidate) => candidate.key === key);
  const symbol = asked && findSymbol(asked.document, offset);
  if (symbol?.kind !== 'mention') return undefined;
  return documents.flatMap((candidate) => {
    const actor = candidate === asked ? symbol.actor : findSameActor(candidate.document, symbol.actor);
    return actor ? editsOf(candidate, actor, newName.trim().replace(/\s+/gu, ' ')) : [];
  });
}

function editsOf({ key, document }: KeyedDocument, actor: Actor, newName: string): RenameEdit[] {
  const quotations = document.actors
    .flatMap((speaker) => speaker.quotations.map((quotation) => document.spanOf(quotation)))
    .sort((a, b) => a.start - b.start);
  const others = document.actors
    .filter((other) => other !== actor)
    .flatMap((other) => other.mentions.map((mention) => document.spanOf(mention)))
    .sort((a, b) => a.start - b.start);
  const edits: RenameEdit[] = [];
  for (const mention of actor.mentions) {
    const place = withApostrophe(document, mention);
    const newText = renameMention(place.mention, actor.name, newName);
    const previous = edits.at(-1);
    if (newText === undefined || newText === place.mention.text) continue;
    if (previous && overlaps(previous.site.span, place.span)) continue;
    const doubt = findDoubt(document, place, quotations, others);
    edits.push({ site: { document: key, span: place.span }, newText, ...(doubt && { doubt }) });
  }
  return edits;
}

interface PlacedMention {
  readonly mention: Mention;
  readonly span: Span;
}

/** The mention with the lone apostrophe of a possessive behind it: "James’ house" takes another ending than "Anna’s house". */
function withApostrophe(document: AnalysedDocument, mention: Mention): PlacedMention {
  const span = document.spanOf(mention);
  const ending = /^['’](?![\p{L}\p{N}])/u.exec(document.source.slice(span.end, span.end + 3))?.[0] ?? '';
  if (!ending || !/s$/iu.test(mention.text)) return { mention, span };
  return { mention: { ...mention, text: mention.text + ending }, span: spanOf(span.start, span.end + 1) };
}

function findDoubt(
  document: AnalysedDocument,
  { mention, span }: PlacedMention,
  quotations: readonly Span[],
  others: readonly Span[],
): RenameDoubt | undefined {
  const prose = document.blocks[mention.block]?.prose[mention.prose];
  if (prose?.place.quoted || surrounds(quotations, span)) return 'quotation';
  if (prose && standsInQuotationMarks(prose.text, mention.span.start)) return 'quotation';
  if (surrounds(others, span)) return 'otherName';
  if (/['’]$/u.test(mention.text)) return 'form';
  const plain = sliceSpan(document.source, span).replace(/\s+/gu, ' ');
  return plain === mention.text.replace(/\s+/gu, ' ') ? undefined : 'form';
}

/** How far back an opening quotation mark is looked for. */
const quotationLength = 2000;

function standsInQuotationMarks(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - quotationLength), offset);
  if (before.lastIndexOf('“') > before.lastIndexOf('”')) return true;
  return before.split('"').length % 2 === 0;
}

/** Whether one of the sorted spans contains the span. Spans nest a few levels deep at most, so a short look back is enough. */
function surrounds(spans: readonly Span[], span: Span): boolean {
  const end = partitionPoint(spans.length, (index) => spans[index]!.start <= span.start);
  return spans.slice(Math.max(0, end - 8), end).some((outer) => contains(outer, span));
}
