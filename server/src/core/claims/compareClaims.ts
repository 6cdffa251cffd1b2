// Compares two claims and says what speaks for and against their being one: shared words, the measure, the frame beside
// the number, the other figures of their sentences, names, periods, roles, and words that exclude each other.

import { goOppositeWays } from '../figures/compareFigures.ts';
import { periodsFollow, periodsMeet } from '../figures/periods.ts';
import type { Claim, Measure } from './claim.ts';
import { type ClaimView, type NearWord, viewOf } from './claimView.ts';
import { findSubstituted, frameLength, type Substituted } from './compareWording.ts';
import type { IndexedClaim } from './indexedClaim.ts';
import { isOnlyMeasured } from './lexicon.ts';
import { tellOfOthers } from './otherThings.ts';
import { tellOfOtherTimes } from './otherTimes.ts';
import { scoreLikeness, scoreShared } from './scoreComparison.ts';
import { sharedWords, weighShared } from './sharedWords.ts';
import type { Token } from './tokens.ts';

/** How like two claims are but for the words that they share. */
export interface Likeness {
  /** 1: one head noun, 0.5: the head of one is a word of the other, 0: unknown, −1: neither knows the other's. */
  readonly head: number;
  /** They measure the same in the same words, at least two of them: "active members" and the row "Active members". */
  readonly sameMeasure: boolean;
  /** One noun, of which each says more, and nothing that the other says: "top mooring fee" and "late entry fee". */
  readonly otherMeasure: boolean;
  /** Length of the identical wording directly before and after the figures. */
  readonly frame: number;
  /** How many words within reach exclude each other: "male" against "female". */
  readonly contrasts: number;
  /** 1: one label, −1: each has a word in its label that the other lacks, 0 otherwise. */
  readonly label: number;
  /** `same`, `different` actors that the two are about, each named in its own sentence, or `unknown`. */
  readonly subject: 'same' | 'different' | 'unknown';
  /** Of two ages, 1: of one person, −1: of two, 0: who knows. */
  readonly bearer: number;
  /** How differently the nearest shared noun is narrowed: 0 alike, 0.5 on one side only, 1 on both. */
  readonly modifier: number;
  /** How many names only one of them has within reach, and both. */
  readonly namesA: number;
  readonly namesB: number;
  readonly sharedNames: number;
  /** `same`, `disjoint`, or `open` where one of them gives none. */
  readonly period: 'same' | 'disjoint' | 'open' | 'none';
  /** Whether one rises and the other falls. */
  readonly otherDirection: boolean;
  /** 1: per different things, 0.5: only one of them is a rate (“£5 a week”). */
  readonly otherRate: number;
  readonly sameRole: boolean;
  readonly sameEnd: boolean;
  /** How many powers of ten lie between the two values; none where they differ by exactly a power of 1,000. */
  readonly apart: number;
}

/** All that the comparison of two claims shows. */
export interface Comparison {
  readonly likeness: Likeness;
  /** Log-odds that the two are one claim, before it is asked who else could be meant. */
  readonly score: number;
  /** Words in the place of others, in wording that is otherwise the same: "the budget of the town is" and "the budget of the state is". */
  readonly substituted: Substituted;
  /** How many words narrow only one of them to a part: "the lowest decile". */
  readonly narrowed: number;
  /** Both, or neither, come on top of another figure, count a part of a whole, are told of an earlier time. */
  readonly sameBase: boolean;
  /** One of them tells of another thing than the other: "the other plant" and "the plant". */
  readonly otherThing: boolean;
  /** They are told of two times, by words alone: what is so now, and what is yet to come. */
  readonly otherTime: boolean;
  /** The shared words, weightiest first. */
  readonly shared: readonly string[];
}

/** Compares two claims of one index, the earlier first. */
export function compareClaims(one: IndexedClaim, other: IndexedClaim): Comparison {
  const [a, b] = [one.claim.evidence, other.claim.evidence];
  const [left, right] = [viewOf(one), viewOf(other)];
  const likeness = compareLikeness(one, other);
  return {
    likeness,
    score: scoreTogether(one, other, scoreLikeness(likeness)),
    substituted: findSubstituted(a, b),
    narrowed: countNarrowing(left, right) + countNarrowing(right, left),
    sameBase: a.additional === b.additional && a.isPart === b.isPart && a.isEarlier === b.isEarlier,
    otherThing: tellOfOthers(a, b),
    otherTime: tellOfOtherTimes(one.claim, other.claim),
    shared: sharedWords(one, other),
  };
}

