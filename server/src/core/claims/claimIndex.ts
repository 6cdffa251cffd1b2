// The claims of a document with what they are compared by, and the words by which they find each other. Kept from one
// state of a document to the next, so that an edit weighs anew only the claims that it concerns; what it answers depends on
// the present claims alone.

import type { Span } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import {
  COMMON,
  dropGone,
  findCandidates,
  inOneSentence,
  lacksCandidates,
  offerAgain,
  offerToSeekers,
  PARTNERS,
} from './candidates.ts';
import type { Claim } from './claim.ts';
import { ClaimSlots } from './claimSlots.ts';
import { findComparableValue } from './comparableValue.ts';
import { type Concept, ConceptIndex, type Postings } from './conceptIndex.ts';
import { type DepartedClaim, departedClaim } from './departed.ts';
import type { ClaimEvidence } from './evidence.ts';
import { indexClaim, weighAnew } from './indexClaim.ts';
import type { IndexedClaim } from './indexedClaim.ts';
import { matchClaims } from './matchClaims.ts';
import { addToLists, FEW, lookUpAnew, postingsOf, removeFromLists, rewordInLists, visitSeekers } from './postings.ts';
import { conceptsOfSentence, type Profile, profileOf } from './profile.ts';
import { type Outline, type Relations, sectionsRelatedAnew } from './relation.ts';
import { SectionTallies } from './sectionTallies.ts';
import { isGivenAlike } from './sharedClaims.ts';
import { CLOSE } from './surroundings.ts';
import { ValueIndex } from './valueIndex.ts';

/** How many claims are looked at in one step. */
export const AT_ONCE = 64;
/** How many claims before and after a claim are looked at where it is judged. */
const NEAR = CLOSE + 1;

const NOWHERE: ReadonlySet<number> = new Set();

export class ClaimIndex {
  private readonly concepts = new ConceptIndex();
  readonly slots = new ClaimSlots();
  /** By the evidence that a claim had, what there was of it before it went. */
  private readonly departed = new WeakMap<ClaimEvidence, DepartedClaim>();
  readonly values = new ValueIndex();
  readonly tallies = new SectionTallies();
  /** In document order. */
  indexed: readonly IndexedClaim[] = [];
  /** Claims of which other candidates, or candidates told by other words, are to be compared than were. */
  readonly stale = new Set<IndexedClaim>();
  /** Claims of which, in this round, something changed that pairs are judged by. */
  readonly touched = new Set<IndexedClaim>();
  /** Whether, in this round, the claims have other indices or all may relate otherwise, which concerns all pairs. */
  isRearranged = false;
  /** Else, by index: the sections whose claims may, in this round, relate otherwise than before. */
  relatedAnew: ReadonlySet<number> = NOWHERE;
  /** How many states of the document it has been turned to. */
  round = 0;
  /** The rounds in which the outline was last another one, and in which claims that stayed were found in other sections. */
  outlined = 0;
  relocated = 0;
  /** The claims that it was last turned to. */
  private claims: readonly Claim[] = [];
  private outline: Outline | undefined;
  /** By their evidence, the claims of a state of which much went, until it is known what is left of them. */
  private elders: Map<ClaimEvidence, IndexedClaim> | undefined;

  /** An empty index, which knows how like the `elders`, the claims of another index, are to each other. */
  constructor(elders?: readonly IndexedClaim[]) {
    if (elders) this.elders = new Map(elders.map((one) => [one.claim.evidence, one]));
  }

  /**
   * Turns to another state of the document; answers whether claims that stay may have come into other sections. An index of
   * which the steps are not run to their end is of no more use.
   */
  *update(claims: readonly Claim[], relations: Pick<Relations, 'outline' | 'shapeOf'>): Steps<boolean> {
    const { outline } = relations;
    this.round++;
    this.tallies.begin(this.round);
    this.touched.clear();
    this.isRearranged = false;
    const isMoved = claims !== this.claims && (yield* this.exchange(claims, relations));
    const isElsewhere = isMoved || outline.headed !== (this.outline?.headed ?? false);
    if (isElsewhere) this.relocated = this.round;
    if (outline !== this.outline) this.outlined = this.round;
    const relatedAnew = outline === this.outline ? NOWHERE : this.outline && sectionsRelatedAnew(this.outline, outline);
    if (isElsewhere || !relatedAnew) this.isRearranged = true;
    this.relatedAnew = relatedAnew ?? NOWHERE;
    this.outline = outline;
    return isElsewhere;
  }

