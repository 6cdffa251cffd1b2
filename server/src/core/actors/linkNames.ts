// Brings the names of a document together that are one actor: equal spellings, full name and surname, acronym and
// expansion, short forms. Two people of one surname stay two, and a surname alone goes to the one who was named last.

import type { ChosenName } from './chooseNames.ts';
import { acronymOf } from './judgeNames.ts';
import { Sense, sensesOf } from './lexicon.ts';

/** Names that are one actor, in document order. */
export interface NameCluster {
  readonly names: ChosenName[];
  /** The spellings that belong to it; a surname that several people share belongs to none. */
  readonly keys: Set<string>;
  kind: number;
}

/** The kinds' names for the scores' order. */
const PERSON = 0;

export function linkNames(names: readonly ChosenName[], same: ReadonlyMap<string, string>): NameCluster[] {
  const byKey = new Map<string, NameCluster>();
  for (const name of names) {
    const key = canonicalKey(name, same);
    const cluster = byKey.get(key);
    if (cluster === undefined)
      byKey.set(key, { names: [name], keys: new Set([key, name.candidate.key]), kind: name.kind });
    else {
      cluster.names.push(name);
      cluster.keys.add(name.candidate.key);
    }
  }
  for (const cluster of byKey.values()) cluster.kind = kindOf(cluster.names);
  const groups = new Groups(byKey);
  joinAcronyms(names, groups, same);
  joinPersons(groups);
  joinShortForms(groups);
  return groups.clusters(names, same);
}

const KNOWN_SHORT: ReadonlyMap<string, string> = new Map([
  ['us', 'united states'],
  ['u.s.', 'united states'],
  ['usa', 'united states'],
  ['u.s.a.', 'united states'],
  ['u.s', 'united states'],
  ['united states of america', 'united states'],
  ['uk', 'united kingdom'],
  ['u.k.', 'united kingdom'],
  ['uae', 'united arab emirates'],
  ['eu', 'european union'],
  ['un', 'united nations'],
  ['u.n.', 'united nations'],
  ['ussr', 'soviet union'],
]);

function canonicalKey(name: ChosenName, same: ReadonlyMap<string, string>): string {
  const { key, titled, span } = name.candidate;
  const bare =
    titled === undefined || name.kind !== PERSON
      ? key
      : keyWithoutTitle(key, name.evidence.text.slice(span.start, span.start + titled));
  return same.get(bare) ?? KNOWN_SHORT.get(bare) ?? bare;
}

/** The key after as many words as the title has. */
function keyWithoutTitle(key: string, title: string): string {
  let rest = key;
  for (const word of title.trim().split(/\s+/)) {
    const blank = rest.indexOf(' ');
    if (word === '' || blank < 0) break;
    rest = rest.slice(blank + 1);
  }
  return rest;
}

/** The kind that the names' scores together speak for. */
function kindOf(names: readonly ChosenName[]): number {
  const sums = [0, 0, 0];
  for (const { scores } of names) for (let k = 0; k < 3; k++) sums[k]! += Math.max(-4, Math.min(4, scores[k]!));
  return sums.indexOf(Math.max(...sums));
}

/** Disjoint sets of spellings. */
class Groups {
  private readonly parent = new Map<string, string>();
  /** Spellings that go to one of several people, by who was named last. */
  readonly shared = new Map<string, readonly string[]>();

  constructor(readonly byKey: ReadonlyMap<string, NameCluster>) {
    for (const key of byKey.keys()) this.parent.set(key, key);
  }

  root(key: string): string {
    let at = key;
    while (this.parent.get(at) !== at) {
      const next = this.parent.get(at)!;
      this.parent.set(at, this.parent.get(next)!);
      at = next;
    }
    return at;
  }

  join(a: string, b: string): void {
    this.parent.set(this.root(a), this.root(b));
  }

  kindOf(key: string): number {
    return this.byKey.get(key)!.kind;
  }