/** Log-odds that two claims are one, the earlier first; `likeness` is what all but the shared words adds. */
export function scoreTogether(one: IndexedClaim, other: IndexedClaim, likeness: number): number {
  return scoreShared(weighShared(one, other)) + likeness;
}

/** What all but the words that two claims share, the earlier first, adds to that. */
export function likenessOf(one: IndexedClaim, other: IndexedClaim): number {
  return scoreLikeness(compareLikeness(one, other));
}

/** How like two claims are, the earlier first, however rare the words are that they share. */
function compareLikeness(one: IndexedClaim, other: IndexedClaim): Likeness {
  const [a, b] = [one.claim, other.claim];
  const [left, right] = [viewOf(one), viewOf(other)];
  const names = countNames(left, right);
  return {
    head: compareHeads(a, b, left.near, right.near),
    sameMeasure: left.measure !== '' && a.measure.head === b.measure.head && left.measure === right.measure,
    otherMeasure: haveOtherModifiers(a.measure, b.measure) || haveOtherPredicates(a, b),
    frame: frameLength(a.evidence, b.evidence),
    contrasts: countContrasts(left, right),
    label: compareLabels(a, b),
    subject: compareSubjects(a, b),
    bearer: compareBearers(a.evidence.bearer, b.evidence.bearer),
    modifier: compareModifiers(a, b, left.near, right.near),
    namesA: names.own,
    namesB: countNames(right, left).own,
    sharedNames: names.shared,
    period: comparePeriods(a, b),
    otherDirection: haveOtherDirections(a, b),
    otherRate: compareRates(a, b),
    sameRole: a.role === b.role,
    sameEnd: (a.evidence.end === 'from') === (b.evidence.end === 'from'),
    apart: powersApart(a, b),
  };
}

function compareHeads(a: Claim, b: Claim, nearA: readonly NearWord[], nearB: readonly NearWord[]): number {
  const left = a.measure.head;
  const right = b.measure.head;
  if (!left || !right) return 0;
  if (haveOtherPredicates(a, b)) return left === right ? 0 : -1;
  if (left === right) return isOnlyMeasured(a.measure.text) && isOnlyMeasured(b.measure.text) ? 0 : 1;
  const one = hasConcept(nearB, left);
  const other = hasConcept(nearA, right);
  return one && other ? 0.75 : one || other ? 0.4 : -1;
}

function hasConcept(near: readonly NearWord[], concept: string): boolean {
  for (const { token } of near) if (token.concept === concept) return true;
  return false;
}

/** Whether two shares say that different things are done by those they are shares of. */
function haveOtherPredicates(
  { evidence: { predicate: one } }: Claim,
  { evidence: { predicate: other } }: Claim,
): boolean {
  return one !== undefined && other !== undefined && !one.some((word) => other.includes(word));
}

function haveOtherModifiers({ head, words }: Measure, other: Measure): boolean {
  if (head !== other.head || words.length === 0 || other.words.length === 0) return false;
  return !words.some((word) => other.words.includes(word));
}

/** How many names stand near one claim that the other knows, and how many that it does not, in each spelling. */
function countNames({ names }: ClaimView, { concepts }: ClaimView): { readonly shared: number; readonly own: number } {
  let shared = 0;
  let own = 0;
  for (const { concept, spellings } of names) {
    if (concepts.has(concept)) shared++;
    else own += spellings;
  }
  return { shared, own };
}

function countNarrowing({ narrowing }: ClaimView, { concepts }: ClaimView): number {
  let count = 0;
  for (const stem of narrowing) if (!concepts.has(stem)) count++;
  return count;
}

/** How many of the words nearest to each figure, out of sets of which a claim can only have one, are others. */
function countContrasts({ nearest: left }: ClaimView, { nearest: right }: ClaimView): number {
  if (left.size === 0 || right.size === 0) return 0;
  let count = 0;
  for (const [set, { stem }] of left) {
    const other = right.get(set);
    if (other && other.stem !== stem) count++;
  }
  return count;
}

function compareSubjects(a: Claim, b: Claim): Likeness['subject'] {
  if (!a.subject || !b.subject || a.subjectFrom !== 'text' || b.subjectFrom !== 'text') return 'unknown';
  return a.subject === b.subject ? 'same' : 'different';
}

function haveOtherDirections(
  { evidence: { direction: one }, figure: a }: Claim,
  { evidence: { direction: other }, figure: b }: Claim,
): boolean {
  if (one === undefined || other === undefined || one === other) return false;
  // "Rose 8 %" and "fell 8 %" are told of the same, and one of them is a slip.
  return !goOppositeWays(a, b) || a.value !== b.value;
}

