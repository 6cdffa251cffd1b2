// Lists that an edit left alike at their start and their end: how far they are, and what was made of their items, made again only
// for those between.

export interface SharedEnds {
  /** How many items both lists begin with. */
  readonly start: number;
  /** With how many of the others both end. */
  readonly end: number;
}

/** How many items two lists share at their ends: the very same ones, or those that `isSame` holds for. */
export function sharedEnds<Item>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (one: Item, other: Item) => boolean = isIdentical,
): SharedEnds {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && isSame(before[start]!, after[start]!)) start++;
  let end = 0;
  while (end < least - start && isSame(before[before.length - 1 - end]!, after[after.length - 1 - end]!)) end++;
  return { start, end };
}

function isIdentical(one: unknown, other: unknown): boolean {
  return one === other;
}

/** A list, and what was made of each of its items. */
export interface Mapped<Item, Result> {
  readonly items: readonly Item[];
  readonly results: readonly Result[];
}

/**
 * What `make` answers for each item, where it depends on the item alone; the items that the list shares with an earlier one at its ends
 * are not asked again. Answers the same list where nothing is new.
 */
export function mapAgain<Item, Result>(
  items: readonly Item[],
  make: (item: Item, index: number) => Result,
  before: Mapped<Item, Result> | undefined,
): readonly Result[] {
  if (!before) return items.map(make);
  const { start, end } = sharedEnds(before.items, items);
  if (start === items.length && start === before.items.length) return before.results;
  const results = before.results.slice(0, start);
  for (let index = start; index < items.length - end; index++) results.push(make(items[index]!, index));
  for (let index = before.items.length - end; index < before.items.length; index++)
    results.push(before.results[index]!);
  return results;
}
