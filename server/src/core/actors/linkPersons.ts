// Links the names of people: full names that differ in initials or a letter, surnames and given names alone, and offices
// ("the President") that one person in the document holds.

import { remembering } from '../text/remembering.ts';
import type { NameCandidate } from './actor.ts';
import type { ChosenName } from './chooseNames.ts';
import { isWeakBy } from './kindSums.ts';
import { OTHER, PERSON } from './kinds.ts';
import { foldName, Sense, sensesOf, sensesOfPhrase, WELL_KNOWN_PLACE } from './lexicon.ts';
import { distinct, joinKeys, kindOfKey, type NameGroups, rootOf, type Spelling } from './nameGroups.ts';

const KNOWN_PLACE = WELL_KNOWN_PLACE | Sense.knownPlace;

/** Full names among themselves, then surnames and given names alone. */
export function joinPersons(groups: NameGroups): void {
  const bySurname = new Map<string, string[]>();
  const byGiven = new Map<string, string[]>();
  /** By what remains of a name without its first words. */
  const byEnding = new Map<string, string[]>();
  const push = (map: Map<string, string[]>, word: string, key: string) => {
    const list = map.get(word);
    if (list === undefined) map.set(word, [key]);
    else list.push(key);
  };
  for (const key of groups.byKey.keys()) {
    if (!key.includes(' ') || !mayBePerson(groups, key)) continue;
    const { surname, given, endings, isJoined } = partsOf(key);
    if (isJoined) continue;
    push(bySurname, surname, key);
    push(byGiven, given, key);
    for (const ending of endings) push(byEnding, ending, key);
  }
  for (const list of bySurname.values()) {
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length && j < i + 20; j++)
        if (areCompatible(list[i]!, list[j]!)) joinKeys(groups, list[i]!, list[j]!);
    }
  }
  // "Mori Hanako" and "Hanako Mori".
  for (const [key, { kind }] of groups.byKey) {
    if (kind !== PERSON) continue;
    const { given, endings } = partsOf(key);
    if (endings.length !== 1) continue;
    const swapped = `${endings[0]} ${given}`;
    if (groups.byKey.get(swapped)?.kind === PERSON) joinKeys(groups, key, swapped);
  }
  for (const [key, cluster] of groups.byKey) {
    if (key.includes(' ')) continue;
    const [named, called] = [bySurname.get(key), byGiven.get(key)];
    if (named === undefined && called === undefined) continue;
    const people = distinct(groups, named ?? []);
    if (people.length > 0 && cluster.kind !== PERSON && !isWeak(cluster)) continue;
    if (people.length === 1) joinKeys(groups, key, people[0]!);
    else if (people.length > 1) groups.shared.set(key, people);
    else if (cluster.kind === PERSON || isWeak(cluster)) {
      const friends = distinct(groups, called ?? []);
      if (friends.length === 1) joinKeys(groups, key, friends[0]!);
      else if (friends.length > 1) groups.shared.set(key, friends);
    }
  }
  // "von der Alm" for "Greta von der Alm".
  for (const key of groups.byKey.keys()) {
    if (!key.includes(' ') || kindOfKey(groups, key) !== PERSON) continue;
    const people = distinct(
      groups,
      (byEnding.get(key) ?? []).filter((other) => partsOf(other).surname === partsOf(key).surname),
    );
    if (people.length === 1) joinKeys(groups, key, people[0]!);
    // "de Vries" and "Vries".
    const blank = key.indexOf(' ');
    const bare = key.slice(blank + 1);
    const isParticle = (sensesOf(key.slice(0, blank)) & Sense.particle) !== 0;
    if (people.length === 0 && isParticle && groups.byKey.get(bare)?.kind === PERSON) joinKeys(groups, key, bare);
  }
}

/** A person, or a name of doubtful kind that is made as the names of people are: "Troy Hanak". */
function mayBePerson(groups: NameGroups, key: string): boolean {
  const cluster = groups.byKey.get(key)!;
  const { evidence, candidate } = cluster.names[0]!;
  // "Novak & Roth" are two.
  if (evidence.text.slice(candidate.span.start, candidate.span.end).includes('&')) return false;
  if (cluster.kind === PERSON) return true;
  return (cluster.kind === OTHER || isWeak(cluster)) && isMadeAsPersons(key);
}

const MOST_KEYS = 50_000;

