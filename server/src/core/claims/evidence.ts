// What one block alone shows about a figure: the words around it and what they say of its measure, period, role and
// stance. It depends on the block's own source only, and not on where in the block it stands, so that it can be kept while the rest
// of the document or of the block changes.

import type { Figure } from '../figures/figure.ts';
import type { Span } from '../text/span.ts';
import type { ClaimRole, Measure, Stance } from './claim.ts';
import type { Coordination } from './findCoordination.ts';
import type { ProseTokens } from './tokens.ts';

export interface ClaimEvidence {
  readonly figure: Figure;
  /** The words of the prose, shared by all its figures. */
  readonly words: ProseTokens;
  /** Index of the figure's own token in `words`. */
  readonly token: number;
  readonly measure: Measure;
  /** Concepts of the label before a colon: "Health expenditures: 4 %". */
  readonly label?: readonly string[];
  /** EDTF, where the prose itself gives the figure a date. */
  readonly period?: string;
  /** EDTF of the time of what it came from, after which it is: 2012 for the 66 % of "66 %, up from 61 % in 2012". */
  readonly after?: string;
  /** The other dates of its sentence, in EDTF: which of them is the figure's is not always plain. */
  readonly dates?: readonly string[];
  /** Concepts of what is said of a share: "40 % of members trust the committee". */
  readonly predicate?: readonly string[];
  readonly role: ClaimRole;
  readonly stance: Stance;
  /** Which way the words beside it point: "fell by 5 %". */
  readonly direction?: 'up' | 'down';
  /** Which end of a change it is: "from 4 % to 6 %". */
  readonly end?: 'from' | 'to';
  /** The tokens of the whole change, where the text tells both ends. */
  readonly change?: Span;
  /** The token of a figure before it, whose noun it leaves out: of 41,000 for the 38,500 of "41,000 books, up from 38,500". */
  readonly elided?: number;
  /** Whom its sentence gives as the source of the figure: "the Harbour Board estimates". */
  readonly source?: string;
  /** Concept of the last name of whom an age is told beside it: "Maria Kerr, 34", "the 34-year-old Maria Kerr". */
  readonly bearer?: string;
  readonly coordination?: Coordination;
  /** The noun of the limit that it is told as: "maximum" of "a maximum of $300". */
  readonly limit?: string;
  /** It is told for several years together: "over ten years". */
  readonly several?: boolean;
  /** The length in days of the stretch of time that it is told for in words: 91 for "in the quarter". */
  readonly window?: number;
  /** It comes on top of another figure: "180 more". */
  readonly additional?: boolean;
  /** What it counts is a part of some whole: "40 of the boats". */
  readonly isPart?: boolean;
  /** It is told of an earlier time than what stands around it: "$35 million a year earlier". */
  readonly isEarlier?: boolean;
  /** It is what something else is counted by: "5 % for each $300". */
  readonly isStep?: boolean;
  readonly cell?: CellEvidence;
}

/** By index of the prose in its block: the evidence of its claims, in the order of its figures. */
export type EvidenceByProse = readonly (readonly ClaimEvidence[])[];

/** What the table gives a figure in one of its cells. */
export interface CellEvidence {
  /** Words of the row's label and of the column's header. */
  readonly row: ProseTokens;
  readonly column: ProseTokens;
  /** The row, as a reader would name it: "Active personnel". */
  readonly rowText: string;
  readonly columnText: string;
  /** How many pieces of prose behind that of the cell the one stands that labels the row; less than 0 where it stands before. */
  readonly rowBy?: number;
  /** Whether the row's label or the column's header says what is measured. */
  readonly measuredBy: 'row' | 'column';
  /** Whether the row's label says that it sums the others up. */
  readonly total: boolean;
}
