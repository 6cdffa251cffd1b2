// The best partners of every claim, equal values included, and which of them contradict it: a claim that has its true
// counterpart in the other's section is left alone there, so that "100 stores, 50 of them by May" is not held against
// "100 stores".

import type { Steps } from '../text/steps.ts';
import { PARTNERS } from './candidates.ts';
import type { Claim } from './claim.ts';
import { AT_ONCE, type ClaimIndex, type IndexedClaim } from './claimIndex.ts';
import { type ComparableValue, valuesAgree, valuesMeet } from './comparableValue.ts';
import { compareAgain, compareClaims } from './compareClaims.ts';
import type { Relations } from './relation.ts';
import { scoreComparison, type WeighedComparison } from './scoreComparison.ts';
import { addTheSame, type SectionTallies, tallyPartOf } from './sectionTallies.ts';

export interface Partner {
  readonly other: IndexedClaim;
  /** Index of the other claim. */
  readonly claim: number;
  readonly comparison: WeighedComparison;
  /** Whether both values can be true. */
  readonly meets: boolean;
  /** Whether both say the same value. */
  readonly agrees: boolean;
}

/** A partner of which it is kept whether it contradicts the claim. */
export interface SettledPartner extends Partner {
  isAgainst: boolean;
}

/** The partners of a claim that has none. */
export const NO_PARTNERS: PartnerList = { all: [], agreeing: [] };

/** The partners of a claim, the best first, and those of them that say the same value. */
export interface PartnerList {
  readonly all: readonly SettledPartner[];
  readonly agreeing: readonly Partner[];
}

export interface Partners {
  /** In document order. */
  readonly indexed: readonly IndexedClaim[];
  /** Undefined where a figure cannot be compared. */
  valueAt(claim: number): ComparableValue | undefined;
  /** The best first. */
  of(claim: number): readonly Partner[];
  /** Those in another place that contradict it and that nothing there explains, the best first. */
  against(claim: number): readonly Partner[];
  /** The best partner that says the same value. */
  agreeing(claim: number): Partner | undefined;
  compare(a: number, b: number): WeighedComparison;
  readonly tallies: SectionTallies;
  /** How often a claim's value is stated in another sentence, of whatever it may be. */
  frequencyOf(claim: number): number;
}

/** An agreeing partner explains a claim when it is at most so much worse than the contradicting one. */
const EXPLAINED = 0.8;
/** Dates are told again and again, and more or less exactly. */
const DATE_EXPLAINED = 2.5;

/**
 * Finds the partners of all claims of a document, which `index` is turned to. Linear in their number: every claim is
 * compared with a few others, and none again that was compared before.
 */
export function* findPartners(claims: readonly Claim[], relations: Relations, index: ClaimIndex): Steps<Partners> {
  const isElsewhere = yield* index.update(claims, relations);
  const { indexed, round, tallies } = index;
  const stale = [...index.stale].filter(({ isGone }) => !isGone);
  index.stale.clear();
  for (const [count, own] of stale.entries()) {
    if (count % AT_ONCE === 0) yield;
    if (comparePartners(own)) own.placed = round;
    own.compared = round;
    index.stir(own);
  }
  for (const own of stale) {
    if (own.former) own.former.successor = undefined;
    own.former = undefined;
  }
  const settled = new Set(stale);
  /** Those of which another claim than before is the one that contradicts them most. */
  const turned = new Set<IndexedClaim>();
  const gather = (own: IndexedClaim): void => {
    const worst = own.against[0]?.other;
    if (!gatherAgainst(own)) return;
    if (own.against[0]?.other !== worst) turned.add(own);
    settled.add(own);
    index.stir(own);
  };
  for (const [count, own] of (isElsewhere ? indexed : stale).entries()) {
    if (count % AT_ONCE === 0) yield;
    for (const partner of own.partners.all) settleOne(own, partner, relations);
    gather(own);
  }
  if (isElsewhere) {
    tallies.clear();
    for (const own of indexed) own.part = undefined;
  } else {
    // Of what the holders of a claim are held against, only this one may have become another matter.
    for (const [count, own] of stale.entries()) {
      if (count % AT_ONCE === 0) yield;
      if (own.placed !== round) continue;
      for (const holder of own.holders) {
        if (holder.compared === round) continue;
        const partner = holder.partners.all.find(({ other }) => other === own);
        if (partner && settleOne(holder, partner, relations)) gather(holder);
      }
    }
  }
  const affected = new Set(settled);
  for (const own of settled) {
    if (own.placed !== round && !turned.has(own)) continue;
    for (const holder of own.holders) affected.add(holder);
  }
  let tallied = 0;
  for (const own of isElsewhere ? indexed : affected) {
    if (++tallied % AT_ONCE === 0) yield;
    const part = tallyPartOf(own, relations);
    if (own.part && addTheSame(own.part, part)) continue;
    if (own.part) tallies.add(own.part, -1);
    own.part = part;
    tallies.add(part, 1);
  }
  return {
    indexed,
    valueAt: (claim) => indexed[claim]?.value,
    of: (claim) => indexed[claim]!.partners.all,
    against: (claim) => indexed[claim]!.against,
    agreeing: (claim) => indexed[claim]!.partners.agreeing[0],
    compare: (a, b) => recallComparison(indexed[Math.min(a, b)]!, indexed[Math.max(a, b)]!),
    tallies,
    frequencyOf: (claim) => index.values.frequencyOf(indexed[claim]!),
  };
}

