// Who speaks of whom: the mentions of actors within what other actors are quoted as saying.

import type { Actor, Mention } from '../actors/actor.ts';
import type { AnalysedDocument } from '../document.ts';
import { contains, type Span } from '../text/span.ts';

export interface QuotedMention {
  readonly speaker: Actor;
  readonly mentioned: Actor;
  /** Where, in document order. */
  readonly spans: readonly Span[];
}

/** Every pair of a speaker and somebody else whom the quotations name, by speaker in document order. */
export function findQuotedMentions(document: AnalysedDocument): QuotedMention[] {
  const byProse = new Map<string, { readonly actor: Actor; readonly mention: Mention }[]>();
  for (const actor of document.actors)
    for (const mention of actor.mentions) {
      const key = `${mention.block} ${mention.prose}`;
      const mentions = byProse.get(key);
      if (mentions) mentions.push({ actor, mention });
      else byProse.set(key, [{ actor, mention }]);
    }
  return document.actors.flatMap((speaker) => {
    const spans = new Map<Actor, Span[]>();
    for (const quotation of speaker.quotations)
      for (const { actor, mention } of byProse.get(`${quotation.block} ${quotation.prose}`) ?? []) {
        if (actor === speaker || !contains(quotation.span, mention.span)) continue;
        spans.set(actor, [...(spans.get(actor) ?? []), document.spanOf(mention)]);
      }
    return [...spans].map(([mentioned, places]) => ({ speaker, mentioned, spans: places }));
  });
}
