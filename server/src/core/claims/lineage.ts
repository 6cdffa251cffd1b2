// What stands for all states of one document. One that was resolved afresh, since much of the document went, remembers which it parted from:
// most of its claims are the same. What is kept of the states is for those who keep it.

export interface Lineage {
  /** The one that it parted from, as long as anybody else knows that. */
  readonly elder?: WeakRef<Lineage>;
}

/** A new lineage, which parted from another one if there is one. */
export function partFrom(elder: Lineage | undefined): Lineage {
  return elder ? { elder: new WeakRef(elder) } : {};
}
