// Groups of spellings that stand for one actor, as disjoint sets: what the steps that link names join. Which names stand under which
// spelling is kept from one state of a document to the next: an edit goes through the names of those that it concerns.

import { partitionPoint } from '../text/partitionPoint.ts';
import { replaceBetween } from '../text/sharedEnds.ts';
import type { ChosenName } from './chooseNames.ts';
import { addScores, type KindSums, kindOfSums, newSums } from './kindSums.ts';
import { placeOf } from './moves.ts';
import type { SpelledPiece } from './spelledPiece.ts';

/** Names that go together, in document order. */
export interface NameList {
  readonly names: readonly ChosenName[];
  /** What they say of their kind. */
  readonly sums: KindSums;
}

/** The names that stand under one canonical key, as linking looks at them: all together. */
export interface Spelling extends NameList {
  readonly key: string;
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
}

/** What an edit changes about a spelling. */
interface Change {
  /** Names that have come, in document order, and by how much its sums are others. */
  readonly come: ChosenName[];
  readonly sums: KindSums;
  /** The first and the last place in which names came or went. */
  from: number;
  to: number;
}

/** Where one piece in so many is another than before, all are gone through. */
const MANY = 8;

const NO_GROUPS: Pick<NameGroups, 'pieces' | 'byKey'> = { pieces: [], byKey: new Map() };

/** One group for each spelling; the same spellings as `before` where they have the same names. */
export function groupBySpelling(pieces: readonly SpelledPiece[], before = NO_GROUPS): NameGroups {
  const { gone, come } = exchanged(before.pieces, pieces);
  // Where many are others, putting them in order costs more than all anew.
  if (MANY * gone.length > before.pieces.length) return groupBySpelling(pieces);
  const changes = new Map<string, Change>();
  const changeAt = (piece: SpelledPiece, at: number, by: 1 | -1): Change => {
    const key = piece.keys[at]!;
    const place = placeOfPiece(piece);
    let change = changes.get(key);
    if (change === undefined) {
      change = { come: [], sums: newSums(), from: place, to: place };
      changes.set(key, change);
    }
    change.from = Math.min(change.from, place);
    change.to = Math.max(change.to, place);
    addScores(change.sums, piece.scores, at, by);
    return change;
  };
  const left = new Set<ChosenName>();
  for (const piece of gone) {
    for (let at = 0; at < piece.names.length; at++) {
      changeAt(piece, at, -1);
      left.add(piece.names[at]!);
    }
  }
  for (const piece of come)
    for (let at = 0; at < piece.names.length; at++) changeAt(piece, at, 1).come.push(piece.names[at]!);
  const all = [...before.byKey.values()].flatMap((spelling) => {
    const change = changes.get(spelling.key);
    if (change === undefined) return [spelling];
    changes.delete(spelling.key);
    const names = exchangeNames(spelling.names, left, change);
    addScores(change.sums, spelling.sums, 0, 1);
    return names.length > 0 ? [spellingOf(spelling.key, names, change.sums)] : [];
  });
  for (const [key, { come: names, sums }] of changes) all.push(spellingOf(key, names, sums));
  const byKey = new Map(all.sort(byFirstName).map((spelling) => [spelling.key, spelling]));
  return { pieces, byKey, parent: new Map(), shared: new Map() };
}

/** The names of a spelling without those that left, and with those that have come. */
function exchangeNames(
  names: readonly ChosenName[],
  left: ReadonlySet<ChosenName>,
  { come, from, to }: Change,
): readonly ChosenName[] {
  const start = partitionPoint(names.length, (at) => placeOf(names[at]!.evidence) < from);
  const end = partitionPoint(names.length, (at) => placeOf(names[at]!.evidence) <= to);
  const stay = names.slice(start, end).filter((name) => !left.has(name));
  return replaceBetween(names, { start, end: names.length - end }, inOrder(stay, come));
}

function spellingOf(key: string, names: readonly ChosenName[], sums: KindSums): Spelling {
  return { key, names, sums, kind: kindOfSums(sums) };
}

/** The pieces that only one of two states has; both have them in the order of their places. */
function exchanged(
  before: readonly SpelledPiece[],
  after: readonly SpelledPiece[],
): Record<'gone' | 'come', readonly SpelledPiece[]> {
  const gone: SpelledPiece[] = [];
  const come: SpelledPiece[] = [];
  for (let i = 0, j = 0; i < before.length || j < after.length; ) {
    const [one, other] = [before[i], after[j]];
    const by = one === other ? 0 : one && other ? placeOfPiece(one) - placeOfPiece(other) : one ? -1 : 1;
    if (by <= 0) i++;
    if (by >= 0) j++;
    if (one === other) continue;
    if (by <= 0) gone.push(one!);
    if (by >= 0) come.push(other!);
  }
  return { gone, come };
}

/** Where a piece stands, which has a name at least. */
function placeOfPiece({ names }: SpelledPiece): number {
  return placeOf(names[0]!.evidence);
}

/** Whichever stands first in the document; of those that begin together the longer one. */
export function byPlace(one: ChosenName, other: ChosenName): number {
  const [a, b] = [one.candidate.span, other.candidate.span];
  return placeOf(one.evidence) - placeOf(other.evidence) || a.start - b.start || b.end - a.end;
}

export function byFirstName(one: NameList, other: NameList): number {
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
