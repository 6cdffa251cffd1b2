// The dated claims of a document on a line of time: what is said of which days.

import type { Claim } from '../claims/claim.ts';
import { hasMeasureBehind } from '../claims/measureBehind.ts';
import type { AnalysedDocument } from '../document.ts';
import { findDays } from '../figures/periods.ts';
import { type Span, sliceSpan } from '../text/span.ts';
import { periodText } from './periodText.ts';

export interface DatedClaim {
  /** "608 employees", "Elmford opened". */
  readonly text: string;
  /** Name of the actor that it is about. */
  readonly subject?: string;
  /** The period in words. */
  readonly period: string;
  /** First and last day, counted from 1 January 1970. */
  readonly first: number;
  readonly last: number;
  readonly span: Span;
}

/** The claims that hold at a time that is known, the earliest first. A period that is open on one side ends at its other. */
export function timelineOf(document: AnalysedDocument): DatedClaim[] {
  const names = new Map(document.actors.map(({ id, name }) => [id, name]));
  const dated: DatedClaim[] = [];
  for (const claim of document.claims) {
    const isDate = claim.figure.kind === 'date';
    const period = isDate ? claim.figure.period : claim.period;
    const days = period === undefined ? undefined : findDays(period);
    // A bare year without an event says only when the figures beside it hold.
    if (!period || !days || days.anyYear || (isDate && !/^\d{4}-/.test(period))) continue;
    const first = Number.isFinite(days.first) ? days.first : days.last;
    const last = Number.isFinite(days.last) ? days.last : days.first;
    if (!Number.isFinite(first)) continue;
    const span = document.spanOf(claim);
    const figure = sliceSpan(document.source, span).replace(/\s+/g, ' ');
    const subject = claim.subject === undefined ? undefined : (names.get(claim.subject) ?? claim.subject);
    dated.push({
      text: isDate ? claim.measure.text || figure : amountText(document, claim, figure),
      ...(subject !== undefined && { subject }),
      period: periodText(period),
      first,
      last,
      span,
    });
  }
  return dated.sort((a, b) => a.first - b.first || a.last - b.last || a.span.start - b.span.start);
}

/** "24 stations" as the text has it, or "punctuality: 93.5 %". */
function amountText(document: AnalysedDocument, claim: Claim, figure: string): string {
  const { text } = claim.measure;
  if (text === '') return figure;
  return hasMeasureBehind(document, claim) ? `${figure} ${text}` : `${text}: ${figure}`;
}
