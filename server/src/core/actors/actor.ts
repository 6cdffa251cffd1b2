// Names and actors. A name candidate is what one piece of prose shows; an actor is what the document's candidates
// together amount to. Positions of mentions are kept relative to their block.

import type { Span } from '../text/span.ts';

export type ActorKind = 'person' | 'organization' | 'place' | 'other';

/** A place in a document that survives edits elsewhere: a block, a piece of prose in it, a span of that prose's text. */
export interface ProseRef {
  readonly block: number;
  readonly prose: number;
  /** In the prose text. */
  readonly span: Span;
}

export interface Mention extends ProseRef {
  readonly text: string;
  readonly form: 'full' | 'surname' | 'given' | 'acronym' | 'short' | 'adjective';
}

export interface Description extends ProseRef {
  readonly text: string;
}

export interface Quotation extends ProseRef {
  /** The words between the quotation marks. */
  readonly text: string;
}

export interface Actor {
  /** Slug of the name, unique in its document: "andrei-gurulyov". */
  readonly id: string;
  /** The fullest form. */
  readonly name: string;
  readonly kind: ActorKind;
  /** The other forms in use. */
  readonly aliases: readonly string[];
  readonly descriptions: readonly Description[];
  /** In document order; the first is where the actor is introduced. */
  readonly mentions: readonly Mention[];
  readonly quotations: readonly Quotation[];
  /** Set when `concordance.yaml` declares the actor. */
  readonly declared?: number;
}
