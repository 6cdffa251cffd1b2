// Groups of spellings that stand for one actor, as disjoint sets: what the steps that link names join, and the clusters of
// names that come out of it.

import type { ChosenName } from './chooseNames.ts';
import type { KindScores } from './kindScores.ts';
import { ORGANIZATION, OTHER, PERSON, PLACE } from './kinds.ts';

/** Names that are one actor, in document order. */
export interface NameCluster {
  readonly names: ChosenName[];
  /** The spellings that belong to it, each once. */
  readonly keys: string[];
  kind: number;
}

/** Names in document order, and beside each the spelling that stands for its own. */
export interface SpelledNames {
  readonly names: readonly ChosenName[];
  readonly keys: readonly string[];
}

export interface NameGroups {
  /** All names of one spelling, by canonical key. */
  readonly byKey: ReadonlyMap<string, NameCluster>;
  readonly parent: Map<string, string>;
  /** Spellings that go to one of several people, by who was named last. */
  readonly shared: Map<string, readonly string[]>;
}

/** One group for each spelling. */
export function groupBySpelling({ names, keys }: SpelledNames): NameGroups {
  const byKey = new Map<string, NameCluster>();
  for (const [index, name] of names.entries()) addTo(byKey, keys[index]!, name);
  for (const cluster of byKey.values()) cluster.kind = kindOf(cluster.names);
  return { byKey, parent: new Map([...byKey.keys()].map((key) => [key, key])), shared: new Map() };
}

function addTo(clusters: Map<string, NameCluster>, key: string, name: ChosenName): void {
  const cluster = clusters.get(key);
  if (cluster === undefined) {
    const own = name.candidate.key;
    clusters.set(key, { names: [name], keys: own === key ? [key] : [key, own], kind: name.kind });
    return;
  }
  cluster.names.push(name);
  if (!cluster.keys.includes(name.candidate.key)) cluster.keys.push(name.candidate.key);
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
export function clustersOf(groups: NameGroups, { names, keys: spellings }: SpelledNames): NameCluster[] {
  const found = new Map<string, NameCluster>();
  const latest = new Map<string, string>();
  const settled = new Set<string>();
  const sharedBy = new Map<string, string[]>();
  // Whom the title names, the document goes on to call by the surname.
  const subject = names[0]?.evidence.place === 'heading' ? spellings[0] : undefined;
  for (const [word, keys] of groups.shared) {
    for (const key of keys) {
      const words = sharedBy.get(key);
      if (words === undefined) sharedBy.set(key, [word]);
      else words.push(word);
    }
  }
  for (const [index, name] of names.entries()) {
    const word = spellings[index]!;
    let key = word;
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

/** What the scores of names come to, in whole parts of one, so that the sums are the same in any order. */
export interface KindSums {
  readonly count: number;
  /** How many are of a known kind, and what they say of each kind: no name more than four or less than minus four. */
  readonly known: number;
  readonly said: KindScores;
  /** What all of them score. */
  readonly scored: KindScores;
}

const PARTS = 4096;
const MOST = 4;
const inParts = (score: number): number => Math.round(PARTS * score);
const bounded = (score: number): number => Math.max(-MOST, Math.min(MOST, score));

/** What the scores of names come to. */
export function sumKinds(names: readonly ChosenName[]): KindSums {
  let known = 0;
  const said: [number, number, number] = [0, 0, 0];
  const scored: [number, number, number] = [0, 0, 0];
  for (const { kind, scores } of names) {
    if (kind !== OTHER) known++;
    for (let k = 0; k < 3; k++) {
      if (kind !== OTHER) said[k]! += inParts(bounded(scores[k]!));
      scored[k]! += inParts(scores[k]!);
    }
  }
  return { count: names.length, known, said, scored };
}

/** The kind that names' scores together speak for. */
export function kindOfSums({ known, said }: KindSums): number {
  if (known === 0) return OTHER;
  const [person, organization, place] = said;
  return person >= organization && person >= place ? PERSON : organization >= place ? ORGANIZATION : PLACE;
}

/** Whether the kind of names is doubtful enough for a full name to overrule it. */
export function isWeakBy({ count, scored }: KindSums, kind: number): boolean {
  return kind !== OTHER && (scored[kind]! - scored[PERSON]) / PARTS / count < 2;
}

/** The kind that the names' scores together speak for. */
export function kindOf(names: readonly ChosenName[]): number {
  return kindOfSums(sumKinds(names));
}