  /** Takes out the claims that are not there any more and puts others in; answers whether some that stay are in other sections. */
  private *exchange(
    claims: readonly Claim[],
    { outline, shapeOf }: Pick<Relations, 'outline' | 'shapeOf'>,
  ): Steps<boolean> {
    const matched = matchClaims(this.indexed, this.claims, claims);
    const { next, missing, stretches, moved, renewed, parted, isElsewhere } = matched;
    this.isRearranged = claims.length !== this.claims.length;
    if (!this.isRearranged) for (const one of renewed) this.touched.add(one);
    // What those are compared by is the same; where they stand apart from others may not be.
    for (const one of moved) {
      const shape = shapeOf(one.claim);
      if (shape === one.shape && outline.headed) continue;
      this.stale.add(one);
      one.placed = this.round;
      one.shape = shape;
    }
    this.claims = claims;
    for (const one of matched.gone) one.isGone = true;
    const counted = new Map<number, readonly Concept[]>();
    for (const index of missing) {
      if (opensSentence(claims, index)) counted.set(index, this.conceptsCounted(claims[index]!));
    }
    const touched = this.recount(matched.gone, counted.values());
    const weighed = this.concepts.rescale() ? this.concepts.all() : touched;
    const known = new Map<number, IndexedClaim>();
    for (const concept of weighed) {
      if (!this.concepts.reweigh(concept)) continue;
      for (const slot of concept.slots) {
        const one = this.slots.at(slot);
        if (!one.isGone) known.set(one.index, one);
      }
    }
    const replaced = [...known.values()];
    const added: IndexedClaim[] = [];
    const fresh: IndexedClaim[] = [];
    const reworded: IndexedClaim[] = [];
    for (const index of [...missing, ...known.keys()].sort((a, b) => a - b)) {
      if (added.length % AT_ONCE === 0) yield;
      const former = known.get(index);
      const before = matched.reworded.get(index);
      const made = former
        ? weighAnew(former)
        : this.makeClaim(claims[index]!, index, shapeOf(claims[index]!), counted.get(index), before);
      this.slots.claims[made.slot] = made;
      next[index] = made;
      added.push(made);
      if (before?.slot === made.slot) {
        before.successor = made;
        reworded.push(before);
      } else if (!former) fresh.push(made);
    }
    const gone = matched.gone.filter(({ successor }) => !successor);
    this.indexed = next as IndexedClaim[];
    this.elders = undefined;
    this.stirAround(stretches, added, known);
    for (const index of parted) this.stir(this.indexed[index]!);
    // What its whole sentence is judged by: a value that is stated elsewhere is no slip.
    for (const one of this.values.update(gone, reworded, replaced, fresh)) this.stir(one);
    for (const one of replaced) one.isGone = true;
    yield* this.relate(gone, reworded, replaced, added, fresh);
    for (const one of matched.gone) {
      for (const concept of one.concepts) touched.add(concept);
      one.successor = undefined;
    }
    for (const concept of touched) this.concepts.drop(concept);
    return isElsewhere;
  }

  /** Notes that what pairs with the claim are judged by is not what it was. */
  note(one: IndexedClaim): void {
    one.stirred = this.round;
    this.touched.add(one);
  }

  /** Notes that the claim, and so the sentence that it stands in, is not what it was. */
  private stir({ claim, index, stirred }: IndexedClaim): void {
    const { indexed, round } = this;
    // The others of its sentence have been noted with the first of them.
    if (stirred === round) return;
    for (let at = index; at >= 0 && inOneSentence(indexed[at]!.claim, claim); at--) this.note(indexed[at]!);
    for (let at = index + 1; at < indexed.length && inOneSentence(indexed[at]!.claim, claim); at++)
      this.note(indexed[at]!);
  }

