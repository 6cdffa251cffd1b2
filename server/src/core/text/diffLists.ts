// What two lists of objects do not share, whatever the order in which they hold it.

import { sharedEnds } from './sharedEnds.ts';

/** Where the items stand that only one of two lists has. */
export interface ListDifference {
  /** As indices of the first list, ascending. */
  readonly gone: readonly number[];
  /** As indices of the second list, ascending. */
  readonly come: readonly number[];
}

/**
 * The items that only one of two lists has, by identity; an item that one list has more often than the other is among them so many
 * times. Linear, and quick where the lists differ in one place.
 */
export function diffLists<T extends object>(before: readonly T[], after: readonly T[]): ListDifference {
  const { start, end } = sharedEnds(before, after);
  // What both have in the same place is in neither's way.
  const isKept = (at: number): boolean => before.length === after.length && before[at] === after[at];
  const counts = new Map<T, number>();
  for (let at = start; at < after.length - end; at++)
    if (!isKept(at)) counts.set(after[at]!, (counts.get(after[at]!) ?? 0) + 1);
  const gone: number[] = [];
  for (let at = start; at < before.length - end; at++) {
    if (isKept(at)) continue;
    const left = counts.get(before[at]!) ?? 0;
    if (left === 0) gone.push(at);
    else counts.set(before[at]!, left - 1);
  }
  const come: number[] = [];
  for (let at = start; at < after.length - end; at++) {
    if (isKept(at)) continue;
    const left = counts.get(after[at]!)!;
    if (left === 0) continue;
    come.push(at);
    counts.set(after[at]!, left - 1);
  }
  return { gone, come };
}
