// The best partners of every claim, equal values included, and which of them contradict it: a claim that has its true
// counterpart in the other's section is left alone there, so that "100 stores, 50 of them by May" is not held against
// "100 stores".

import type { Steps } from '../text/steps.ts';
import { PARTNERS } from './candidates.ts';
import type { Claim } from './claim.ts';
import { AT_ONCE, type ClaimIndex } from './claimIndex.ts';
import type { ClaimSlots } from './claimSlots.ts';
import { type ComparableValue, valuesAgree, valuesMeet } from './comparableValue.ts';
import { type Comparison, compareClaims, likenessOf, scoreTogether } from './compareClaims.ts';
import { isHeard } from './heardChanges.ts';
import type { IndexedClaim } from './indexedClaim.ts';
import { HeldPartner, type Likened, NO_PARTNERS, type Partner } from './partner.ts';
import type { Relations } from './relation.ts';
import { addTheSame, type SectionTallies, tallyPartOf } from './sectionTallies.ts';

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
  /** How like two claims are by their own words, whatever their values: log-odds that they are one. */
  scoreOf(a: number, b: number): number;
  /** The same with all that it comes from. */
  compare(a: number, b: number): Comparison;
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
  const hear = (own: IndexedClaim, before: readonly Partner[], after: readonly Partner[]): void => {
    if (own.stirred !== round && isHeard(own, before, after)) index.note(own);
  };
  const stale = [...index.stale].filter(({ isGone }) => !isGone);
  index.stale.clear();
  for (const [count, own] of stale.entries()) {
    if (count % AT_ONCE === 0) yield;
    const { all } = own.partners;
    if (comparePartners(own, index.slots)) own.placed = round;
    own.compared = round;
    hear(own, all, own.partners.all);
  }
  for (const own of stale) {
    if (own.former) own.former.successor = undefined;
    own.former = undefined;
    own.likened = NO_PARTNERS.all;
  }
  const settled = new Set(stale);
  /** Those of which another claim than before is the one that contradicts them most. */
  const turned = new Set<IndexedClaim>();
  const gather = (own: IndexedClaim): void => {
    const { against } = own;
    if (!gatherAgainst(own)) return;
    if (own.against[0]?.other !== against[0]?.other) turned.add(own);
    settled.add(own);
    hear(own, against, own.against);
  };
  for (const [count, own] of (isElsewhere ? indexed : stale).entries()) {
    if (count % AT_ONCE === 0) yield;
    for (const partner of own.partners.all) settleOne(partner, relations);
    gather(own);
  }
  if (isElsewhere) {
    tallies.clear();
    for (const own of indexed) own.part = undefined;
  } else {
    // Of what those that hold a claim are held against, only this one may have become another matter.
    for (const [count, own] of stale.entries()) {
      if (count % AT_ONCE === 0) yield;
      if (own.placed !== round) continue;
      for (const partner of own.heldBy)
        if (partner.owner.compared !== round && settleOne(partner, relations)) gather(partner.owner);
    }
  }
  let tallied = 0;
  for (const own of isElsewhere ? indexed : withThoseConcerned(settled, turned, round)) {
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
    scoreOf: (a, b) => recallScore(indexed[Math.min(a, b)]!, indexed[Math.max(a, b)]!),
    compare: (a, b) => compareClaims(indexed[Math.min(a, b)]!, indexed[Math.max(a, b)]!),
    tallies,
    frequencyOf: (claim) => index.values.frequencyOf(indexed[claim]!),
  };
}

/** Claims that were settled anew, and those whose tallies that may change. */
function withThoseConcerned(
  settled: Iterable<IndexedClaim>,
  turned: ReadonlySet<IndexedClaim>,
  round: number,
): Iterable<IndexedClaim> {
  const concerned = new Set(settled);
  for (const own of settled) {
    if (own.placed !== round && !turned.has(own)) continue;
    for (const { owner } of own.heldBy) concerned.add(owner);
  }
  return concerned;
}