/** Whether a key is made as the names of people are: a given name, and nothing that tells another kind. */
const isMadeAsPersons = remembering(MOST_KEYS, (key): boolean => {
  const words = key.split(' ');
  if (words.length > 3 || (sensesOf(words[0]!) & Sense.given) === 0) return false;
  if ((sensesOf(words.at(-1)!) & (Sense.organization | Sense.placeWord | Sense.thing | Sense.common)) !== 0)
    return false;
  return (sensesOf(words[0]!) & Sense.demonym) === 0 && (sensesOfPhrase(key) & KNOWN_PLACE) === 0;
});

function isWeak({ sums, kind }: Spelling): boolean {
  return isWeakBy(sums, kind);
}

const SUFFIXES = new Set('jr sr ii iii iv phd md esq obe mbe cbe dbe kbe frs ra qc kc mp mep usn jd mba'.split(' '));

/** What a name is made of, if it is a person's. */
interface NameParts {
  readonly words: readonly string[];
  /** Its first word without points. */
  readonly first: string;
  readonly surname: string;
  readonly given: string;
  /** What remains without its first word, its first two, and so on. */
  readonly endings: readonly string[];
  /** Whether it names two, or is "of" something. */
  readonly isJoined: boolean;
}

const partsOf = remembering(MOST_KEYS, (key): NameParts => {
  const words = key.split(' ');
  const endings = words.slice(1).map((_, index) => words.slice(index + 1).join(' '));
  const isJoined = / (?:and|&|of) /.test(key);
  while (words.length > 2 && SUFFIXES.has(words.at(-1)!)) words.pop();
  const all = key.split(' ');
  const first = all[0]!.replaceAll('.', '');
  return { words: all, first, surname: words.at(-1)!, given: words[0]!, endings, isJoined };
});

/** Whether two full names with one surname can be one person: "Ana Ruiz", "Ana M. Ruiz", "A. Ruiz", "Anna Ruiz". */
function areCompatible(a: string, b: string): boolean {
  const { words: x, first: p } = partsOf(a);
  const { words: y, first: q } = partsOf(b);
  if (p === q)
    return (
      x.length === 2 ||
      y.length === 2 ||
      x.length === y.length ||
      a.startsWith(b) ||
      b.startsWith(a) ||
      sameMiddle(x, y)
    );
  if ((p.length === 1 && q.startsWith(p)) || (q.length === 1 && p.startsWith(q))) return true;
  if (x.length === y.length && x.length > 2 && x.slice(1).join(' ') === y.slice(1).join(' ')) return true;
  if (
    x.length !== y.length &&
    (x.length > y.length ? y.every((word) => x.includes(word)) : x.every((word) => y.includes(word)))
  )
    return true;
  return x.length === y.length && (differByOne(p, q) || areShortAndLong(p, q));
}

/** Familiar forms of English given names that are not their beginnings, each after what it stands for. */
const FAMILIAR = (
  'william bill|william will|william billy|robert bob|robert bobby|robert rob|richard dick|richard rick|lawrence larry|james jim|' +
  'james jimmy|john jack|john johnny|charles charlie|charles chuck|edward ed|edward ted|edward eddie|theodore ted|joseph joe|' +
  'michael mike|thomas tom|anthony tony|margaret maggie|margaret peggy|elizabeth liz|elizabeth beth|elizabeth betty|katherine kate|' +
  'catherine kate|katherine kathy|catherine cathy|henry harry|henry hank|stephen steve|steven steve|gerald jerry|patricia pat|' +
  'andrew andy|kenneth kenny|david dave|daniel danny|christopher chris|nicholas nick|alexander alex|alexander sasha|matthew matt|' +
  'benjamin ben|samuel sam|timothy tim|gregory greg|jeffrey jeff|ronald ron|donald don|frederick fred|susan sue|deborah debbie|' +
  'jennifer jenny|rebecca becky|barbara barb|leonard len|philip phil|phillip phil|douglas doug|raymond ray|joshua josh|peter pete'
).split('|');
/** By given name, its familiar forms. */
const familiarForms = new Map<string, string[]>();
for (const pair of FAMILIAR) {
  const [name, form] = pair.split(' ') as [string, string];
  familiarForms.set(name, [...(familiarForms.get(name) ?? []), form]);
}