/** Compares a claim with its candidates, as far as it was not; answers whether other ones agree with it than did. */
function comparePartners(own: IndexedClaim): boolean {
  const known = own.partners.all;
  const earlier = own.former ? own.former.partners.all : known;
  for (const partner of earlier) partner.other.was = partner;
  for (const partner of known) partner.other.is = partner;
  const all: SettledPartner[] = [];
  for (let at = 0; at < own.candidates.length && at < PARTNERS; at++) {
    const other = own.candidates[at]!.claim;
    const partner = other.is ?? makePartner(own, other, other.was ?? other.former?.was);
    if (other.is === undefined) other.holders.add(own);
    other.is = undefined;
    // Most stand in their order already.
    let place = all.length;
    for (; place > 0 && comesBefore(partner, all[place - 1]!); place--) all[place] = all[place - 1]!;
    all[place] = partner;
  }
  for (const partner of known) {
    if (partner.other.is !== undefined) partner.other.holders.delete(own);
    partner.other.is = undefined;
  }
  for (const partner of earlier) partner.other.was = undefined;
  const before = own.partners.agreeing;
  const agreeing = all.filter(({ agrees }) => agrees);
  own.partners = { all, agreeing };
  return agreeing.length !== before.length || agreeing.some((partner, at) => partner !== before[at]);
}

/** Whether one partner is the better; of equals the earlier. */
function comesBefore(one: Partner, other: Partner): boolean {
  const by = one.comparison.score - other.comparison.score;
  return by > 0 || (by === 0 && one.claim < other.claim);
}

/** Compares a claim with another; `was` is what they were to each other before some words became rarer or more common. */
function makePartner(own: IndexedClaim, other: IndexedClaim, was: Partner | undefined): SettledPartner {
  const [first, second] = own.index < other.index ? [own, other] : [other, own];
  const comparison = comparisonAmong(other, own) ?? compareIndexed(first, second, was?.comparison);
  if (was) return new IndexedPartner(other, comparison, was.meets, was.agrees);
  const [a, b] = [own.value!, other.value!];
  return new IndexedPartner(other, comparison, valuesMeet(a, b), valuesAgree(a, b));
}

class IndexedPartner implements SettledPartner {
  readonly other: IndexedClaim;
  readonly comparison: WeighedComparison;
  readonly meets: boolean;
  readonly agrees: boolean;
  /** Whether it contradicts the claim whose partner it is. */
  isAgainst = false;

  constructor(other: IndexedClaim, comparison: WeighedComparison, meets: boolean, agrees: boolean) {
    this.other = other;
    this.comparison = comparison;
    this.meets = meets;
    this.agrees = agrees;
  }

  get claim(): number {
    return this.other.index;
  }
}

/**
 * Settles whether one of its partners contradicts a claim: it stands in another place, and nothing explains either of the two. Answers
 * whether that is another answer than before.
 */
function settleOne(own: IndexedClaim, partner: SettledPartner, relations: Relations): boolean {
  const { other, comparison } = partner;
  const isAgainst =
    !partner.meets &&
    relations.areApart(own.claim, other.claim) &&
    !isExplained(own, other, comparison.score) &&
    !isExplained(other, own, comparison.score);
  if (isAgainst === partner.isAgainst) return false;
  partner.isAgainst = isAgainst;
  return true;
}

/** Gathers the partners that contradict a claim; answers whether they are others than before. */
function gatherAgainst(own: IndexedClaim): boolean {
  const before = own.against;
  let count = 0;
  let isSame = true;
  for (const partner of own.partners.all) if (partner.isAgainst && partner !== before[count++]) isSame = false;
  if (isSame && count === before.length) return false;
  own.against = own.partners.all.filter(({ isAgainst }) => isAgainst);
  return true;
}

/** Whether a claim has its true counterpart where the other one stands. */
function isExplained(own: IndexedClaim, other: IndexedClaim, score: number): boolean {
  const slack = own.value!.key === 'date' ? DATE_EXPLAINED : EXPLAINED;
  const { section } = other.claim;
  for (const { other: counterpart, comparison } of own.partners.agreeing) {
    if (counterpart.claim.section === section) return comparison.score >= score - slack;
  }
  return false;
}

/** The comparison of a claim with another that is among its partners. */
function comparisonAmong({ partners }: IndexedClaim, wanted: IndexedClaim): WeighedComparison | undefined {
  for (const { other, comparison } of partners.all) if (other === wanted) return comparison;
  return undefined;
}

/** The comparisons of claims that are not partners, by the earlier and the later of them. */
const comparisons = new WeakMap<IndexedClaim, WeakMap<IndexedClaim, WeighedComparison>>();

/** The comparison of two claims, the earlier first, which may be among those that were made before. */
function recallComparison(a: IndexedClaim, b: IndexedClaim): WeighedComparison {
  const ofPartners = comparisonAmong(a, b) ?? comparisonAmong(b, a);
  if (ofPartners) return ofPartners;
  let known = comparisons.get(a);
  if (!known) {
    known = new WeakMap();
    comparisons.set(a, known);
  }
  const comparison = known.get(b) ?? compareIndexed(a, b);
  known.set(b, comparison);
  return comparison;
}

/** Compares two claims, the earlier first; `was` is how they compared before some words became rarer or more common. */
function compareIndexed(a: IndexedClaim, b: IndexedClaim, was?: WeighedComparison): WeighedComparison {
  const comparison = was ? compareAgain(was, a, b) : compareClaims(a, b);
  return scoreComparison(comparison, powersApart(a.claim, b.claim));
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
