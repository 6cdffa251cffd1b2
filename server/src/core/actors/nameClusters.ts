// Clusters of names, each of which is one actor: the names of the spellings that were joined. A surname alone that several people share
// goes to the one who was named last.

import { haveSameItems } from '../text/sameItems.ts';
import type { ChosenName } from './chooseNames.ts';
import { addScores, type KindSums, kindOfSums, newSums, summedScores } from './kindSums.ts';
import { byFirstName, byPlace, inOrder, type NameGroups, type NameList, rootOf } from './nameGroups.ts';

/** Names that are one actor, in document order. */
export interface NameCluster extends NameList {
  /** The spellings that belong to it, each once. */
  readonly keys: readonly string[];
  readonly kind: number;
  /** What it was made of. */
  readonly parts: readonly NameList[];
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
  const { byKey, shared } = groups;
  const parts = new Map<string, NameList[]>();
  const add = (key: string, part: NameList): void => {
    const root = rootOf(groups, key);
    const known = parts.get(root);
    if (known === undefined) parts.set(root, [part]);
    else known.push(part);
  };
  for (const [key, spelling] of byKey) if (!shared.has(key)) add(key, spelling);
  if (shared.size > 0) for (const [key, names] of shareOut(groups)) add(key, { names, sums: sumsOf(names) });
  const byRoot = new Map<string, NameCluster>();
  for (const [root, own] of parts) {
    const was = before.byRoot.get(root);
    byRoot.set(root, was && areSameParts(was.parts, own) ? was : clusterOf(root, own));
  }
  return { all: [...byRoot.values()].sort(byFirstName), byRoot };
}

function areSameParts(some: readonly NameList[], others: readonly NameList[]): boolean {
  return some.length === others.length && some.every(({ names }, at) => haveSameItems(names, others[at]!.names));
}

function clusterOf(root: string, parts: readonly NameList[]): NameCluster {
  const [first] = parts as readonly [NameList];
  if (parts.length === 1) return { ...first, keys: keysOf(root, first.names), kind: kindOfSums(first.sums), parts };
  const names = parts.reduce((all: readonly ChosenName[], part) => inOrder(all, part.names), []);
  const sums = newSums();
  for (const part of parts) addScores(sums, part.sums, 0, 1);
  return { names, keys: keysOf(root, names), sums, kind: kindOfSums(sums), parts };
}

/** The spelling that stands for a cluster's, and those of its names. */
function keysOf(root: string, names: readonly ChosenName[]): readonly string[] {
  const keys = new Set([root]);
  for (const { candidate } of names) keys.add(candidate.key);
  return [...keys];
}

function sumsOf(names: readonly ChosenName[]): KindSums {
  const sums = newSums();
  const scores = summedScores(names);
  names.forEach((_, at) => {
    addScores(sums, scores, at, 1);
  });
  return sums;
}

/**
 * The names of the spellings that several people share, by whose they are. Each goes to the one of these who was named last, and once a
 * spelling has been used for one of them it stays with that one.
 */
function shareOut({ byKey, shared }: NameGroups): ReadonlyMap<string, readonly ChosenName[]> {
  const latest = new Map<string, string>();
  const settled = new Set<string>();
  const sharedBy = new Map<string, string[]>();
  for (const [word, people] of shared) {
    for (const key of people) {
      const words = sharedBy.get(key);
      if (words === undefined) sharedBy.set(key, [word]);
      else words.push(word);
    }
  }
  // Whom the title names, the document goes on to call by the surname.
  const [[title, { names }]] = byKey as unknown as [[string, NameList]];
  const subject = names[0]!.evidence.place === 'heading' ? title : undefined;
  const named = [...shared.keys(), ...sharedBy.keys()].flatMap((key) =>
    byKey.get(key)!.names.map((name) => ({ key, name })),
  );
  const found = new Map<string, ChosenName[]>();
  for (const { key, name } of named.sort((a, b) => byPlace(a.name, b.name))) {
    const people = shared.get(key);
    if (people === undefined) {
      for (const word of sharedBy.get(key)!) if (!settled.has(word)) latest.set(word, key);
      continue;
    }
    settled.add(key);
    const one = people.find((person) => person === subject) ?? latest.get(key) ?? people[0]!;
    const known = found.get(one);
    if (known === undefined) found.set(one, [name]);
    else known.push(name);
  }
  return found;
}
