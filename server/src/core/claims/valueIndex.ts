// The claims of a document by their values, so that it can be told how often a value is stated without looking at all of
// them. Kept from one state of a document to the next.

import { partitionPoint } from '../text/partitionPoint.ts';
import { inOneSentence } from './candidates.ts';
import type { IndexedClaim } from './indexedClaim.ts';

/** Values stated more often than this are counted no further. */
const FREQUENT = 40;
/** So many claims at once are many. */
const MANY = 100;

export class ValueIndex {
  /** By kind of quantity, ascending by the least number that the value can stand for, of equals the earlier first. */
  private readonly byKey = new Map<string, IndexedClaim[]>();

  /**
   * Takes claims out and puts others in, and puts in the place of those in `reworded` and `replaced` what they are now; the indices
   * of all that stay must be those of the present. Answers the claims whose values were stated elsewhere and are not any more, or the other
   * way round, as far as somebody had asked.
   */
  update(
    gone: readonly IndexedClaim[],
    reworded: readonly IndexedClaim[],
    replaced: readonly IndexedClaim[],
    added: readonly IndexedClaim[],
  ): readonly IndexedClaim[] {
    const known = new Map<IndexedClaim, number>();
    const forget = (one: IndexedClaim): void => {
      if (one.frequency === undefined) return;
      known.set(one, one.frequency);
      one.frequency = undefined;
    };
    const isElsewhere = ({ value, successor }: IndexedClaim): boolean =>
      value?.low !== successor!.value?.low || value?.high !== successor!.value?.high;
    const moved = reworded.filter(isElsewhere);
    this.takeOut([...gone, ...moved], forget);
    // Only once all have the indices of the present, each is found where it stands among equals.
    for (const one of [...reworded, ...replaced]) one.index = one.successor!.index;
    for (const one of [...reworded, ...replaced]) {
      const list = one.value && this.byKey.get(one.value.key);
      if (!list || isElsewhere(one)) continue;
      list[firstFrom(list, one.value!.low, one.index)] = one.successor!;
      one.successor!.frequency = one.frequency;
    }
    this.putIn([...added, ...moved.map(({ successor }) => successor!)], forget);
    const changed: IndexedClaim[] = [];
    for (const [one, frequency] of known) {
      if (one.isGone) continue;
      const present = one.successor ?? one;
      if (this.frequencyOf(present) > 0 !== frequency > 0) changed.push(present);
    }
    return changed;
  }

  private takeOut(left: readonly IndexedClaim[], forget: (one: IndexedClaim) => void): void {
    if (left.length > MANY) {
      // Of many, going through their lists once is cheaper than taking out one after the other.
      const all = new Set(left);
      for (const key of new Set(left.flatMap(({ value }) => value?.key ?? []))) {
        const list = this.byKey.get(key)!;
        list.forEach(forget);
        const stay = list.filter((one) => !all.has(one));
        this.byKey.set(key, stay);
      }
      return;
    }
    for (const one of left) {
      const list = one.value && this.byKey.get(one.value.key);
      if (!list) continue;
      const at = list.indexOf(one, firstFrom(list, one.value!.low, -1));
      visitAround(list, at, forget);
      list.splice(at, 1);
    }
  }

  private putIn(added: readonly IndexedClaim[], forget: (one: IndexedClaim) => void): void {
    const fresh = added.length > MANY ? new Set<IndexedClaim[]>() : undefined;
    for (const one of added) {
      if (!one.value) continue;
      const list = this.byKey.get(one.value.key) ?? [];
      this.byKey.set(one.value.key, list);
      if (fresh) {
        list.push(one);
        fresh.add(list);
      } else {
        const at = firstFrom(list, one.value.low, one.index);
        list.splice(at, 0, one);
        visitAround(list, at, forget);
      }
    }
    for (const list of fresh ?? []) {
      list.sort((a, b) => a.value!.low - b.value!.low || a.index - b.index);
      list.forEach(forget);
    }
  }

  /** How often a claim's value is stated in another sentence, of whatever it may be. */
  frequencyOf(one: IndexedClaim): number {
    one.frequency ??= this.countFrequency(one);
    return one.frequency;
  }

  private countFrequency(one: IndexedClaim): number {
    const { value } = one;
    const list = value && this.byKey.get(value.key);
    if (!list) return 0;
    const at = firstFrom(list, value.low, one.index);
    let count = 0;
    for (let n = at + 1; n < Math.min(list.length, at + FREQUENT); n++) {
      const other = list[n]!;
      if (other.value!.low > value.high) break;
      if (!inOneSentence(one.claim, other.claim)) count++;
    }
    for (let n = at - 1; n >= 0 && n > at - FREQUENT; n--) {
      const other = list[n]!;
      if (value.low <= other.value!.high && !inOneSentence(one.claim, other.claim)) count++;
    }
    return count;
  }
}

/** Visits what is so near to a place in the list that a claim there may count for it. */
function visitAround(list: readonly IndexedClaim[], at: number, visit: (one: IndexedClaim) => void): void {
  const last = Math.min(list.length - 1, at + FREQUENT);
  for (let n = Math.max(0, at - FREQUENT); n <= last; n++) visit(list[n]!);
}

/** Index of the first claim with a greater least number than `low`, or with this one and at least such an index. */
function firstFrom(list: readonly IndexedClaim[], low: number, index: number): number {
  return partitionPoint(list.length, (at) => {
    const one = list[at]!;
    const least = one.value!.low;
    return least < low || (least === low && one.index < index);
  });
}
