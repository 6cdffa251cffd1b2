// Small numbers for the claims of an index, so that lists of claims are lists of numbers, and sums over them stand in columns. A number
// is given again once its claim is gone.

import type { IndexedClaim } from './indexedClaim.ts';

export class ClaimSlots {
  /** By slot. */
  readonly claims: (IndexedClaim | undefined)[] = [];
  /** Sums in the making by slot; all are zero between two uses. */
  sums = new Float64Array(64);
  /** The slots of which sums are being made, as many as somebody counts. */
  touched = new Int32Array(64);
  private readonly free: number[] = [];

  /** A slot that nobody has. */
  take(): number {
    const slot = this.free.pop() ?? this.claims.push(undefined) - 1;
    if (slot >= this.sums.length) {
      this.sums = new Float64Array(2 * this.sums.length);
      this.touched = new Int32Array(2 * this.touched.length);
    }
    return slot;
  }

  /** The claim that has a slot. */
  at(slot: number): IndexedClaim {
    return this.claims[slot]!;
  }

  /** Gives a slot back. */
  release(slot: number): void {
    this.claims[slot] = undefined;
    this.free.push(slot);
  }
}
