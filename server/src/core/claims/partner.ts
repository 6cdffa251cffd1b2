// What a claim that speaks of the same thing is to another: how like it is, and whether both values can be true. Each claim knows its
// partners, and whose partner it is.

import type { ClaimView } from './claimView.ts';
import type { IndexedClaim } from './indexedClaim.ts';

export interface Partner {
  readonly other: IndexedClaim;
  /** Index of the other claim. */
  readonly claim: number;
  /** Log-odds that the two are one claim, before it is asked who else could be meant. */
  readonly score: number;
  /** Whether both values can be true. */
  readonly meets: boolean;
  /** Whether both say the same value. */
  readonly agrees: boolean;
}

/** What of two claims does not change when words become rarer or more common. */
export interface Likened {
  /** What the comparisons of the other look at. */
  readonly view: ClaimView | undefined;
  /** What is added to the score by all but the shared words. */
  readonly likeness: number;
  readonly meets: boolean;
  readonly agrees: boolean;
  /** Whether the other stands behind. */
  readonly isFirst: boolean;
}

/** The partners of a claim, the best first, and those of them that say the same value. */
export interface PartnerList {
  readonly all: readonly HeldPartner[];
  readonly agreeing: readonly Partner[];
}

/** The partners of a claim that has none. */
export const NO_PARTNERS: PartnerList = { all: [], agreeing: [] };

/** A partner with the claim whose partner it is. */
export class HeldPartner implements Partner, Likened {
  readonly owner: IndexedClaim;
  readonly other: IndexedClaim;
  readonly likeness: number;
  readonly score: number;
  readonly meets: boolean;
  readonly agrees: boolean;
  readonly isFirst: boolean;
  /** Whether it contradicts its owner. */
  isAgainst = false;
  /** Where it stands among those by which the other is held. */
  private place = -1;

  constructor(
    owner: IndexedClaim,
    other: IndexedClaim,
    likeness: number,
    score: number,
    meets: boolean,
    agrees: boolean,
  ) {
    this.owner = owner;
    this.other = other;
    this.likeness = likeness;
    this.score = score;
    this.meets = meets;
    this.agrees = agrees;
    this.isFirst = owner.index < other.index;
  }

  get claim(): number {
    return this.other.index;
  }

  get view(): ClaimView | undefined {
    return this.other.view;
  }

  /** Has the other know whose partner it is. */
  hold(): void {
    this.place = this.other.heldBy.push(this) - 1;
  }

  /** Has the other forget that. */
  letGo(): void {
    const { heldBy } = this.other;
    const last = heldBy.pop()!;
    if (last === this) return;
    heldBy[this.place] = last;
    last.place = this.place;
  }
}
