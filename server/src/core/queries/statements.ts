// Every other place that states a figure, whether its value agrees or not. What makes two claims one is judged by the
// claims layer; here stands how sure it must be before a place is shown.

import type { Claim } from '../claims/claim.ts';
import { findComparableValue, valuesMeet } from '../claims/comparableValue.ts';
import { type WeighedPairs, weighPairs } from '../claims/weighPairs.ts';
import type { AnalysedDocument } from '../document.ts';
import type { Figure } from '../figures/figure.ts';
import type { Span } from '../text/span.ts';

export interface Statement {
  readonly claim: Claim;
  readonly span: Span;
  /** Whether the two values can both be true. */
  readonly agrees: boolean;
}

/** Log-odds from which an equal value counts as another statement. */
const leastScore = -0.5;

/** How sure a disagreement must be; as sure as what the balanced check reports. */
const leastConfidence = 0.6;

/** The other statements of what the claim states, in document order. */
export function findStatements(document: AnalysedDocument, claim: Claim): Statement[] {
  const value = findComparableValue(claim.figure);
  if (!value) return [];
  const pairs = weighedPairsOf(document);
  const statements: Statement[] = [];
  for (const other of document.claims) {
    if (other.index === claim.index || pairs.valueAt(other.index)?.key !== value.key) continue;
    const otherValue = findComparableValue(other.figure);
    if (!otherValue) continue;
    const agrees = valuesMeet(value, otherValue);
    if (!statesTheSame(pairs, claim, other, agrees)) continue;
    statements.push({ claim: other, span: document.spanOf(other), agrees });
  }
  return statements;
}

/** Two claims, by their places in the document's list, that state one thing. */
export interface StatementLink {
  readonly a: number;
  readonly b: number;
  readonly agrees: boolean;
}

/**
 * All claims that state the same thing, two by two. Each is held against its likeliest partners only, so that this is
 * linear in the number of claims.
 */
export function linkStatements(document: AnalysedDocument): StatementLink[] {
  const pairs = weighedPairsOf(document);
  return document.claims.flatMap((claim) =>
    pairs.partnersOf(claim.index).flatMap(({ claim: index, meets }): StatementLink[] => {
      const other = document.claims[index]!;
      if (!statesTheSame(pairs, claim, other, meets)) return [];
      return [{ a: claim.index, b: index, agrees: meets }];
    }),
  );
}

function statesTheSame(pairs: WeighedPairs, a: Claim, b: Claim, agrees: boolean): boolean {
  if (agrees) return pairs.scoreOf(a.index, b.index) + weightOfEquality(a.figure, b.figure) >= leastScore;
  const pair = pairs.find(a.index, b.index);
  return pair !== undefined && pair.confidence >= leastConfidence;
}

/** Log-odds: two 1,240s are rarely so by chance, two 3s often. Years recur in every text and weigh nothing. */
function weightOfEquality(a: Figure, b: Figure): number {
  if (a.kind === 'date' || a.value === null || a.value !== b.value) return 0;
  return Math.min(2, Math.max(0, significantDigits(a.value) - 1));
}

/** Digits without the zeros at either end: 3 for 1,240, 1 for 0.05 and 3,000. */
function significantDigits(value: number): number {
  const [mantissa = ''] = Math.abs(value).toExponential().split('e');
  return mantissa.replace('.', '').length;
}

const weighed = new WeakMap<AnalysedDocument, WeighedPairs>();

/** Worked out once for a document, since an editor asks about many of its figures. */
function weighedPairsOf(document: AnalysedDocument): WeighedPairs {
  let pairs = weighed.get(document);
  if (!pairs) {
    pairs = weighPairs(document);
    weighed.set(document, pairs);
  }
  return pairs;
}