  clusters(names: readonly ChosenName[], same: ReadonlyMap<string, string>): NameCluster[] {
    const found = new Map<string, NameCluster>();
    const latest = new Map<string, string>();
    for (const name of names) {
      let key = canonicalKey(name, same);
      const shared = this.shared.get(key);
      if (shared !== undefined) key = latest.get(key) ?? shared[0]!;
      else for (const [word, keys] of this.shared) if (keys.includes(key)) latest.set(word, key);
      const root = this.root(key);
      const cluster = found.get(root);
      if (cluster === undefined)
        found.set(root, { names: [name], keys: new Set([name.candidate.key]), kind: name.kind });
      else {
        cluster.names.push(name);
        cluster.keys.add(name.candidate.key);
      }
    }
    for (const cluster of found.values()) cluster.kind = kindOf(cluster.names);
    return [...found.values()];
  }
}

/** "World Food Council (WFC)", "WFC (World Food Council)", and initials that fit one long name only. */
function joinAcronyms(names: readonly ChosenName[], groups: Groups, same: ReadonlyMap<string, string>): void {
  for (let i = 0; i < names.length; i++) {
    const long = names[i]!;
    if (!long.candidate.key.includes(' ')) continue;
    for (let j = Math.max(0, i - 3); j <= Math.min(names.length - 1, i + 3); j++) {
      const short = names[j]!;
      if (short.evidence !== long.evidence || short.candidate.key.includes(' ')) continue;
      if (!isAcronymOf(short.candidate.key, long.candidate.key)) continue;
      const [first, second] = j > i ? [long, short] : [short, long];
      const between = long.evidence.text.slice(first.candidate.span.end, second.candidate.span.start);
      if (/^\s?\(\s?(?:the )?$/.test(between)) groups.join(canonicalKey(short, same), canonicalKey(long, same));
    }
  }
  const byInitials = new Map<string, string[]>();
  for (const [key, cluster] of groups.byKey) {
    if (!key.includes(' ') || cluster.kind === PERSON) continue;
    const initials = acronymOf(key);
    if (initials.length < 2) continue;
    const list = byInitials.get(initials);
    if (list === undefined) byInitials.set(initials, [key]);
    else list.push(key);
  }
  for (const [key, cluster] of groups.byKey) {
    if (key.includes(' ') || key.length < 2 || key.length > 9 || cluster.kind === PERSON) continue;
    const text = cluster.names[0]!.evidence.text.slice(
      cluster.names[0]!.candidate.span.start,
      cluster.names[0]!.candidate.span.end,
    );
    if (text !== text.toUpperCase()) continue;
    const fits = byInitials.get(key.replace(/\./g, ''));
    if (fits?.length === 1) groups.join(key, fits[0]!);
  }
}

function isAcronymOf(short: string, long: string): boolean {
  const letters = short.replace(/\./g, '');
  const initials = acronymOf(long);
  return (
    letters === initials ||
    (letters.length > 1 && initials.startsWith(letters.charAt(0)) && isSubsequence(letters, long))
  );
}

function isSubsequence(letters: string, text: string): boolean {
  let at = 0;
  for (let i = 0; i < text.length && at < letters.length; i++) if (text.charCodeAt(i) === letters.charCodeAt(at)) at++;
  return at === letters.length;
}

/** Full names among themselves, then surnames and given names alone. */
function joinPersons(groups: Groups): void {
  const bySurname = new Map<string, string[]>();
  const byGiven = new Map<string, string[]>();
  const push = (map: Map<string, string[]>, word: string, key: string) => {
    const list = map.get(word);
    if (list === undefined) map.set(word, [key]);
    else list.push(key);
  };
  for (const key of groups.byKey.keys()) {
    const blank = key.indexOf(' ');
    if (blank < 0 || groups.kindOf(key) !== PERSON || / (?:and|&|of) /.test(key)) continue;
    push(bySurname, surnameOf(key), key);
    push(byGiven, key.slice(0, blank), key);
  }
  for (const list of bySurname.values()) {
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length && j < i + 20; j++)
        if (areCompatible(list[i]!, list[j]!)) groups.join(list[i]!, list[j]!);
    }
  }
  for (const [key, cluster] of groups.byKey) {
    if (key.includes(' ')) continue;
    const people = distinct(groups, bySurname.get(key) ?? []);
    if (people.length > 0 && cluster.kind !== PERSON && !isWeak(cluster)) continue;
    if (people.length === 1) groups.join(key, people[0]!);
    else if (people.length > 1) groups.shared.set(key, people);
    else if (cluster.kind === PERSON) {
      const friends = distinct(groups, byGiven.get(key) ?? []);
      if (friends.length === 1) groups.join(key, friends[0]!);
      else if (friends.length > 1) groups.shared.set(key, friends);
    }
  }
  // "von der Alm" for "Greta von der Alm".
  for (const key of groups.byKey.keys()) {
    if (!key.includes(' ') || groups.kindOf(key) !== PERSON) continue;
    const people = distinct(
      groups,
      (bySurname.get(surnameOf(key)) ?? []).filter((other) => other.endsWith(` ${key}`)),
    );
    if (people.length === 1) groups.join(key, people[0]!);
  }
}

