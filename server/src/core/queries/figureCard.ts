// What there is to know about one figure: what it measures, of whom, when, in its normal form, and who else says so.

import type { Claim, Stance } from '../claims/claim.ts';
import type { AnalysedDocument } from '../document.ts';
import type { Figure } from '../figures/figure.ts';
import { formatNormal } from '../figures/formatFigure.ts';
import { sliceSpan } from '../text/span.ts';
import { periodText } from './periodText.ts';
import type { Site } from './site.ts';
import { findStatements } from './statements.ts';

export interface FigureCard {
  readonly kind: 'figure';
  /** As the text prints it. */
  readonly text: string;
  readonly normalForm: string;
  /** "active personnel"; empty where the text does not say. */
  readonly measure: string;
  /** Name of the actor that it is about. */
  readonly subject?: string;
  /** In words: "February 2024". */
  readonly period?: string;
  readonly scope: readonly string[];
  readonly stance: Stance;
  /** Whom the text attributes it to. */
  readonly source?: string;
  readonly statements: readonly StatementLine[];
}

export interface StatementLine {
  readonly site: Site;
  readonly text: string;
  /** Title of the section that it stands in; empty before the first heading. */
  readonly section: string;
  readonly agrees: boolean;
}

/** The card of a figure in the document of that key; statements that disagree first, then in document order. */
export function figureCardOf(document: AnalysedDocument, key: string, claim: Claim): FigureCard {
  const statements = findStatements(document, claim).map(({ claim: other, span, agrees }) => ({
    site: { document: key, span },
    text: sliceSpan(document.source, span),
    section: document.sections[other.section]?.title ?? '',
    agrees,
  }));
  return {
    kind: 'figure',
    text: sliceSpan(document.source, document.spanOf(claim)),
    normalForm: normalForm(claim.figure),
    measure: claim.measure.text,
    subject: nameOf(document, claim.subject),
    period: claim.period === undefined ? undefined : periodText(claim.period),
    scope: claim.scope,
    stance: claim.stance,
    source: claim.source,
    statements: [...statements.filter(({ agrees }) => !agrees), ...statements.filter(({ agrees }) => agrees)],
  };
}

/** Without the interval where that would only say that a whole number was counted: "38", not "38 (37.5–38.5)". */
export function normalForm(figure: Figure): string {
  if (figure.kind === 'date') return periodText(figure.period ?? '');
  const counted = !figure.approximate && !figure.bound && !figure.ends && figure.step <= 1;
  const exact = counted && figure.value !== null && Number.isInteger(figure.value);
  return formatNormal(exact ? { ...figure, low: figure.value, high: figure.value } : figure);
}

/** The name of an actor by its id; what is no id is a name already. */
function nameOf(document: AnalysedDocument, idOrName: string | undefined): string | undefined {
  return document.actors.find(({ id }) => id === idOrName)?.name ?? idOrName;
}
