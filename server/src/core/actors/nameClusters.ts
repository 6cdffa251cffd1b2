// Clusters of names, each of which is one actor: the names of the spellings that were joined, and of a surname alone that several people
// share. A cluster that has the names it had is the same object as before.

import { partitionPoint } from '../text/partitionPoint.ts';
import { haveSameItems } from '../text/sameItems.ts';
import type { ChosenName } from './chooseNames.ts';
import { addScores, kindOfSums, newSums } from './kindSums.ts';
import { byFirstName, byPlace, inOrder, type NameGroups, rootOf, type Spelling } from './nameGroups.ts';

/** Names that are one actor. */
export interface NameCluster {
  /** In document order. */
  readonly names: readonly ChosenName[];
  /** The spellings that belong to it, each once. */
  readonly keys: readonly string[];
  readonly kind: number;
  /** By canonical key, the names that it was made of. */
  readonly spellings: readonly string[];
  readonly parts: readonly (readonly ChosenName[])[];
}

/** The actors that names are of. */
export interface Clusters {
  /** In the order of their first names. */
  readonly all: readonly NameCluster[];
  /** By the spelling that stands for theirs. */
  readonly byRoot: ReadonlyMap<string, NameCluster>;
}

const NO_CLUSTERS: Clusters = { all: [], byRoot: new Map() };

/** The groups' names; the same clusters as `before` where they have the same names. */
export function clustersOf(groups: NameGroups, before = NO_CLUSTERS): Clusters {
  const byRoot = new Map(groups.isJoined ? before.byRoot : []);
  const parts = new Map<string, Spelling[]>();
  for (const spelling of groups.isJoined ? concernedIn(groups, before) : groups.byKey.values()) {
    const root = rootOfNames(groups, spelling);
    const known = parts.get(root);
    if (known === undefined) parts.set(root, [spelling]);
    else known.push(spelling);
  }
  for (const [root, own] of parts) byRoot.set(root, clusterOf(root, own, before.byRoot.get(root)));
  return { all: [...byRoot.values()].sort(byFirstName), byRoot };
}

/** The spellings that stand for what changed ones stand for, where these go together as they did. */
function concernedIn(groups: NameGroups, before: Clusters): readonly Spelling[] {
  const roots = new Set(groups.changed.map((spelling) => rootOfNames(groups, spelling)));
  return [...roots].flatMap((root) => before.byRoot.get(root)!.spellings.map((key) => groups.byKey.get(key)!));
}

/** The spelling that stands for the group which the names of a spelling go to. */
function rootOfNames(groups: NameGroups, spelling: Spelling): string {
  const people = groups.shared.get(spelling.key);
  return rootOf(groups, people ? ownerOf(spelling, people, groups.byKey) : spelling.key);
}

/** The names of spellings; `was` is what stood for them before, which answers if they have the same names. */
function clusterOf(root: string, own: readonly Spelling[], was: NameCluster | undefined): NameCluster {
  const sums = newSums();
  for (const spelling of own) addScores(sums, spelling.sums, 0, 1);
  const kind = kindOfSums(sums);
  const parts = own.map(({ names }) => names);
  if (was && haveSameItems(parts, was.parts)) return was.kind === kind ? was : { ...was, kind };
  // One after the other, many parts would take as long as the square of their number.
  const names = parts.length > 2 ? parts.flat().sort(byPlace) : parts.reduce(inOrder);
  return { names, keys: keysOf(root, names), kind, spellings: own.map(({ key }) => key), parts };
}

/** The spelling that stands for a cluster's, and those of its names. */
function keysOf(root: string, names: readonly ChosenName[]): readonly string[] {
  const keys = new Set([root]);
  for (const { candidate } of names) keys.add(candidate.key);
  return [...keys];
}

/**
 * Whose the names of a spelling are that several people share: theirs whom the title names, or else who was named last before the spelling
 * was first used. With that person it stays.
 */
function ownerOf({ names: [first] }: Spelling, people: readonly string[], byKey: NameGroups['byKey']): string {
  const [opening] = byKey;
  const [title, { names }] = opening!;
  if (names[0]!.evidence.place === 'heading' && people.includes(title)) return title;
  let owner = people[0]!;
  let last: ChosenName | undefined;
  for (const person of people) {
    const named = byKey.get(person)!.names;
    const before = named[partitionPoint(named.length, (at) => byPlace(named[at]!, first!) < 0) - 1];
    if (before === undefined || (last && byPlace(before, last) < 0)) continue;
    owner = person;
    last = before;
  }
  return owner;
}
