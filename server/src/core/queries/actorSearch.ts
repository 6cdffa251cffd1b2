// Finding actors by a part of their name, over many documents: one entry for an actor, wherever it is mentioned.

import type { ActorKind } from '../actors/actor.ts';
import { type DigestedActor, type KeyedDigest, mentionCount, mentionSpans } from '../digest.ts';
import type { Site } from './site.ts';

export interface FoundActor {
  readonly name: string;
  readonly kind: ActorKind;
  /** Where the first of the documents introduces it. */
  readonly site: Site;
  /** How many documents mention it. */
  readonly documentCount: number;
}

/** The actors whose name or alias contains the letters of the query in their order; all for an empty query. By name. */
export function findActors(documents: readonly KeyedDigest[], query: string): FoundActor[] {
  const found = new Map<string, Counted<FoundActor>>();
  // Documents of one workspace name the same over and over: most are known by the object alone, null where nobody asks.
  const known = new Map<DigestedActor, Counted<FoundActor> | null>();
  for (const { key, digest } of documents)
    for (let index = 0; index < digest.actors.length; index++) {
      const actor = digest.actors[index]!;
      let entry = known.get(actor);
      if (entry === undefined && ![actor.name, ...actor.aliases].some((name) => matches(name, query))) {
        entry = null;
        known.set(actor, entry);
      }
      if (entry === null || mentionCount(digest, index) === 0) continue;
      if (!entry) {
        const { kind, id, name } = actor;
        const site = { document: key, span: mentionSpans(digest, index)[0]! };
        entry = found.get(`${kind} ${id}`) ?? { name, kind, site, documentCount: 0 };
        found.set(`${kind} ${id}`, entry);
        known.set(actor, entry);
      }
      entry.documentCount++;
    }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** While its documents are being counted. */
type Counted<Found> = { -readonly [Name in keyof Found]: Found[Name] };

/** Whether the letters of the query occur in the name in their order, whatever their case: "lqv" in "Lindqvist". */
function matches(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let from = 0;
  for (const letter of query.toLowerCase()) {
    if (letter === ' ') continue;
    const at = letters.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
