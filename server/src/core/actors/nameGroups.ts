// Groups of spellings that stand for one actor, as disjoint sets: what the steps that link names join. Which names stand under which
// spelling is kept from one state of a document to the next: an edit goes through the names of those that it concerns.

import { partitionPoint } from '../text/partitionPoint.ts';
import { haveSameItems } from '../text/sameItems.ts';
import { replaceBetween } from '../text/sharedEnds.ts';
import { compareSpans, sliceSpan } from '../text/span.ts';
import type { ChosenName } from './chooseNames.ts';
import { addScores, isWeakBy, type KindSums, kindOfSums, newSums } from './kindSums.ts';
import { placeOf } from './moves.ts';
import type { SpelledPiece } from './spelledPiece.ts';

/** The names that stand under one canonical key, as linking looks at them: all together. */
export interface Spelling {
  readonly key: string;
  /** In document order. */
  readonly names: readonly ChosenName[];
  /** What they say of their kind. */
  readonly sums: KindSums;
  readonly kind: number;
}

export interface NameGroups {
  readonly pieces: readonly SpelledPiece[];
  /** The spellings by their keys, in the order of their first names. */
  readonly byKey: ReadonlyMap<string, Spelling>;
  /** Of keys that are not the only one or the one that stands for their group: another key of it. */
  readonly parent: Map<string, string>;
  /** Spellings that go to one of several people, by who was named last. */
  readonly shared: Map<string, readonly string[]>;
  /** Whether they were joined in an earlier state, of which linking hears nothing else in this one. */
  readonly isJoined: boolean;
  /** Those that have other names or scores than before. */
  readonly changed: readonly Spelling[];
}

/** What an edit changes about a spelling. */
interface Change {
  /** Names that have come, in document order. */
  readonly come: ChosenName[];
  /** By how much its sums are others. */
  readonly sums: KindSums;
  /** The first and the last place in which names came or went. */
  from: number;
  to: number;
}

/** A piece of prose as it was and as it is, of which one at least has names. */
interface Exchange {
  readonly was: SpelledPiece | undefined;
  readonly is: SpelledPiece | undefined;
}

/** Where one piece in so many has other names than before, all are gone through. */
const MANY = 8;

const NO_GROUPS: NameGroups = {
  pieces: [],
  byKey: new Map(),
  parent: new Map(),
  shared: new Map(),
  isJoined: false,
  changed: [],
};

/** One group for each spelling, or the groups of `before`; the same spellings where they have the same names and scores. */
export function groupBySpelling(pieces: readonly SpelledPiece[], before = NO_GROUPS): NameGroups {
  const exchanges = findExchanges(before.pieces, pieces);
  // Where many have other names, putting them in order costs more than all anew.
  const others = exchanges.filter(({ was, is }) => was?.names !== is?.names);
  if (before !== NO_GROUPS && MANY * others.length > before.pieces.length) return groupBySpelling(pieces);
  const { changes, left } = changesBy(exchanges);
  let isJoined = before !== NO_GROUPS && exchanges.every(areJoinedAlike);
  const changed: Spelling[] = [];
  const all = [...before.byKey.values()].flatMap((spelling) => {
    const change = changes.get(spelling.key);
    if (change === undefined) return [spelling];
    changes.delete(spelling.key);
    const names = exchangeNames(spelling.names, left, change);
    addScores(change.sums, spelling.sums, 0, 1);
    if (names.length === 0) return [];
    const own = spellingOf(spelling.key, names, change.sums);
    isJoined &&= isHeardAlike(spelling, own);
    changed.push(own);
    return [own];
  });
  for (const [key, { come: names, sums }] of changes) all.push(spellingOf(key, names, sums));
  const byKey = new Map(all.sort(byFirstName).map((spelling) => [spelling.key, spelling]));
  const { parent, shared } = isJoined ? before : { parent: new Map(), shared: new Map() };
  return { pieces, byKey, parent, shared, isJoined, changed };
}

/** What exchanged pieces change about spellings, by their keys, and the names that left. */
function changesBy(exchanges: readonly Exchange[]): {
  readonly changes: Map<string, Change>;
  readonly left: ReadonlySet<ChosenName>;
} {
  const changes = new Map<string, Change>();
  const left = new Set<ChosenName>();
  const changeOf = (key: string): Change => {
    let change = changes.get(key);
    if (change === undefined) {
      change = { come: [], sums: newSums(), from: Infinity, to: -Infinity };
      changes.set(key, change);
    }
    return change;
  };
  const note = (piece: SpelledPiece, by: 1 | -1, hasOtherNames: boolean): void => {
    const place = placeOfPiece(piece);
    piece.names.forEach((name, at) => {
      const change = changeOf(piece.keys[at]!);
      addScores(change.sums, piece.scores, at, by);
      if (!hasOtherNames) return;
      change.from = Math.min(change.from, place);
      change.to = Math.max(change.to, place);
      if (by < 0) left.add(name);
      else change.come.push(name);
    });
  };
  for (const { was, is } of exchanges) {
    const hasOtherNames = was?.names !== is?.names;
    if (was) note(was, -1, hasOtherNames);
    if (is) note(is, 1, hasOtherNames);
  }
  return { changes, left };
}