/** "Bill Novak" and "William Novak". */
function areShortAndLong(p: string, q: string): boolean {
  return (familiarForms.get(p)?.includes(q) ?? false) || (familiarForms.get(q)?.includes(p) ?? false);
}

/** "kristin" and "kristen": long given names that differ in one letter in the middle. */
function differByOne(p: string, q: string): boolean {
  if (p.length < 6 || p.length !== q.length || p.at(-1) !== q.at(-1)) return false;
  let differences = 0;
  for (let i = 0; i < p.length; i++) if (p.charCodeAt(i) !== q.charCodeAt(i)) differences++;
  return differences === 1;
}

function sameMiddle(x: readonly string[], y: readonly string[]): boolean {
  return x[1]!.charAt(0) === y[1]!.charAt(0);
}

/** An office and who is said to hold it, by the canonical keys. */
export type HeldOffice = readonly [office: string, holder: string];

/** "the Prime Minister, Ada Lind": which offices are said to be held by whom among the names of one piece of prose. */
export function officesIn(names: readonly ChosenName[], keys: readonly string[]): HeldOffice[] {
  const offices: HeldOffice[] = [];
  for (const [index, { candidate, evidence, kind }] of names.entries()) {
    if (kind !== PERSON || (candidate.titled === undefined && candidate.descriptions === undefined)) continue;
    for (const title of titlesOf(evidence.text, candidate)) offices.push([title, keys[index]!]);
  }
  for (let i = 1; i < names.length; i++) {
    const [first, second] = [names[i - 1]!, names[i]!];
    if (first.kind !== PERSON || second.kind !== PERSON || !isApposed(first, second)) continue;
    const [one, other] = [keys[i - 1]!, keys[i]!];
    if (isOffice(one) && !isOffice(other)) offices.push([one, other]);
    else if (isOffice(other) && !isOffice(one)) offices.push([other, one]);
  }
  return offices;
}

/** "the President" for the only person who is called one. */
export function joinOffices(groups: NameGroups): void {
  const holders = new Map<string, Set<string>>();
  for (const { offices } of groups.pieces) {
    for (const [office, holder] of offices) {
      const known = holders.get(office);
      if (known === undefined) holders.set(office, new Set([rootOf(groups, holder)]));
      else known.add(rootOf(groups, holder));
    }
  }
  for (const [key, cluster] of groups.byKey) {
    if (cluster.kind !== PERSON || !isOffice(key)) continue;
    const held = holders.get(key);
    if (held?.size === 1) joinKeys(groups, key, [...held][0]!);
  }
}

/** "prime minister", "secretary of state". */
const isOffice = remembering(MOST_KEYS, (key): boolean => {
  const of = key.indexOf(' of ');
  const office = of < 0 ? key : key.slice(0, of);
  return (sensesOf(office.slice(office.lastIndexOf(' ') + 1)) & Sense.role) !== 0;
});

/** "the Prime Minister, Ada Lind, said" and "Ada Lind, the Secretary of State,", but not "the Minister, Ada Lind and others". */
function isApposed(first: ChosenName, second: ChosenName): boolean {
  const { text } = first.evidence;
  const { start, end } = second.candidate.span;
  return (
    text.charAt(first.candidate.span.end) === ',' &&
    /^,\s(?:the\s)?$/.test(text.slice(first.candidate.span.end, start)) &&
    !/^,?\s(?:and|or)\b/.test(text.slice(end, end + 6))
  );
}

const titlesBefore = new WeakMap<NameCandidate, readonly string[]>();

/** The last words of the titles and descriptions before a name: "prime minister" and "minister". */
function titlesOf(text: string, candidate: NameCandidate): readonly string[] {
  const known = titlesBefore.get(candidate);
  if (known !== undefined) return known;
  const titles = findTitles(text, candidate);
  titlesBefore.set(candidate, titles);
  return titles;
}

function findTitles(text: string, { span, titled, descriptions }: NameCandidate): string[] {
  const titles: string[] = [];
  const add = (phrase: string) => {
    const words = foldName(phrase).trim().split(/\s+/);
    titles.push(words.at(-1)!);
    if (words.length > 1) titles.push(words.slice(-2).join(' '));
  };
  if (titled !== undefined) add(text.slice(span.start, span.start + titled));
  for (const description of descriptions ?? [])
    if (description.end <= span.start) add(text.slice(description.start, description.end));
  return titles;
}
