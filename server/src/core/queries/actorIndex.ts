// The actors of a document as an index at the back of a book: each with its mentions, section by section.

import type { Actor, ActorKind } from '../actors/actor.ts';
import type { AnalysedDocument } from '../document.ts';
import { type Span, sliceSpan } from '../text/span.ts';

export interface IndexedActor {
  readonly name: string;
  readonly kind: ActorKind;
  readonly aliases: readonly string[];
  /** The first thing that the text says of it: "head of personnel". */
  readonly description?: string;
  /** Sections with mentions, in document order. */
  readonly sections: readonly IndexedSection[];
}

export interface IndexedSection {
  /** Empty before the first heading. */
  readonly title: string;
  readonly mentions: readonly { readonly text: string; readonly span: Span }[];
}

/** The actors by kind (people, organizations, places, others), those mentioned most often first. */
export function actorIndexOf(document: AnalysedDocument): IndexedActor[] {
  const order: readonly ActorKind[] = ['person', 'organization', 'place', 'other'];
  return document.actors
    .filter(({ mentions }) => mentions.length > 0)
    .toSorted(
      (a, b) =>
        order.indexOf(a.kind) - order.indexOf(b.kind) ||
        b.mentions.length - a.mentions.length ||
        (a.name < b.name ? -1 : 1),
    )
    .map((actor) => ({
      name: actor.name,
      kind: actor.kind,
      aliases: actor.aliases,
      ...(actor.descriptions[0] && { description: actor.descriptions[0].text }),
      sections: sectionsOf(document, actor),
    }));
}

function sectionsOf(document: AnalysedDocument, actor: Actor): IndexedSection[] {
  const sections = new Map<number, { title: string; mentions: { text: string; span: Span }[] }>();
  for (const mention of actor.mentions) {
    const { index, title } = document.sectionOfBlock(mention.block);
    const span = document.spanOf(mention);
    const entry = { text: sliceSpan(document.source, span).replace(/\s+/g, ' '), span };
    const known = sections.get(index);
    if (known) known.mentions.push(entry);
    else sections.set(index, { title, mentions: [entry] });
  }
  return [...sections.values()];
}