/** Whether what joins spellings in a piece of prose is what it was. */
function areJoinedAlike({ was, is }: Exchange): boolean {
  if (!was || !is) return false;
  if (was.names === is.names) return true;
  const pairs = ({ acronyms, offices }: SpelledPiece): string[] => [...acronyms, ...offices].flat();
  return (
    was.acronyms.length === is.acronyms.length &&
    haveSameItems(was.keys, is.keys) &&
    haveSameItems(pairs(was), pairs(is))
  );
}

/** Whether linking hears of a spelling what it did, where all pieces of prose have the same spellings in the same order. */
function isHeardAlike(was: Spelling, is: Spelling): boolean {
  const [one, other] = [was.names[0]!, is.names[0]!];
  const textOf = ({ evidence, candidate }: ChosenName): string => sliceSpan(evidence.text, candidate.span);
  return (
    was.kind === is.kind &&
    isWeakBy(was.sums, was.kind) === isWeakBy(is.sums, is.kind) &&
    (one === other || textOf(one) === textOf(other))
  );
}

/** The names of a spelling without those that left, and with those that have come. */
function exchangeNames(
  names: readonly ChosenName[],
  left: ReadonlySet<ChosenName>,
  { come, from, to }: Change,
): readonly ChosenName[] {
  if (from > to) return names;
  const start = partitionPoint(names.length, (at) => placeOf(names[at]!.evidence) < from);
  const end = partitionPoint(names.length, (at) => placeOf(names[at]!.evidence) <= to);
  const stay = names.slice(start, end).filter((name) => !left.has(name));
  return replaceBetween(names, { start, end: names.length - end }, inOrder(stay, come));
}

function spellingOf(key: string, names: readonly ChosenName[], sums: KindSums): Spelling {
  return { key, names, sums, kind: kindOfSums(sums) };
}

/** The pieces that are not what they were; both states have them in the order of their places. */
function findExchanges(before: readonly SpelledPiece[], after: readonly SpelledPiece[]): readonly Exchange[] {
  const exchanges: Exchange[] = [];
  for (let i = 0, j = 0; i < before.length || j < after.length; ) {
    const [was, is] = [before[i], after[j]];
    const by = was === is ? 0 : was && is ? placeOfPiece(was) - placeOfPiece(is) : was ? -1 : 1;
    if (by <= 0) i++;
    if (by >= 0) j++;
    if (was !== is) exchanges.push({ was: by <= 0 ? was : undefined, is: by >= 0 ? is : undefined });
  }
  return exchanges;
}

/** Where a piece stands, which has a name at least. */
function placeOfPiece({ names }: SpelledPiece): number {
  return placeOf(names[0]!.evidence);
}

/** Whichever stands first in the document; of those that begin together the longer one. */
export function byPlace(one: ChosenName, other: ChosenName): number {
  return placeOf(one.evidence) - placeOf(other.evidence) || compareSpans(one.candidate.span, other.candidate.span);
}

/** The same of the first of some names. */
export function byFirstName(one: Pick<Spelling, 'names'>, other: Pick<Spelling, 'names'>): number {
  return byPlace(one.names[0]!, other.names[0]!);
}

/** The names of two lists, which are in document order. */
export function inOrder(some: readonly ChosenName[], others: readonly ChosenName[]): readonly ChosenName[] {
  if (some.length === 0) return others;
  const all: ChosenName[] = [];
  let next = 0;
  for (const name of some) {
    while (next < others.length && byPlace(others[next]!, name) < 0) all.push(others[next++]!);
    all.push(name);
  }
  for (; next < others.length; next++) all.push(others[next]!);
  return all;
}

/** The spelling that stands for a spelling's group. */
export function rootOf({ parent }: NameGroups, key: string): string {
  let at = key;
  for (let next = parent.get(at); next !== undefined; next = parent.get(at)) {
    const further = parent.get(next);
    if (further === undefined) return next;
    parent.set(at, further);
    at = further;
  }
  return at;
}

/** Makes one group of two. */
export function joinKeys(groups: NameGroups, a: string, b: string): void {
  const [one, other] = [rootOf(groups, a), rootOf(groups, b)];
  if (one !== other) groups.parent.set(one, other);
}

export function kindOfKey(groups: NameGroups, key: string): number {
  return groups.byKey.get(key)!.kind;
}

/** The spellings, one for each group. */
export function distinct(groups: NameGroups, keys: readonly string[]): string[] {
  const roots = new Set<string>();
  return keys.filter((key) => {
    const root = rootOf(groups, key);
    if (roots.has(root)) return false;
    roots.add(root);
    return true;
  });
}
