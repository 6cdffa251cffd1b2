// What the workspace remembers of a document that is not open: its actors with their places, and what it measures. Small
// beside the analysis, so that ten thousand documents can be known at once; whoever needs more has the document read again.

import type { Actor, ActorKind } from './actors/actor.ts';
import type { AnalysedDocument, AnalysisOptions } from './document.ts';
import { statedMeasures } from './queries/completeFigure.ts';
import { hashText } from './text/hashText.ts';
import { type Span, spanOf } from './text/span.ts';

/** An actor as far as other documents ask. */
export type DigestedActor = Pick<Actor, 'id' | 'name' | 'kind' | 'aliases' | 'declared'> & {
  /** What the document first says that it is. */
  readonly description?: string;
  /** Start and end of each mention in the source, in document order. */
  readonly mentions: readonly number[];
};

export interface DocumentDigest {
  readonly actors: readonly DigestedActor[];
  /** The last stems of the measures that the document states a figure for. */
  readonly measures: readonly string[];
}

/** A digest and the key of its document. */
export interface KeyedDigest {
  readonly key: string;
  readonly digest: DocumentDigest;
}

/** Raised whenever a digest of the same text could come out differently. */
const digestVersion = 1;

const digests = new WeakMap<AnalysedDocument, DocumentDigest>();

/** The digest of a document; made once for each. */
export function digestOf(document: AnalysedDocument): DocumentDigest {
  const known = digests.get(document);
  if (known) return known;
  const digest: DocumentDigest = {
    actors: document.actors.map(({ id, name, kind, aliases, declared, descriptions, mentions }) => ({
      id,
      name,
      kind,
      aliases,
      ...(declared !== undefined && { declared }),
      ...(descriptions[0] && { description: descriptions[0].text }),
      mentions: mentions.flatMap((mention) => {
        const { start, end } = document.spanOf(mention);
        return [start, end];
      }),
    })),
    measures: statedMeasures(document),
  };
  digests.set(document, digest);
  return digest;
}

/** Equal for texts whose digests are equal: of the text, of how it is read, and of the program that reads it. */
export function digestKey(text: string, { format, actors = [] }: AnalysisOptions, program: string): string {
  return hashText(`${digestVersion} ${program} ${format} ${JSON.stringify(actors)}\n${text}`);
}

/** Where an actor is mentioned. */
export function mentionSpans({ mentions }: DigestedActor): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at + 1 < mentions.length; at += 2) spans.push(spanOf(mentions[at]!, mentions[at + 1]!));
  return spans;
}

/** The actor of a document that has the same name as another one and nothing to say against being the same. */
export function findSameDigested(
  { actors }: DocumentDigest,
  { id, kind }: { readonly id: string; readonly kind: ActorKind },
): DigestedActor | undefined {
  return actors.find((actor) => actor.id === id && (actor.kind === kind || actor.kind === 'other' || kind === 'other'));
}