  /** Notes what stands by claims that came or went: those of the stretches, and the ones in `added`. */
  private stirAround(
    stretches: readonly Span[],
    added: readonly IndexedClaim[],
    reweighed: ReadonlyMap<number, IndexedClaim>,
  ): void {
    const neighbour = (first: number, last: number): void => {
      const end = Math.min(this.indexed.length - 1, last + NEAR);
      for (let at = Math.max(0, first - NEAR); at <= end; at++) {
        this.indexed[at]!.neighboured = this.round;
        this.touched.add(this.indexed[at]!);
      }
    };
    for (const { start, end } of stretches) neighbour(start, end);
    for (const one of added) {
      this.stir(one);
      // A claim that is only weighed anew has the value that it had.
      if (!reweighed.has(one.index)) neighbour(one.index, one.index);
    }
  }

  /** Counts sentences and their words; answers the concepts whose counts changed. */
  private recount(gone: readonly IndexedClaim[], added: Iterable<readonly Concept[]>): Set<Concept> {
    const touched = new Set<Concept>();
    const count = (concepts: readonly Concept[] | undefined, by: number): void => {
      if (!concepts) return;
      this.concepts.sentences += by;
      for (const concept of concepts) {
        concept.sentences += by;
        touched.add(concept);
      }
    };
    for (const one of gone) count(one.counted, -1);
    for (const concepts of added) count(concepts, 1);
    return touched;
  }

  /** What is kept of a claim; with the slot of the one that it was `before` it was reworded, if it is of the same kind of quantity. */
  private makeClaim(
    claim: Claim,
    index: number,
    shape: string,
    counted: readonly Concept[] | undefined,
    before: IndexedClaim | undefined,
  ): IndexedClaim {
    const departed = this.departed.get(claim.evidence);
    const back = departed && isGivenAlike(departed.claim, claim) ? departed : undefined;
    const elder = back ? undefined : this.elderOf(claim);
    const words = this.wordsOf(claim, back, elder);
    const slot = before && before.value?.key === words.value?.key ? before.slot : this.slots.take();
    const made = indexClaim({ ...words, claim, slot, index, shape, counted });
    if (back) made.view = back.view;
    if (back) made.likened = back.likened;
    if (elder) {
      made.view = elder.view;
      made.likened = elder.partners.all;
    }
    return made;
  }

  /** What a claim was in the state of which much went. */
  private elderOf(claim: Claim): IndexedClaim | undefined {
    const elder = this.elders?.get(claim.evidence);
    return elder && isGivenAlike(elder.claim, claim) ? elder : undefined;
  }

  /** The concepts that are counted of a claim that is the first of its sentence. */
  private conceptsCounted(claim: Claim): readonly Concept[] {
    const departed = this.departed.get(claim.evidence);
    if (departed?.counted && this.concepts.recall(departed.counted)) return departed.counted;
    return [...conceptsOfSentence(claim)].map((name) => this.concepts.conceptOf(name));
  }

  /** What a claim is compared by; `back` is what there was of it before it went, `elder` before all but what is left did. */
  private wordsOf(
    claim: Claim,
    back: DepartedClaim | undefined,
    elder: IndexedClaim | undefined,
  ): Pick<IndexedClaim, 'value' | 'concepts' | 'numbers' | 'postings' | 'closeness'> {
    if (back && this.concepts.recall(back.concepts)) {
      for (const concept of back.concepts) if (concept.rarity < 0) this.concepts.reweigh(concept);
      return back;
    }
    const profile = elder ? profileKept(elder) : profileOf(claim);
    const near = profile.concepts.map((name, at) => ({ concept: this.concepts.conceptOf(name), at }));
    near.sort((a, b) => a.concept.number - b.concept.number);
    const concepts = near.map(({ concept }) => concept);
    const numbers = new Int32Array(near.length);
    const closeness = new Float32Array(near.length);
    near.forEach(({ concept, at }, place) => {
      if (concept.rarity < 0) this.concepts.reweigh(concept);
      numbers[place] = concept.number;
      closeness[place] = profile.closeness[at]!;
    });
    const value = claim.figure.kind === 'ordinal' ? undefined : findComparableValue(claim.figure);
    const postings = value ? concepts.map((concept) => postingsOf(concept, value.key)) : [];
    return { value, concepts, numbers, postings, closeness };
  }

