// Finding actors by a part of their name, over many documents: one entry for an actor, wherever it is mentioned.

import type { ActorKind } from '../actors/actor.ts';
import { type KeyedDigest, mentionSpans } from '../digest.ts';
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
  const found = new Map<string, FoundActor>();
  // Documents of one workspace name the same over and over.
  const asked = new Map<string, boolean>();
  const isMatch = (name: string): boolean => {
    const known = asked.get(name);
    if (known !== undefined) return known;
    const answer = matches(name, query);
    asked.set(name, answer);
    return answer;
  };
  for (const { key, digest } of documents)
    for (const actor of digest.actors) {
      if (!isMatch(actor.name) && !actor.aliases.some(isMatch)) continue;
      const [first] = mentionSpans(actor);
      if (!first) continue;
      const id = `${actor.kind} ${actor.id}`;
      const known = found.get(id);
      found.set(
        id,
        known
          ? { ...known, documentCount: known.documentCount + 1 }
          : { name: actor.name, kind: actor.kind, site: { document: key, span: first }, documentCount: 1 },
      );
    }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

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
