// Searches through lists that change little from one state to the next: what was found in an item is kept, and only where two states
// differ are items looked at again.

import { type Evolving, LastOfLineage } from './lineage.ts';
import { haveSameItems } from './sameItems.ts';
import { sharedEnds } from './sharedEnds.ts';

/** What was found in an item of a list. */
export interface FoundItem<Item, Finding> {
  /** Where the item stands in the list. */
  readonly index: number;
  readonly item: Item;
  readonly finding: Finding;
}

/** Answers what is found in the items of a list that belongs to a state of something, in the order of the list. */
export type Search<Item, Finding> = (owner: Evolving, items: readonly Item[]) => readonly FoundItem<Item, Finding>[];

/** The list that was searched last, and what was found in it. */
interface SearchedList<Item, Finding> {
  readonly items: readonly Item[];
  readonly found: readonly FoundItem<Item, Finding>[];
}

/**
 * Makes a search of `find`, which must depend on the item alone and answers undefined where it finds nothing. The items that stand in the
 * same place of the list of the owner's last state, counted from its start or its end, are not asked about again; where nothing is
 * found that was not, the answer is the same.
 */
export function searchAgain<Item, Finding extends {}>(
  find: (item: Item) => Finding | undefined,
): Search<Item, Finding> {
  const searched = new LastOfLineage<SearchedList<Item, Finding>>();
  return (owner, items) => {
    const before = searched.get(owner) ?? { items: [], found: [] };
    if (before.items === items) return before.found;
    const found = findAgain(before, items, find);
    searched.set(owner, { items, found });
    return found;
  };
}

/**
 * The same for lists that have no owner, each of which is mostly the one that was searched before but for some items: the prose of a
 * long block after an edit. `isSame` tells items in which the same is found.
 */
export function searchAlike<Item, Finding extends {}>(
  find: (item: Item) => Finding | undefined,
  isSame: (one: Item, other: Item) => boolean,
): (items: readonly Item[]) => readonly FoundItem<Item, Finding>[] {
  let last: SearchedList<Item, Finding> = { items: [], found: [] };
  return (items) => {
    last = { items, found: findAgain(last, items, find, isSame) };
    return last.found;
  };
}

function findAgain<Item, Finding extends {}>(
  before: SearchedList<Item, Finding>,
  items: readonly Item[],
  find: (item: Item) => Finding | undefined,
  isSame: (one: Item, other: Item) => boolean = isIdentical,
): readonly FoundItem<Item, Finding>[] {
  const { start, end } = sharedEnds(before.items, items, isSame);
  const isAt = (at: number, item: Item): boolean => {
    const was = before.items[at];
    return was !== undefined && isSame(was, item);
  };
  const shift = items.length - before.items.length;
  const head = before.found.filter(({ index }) => index < start);
  const tail = before.found.filter(({ index }) => index >= before.items.length - end);
  const middle = before.found.slice(head.length, before.found.length - tail.length);
  const [fromStart, fromEnd] = [lookUp(middle), lookUp(middle)];
  const between: FoundItem<Item, Finding>[] = [];
  for (let index = start; index < items.length - end; index++) {
    const item = items[index]!;
    const isInPlace = index < before.items.length - end && isAt(index, item);
    const isKnown = isInPlace || (index - shift >= start && isAt(index - shift, item));
    const known = isInPlace ? fromStart(index) : isKnown ? fromEnd(index - shift) : undefined;
    const finding = isKnown ? known?.finding : find(item);
    if (finding !== undefined) between.push(known?.index === index ? known : { index, item, finding });
  }
  if (haveSameItems(between, middle) && (shift === 0 || tail.length === 0)) return before.found;
  const moved = shift === 0 ? tail : tail.map((one) => ({ ...one, index: one.index + shift }));
  return [...head, ...between, ...moved];
}

function isIdentical(one: unknown, other: unknown): boolean {
  return one === other;
}

/** Answers what was found at an index, which must be no less than the one asked for before. */
function lookUp<Item, Finding>(
  found: readonly FoundItem<Item, Finding>[],
): (index: number) => FoundItem<Item, Finding> | undefined {
  let next = 0;
  return (index) => {
    while (next < found.length && found[next]!.index < index) next++;
    return found[next]?.index === index ? found[next] : undefined;
  };
}
