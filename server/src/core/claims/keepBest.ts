// A short list of the best of many, kept in order while they are met one after the other.

/** Puts an item in its place among the best, of which there are at most `most`; answers whether all still have a place. */
export function keepBest<T>(best: T[], item: T, most: number, isBefore: (one: T, other: T) => boolean): boolean {
  const isFull = best.length === most;
  if (isFull && !isBefore(item, best[most - 1]!)) return false;
  let place = isFull ? most - 1 : best.length;
  for (; place > 0 && isBefore(item, best[place - 1]!); place--) best[place] = best[place - 1]!;
  best[place] = item;
  return !isFull;
}