/** Compares a claim with its candidates, as far as it was not; answers whether other ones agree with it than did. */
function comparePartners(own: IndexedClaim, slots: ClaimSlots): boolean {
  const known = own.partners.all;
  const earlier = own.likened.length > 0 ? own.likened : known;
  for (const one of earlier) if (one.view) one.view.was = one;
  for (const partner of known) partner.other.is = partner;
  for (const partner of own.heldBy) partner.owner.holds = partner;
  const all: HeldPartner[] = [];
  const { slots: candidates } = own.candidates;
  for (let at = 0; at < candidates.length && at < PARTNERS; at++) {
    const other = slots.at(candidates[at]!);
    const { is } = other;
    const partner = is ?? makePartner(own, other);
    if (is) other.is = undefined;
    else partner.hold();
    // Most stand in their order already.
    let place = all.length;
    for (; place > 0 && comesBefore(partner, all[place - 1]!); place--) all[place] = all[place - 1]!;
    all[place] = partner;
  }
  for (const partner of known) {
    if (partner.other.is) partner.letGo();
    partner.other.is = undefined;
  }
  for (const { view } of earlier) if (view) view.was = undefined;
  for (const partner of own.heldBy) partner.owner.holds = undefined;
  const before = own.partners.agreeing;
  const agreeing = all.filter(({ agrees }) => agrees);
  own.partners = { all, agreeing };
  return agreeing.length !== before.length || agreeing.some((partner, at) => partner !== before[at]);
}

/** Whether one partner is the better; of equals the earlier. */
function comesBefore(one: Partner, other: Partner): boolean {
  const by = one.score - other.score;
  return by > 0 || (by === 0 && one.claim < other.claim);
}

/** Compares a claim with another, as far as it is not known what the two are, or were, to each other. */
function makePartner(own: IndexedClaim, other: IndexedClaim): HeldPartner {
  const { holds } = other;
  if (holds) return new HeldPartner(own, other, holds.likeness, holds.score, holds.meets, holds.agrees);
  const isFirst = own.index < other.index;
  const [first, second] = isFirst ? [own, other] : [other, own];
  const known = other.view?.was;
  const was = known?.isFirst === isFirst ? known : likenedAmong(other, own, !isFirst);
  const likeness = was ? was.likeness : likenessOf(first, second);
  const score = scoreTogether(first, second, likeness);
  if (was) return new HeldPartner(own, other, likeness, score, was.meets, was.agrees);
  const [a, b] = [own.value!, other.value!];
  return new HeldPartner(own, other, likeness, score, valuesMeet(a, b), valuesAgree(a, b));
}

/** What another was to a claim in an earlier state, if that is known and they stand in that order. */
function likenedAmong({ likened }: IndexedClaim, { view }: IndexedClaim, isFirst: boolean): Likened | undefined {
  if (view) for (const one of likened) if (one.view === view && one.isFirst === isFirst) return one;
  return undefined;
}

/**
 * Settles whether a partner contradicts the claim that it is of: it stands in another place, and nothing explains either of the two. Answers
 * whether that is another answer than before.
 */
function settleOne(partner: HeldPartner, relations: Relations): boolean {
  const { owner, other, score } = partner;
  const isAgainst =
    !partner.meets &&
    relations.areApart(owner.claim, other.claim) &&
    !isExplained(owner, other, score) &&
    !isExplained(other, owner, score);
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
  for (const counterpart of own.partners.agreeing) {
    if (counterpart.other.claim.section === section) return counterpart.score >= score - slack;
  }
  return false;
}

/** What another is to a claim, if it is among its partners. */
function partnerAmong({ partners }: IndexedClaim, wanted: IndexedClaim): HeldPartner | undefined {
  for (const partner of partners.all) if (partner.other === wanted) return partner;
  return undefined;
}

/** The scores of claims that are not partners, by the earlier and the later of them. */
const scores = new WeakMap<IndexedClaim, WeakMap<IndexedClaim, number>>();

/** The score of two claims, the earlier first, which may be known. */
function recallScore(a: IndexedClaim, b: IndexedClaim): number {
  const partner = partnerAmong(a, b) ?? partnerAmong(b, a);
  if (partner) return partner.score;
  let known = scores.get(a);
  if (!known) {
    known = new WeakMap();
    scores.set(a, known);
  }
  const score = known.get(b) ?? scoreTogether(a, b, likenessOf(a, b));
  known.set(b, score);
  return score;
}
