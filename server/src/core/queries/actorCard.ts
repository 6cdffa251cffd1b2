// What a text tells of one actor: who it is, what it is called, where it is introduced and mentioned, and what it says.

import type { Actor, ActorKind, DeclaredActor } from '../actors/actor.ts';
import { foldName } from '../actors/lexicon.ts';
import type { AnalysedDocument } from '../document.ts';
import type { Site } from './site.ts';

export interface ActorCard {
  readonly kind: 'actor';
  readonly name: string;
  readonly actorKind: ActorKind;
  readonly aliases: readonly string[];
  /** Each wording once. */
  readonly descriptions: readonly LinkedText[];
  /** What the project file alone says that this one is. */
  readonly declaredDescription?: string;
  readonly introduced?: Site;
  readonly mentionCount: number;
  /** Sections with mentions, in document order. */
  readonly sections: readonly SectionCount[];
  readonly quotations: readonly LinkedText[];
}

export interface LinkedText {
  readonly text: string;
  readonly site: Site;
}

export interface SectionCount {
  /** Empty before the first heading. */
  readonly title: string;
  readonly count: number;
  /** The first mention in the section. */
  readonly site: Site;
}

/** The card of an actor of a document; `declared` is its entry in the project file, if it has one. */
export function actorCardOf(
  document: AnalysedDocument,
  key: string,
  actor: Actor,
  declared?: DeclaredActor,
): ActorCard {
  const siteOf = (ref: Parameters<AnalysedDocument['spanOf']>[0]): Site => ({
    document: key,
    span: document.spanOf(ref),
  });
  const sections = new Map<number, SectionCount>();
  for (const mention of actor.mentions) {
    const section = document.sectionOfBlock(mention.block);
    const known = sections.get(section.index);
    sections.set(
      section.index,
      known ? { ...known, count: known.count + 1 } : { title: section.title, count: 1, site: siteOf(mention) },
    );
  }
  const descriptions = new Map<string, LinkedText>();
  for (const description of actor.descriptions)
    if (!descriptions.has(description.text))
      descriptions.set(description.text, { text: description.text, site: siteOf(description) });
  const told = declared?.description;
  const isNews = told !== undefined && !actor.descriptions.some(({ text }) => foldName(text) === foldName(told));
  const first = actor.mentions[0];
  return {
    kind: 'actor',
    name: actor.name,
    actorKind: actor.kind,
    aliases: actor.aliases,
    descriptions: [...descriptions.values()],
    ...(isNews && { declaredDescription: told }),
    ...(first && { introduced: siteOf(first) }),
    mentionCount: actor.mentions.length,
    sections: [...sections.values()],
    quotations: actor.quotations.map((quotation) => ({ text: quotation.text, site: siteOf(quotation) })),
  };
}
