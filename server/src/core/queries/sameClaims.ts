// Figures that may be the same claim as another in other words: "military spending" and "defense budget". Only a person can
// say that they are; which ones are worth asking about is decided here.

import type { Claim } from '../claims/claim.ts';
import { type ComparableValue, findComparableValue, valuesMeet } from '../claims/comparableValue.ts';
import type { AnalysedDocument } from '../document.ts';
import { sliceSpan } from '../text/span.ts';

export interface SameClaim {
  /** The wordings of the two measures, the one asked about first. */
  readonly measures: readonly [string, string];
  /** The other figure as it is printed. */
  readonly text: string;
  /** Title of the section that it stands in. */
  readonly section: string;
}

/** Two values of one quantity are seldom further apart than this share of the larger one. */
const mostApart = 0.25;

/** So many are offered. */
const mostOffered = 3;

/**
 * The figures of other places that measure the same kind of quantity in other words and whose values are near, the nearest
 * first; each wording once.
 */
export function findSameClaims(document: AnalysedDocument, claim: Claim): SameClaim[] {
  const value = findComparableValue(claim.figure);
  if (!value || claim.measure.text === '' || claim.figure.kind === 'date') return [];
  const byWording = new Map<string, { readonly other: Claim; readonly apart: number }>();
  for (const other of document.claims) {
    const { text } = other.measure;
    if (other.index === claim.index || text === '' || other.section === claim.section) continue;
    if (isSameWording(claim, other) || other.figure.kind === 'date') continue;
    const apart = distance(value, findComparableValue(other.figure));
    if (apart <= mostApart && apart < (byWording.get(text)?.apart ?? Number.POSITIVE_INFINITY))
      byWording.set(text, { other, apart });
  }
  return [...byWording.values()]
    .sort((a, b) => a.apart - b.apart || a.other.index - b.other.index)
    .slice(0, mostOffered)
    .map(({ other }) => ({
      measures: [claim.measure.text, other.measure.text],
      text: sliceSpan(document.source, document.spanOf(other)),
      section: document.sections[other.section]?.title ?? '',
    }));
}

function isSameWording({ measure: a }: Claim, { measure: b }: Claim): boolean {
  return a.head === b.head && a.words.join(' ') === b.words.join(' ');
}

/** 0 for values that can both be true, else how far they are apart as a share of the larger; infinite for other quantities. */
function distance(a: ComparableValue, b: ComparableValue | undefined): number {
  if (!b || a.key !== b.key) return Number.POSITIVE_INFINITY;
  if (valuesMeet(a, b)) return 0;
  const gap = Math.max(a.low, b.low) - Math.min(a.high, b.high);
  const largest = Math.max(...[a.low, a.high, b.low, b.high].map(Math.abs));
  return Number.isFinite(largest) && largest > 0 ? gap / largest : Number.POSITIVE_INFINITY;
}
