// What may be noted behind a figure while one reads: its normal form where the print hides it, and how many places state
// it, differing ones counted apart.

import type { AnalysedDocument } from '../document.ts';
import { type Span, sliceSpan, touches } from '../text/span.ts';
import { figureCardOf } from './figureCard.ts';

export interface FigureNote {
  /** Where the figure stands. */
  readonly span: Span;
  /** Absent where the print says the same. */
  readonly normalForm?: string;
  /** How many places state the figure, this one included; 1 where it is the only one. */
  readonly statements: number;
  readonly differing: number;
}

/** So many figures of one request are looked at; an editor asks for what it shows. */
const mostFigures = 500;

/** Notes on the figures within a span of the source, in document order; figures with nothing to note have none. */
export function findFigureNotes(document: AnalysedDocument, key: string, within: Span): FigureNote[] {
  const notes: FigureNote[] = [];
  let looked = 0;
  for (const claim of document.claims) {
    if (claim.figure.kind === 'date') continue;
    const span = document.spanOf(claim);
    if (span.start > within.end || looked === mostFigures) break;
    if (!touches(within, span.start)) continue;
    looked++;
    const card = figureCardOf(document, key, claim);
    const normalForm = withoutInterval(card.normalForm);
    const isPlain = isSaidSo(sliceSpan(document.source, span), normalForm);
    const differing = card.statements.filter(({ agrees }) => !agrees).length;
    const statements = card.statements.length + 1;
    if (isPlain && statements === 1) continue;
    notes.push({ span, ...(!isPlain && { normalForm }), statements, differing });
  }
  return notes;
}

/** Whether the print says the same already: "1,240", and "two", of which nobody needs to be told that it is 2. */
function isSaidSo(print: string, normalForm: string): boolean {
  return bare(normalForm) === bare(print) || (/^\p{L}+$/u.test(print) && /^\d{1,2}$/.test(normalForm));
}

/** What a figure is, without what its wording leaves open: behind a figure there is room for little. */
function withoutInterval(normalForm: string): string {
  const at = normalForm.indexOf(' (');
  return at < 0 ? normalForm : normalForm.slice(0, at);
}

/** The digits and letters alone, so that "1,240" is no other print of "1240". */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}.%$€£¥]/gu, '');
}
