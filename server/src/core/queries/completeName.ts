// The names that a beginning can become: those of actors that this document or another of the workspace mentions or that
// the project file declares. What is being written at the cursor is no evidence for itself.

import type { Actor, ActorKind, DeclaredActor } from '../actors/actor.ts';
import { foldName } from '../actors/lexicon.ts';
import { type DigestedActor, type KeyedDigest, mentionCount } from '../digest.ts';
import type { Span } from '../text/span.ts';
import { splitName } from './nameForm.ts';
import { findWrittenProse, isBeingWritten, type WrittenProse } from './proseAt.ts';
import type { KeyedDocument } from './site.ts';

export interface NameCompletion {
  /** The form of the name that the beginning becomes. */
  readonly text: string;
  /** In the source: the beginning, with the rest of the word that the cursor stands in. */
  readonly span: Span;
  /** What is typed of it. */
  readonly typed: string;
  /** The actor's fullest form. */
  readonly name: string;
  readonly kind: ActorKind;
  /** How often the documents mention the actor; 0 for one that is only declared. */
  readonly mentionCount: number;
  readonly description?: string;
}

export interface NameCompletionOptions {
  /** The project file's actors. */
  readonly declared?: readonly DeclaredActor[];
  /** What is known of further documents. */
  readonly elsewhere?: readonly KeyedDigest[];
}

/** Letters that are typed before anything is offered. */
const leastLetters = 2;

/** Words of a name that may be typed already: "Anna Maria Li". */
const mostWords = 4;

/** The names that the words before the offset begin: "Lindq" or "Anna Li" for Anna Lindqvist. Most mentioned first. */
export function completeName(
  documents: readonly KeyedDocument[],
  key: string,
  offset: number,
  { declared = [], elsewhere = [] }: NameCompletionOptions = {},
): readonly NameCompletion[] {
  const asked = documents.find((candidate) => candidate.key === key);
  const written = asked && findWrittenProse(asked.document, offset);
  if (!written) return [];
  const { source } = asked.document;
  const beginnings = findBeginnings(source, offset, written.before);
  if (beginnings.length === 0) return [];
  const names = new Map<string, NamedActor>();
  for (const { document } of documents)
    for (const actor of document.actors) addActor(names, actor, document === asked.document ? written : undefined);
  for (const [actor, count] of countMentions(elsewhere)) addDigested(names, actor, count);
  for (const entry of declared) if (!entry.not) addDeclared(names, entry);
  const found = new Map<string, NameCompletion>();
  for (const beginning of beginnings) {
    // "Anna Li" says more than its "Li".
    if (found.size > 0) break;
    for (const named of names.values())
      for (const text of named.forms) {
        const completion = completeForm(source, offset, beginning, text);
        const known = completion && found.get(text);
        if (!completion || (known && known.mentionCount >= named.mentionCount)) continue;
        const { name, kind, mentionCount, description } = named;
        found.set(text, { ...completion, name, kind, mentionCount, ...(description && { description }) });
      }
  }
  return [...found.values()].sort((a, b) => b.mentionCount - a.mentionCount || (a.text < b.text ? -1 : 1));
}

/** The beginnings of names that end at the offset, the longest first; each on one line and with a capital. */
function findBeginnings(source: string, offset: number, before: string): string[] {
  const line = before
    .slice(Math.max(0, before.length - 120), before.length)
    .split('\n')
    .at(-1)!;
  const beginnings: string[] = [];
  for (const { index } of line.matchAll(/(?<![\p{L}\p{M}\p{N}])\p{Lu}/gu)) {
    const beginning = line.slice(index);
    if (beginning.split(' ').length > mostWords || /[^\p{L}\p{M}\p{N} .'’&-]/u.test(beginning)) continue;
    if (beginning.replace(/[^\p{L}\p{M}]/gu, '').length < leastLetters || beginning.endsWith(' ')) continue;
    // Where markup stands in the middle of it, there is nothing that could be replaced as a whole.
    if (source.endsWith(beginning, offset)) beginnings.push(beginning);
  }
  return beginnings;
}

function completeForm(source: string, offset: number, typed: string, text: string) {
  if (!foldName(text).startsWith(foldName(typed)) || typed === text) return undefined;
  const start = offset - typed.length;
  if (source.startsWith(text, start)) return undefined;
  const rest = /^[\p{L}\p{M}\p{N}]{0,60}/u.exec(source.slice(offset, offset + 60))![0];
  return { text, typed, span: { start, end: offset + rest.length } };
}

interface NamedActor {
  readonly name: string;
  readonly kind: ActorKind;
  readonly forms: Set<string>;
  description?: string;
  mentionCount: number;
}

function addActor(names: Map<string, NamedActor>, actor: Actor, written: WrittenProse | undefined): void {
  const others = written ? actor.mentions.filter((mention) => !isBeingWritten(written, mention)) : actor.mentions;
  if (others.length === 0) return;
  const named = namedOf(names, actor.id, actor.name, actor.kind);
  named.mentionCount += others.length;
  named.description ??= actor.descriptions[0]?.text;
  const hasAll = others.length === actor.mentions.length;
  const texts = hasAll ? undefined : others.map(({ text }) => text.replace(/\s+/gu, ' '));
  for (const form of [actor.name, ...actor.aliases])
    if (!texts || texts.some((text) => text.includes(form))) named.forms.add(form);
  // Who has been introduced goes by the surname from then on, also where the text has not done so yet.
  if (actor.kind === 'person' && named.forms.has(actor.name)) named.forms.add(splitName(actor.name).surname);
}

/** How often documents mention each actor that they mention at all, in the order of the first one that does. */
function countMentions(documents: readonly KeyedDigest[]): ReadonlyMap<DigestedActor, number> {
  const counts = new Map<DigestedActor, number>();
  for (const { digest } of documents)
    for (const [index, actor] of digest.actors.entries()) {
      const count = mentionCount(digest, index);
      if (count > 0) counts.set(actor, (counts.get(actor) ?? 0) + count);
    }
  return counts;
}

function addDigested(names: Map<string, NamedActor>, actor: DigestedActor, count: number): void {
  const named = namedOf(names, actor.id, actor.name, actor.kind);
  named.mentionCount += count;
  if (actor.description !== undefined) named.description ??= actor.description;
  for (const form of [actor.name, ...actor.aliases]) named.forms.add(form);
  if (actor.kind === 'person') named.forms.add(splitName(actor.name).surname);
}

function addDeclared(names: Map<string, NamedActor>, entry: DeclaredActor): void {
  const known = [...names.values()].find(({ name }) => name === entry.name);
  const named = known ?? namedOf(names, `declared ${entry.name}`, entry.name, entry.kind ?? 'other');
  for (const form of [entry.name, ...(entry.aliases ?? [])]) named.forms.add(form);
  if (entry.description) named.description = entry.description;
}

/** One actor of several documents counts as one when the names say so. */
function namedOf(names: Map<string, NamedActor>, id: string, name: string, kind: ActorKind): NamedActor {
  const known = names.get(id);
  if (known) return known;
  const named: NamedActor = { name, kind, forms: new Set(), mentionCount: 0 };
  names.set(id, named);
  return named;
}