  /**
   * Takes claims out of the index, puts others in, and finds candidates anew where that makes a difference. `reworded` and `replaced` are those
   * in whose place others stand, `added` all that are put in, of which the `fresh` stand in nobody's place.
   */
  private *relate(
    gone: readonly IndexedClaim[],
    reworded: readonly IndexedClaim[],
    replaced: readonly IndexedClaim[],
    added: readonly IndexedClaim[],
    fresh: readonly IndexedClaim[],
  ): Steps<void> {
    const { slots, stale } = this;
    const anew = new Set<IndexedClaim>();
    const isGone = new Uint8Array(slots.claims.length);
    for (const { slot } of gone) isGone[slot] = 1;
    const forget = (seeker: IndexedClaim): void => {
      if (seeker.isGone || seeker.asked === this.round) return;
      seeker.asked = this.round;
      const first = dropGone(seeker, isGone);
      if (first === undefined) return;
      if (first < PARTNERS) stale.add(seeker);
      if (lacksCandidates(seeker)) anew.add(seeker);
    };
    // Of many, looking through all once is cheaper than asking, for each that goes, who may know it.
    if (gone.length > FEW) this.indexed.forEach(forget);
    else for (const one of gone) visitSeekers(one, slots, forget);
    for (const left of [reworded, replaced])
      for (const { heldBy } of left) for (const { owner } of heldBy) stale.add(owner);
    for (const left of [gone, reworded])
      for (const one of left) this.departed.set(one.claim.evidence, departedClaim(one));
    for (const left of [gone, reworded, replaced]) {
      for (const one of left) {
        if (one.part) this.tallies.add(one.part, -1);
        one.judged = undefined;
        for (const partner of one.partners.all) partner.letGo();
      }
    }
    const changed = new Set<Postings>();
    removeFromLists(gone, changed);
    for (const { slot } of gone) slots.release(slot);
    lookUpAnew(replaced);
    const otherwise = reworded.map((one) => rewordInLists(one, one.successor!, changed));
    addToLists(fresh, changed);
    for (const postings of changed) {
      const isCommon = postings.found.slots.length > COMMON;
      if (isCommon !== postings.isCommon) for (const slot of postings.seekers.slots) anew.add(slots.at(slot));
      postings.isCommon = isCommon;
    }
    for (const one of added) anew.add(one);
    // Those that share words with a claim that is only weighed anew are weighed anew as well, and for others it shares what it did.
    const isAnew = new Uint8Array(slots.claims.length);
    for (const { slot } of anew) isAnew[slot] = 1;
    if (anew.size < this.indexed.length) {
      reworded.forEach((one, at) => {
        offerAgain(one.successor!, otherwise[at]!, slots, isAnew, stale, anew);
      });
      for (const one of fresh) offerToSeekers(one, slots, isAnew, stale);
    }
    let found = 0;
    for (const one of anew) {
      if (found++ % AT_ONCE === 0) yield;
      if (one.value) findCandidates(one, slots);
      stale.add(one);
    }
  }
}

/** The profile of a claim that another index has. */
function profileKept({ concepts, closeness }: IndexedClaim): Profile {
  return { concepts: concepts.map(({ name }) => name), closeness };
}

/** Whether a claim is the first one of its sentence. */
function opensSentence(claims: readonly Claim[], index: number): boolean {
  const own = claims[index]!.evidence;
  const before = claims[index - 1]?.evidence;
  return before?.words !== own.words || before.words.sentences[before.token] !== own.words.sentences[own.token];
}
