// The claims of a document as a ledger: every figure once, with all the places that state it, and whether they agree.
// What makes two claims one is judged by the claims layer; how sure that must be stands beside the statements of a figure.

import type { Claim, Stance } from '../claims/claim.ts';
import type { AnalysedDocument } from '../document.ts';
import { type Span, sliceSpan } from '../text/span.ts';
import { normalForm } from './figureCard.ts';
import { periodText } from './periodText.ts';
import { linkStatements } from './statements.ts';

export interface LedgerStatement {
  readonly span: Span;
  /** On one line, as the text prints it. */
  readonly text: string;
  readonly normalForm: string;
  /** Title of its section; empty before the first heading. */
  readonly section: string;
  /** Whether another statement of the entry contradicts it. */
  readonly differs: boolean;
  readonly stance: Stance;
}

export interface LedgerEntry {
  /** "active personnel"; empty where the text does not say. */
  readonly measure: string;
  /** Name of the actor that it is about. */
  readonly subject?: string;
  readonly kind: Claim['figure']['kind'];
  readonly unit?: string;
  /** EDTF. */
  readonly period?: string;
  /** The period in words. */
  readonly periodText?: string;
  readonly state: 'conflict' | 'agreeing' | 'single';
  /** In document order. */
  readonly statements: readonly LedgerStatement[];
}

/**
 * The entries of a document, in the order of their first statements. A year alone says when something else holds, and
 * a place in an order is seldom told twice: neither is an entry unless it is contradicted.
 */
export function claimLedgerOf(document: AnalysedDocument): LedgerEntry[] {
  const { claims } = document;
  const leaders = claims.map((_, index) => index);
  const leaderOf = (index: number): number => {
    let leader = index;
    while (leaders[leader] !== leader) {
      leaders[leader] = leaders[leaders[leader]!]!;
      leader = leaders[leader]!;
    }
    return leader;
  };
  const differing = new Set<number>();
  for (const { a, b, agrees } of linkStatements(document)) {
    leaders[Math.max(leaderOf(a), leaderOf(b))] = Math.min(leaderOf(a), leaderOf(b));
    if (!agrees) differing.add(a).add(b);
  }
  const groups = new Map<number, Claim[]>();
  for (const claim of claims) {
    const leader = leaderOf(claim.index);
    const group = groups.get(leader);
    if (group) group.push(claim);
    else groups.set(leader, [claim]);
  }
  const names = new Map(document.actors.map(({ id, name }) => [id, name]));
  return [...groups.values()]
    .filter((group) => isFigureOfItsOwn(group[0]!) || group.some(({ index }) => differing.has(index)))
    .map((group) => toEntry(document, group, names, differing));
}

function isFigureOfItsOwn({ figure, measure }: Claim): boolean {
  if (figure.kind === 'date') return measure.text !== '' && /^\d{4}-/.test(figure.period ?? '');
  return figure.kind !== 'ordinal';
}

function toEntry(
  document: AnalysedDocument,
  group: readonly Claim[],
  names: ReadonlyMap<string, string>,
  differing: ReadonlySet<number>,
): LedgerEntry {
  const first = group[0]!;
  const told = group.find(({ measure }) => measure.text !== '') ?? first;
  const subject = group.find((claim) => claim.subject !== undefined)?.subject;
  const period = group.find((claim) => claim.period !== undefined)?.period;
  const isConflict = group.some(({ index }) => differing.has(index));
  return {
    measure: told.measure.text,
    ...(subject !== undefined && { subject: names.get(subject) ?? subject }),
    kind: first.figure.kind,
    ...(first.figure.unit !== undefined && { unit: first.figure.unit }),
    ...(period !== undefined && { period, periodText: periodText(period) }),
    state: isConflict ? 'conflict' : group.length > 1 ? 'agreeing' : 'single',
    statements: group.map((claim) => {
      const span = document.spanOf(claim);
      return {
        span,
        text: sliceSpan(document.source, span).replace(/\s+/g, ' '),
        normalForm: normalForm(claim.figure),
        section: document.sections[claim.section]?.title ?? '',
        differs: differing.has(claim.index),
        stance: claim.stance,
      };
    }),
  };
}
