// The best partners of every claim, equal values included, and which of them contradict it: a claim that has its true
// counterpart in the other's section is left alone there, so that "100 stores, 50 of them by May" is not held against
// "100 stores".

import { findCandidates } from './candidates.ts';
import type { Claim } from './claim.ts';
import { type ComparableValue, findComparableValue, valuesAgree, valuesMeet } from './comparableValue.ts';
import { compareClaims } from './compareClaims.ts';
import { profileClaims } from './profile.ts';
import type { Relations } from './relation.ts';
import { scoreComparison, type WeighedComparison } from './scoreComparison.ts';

export interface Partner {
  /** Index of the other claim. */
  readonly claim: number;
  readonly comparison: WeighedComparison;
  /** Whether both values can be true. */
  readonly meets: boolean;
  /** Whether both say the same value. */
  readonly agrees: boolean;
  /** Whether the two stand in different places. */
  readonly apart: boolean;
}

export interface Partners {
  /** By claim; undefined where a figure cannot be compared. */
  readonly values: readonly (ComparableValue | undefined)[];
  /** The best first. */
  of(claim: number): readonly Partner[];
  /** Those in another place that contradict it and that nothing there explains, the best first. */
  against(claim: number): readonly Partner[];
  /** The best partner that says the same value. */
  agreeing(claim: number): Partner | undefined;
  compare(a: number, b: number): WeighedComparison;
}

/** An agreeing partner explains a claim when it is at most so much worse than the contradicting one. */
const EXPLAINED = 0.8;
/** Dates are told again and again, and more or less exactly. */
const DATE_EXPLAINED = 2.5;

/** Finds the partners of all claims of a document. Linear in their number: every claim is compared with a few others. */
export function findPartners(claims: readonly Claim[], relations: Relations): Partners {
  const values = claims.map(({ figure }) => (figure.kind === 'ordinal' ? undefined : findComparableValue(figure)));
  const profiles = profileClaims(claims);
  const compared = new Map<number, WeighedComparison>();
  const compare = (a: number, b: number): WeighedComparison => {
    const first = Math.min(a, b);
    const second = Math.max(a, b);
    const key = first * claims.length + second;
    const known = compared.get(key);
    if (known) return known;
    const powers = powersApart(claims[first]!, claims[second]!);
    const comparison = scoreComparison(compareClaims(claims[first]!, claims[second]!, profiles), powers);
    compared.set(key, comparison);
    return comparison;
  };
  const candidates = findCandidates(claims, values, profiles, (a, b) => inOneSentence(claims[a]!, claims[b]!));
  const partners = candidates.map((list, own) =>
    list
      .map(({ claim }): Partner => {
        const [value, other] = [values[own]!, values[claim]!];
        return {
          claim,
          comparison: compare(own, claim),
          meets: valuesMeet(value, other),
          agrees: valuesAgree(value, other),
          apart: relations.areApart(claims[own]!, claims[claim]!),
        };
      })
      .sort((x, y) => y.comparison.score - x.comparison.score || x.claim - y.claim),
  );
  const isExplained = (own: number, other: number, score: number): boolean => {
    const slack = values[own]!.key === 'date' ? DATE_EXPLAINED : EXPLAINED;
    const { section } = claims[other]!;
    const counterpart = partners[own]!.find(({ agrees, claim }) => agrees && claims[claim]!.section === section);
    return counterpart !== undefined && counterpart.comparison.score >= score - slack;
  };
  const against = partners.map((list, own) =>
    list.filter(
      ({ claim, apart, meets, comparison: { score } }) =>
        apart && !meets && !isExplained(own, claim, score) && !isExplained(claim, own, score),
    ),
  );
  return {
    values,
    of: (claim) => partners[claim]!,
    against: (claim) => against[claim]!,
    agreeing: (claim) => partners[claim]!.find(({ agrees }) => agrees),
    compare,
  };
}

/** Whether two claims stand in one sentence. */
export function inOneSentence(a: Claim, b: Claim): boolean {
  const x = a.evidence;
  const y = b.evidence;
  return x.words === y.words && x.words.sentences[x.token] === y.words.sentences[y.token];
}

/** How many powers of ten lie between the two values; none where they differ by exactly a power of 1,000. */
function powersApart(a: Claim, b: Claim): number {
  const x = a.figure.value;
  const y = b.figure.value;
  if (x === null || y === null || x === y) return 0;
  if (x === 0 || y === 0) return 1.5;
  const powers = Math.abs(Math.log10(Math.abs(x / y)));
  return Math.abs(powers / 3 - Math.round(powers / 3)) < 1e-9 ? 0 : powers;
}