function compareRates(a: Claim, b: Claim): number {
  if (a.evidence.isStep !== b.evidence.isStep) return 1;
  if (a.figure.per === b.figure.per) return 0;
  if (a.figure.per && b.figure.per) return 1;
  // "$14 million over ten years", "$1.4 million a year"
  if (a.evidence.several !== b.evidence.several) return 1;
  return measuresPer(a, b) || measuresPer(b, a) ? 0 : 0.5;
}

/** Whether a claim's measure says per what it is, as the other's figure does: "earnings per share of $2" and "$2 per share". */
function measuresPer({ measure, figure }: Claim, { figure: { per } }: Claim): boolean {
  if (figure.per !== undefined || per === undefined) return false;
  const at = measure.text.lastIndexOf(' per ');
  return at >= 0 && measure.text.endsWith(` ${per}`);
}

function compareBearers(left: string | undefined, right: string | undefined): number {
  if (left === undefined || right === undefined) return 0;
  return left === right ? 1 : -1;
}

function compareLabels(a: Claim, b: Claim): number {
  const left = a.evidence.label;
  const right = b.evidence.label;
  if (!left || !right) return 0;
  const missing = (from: readonly string[], to: readonly string[]) => from.some((word) => !to.includes(word));
  const one = missing(left, right);
  const other = missing(right, left);
  return one && other ? -1 : one || other ? 0 : 1;
}

/** So many of the nearest words are held against each other, and so many that both share are looked at. */
const NEAREST = 6;
const LOOKED_AT = 2;

/**
 * Whether the nearest noun that both share is narrowed differently: "child poverty" and "deep poverty" are 1, "child
 * poverty" and "poverty" 0.5.
 */
function compareModifiers(a: Claim, b: Claim, nearA: readonly NearWord[], nearB: readonly NearWord[]): number {
  const [left, right] = [a.evidence.words.tokens, b.evidence.words.tokens];
  let most = 0;
  let looked = 0;
  for (let x = 0; x < nearA.length && x < NEAREST && looked < LOOKED_AT; x++) {
    const { token, at } = nearA[x]!;
    for (let y = 0; y < nearB.length && y < NEAREST; y++) {
      if (nearB[y]!.token.concept !== token.concept) continue;
      looked++;
      most = Math.max(most, compareChains(left, at, right, nearB[y]!.at));
      break;
    }
  }
  return most;
}

/** Compares the words directly before the nouns at `i` and `j`, as far as they run. */
function compareChains(left: readonly Token[], i: number, right: readonly Token[], j: number): number {
  if (i < 0 || j < 0) return 0;
  for (let x = i - 1, y = j - 1; ; x--, y--) {
    const one = left[x]?.kind === 'content' ? left[x] : undefined;
    const two = right[y]?.kind === 'content' ? right[y] : undefined;
    if (!one && !two) return 0;
    if (!one || !two) return 0.5;
    if (one.concept !== two.concept) return 1;
  }
}

function comparePeriods(a: Claim, b: Claim): Likeness['period'] {
  if (a.period !== undefined && a.period === b.period) return 'same';
  if (
    a.evidence.several !== b.evidence.several &&
    (a.period || a.evidence.several) &&
    (b.period || b.evidence.several)
  ) {
    return 'disjoint';
  }
  if (isBefore(a, b) || isBefore(b, a)) return 'disjoint';
  if (!a.period && !b.period) return 'none';
  if (!a.period || !b.period) return 'open';
  if (periodsFollow(a.period, b.period)) return 'disjoint';
  if (periodsMeet(a.period, b.period)) return 'same';
  return a.evidence.dates?.includes(b.period) || b.evidence.dates?.includes(a.period) ? 'open' : 'disjoint';
}

/** Whether one is of the time of what the other came from, or of a year before that. */
function isBefore({ period }: Claim, { period: own, evidence: { after } }: Claim): boolean {
  if (period === undefined || own !== undefined || after === undefined) return false;
  return period === after || (YEAR.test(period) && YEAR.test(after) && period < after);
}

const YEAR = /^\d{4}$/;

function powersApart(a: Claim, b: Claim): number {
  const x = a.figure.value;
  const y = b.figure.value;
  if (x === null || y === null || x === y) return 0;
  if (x === 0 || y === 0) return 1.5;
  const powers = Math.abs(Math.log10(Math.abs(x / y)));
  return Math.abs(powers / 3 - Math.round(powers / 3)) < 1e-9 ? 0 : powers;
}
