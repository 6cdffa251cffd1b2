// Who is mentioned together with whom, and who is quoted as speaking of whom: the ties between the actors of a document.

import type { Actor, ActorKind } from '../actors/actor.ts';
import type { AnalysedDocument } from '../document.ts';
import type { Span } from '../text/span.ts';
import { findQuotedMentions } from './quotedMentions.ts';

export interface TiedActor {
  readonly name: string;
  readonly kind: ActorKind;
  readonly mentions: number;
  /** Where it is introduced. */
  readonly span: Span;
}

export interface ActorTie {
  /** Places in the list of actors; for a quotation the speaker and the one spoken of. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'together' | 'quotes';
  /** In how many paragraphs, items or cells, or how often. */
  readonly count: number;
  /** Where first. */
  readonly span: Span;
}

export interface ActorTies {
  readonly actors: readonly TiedActor[];
  readonly ties: readonly ActorTie[];
}

/** In a paragraph that names more actors than this, each is tied only to its neighbours. */
const mostTogether = 12;

/** The ties between the `most` actors that are mentioned most often. */
export function actorTiesOf(document: AnalysedDocument, most = 40): ActorTies {
  const chosen = document.actors
    .filter(({ mentions }) => mentions.length > 0)
    .toSorted((a, b) => b.mentions.length - a.mentions.length)
    .slice(0, most);
  const indexes = new Map(chosen.map((actor, index) => [actor, index]));
  return {
    actors: chosen.map(({ name, kind, mentions }) => ({
      name,
      kind,
      mentions: mentions.length,
      span: document.spanOf(mentions[0]!),
    })),
    ties: [...together(document, chosen), ...quotes(document, indexes)],
  };
}

function together(document: AnalysedDocument, actors: readonly Actor[]): ActorTie[] {
  const byProse = new Map<string, Map<number, Span>>();
  for (const [index, { mentions }] of actors.entries())
    for (const mention of mentions) {
      const key = `${mention.block} ${mention.prose}`;
      const named = byProse.get(key) ?? new Map<number, Span>();
      if (!named.has(index)) named.set(index, document.spanOf(mention));
      byProse.set(key, named);
    }
  const ties = new Map<string, ActorTie>();
  for (const named of byProse.values()) {
    const entries = [...named].sort(([, a], [, b]) => a.start - b.start);
    for (const [at, [a, span]] of entries.entries())
      for (const [b] of entries.slice(at + 1, entries.length > mostTogether ? at + 2 : undefined)) {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const key = `${from} ${to}`;
        const known = ties.get(key);
        ties.set(key, known ? { ...known, count: known.count + 1 } : { from, to, kind: 'together', count: 1, span });
      }
  }
  return [...ties.values()];
}

function quotes(document: AnalysedDocument, indexes: ReadonlyMap<Actor, number>): ActorTie[] {
  return findQuotedMentions(document).flatMap(({ speaker, mentioned, spans }): ActorTie[] => {
    const [from, to, span] = [indexes.get(speaker), indexes.get(mentioned), spans[0]];
    if (from === undefined || to === undefined || !span) return [];
    return [{ from, to, kind: 'quotes', count: spans.length, span }];
  });
}
