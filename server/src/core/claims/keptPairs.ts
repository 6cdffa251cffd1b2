// The pairs that the claims of a document keep, by the claim that keeps each. Which claims are pairs is decided elsewhere; here it is
// known which of them are told, and which stand in certain sections.

import { noteShared } from '../text/sharedEnds.ts';
import type { Claim } from './claim.ts';
import type { PairEvidence } from './judgePair.ts';

export interface WeighedPair {
  /** In document order. */
  readonly a: Claim;
  readonly b: Claim;
  /** 0…1. */
  readonly confidence: number;
  readonly evidence: PairEvidence;
}

/** In place of the index or the section of a claim: there is no pair. */
const NO_PAIR = -1;

export class KeptPairs {
  private readonly pairs: (WeighedPair | undefined)[];
  /** What is looked at of all pairs, in columns, by the claim that keeps the pair. */
  private readonly a: Int32Array;
  private readonly b: Int32Array;
  private readonly sectionOfA: Int32Array;
  private readonly sectionOfB: Int32Array;
  private readonly confidence: Float64Array;
  /** The pairs that are told, in document order, and by claim where among them the pair is that it keeps. */
  private told: readonly WeighedPair[] = [];
  private readonly places: Int32Array;
  /** Whether others may be told than were. */
  private isStale = true;
  /** The claims that keep a pair of the same two as before, as sure as before, which is another object. */
  private readonly renewed: number[] = [];

  /** For a document of so many claims, which keep none. */
  constructor(claims: number) {
    this.pairs = new Array(claims).fill(undefined);
    this.a = new Int32Array(claims).fill(NO_PAIR);
    this.b = new Int32Array(claims).fill(NO_PAIR);
    this.sectionOfA = new Int32Array(claims).fill(NO_PAIR);
    this.sectionOfB = new Int32Array(claims).fill(NO_PAIR);
    this.confidence = new Float64Array(claims);
    this.places = new Int32Array(claims);
  }

  /** Has a claim keep a pair, or none. */
  set(claim: number, pair: WeighedPair | undefined): void {
    if (pair === this.pairs[claim]) return;
    this.pairs[claim] = pair;
    const isAlike =
      pair !== undefined &&
      this.a[claim] === pair.a.index &&
      this.b[claim] === pair.b.index &&
      this.confidence[claim] === pair.confidence;
    if (isAlike) this.renewed.push(claim);
    else this.isStale = true;
    this.a[claim] = pair ? pair.a.index : NO_PAIR;
    this.b[claim] = pair ? pair.b.index : NO_PAIR;
    this.sectionOfA[claim] = pair ? pair.a.section : NO_PAIR;
    this.sectionOfB[claim] = pair ? pair.b.section : NO_PAIR;
    this.confidence[claim] = pair ? pair.confidence : 0;
  }

  /** The claims that keep a pair of which either claim is in a section that `isAsked` holds for. */
  *inSections(isAsked: (section: number) => boolean): Iterable<number> {
    const { sectionOfA, sectionOfB } = this;
    for (let claim = 0; claim < sectionOfA.length; claim++)
      if (sectionOfA[claim] !== NO_PAIR && (isAsked(sectionOfA[claim]!) || isAsked(sectionOfB[claim]!))) yield claim;
  }

  /**
   * The pairs in document order, but for those that the later claim keeps where either of the two is in a surer one: whom it would
   * rather be held against is known. The same list where it is the same.
   */
  surest(): readonly WeighedPair[] {
    if (this.isStale) this.told = this.findSurest();
    else if (this.renewed.length > 0) this.told = this.withRenewed();
    this.isStale = false;
    this.renewed.length = 0;
    return this.told;
  }

  private withRenewed(): readonly WeighedPair[] {
    const told = this.told.slice();
    let [start, end] = [told.length, 0];
    for (const claim of this.renewed) {
      const place = this.places[claim]!;
      if (place === NO_PAIR) continue;
      told[place] = this.pairs[claim]!;
      start = Math.min(start, place);
      end = Math.max(end, place + 1);
    }
    return start < end ? noteShared(this.told, told, { start, end: told.length - end }) : this.told;
  }

  private findSurest(): readonly WeighedPair[] {
    const { a, b, confidence, pairs } = this;
    /** By claim: how sure the surest pair is that it is in and that the earlier claim keeps. */
    const surest = new Float64Array(pairs.length);
    for (let claim = 0; claim < pairs.length; claim++) {
      if (a[claim] !== claim) continue;
      surest[claim] = Math.max(surest[claim]!, confidence[claim]!);
      surest[b[claim]!] = Math.max(surest[b[claim]!]!, confidence[claim]!);
    }
    /** By the earlier claim: the first of the later ones that keep a pair with it, and behind each of those the next one. */
    const first = new Int32Array(pairs.length).fill(NO_PAIR);
    const next = new Int32Array(pairs.length).fill(NO_PAIR);
    for (let claim = pairs.length - 1; claim >= 0; claim--) {
      const earlier = a[claim]!;
      if (earlier === NO_PAIR || earlier === claim) continue;
      if (confidence[claim]! <= Math.max(surest[earlier]!, surest[claim]!)) continue;
      next[claim] = first[earlier]!;
      first[earlier] = claim;
    }
    const told: WeighedPair[] = [];
    const tell = (claim: number): void => {
      this.places[claim] = told.length;
      told.push(pairs[claim]!);
    };
    this.places.fill(NO_PAIR);
    for (let earlier = 0; earlier < pairs.length; earlier++) {
      const own = a[earlier] === earlier ? b[earlier]! : pairs.length;
      let later = first[earlier]!;
      for (; later !== NO_PAIR && later < own; later = next[later]!) tell(later);
      if (own < pairs.length) tell(earlier);
      for (; later !== NO_PAIR; later = next[later]!) tell(later);
    }
    return told;
  }
}

/** Orders pairs as they stand in the document. */
export function byPlace(x: WeighedPair, y: WeighedPair): number {
  return x.a.index - y.a.index || x.b.index - y.b.index;
}