/** Whether a cluster's kind is doubtful enough for a full name to overrule it. */
function isWeak(cluster: NameCluster): boolean {
  let margin = 0;
  for (const { scores } of cluster.names) margin += scores[cluster.kind]! - scores[PERSON]!;
  return margin / cluster.names.length < 2;
}

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'md', 'esq']);

function surnameOf(key: string): string {
  const parts = key.split(' ');
  while (parts.length > 2 && SUFFIXES.has(parts.at(-1)!)) parts.pop();
  return parts.at(-1)!;
}

function distinct(groups: Groups, keys: readonly string[]): string[] {
  const roots = new Set<string>();
  return keys.filter((key) => {
    const root = groups.root(key);
    if (roots.has(root)) return false;
    roots.add(root);
    return true;
  });
}

/** Whether two full names with one surname can be one person: "Ana Ruiz", "Ana M. Ruiz", "A. Ruiz". */
function areCompatible(a: string, b: string): boolean {
  const x = a.split(' ');
  const y = b.split(' ');
  const p = x[0]!.replace(/\./g, '');
  const q = y[0]!.replace(/\./g, '');
  if (p === q)
    return (
      x.length === 2 ||
      y.length === 2 ||
      x.length === y.length ||
      a.startsWith(b) ||
      b.startsWith(a) ||
      sameMiddle(x, y)
    );
  return (p.length === 1 && q.startsWith(p)) || (q.length === 1 && p.startsWith(q));
}

function sameMiddle(x: readonly string[], y: readonly string[]): boolean {
  return x[1]!.charAt(0) === y[1]!.charAt(0);
}

/** "the Duma" for "State Duma", "the Foundation" for "Ada Lind Foundation": when one long name alone fits. */
function joinShortForms(groups: Groups): void {
  const byHead = new Map<string, string[]>();
  for (const key of groups.byKey.keys()) {
    if (!key.includes(' ') || groups.kindOf(key) === PERSON) continue;
    for (const head of headsOf(key)) {
      const list = byHead.get(head);
      if (list === undefined) byHead.set(head, [key]);
      else list.push(key);
    }
  }
  for (const [key, cluster] of groups.byKey) {
    if (cluster.kind === PERSON) continue;
    const fits = distinct(
      groups,
      (byHead.get(key) ?? []).filter((long) => groups.kindOf(long) === cluster.kind && long !== key),
    );
    if (fits.length === 1) groups.join(key, fits[0]!);
  }
}

/** Shorter forms under which a long name may go on. */
function headsOf(key: string): string[] {
  const heads: string[] = [];
  const words = key.split(' ');
  const isHead = (word: string) => (sensesOf(word) & (Sense.organization | Sense.placeWord)) !== 0;
  const last = words.at(-1)!;
  if (isHead(last) && !key.includes(' of ')) heads.push(last);
  const of = words.indexOf('of');
  const end = words.findIndex(
    (word, index) => index > 0 && (word === 'of' || word === 'for' || word === 'in' || word === 'at'),
  );
  if (of === 1 && isHead(words[0]!)) heads.push(words[0]!);
  if (end > 1 && isHead(words[end - 1]!)) heads.push(words.slice(0, end).join(' '));
  // "Lind Foundation" for "Ada Lind Foundation".
  if (end < 0 && words.length > 2 && isHead(last)) heads.push(words.slice(1).join(' '));
  return heads;
}
