// Names and actors. A name candidate is what one piece of prose shows; an actor is what the document's candidates
// together amount to. Positions of mentions are kept relative to their block.

import type { Place } from '../markdown/block.ts';
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
  /** `title` is an office alone that stands for its holder: "the President". */
  readonly form: 'full' | 'surname' | 'given' | 'acronym' | 'short' | 'adjective' | 'title';
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

/**
 * A run of words in a piece of prose that could be a name, with all that the prose itself says about it. Overlapping
 * readings stand side by side; the document decides between them.
 */
export interface NameCandidate {
  /** In the prose text, without a possessive ending. */
  readonly span: Span;
  /** The spelling under which candidates are compared: folded, one blank between words. */
  readonly key: string;
  /** Log-odds of being a person, an organization, a place rather than no name. */
  readonly scores: readonly [person: number, organization: number, place: number];
  readonly startsSentence?: boolean;
  /** Of a single word that begins a sentence and may have its capital from that: the hash of its spelling in lower case. */
  readonly opening?: number;
  readonly possessive?: boolean;
  /** All its words are ordinary ones, so that only its capitals make it a name: "Reserve Fund", not "Zeiss Fund". */
  readonly ordinary?: boolean;
  /** Several words that begin a sentence with an ordinary one: "Considering Brno". */
  readonly loose?: boolean;
  /** An abbreviation of ordinary words: "ICU" after "intensive care unit". */
  readonly abbreviation?: boolean;
  /** An ampersand is in it: "Novak & Roth". */
  readonly ampersand?: boolean;
  /** A longer name may be named after it; the kind that the words tell, or 3: 2 for "Leeds" of "Leeds Town Hall". */
  readonly eponym?: number;
  /** The kind that the word beside it tells: 0 for "Mara Lind" of "curator Mara Lind", 2 for "Orvik" of "Orvik residents". */
  readonly told?: number;
  /** Length of the title that the candidate begins with: 8 of "General Novak". */
  readonly titled?: number;
  /** Where the next item begins of a list that this one is in, in the prose text. */
  readonly nextListed?: number;
  /** The project file declares this spelling: the kind that it tells, or 3. */
  readonly declared?: number;
  /** What the prose says that this one is: "a defence expert". */
  readonly descriptions?: readonly Span[];
  /** What this one says, between quotation marks. */
  readonly quotations?: readonly Span[];
}

/** What one piece of prose shows of names by itself. */
export interface ProseNames {
  /** By start, the longer first. */
  readonly candidates: readonly NameCandidate[];
  /** Its words in lower case but for the shortest, by the hashes of their spellings. */
  readonly lowerCase: readonly number[];
}

/** The candidates of one piece of prose where it stands; in document order. */
export interface NameEvidence {
  readonly block: number;
  readonly prose: number;
  readonly section: number;
  readonly place: Place['kind'];
  readonly text: string;
  readonly candidates: readonly NameCandidate[];
}

/** An actor as `concordance.yaml` declares it, or a name that is none. */
export interface DeclaredActor {
  readonly name: string;
  /** The name is never an actor. */
  readonly not?: boolean;
  readonly kind?: ActorKind;
  readonly aliases?: readonly string[];
  readonly description?: string;
  readonly link?: string;
}
