// What the workspace remembers of a document that is not open: its actors with their places, and what it measures. Small
// beside the analysis, so that ten thousand documents can be known at once; whoever needs more has the document read again.

import type { Actor, ActorKind } from './actors/actor.ts';
import type { AnalysedDocument, AnalysisOptions } from './document.ts';
import { statedMeasures } from './queries/completeFigure.ts';
import { hashText } from './text/hashText.ts';
import { type Span, spanOf } from './text/span.ts';

/** An actor as far as other documents ask. Documents of one workspace name the same over and over: they may share one object. */
export type DigestedActor = Pick<Actor, 'id' | 'name' | 'kind' | 'aliases' | 'declared'> & {
  /** What the document first says that it is. */
  readonly description?: string;
};

export interface DocumentDigest {
  readonly actors: readonly DigestedActor[];
  /**
   * For each actor where its part of what follows ends; then, actor by actor, start and end of each mention in the source, in
   * document order. For two actors, mentioned at 0–4 and 9–13, and at 20–25: 4, 6, 0, 4, 9, 13, 20, 25.
   */
  readonly mentions: Int32Array;
  /** The last stems of the measures that the document states a figure for. */
  readonly measures: readonly string[];
}

/** A digest and the key of its document. */
export interface KeyedDigest {
  readonly key: string;
  readonly digest: DocumentDigest;
}

/** Raised whenever a digest of the same text could come out differently. */
const digestVersion = 2;

const digests = new WeakMap<AnalysedDocument, DocumentDigest>();

/** The digest of a document; made once for each. */
export function digestOf(document: AnalysedDocument): DocumentDigest {
  const known = digests.get(document);
  if (known) return known;
  const ends: number[] = [];
  const offsets: number[] = [];
  for (const { mentions } of document.actors) {
    for (const mention of mentions) {
      const { start, end } = document.spanOf(mention);
      offsets.push(start, end);
    }
    ends.push(offsets.length);
  }
  const digest: DocumentDigest = {
    actors: document.actors.map(({ id, name, kind, aliases, declared, descriptions }) => ({
      id,
      name,
      kind,
      aliases,
      ...(declared !== undefined && { declared }),
      ...(descriptions[0] && { description: descriptions[0].text }),
    })),
    mentions: Int32Array.from([...ends, ...offsets]),
    measures: statedMeasures(document),
  };
  digests.set(document, digest);
  return digest;
}

/** Equal for texts whose digests are equal: of the text, of how it is read, and of the program that reads it. */
export function digestKey(text: string, { format, actors = [] }: AnalysisOptions, program: string): string {
  return hashText(`${digestVersion} ${program} ${format} ${JSON.stringify(actors)}\n${text}`);
}

/** How often the document mentions the actor of an index. */
export function mentionCount(digest: DocumentDigest, index: number): number {
  return (endOf(digest, index) - endOf(digest, index - 1)) / 2;
}

/** Where the document mentions the actor of an index. */
export function mentionSpans(digest: DocumentDigest, index: number): Span[] {
  const { actors, mentions } = digest;
  const spans: Span[] = [];
  const end = actors.length + endOf(digest, index);
  for (let at = actors.length + endOf(digest, index - 1); at < end; at += 2)
    spans.push(spanOf(mentions[at]!, mentions[at + 1]!));
  return spans;
}

function endOf({ mentions }: DocumentDigest, index: number): number {
  return index < 0 ? 0 : (mentions[index] ?? 0);
}

/**
 * Where a document mentions the actor that has the same name as another one and nothing to say against being the same;
 * undefined if it has none.
 */
export function findSameMentions(
  digest: DocumentDigest,
  { id, kind }: { readonly id: string; readonly kind: ActorKind },
): Span[] | undefined {
  const index = digest.actors.findIndex(
    (actor) => actor.id === id && (actor.kind === kind || actor.kind === 'other' || kind === 'other'),
  );
  return index < 0 ? undefined : mentionSpans(digest, index);
}
