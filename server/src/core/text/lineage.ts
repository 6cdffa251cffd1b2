// What stands for all states of one text, and what is kept of the last of them. A lineage that was begun afresh, since much of the text
// went, remembers which it parted from: most of what is left is the same. How states come about is not its concern.

/** Stands for all states of something. */
export interface Lineage {
  /** The lineage that it parted from, as long as anybody else knows that. */
  readonly elder?: WeakRef<Lineage>;
}

/** Something of which there are several states, which share their lineage; without one, it is taken to have one state only. */
export interface Evolving {
  readonly lineage?: Lineage | undefined;
}

/** A new lineage, which parted from another one if there is one. */
export function partFrom(elder: Lineage | undefined): Lineage {
  return elder ? { elder: new WeakRef(elder) } : {};
}

/** What was made of the last state of each lineage, which is not changed any more. */
export class LastOfLineage<Value> {
  private readonly last = new WeakMap<object, Value>();

  /** What was made of the state before, or else of the last one of the lineage that this one parted from. */
  get(owner: Evolving): Value | undefined {
    const { lineage } = owner;
    const own = this.last.get(lineage ?? owner);
    if (own !== undefined || !lineage) return own;
    const elder = lineage.elder?.deref();
    return elder && this.last.get(elder);
  }

  set(owner: Evolving, value: Value): void {
    this.last.set(owner.lineage ?? owner, value);
  }
}
