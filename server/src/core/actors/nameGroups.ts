// Groups of spellings that stand for one actor, as disjoint sets: what the steps that link names join, and the clusters of
// names that come out of it.

import { canonicalKey } from './canonicalKey.ts';
import type { ChosenName } from './chooseNames.ts';
import { ORGANIZATION, OTHER, PERSON, PLACE } from './kinds.ts';

/** Names that are one actor, in document order. */
export interface NameCluster {
  readonly names: ChosenName[];
  /** The spellings that belong to it. */
  readonly keys: Set<string>;
  kind: number;
}

export interface NameGroups {
  /** All names of one spelling, by canonical key. */
  readonly byKey: ReadonlyMap<string, NameCluster>;
  readonly parent: Map<string, string>;
  /** Spellings that go to one of several people, by who was named last. */
  readonly shared: Map<string, readonly string[]>;
}

/** One group for each spelling; `same` maps spellings that the project file declares to their actor's key. */
export function groupBySpelling(names: readonly ChosenName[], same: ReadonlyMap<string, string>): NameGroups {
  const byKey = new Map<string, NameCluster>();
  for (const name of names) addTo(byKey, canonicalKey(name, same), name);
  for (const cluster of byKey.values()) cluster.kind = kindOf(cluster.names);
  return { byKey, parent: new Map([...byKey.keys()].map((key) => [key, key])), shared: new Map() };
}

function addTo(clusters: Map<string, NameCluster>, key: string, name: ChosenName): void {
  const cluster = clusters.get(key);
  if (cluster === undefined) {
    clusters.set(key, { names: [name], keys: new Set([key, name.candidate.key]), kind: name.kind });
    return;
  }
  cluster.names.push(name);
  cluster.keys.add(name.candidate.key);
}

/** The spelling that stands for a spelling's group. */
export function rootOf({ parent }: NameGroups, key: string): string {
  let at = key;
  while (parent.get(at) !== at) {
    const next = parent.get(at)!;
    parent.set(at, parent.get(next)!);
    at = next;
  }
  return at;
}

/** Makes one group of two. */
export function joinKeys(groups: NameGroups, a: string, b: string): void {
  groups.parent.set(rootOf(groups, a), rootOf(groups, b));
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

/** The groups' names: each cluster is one actor, in the order of their first names. */
export function clustersOf(
  groups: NameGroups,
  names: readonly ChosenName[],
  same: ReadonlyMap<string, string>,
): NameCluster[] {
  const found = new Map<string, NameCluster>();
  const latest = new Map<string, string>();
  const settled = new Set<string>();
  const sharedBy = new Map<string, string[]>();
  // Whom the title names, the document goes on to call by the surname.
  const subject = names[0]?.evidence.place === 'heading' ? canonicalKey(names[0], same) : undefined;
  for (const [word, keys] of groups.shared) {
    for (const key of keys) {
      const words = sharedBy.get(key);
      if (words === undefined) sharedBy.set(key, [word]);
      else words.push(word);
    }
  }
  for (const name of names) {
    let key = canonicalKey(name, same);
    const word = key;
    const shared = groups.shared.get(word);
    if (shared !== undefined) {
      // Once it has been used for one of them, a surname alone stays with that one.
      key = shared.find((one) => one === subject) ?? latest.get(key) ?? shared[0]!;
      settled.add(word);
    } else for (const one of sharedBy.get(key) ?? []) if (!settled.has(one)) latest.set(one, key);
    const root = rootOf(groups, key);
    addTo(found, root, name);
  }
  for (const cluster of found.values()) cluster.kind = kindOf(cluster.names);
  return [...found.values()];
}

/** The kind that the names' scores together speak for. */
export function kindOf(names: readonly ChosenName[]): number {
  let [person, organization, place] = [0, 0, 0];
  let isKnown = false;
  for (const { kind, scores } of names) {
    if (kind === OTHER) continue;
    isKnown = true;
    person += bounded(scores[0]);
    organization += bounded(scores[1]);
    place += bounded(scores[2]);
  }
  if (!isKnown) return OTHER;
  return person >= organization && person >= place ? PERSON : organization >= place ? ORGANIZATION : PLACE;
}

const bounded = (score: number) => Math.max(-4, Math.min(4, score));
