// The pairs that the claims of a document keep, by the claim that keeps each. Which claims are pairs is decided elsewhere; here it is
// known which of them are told, and which stand in certain sections, without a look at those that are not asked for.

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

  /** For a document of so many claims, which keep none. */
  constructor(claims: number) {
    this.pairs = new Array(claims).fill(undefined);
    this.a = new Int32Array(claims).fill(NO_PAIR);
    this.b = new Int32Array(claims).fill(NO_PAIR);
    this.sectionOfA = new Int32Array(claims).fill(NO_PAIR);
    this.sectionOfB = new Int32Array(claims).fill(NO_PAIR);
    this.confidence = new Float64Array(claims);
  }

  /** Has a claim keep a pair, or none; answers whether that is another one than before. */
  set(claim: number, pair: WeighedPair | undefined): boolean {
    if (pair === this.pairs[claim]) return false;
    this.pairs[claim] = pair;
    this.a[claim] = pair ? pair.a.index : NO_PAIR;
    this.b[claim] = pair ? pair.b.index : NO_PAIR;
    this.sectionOfA[claim] = pair ? pair.a.section : NO_PAIR;
    this.sectionOfB[claim] = pair ? pair.b.section : NO_PAIR;
    this.confidence[claim] = pair ? pair.confidence : 0;
    return true;
  }

  /** The claims that keep a pair of which either claim is in a section that `isAsked` holds for. */
  *inSections(isAsked: (section: number) => boolean): Iterable<number> {
    const { sectionOfA, sectionOfB } = this;
    for (let claim = 0; claim < sectionOfA.length; claim++)
      if (sectionOfA[claim] !== NO_PAIR && (isAsked(sectionOfA[claim]!) || isAsked(sectionOfB[claim]!))) yield claim;
  }

  /**
   * The pairs in document order, but for those that the later claim keeps where either of the two is in a surer one: whom it would
   * rather be held against is known.
   */
  surest(): WeighedPair[] {
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
    for (let earlier = 0; earlier < pairs.length; earlier++) {
      const own = a[earlier] === earlier ? b[earlier]! : pairs.length;
      let later = first[earlier]!;
      for (; later !== NO_PAIR && later < own; later = next[later]!) told.push(pairs[later]!);
      if (own < pairs.length) told.push(pairs[earlier]!);
      for (; later !== NO_PAIR; later = next[later]!) told.push(pairs[later]!);
    }
    return told;
  }
}

/** Orders pairs as they stand in the document. */
export function byPlace(x: WeighedPair, y: WeighedPair): number {
  return x.a.index - y.a.index || x.b.index - y.b.index;
}
