// Groups of spellings that stand for one actor, as disjoint sets: what the steps that link names join, and the clusters of
// names that come out of it.

import type { ChosenName } from './chooseNames.ts';
import { addScores, type KindSums, kindOfSums, newSums } from './kindSums.ts';
import { OTHER } from './kinds.ts';
import type { SpelledPiece } from './spelledPiece.ts';

/** The names that stand under one canonical key, as linking looks at them: all together. */
export interface Spelling {
  readonly key: string;
  /** The first of them in the document. */
  readonly first: ChosenName;
  readonly sums: KindSums;
  kind: number;
  /** The actor that its names are of, where none is of another, and whether that has this key. */
  cluster: NameCluster | undefined;
  isListed: boolean;
}

/** Names that are one actor, in document order. */
export interface NameCluster {
  readonly names: ChosenName[];
  /** The spellings that belong to it, each once. */
  readonly keys: string[];
  readonly sums: KindSums;
  kind: number;
}

export interface NameGroups {
  /** The spellings by their keys, in the order of their first names. */
  readonly byKey: ReadonlyMap<string, Spelling>;
  /** Of each name, in document order, its spelling. */
  readonly spellings: readonly Spelling[];
  /** Of keys that are not the only one or the one that stands for their group: another key of it. */
  readonly parent: Map<string, string>;
  /** Spellings that go to one of several people, by who was named last. */
  readonly shared: Map<string, readonly string[]>;
}

/** One group for each spelling. */
export function groupBySpelling(pieces: readonly SpelledPiece[]): NameGroups {
  const byKey = new Map<string, Spelling>();
  const spellings: Spelling[] = [];
  for (const { names, keys, scores } of pieces) {
    for (let at = 0; at < names.length; at++) {
      const key = keys[at]!;
      let spelling = byKey.get(key);
      if (spelling === undefined) {
        spelling = { key, first: names[at]!, sums: newSums(), kind: OTHER, cluster: undefined, isListed: false };
        byKey.set(key, spelling);
      }
      addScores(spelling.sums, scores, at, 1);
      spellings.push(spelling);
    }
  }
  for (const spelling of byKey.values()) spelling.kind = kindOfSums(spelling.sums);
  return { byKey, spellings, parent: new Map(), shared: new Map() };
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

/** The actors that names are of. */
export interface Clusters {
  /** In the order of their first names. */
  readonly all: readonly NameCluster[];
  /** Those of the names of which other names of their spelling are other actors. */
  readonly ofShared: ReadonlyMap<ChosenName, NameCluster>;
}

/** The groups' names: each cluster is one actor. */
export function clustersOf(groups: NameGroups, pieces: readonly SpelledPiece[]): Clusters {
  const byRoot = new Map<string, NameCluster>();
  const ofShared = new Map<ChosenName, NameCluster>();
  const keyOf = groups.shared.size > 0 ? lastNamed(groups) : undefined;
  const clusterAt = (root: string): NameCluster => {
    let cluster = byRoot.get(root);
    if (cluster === undefined) {
      cluster = { names: [], keys: [root], sums: newSums(), kind: OTHER };
      byRoot.set(root, cluster);
    }
    return cluster;
  };
  let index = 0;
  for (const { names, hasOtherKeys, scores } of pieces) {
    for (let at = 0; at < names.length; at++) {
      const name = names[at]!;
      const spelling = groups.spellings[index++]!;
      const key = keyOf ? keyOf(spelling.key) : spelling.key;
      let { cluster } = spelling;
      if (key !== spelling.key) {
        cluster = clusterAt(rootOf(groups, key));
        ofShared.set(name, cluster);
      } else if (cluster === undefined) {
        cluster = clusterAt(rootOf(groups, key));
        spelling.cluster = cluster;
      }
      cluster.names.push(name);
      if (hasOtherKeys || !spelling.isListed) {
        const { key: own } = name.candidate;
        if (!cluster.keys.includes(own)) cluster.keys.push(own);
        spelling.isListed ||= own === key;
      }
      addScores(cluster.sums, scores, at, 1);
    }
  }
  for (const cluster of byRoot.values()) cluster.kind = kindOfSums(cluster.sums);
  return { all: [...byRoot.values()], ofShared };
}

/**
 * Asked for the spelling of each name in turn: under which spelling it goes. A surname alone that several people share goes to the
 * one who was named last, and once it has been used for one of them it stays with that one.
 */
function lastNamed({ shared, spellings }: NameGroups): (key: string) => string {
  const latest = new Map<string, string>();
  const settled = new Set<string>();
  const sharedBy = new Map<string, string[]>();
  for (const [word, keys] of shared) {
    for (const key of keys) {
      const words = sharedBy.get(key);
      if (words === undefined) sharedBy.set(key, [word]);
      else words.push(word);
    }
  }
  // Whom the title names, the document goes on to call by the surname.
  const { first, key: title } = spellings[0]!;
  const subject = first.evidence.place === 'heading' ? title : undefined;
  return (key) => {
    const people = shared.get(key);
    if (people !== undefined) {
      settled.add(key);
      return people.find((one) => one === subject) ?? latest.get(key) ?? people[0]!;
    }
    for (const word of sharedBy.get(key) ?? []) if (!settled.has(word)) latest.set(word, key);
    return key;
  };
}
