// Lists that an edit left alike at their start and their end: how far they are, and what was made of their items, made again only
// for those between. Whoever makes a list from an earlier one can note how much of it is the same, so that nobody looks for that again.

export interface SharedEnds {
  /** How many items both lists begin with. */
  readonly start: number;
  /** With how many of the others both end. */
  readonly end: number;
}

/** What is noted of a list: from which one it was made, and how much the two have in common at least. */
interface Origin extends SharedEnds {
  /** Not held: else every state of a document would keep the one before. */
  readonly before: WeakRef<readonly unknown[]>;
}

const origins = new WeakMap<readonly unknown[], Origin>();

/** Notes that a list was made from an earlier one, with the very same items at their ends, at least so many; answers the list. */
export function noteShared<List extends readonly unknown[]>(
  before: readonly unknown[],
  after: List,
  { start, end }: SharedEnds,
): List {
  if (before !== after) origins.set(after, { before: new WeakRef(before), start, end });
  return after;
}

/** How much of one list was noted to be the same in another, of which it was made; nothing elsewhere. */
export function notedEnds(before: readonly unknown[], after: readonly unknown[]): SharedEnds {
  const origin = origins.get(after);
  return origin?.before.deref() === before ? origin : NOTHING_SHARED;
}

/**
 * How many items two lists share at their ends: the very same ones, or those that `isSame` holds for, which must hold for the very
 * same. What was noted of the two is not looked at, nor what they are `known` to share.
 */
export function sharedEnds<Item>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (one: Item, other: Item) => boolean = isIdentical,
  known: SharedEnds = notedEnds(before, after),
): SharedEnds {
  if (before === after) return { start: after.length, end: 0 };
  const least = Math.min(before.length, after.length);
  let { start } = known;
  while (start < least && isSame(before[start]!, after[start]!)) start++;
  // Whatever is known: as many as may be at the start, and only of the others at the end.
  let end = Math.min(known.end, least - start);
  while (end < least - start && isSame(before[before.length - 1 - end]!, after[after.length - 1 - end]!)) end++;
  return { start, end };
}

/** What one list at least shares with a third, by what it shares with a second, and what that shares with the third. */
export function leastEnds(one: SharedEnds, other: SharedEnds): SharedEnds {
  return { start: Math.min(one.start, other.start), end: Math.min(one.end, other.end) };
}

/** What lists share that are not known to have anything in common. */
export const NOTHING_SHARED: SharedEnds = { start: 0, end: 0 };

function isIdentical(one: unknown, other: unknown): boolean {
  return one === other;
}

/** Where the very same items that two lists share at their ends stand in the earlier one and in the later. */
export class AlignedEnds {
  readonly ends: SharedEnds;
  /** How many items the earlier list has. */
  readonly countBefore: number;
  /** By how much those at the end stand further back in the earlier list. */
  readonly shift: number;
  private readonly tail: number;

  /** `before` and `after` are how many items the lists have. */
  constructor(ends: SharedEnds, before: number, after: number) {
    this.ends = ends;
    this.countBefore = before;
    this.shift = before - after;
    this.tail = after - ends.end;
  }

  static of(before: readonly unknown[], after: readonly unknown[]): AlignedEnds {
    return new AlignedEnds(sharedEnds(before, after), before.length, after.length);
  }

  /** Where an item of the later list stood; −1 between the ends. */
  before(index: number): number {
    if (index < this.ends.start) return index;
    return index < this.tail ? -1 : index + this.shift;
  }

  /** Where an item of the earlier list stands; −1 between the ends. */
  after(index: number): number {
    if (index < this.ends.start) return index;
    return index - this.shift < this.tail ? -1 : index - this.shift;
  }
}

/**
 * Answers, for an index of a list, where its very same item stood in an earlier one: at the ends that the two share and, if they are
 * as long, wherever both have it in the same place. −1 elsewhere.
 */
export function findBefore(before: readonly unknown[], after: readonly unknown[]): (index: number) => number {
  if (before.length === after.length) return (index) => (before[index] === after[index] ? index : -1);
  const aligned = AlignedEnds.of(before, after);
  return (index) => aligned.before(index);
}

/** Answers what there was at that item: in `results`, which are as many as the items of the earlier list. */
export function recallBefore<Result>(
  before: readonly unknown[],
  after: readonly unknown[],
  results: readonly Result[],
): (index: number) => Result | undefined {
  const placeOf = findBefore(before, after);
  return (index) => results[placeOf(index)];
}

/** A list, and what was made of each of its items. */
export interface Mapped<Item, Result> {
  readonly items: readonly Item[];
  readonly results: readonly Result[];
}

/**
 * What `make` answers for each item, where it depends on the item alone; the items that the list shares with an earlier one at its ends
 * are not asked again, nor, in a list as long, those that it has where the earlier one did. Answers the same list where nothing is new.
 */
export function mapAgain<Item, Result>(
  items: readonly Item[],
  make: (item: Item, index: number) => Result,
  before: Mapped<Item, Result> | undefined,
): readonly Result[] {
  if (!before) return items.map(make);
  const { start, end } = sharedEnds(before.items, items);
  if (start === items.length && start === before.items.length) return before.results;
  const isAsLong = items.length === before.items.length;
  const between: Result[] = [];
  for (let index = start; index < items.length - end; index++) {
    const isKept = isAsLong && items[index] === before.items[index];
    between.push(isKept ? before.results[index]! : make(items[index]!, index));
  }
  return noteShared(before.results, replaceBetween(before.results, { start, end }, between), { start, end });
}

/** So many items are passed as arguments at once, no more. */
const FEW = 1000;

/** A list with other items between its ends, which stay. */
export function replaceBetween<Item>(
  before: readonly Item[],
  { start, end }: SharedEnds,
  between: readonly Item[],
): Item[] {
  const gone = before.length - end - start;
  // One copy: a list of more than sixteen thousand has memory of its own, which costs twenty times as much to have.
  if (between.length <= FEW) return before.toSpliced(start, gone, ...between);
  return before.slice(0, start).concat(between, before.slice(before.length - end));
}
