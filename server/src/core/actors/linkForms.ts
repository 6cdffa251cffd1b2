// Links the long and the short forms of organizations and places: acronym and expansion, "State Duma" and "Duma".

import { remembering } from '../text/remembering.ts';
import type { ChosenName } from './chooseNames.ts';
import { initialsOf } from './documentEvidence.ts';
import { ORGANIZATION, OTHER, PERSON } from './kinds.ts';
import { Sense, sensesOf, sensesOfPhrase, WELL_KNOWN_PLACE } from './lexicon.ts';
import { distinct, joinKeys, kindOfKey, type NameGroups } from './nameGroups.ts';

/** A short form and the long one that it stands for, by their canonical keys. */
export type JoinedKeys = readonly [short: string, long: string];

/** "World Food Council (WFC)", "WFC (World Food Council)": what brackets join among the names of one piece of prose. */
export function acronymsIn(names: readonly ChosenName[], keys: readonly string[]): JoinedKeys[] {
  const joined: JoinedKeys[] = [];
  if (!names.some(hasBracketBehind)) return joined;
  for (let i = 0; i < names.length; i++) {
    const long = names[i]!;
    if (!long.candidate.key.includes(' ')) continue;
    for (let j = Math.max(0, i - 3); j <= Math.min(names.length - 1, i + 3); j++) {
      const short = names[j]!;
      const [first, second] = j > i ? [long, short] : [short, long];
      if (!hasBracketBehind(first) || short.candidate.key.includes(' ')) continue;
      if (!isAcronymOf(short.candidate.key, long.candidate.key) && !isForeignAcronym(short, long)) continue;
      const between = long.evidence.text.slice(first.candidate.span.end, second.candidate.span.start);
      if (/^\s?\(\s?(?:the )?$/.test(between)) joined.push([keys[j]!, keys[i]!]);
    }
  }
  return joined;
}

/** What brackets join, and initials that fit one long name only. */
export function joinAcronyms(groups: NameGroups): void {
  for (const { acronyms } of groups.pieces) for (const [short, long] of acronyms) joinKeys(groups, short, long);
  const byInitials = new Map<string, string[]>();
  for (const [key, cluster] of groups.byKey) {
    if (!key.includes(' ') || cluster.kind === PERSON) continue;
    const initials = initialsOf(key);
    if (initials.length < 2) continue;
    const list = byInitials.get(initials);
    if (list === undefined) byInitials.set(initials, [key]);
    else list.push(key);
  }
  for (const [key, cluster] of groups.byKey) {
    if (key.length < 2 || key.length > 9 || cluster.kind === PERSON || key.includes(' ')) continue;
    const fits = byInitials.get(key.replaceAll('.', ''));
    if (fits?.length !== 1) continue;
    const { evidence, candidate } = cluster.names[0]!;
    const text = evidence.text.slice(candidate.span.start, candidate.span.end);
    if (text === text.toUpperCase()) joinKeys(groups, key, fits[0]!);
  }
}

/** Whether a bracket opens right behind a name, or one character further on. */
function hasBracketBehind({ evidence: { text }, candidate }: ChosenName): boolean {
  const { end } = candidate.span;
  return text.charAt(end) === '(' || text.charAt(end + 1) === '(';
}

/** "Danish Seamen's Union (DSF)": letters of another language, which fill the bracket after an organization. */
function isForeignAcronym({ candidate, kind, evidence }: ChosenName, long: ChosenName): boolean {
  const { start, end } = candidate.span;
  const { text } = evidence;
  const letters = text.slice(start, end);
  if (long.kind !== ORGANIZATION || kind === PERSON || !/^\p{Lu}{3,7}$/u.test(letters)) return false;
  if ((sensesOf(candidate.key) & WELL_KNOWN_PLACE) !== 0) return false;
  const after = start > long.candidate.span.end ? text.charAt(end) : text.charAt(long.candidate.span.end);
  return after === ')';
}

function isAcronymOf(short: string, long: string): boolean {
  const letters = short.replace(/\./g, '');
  const initials = initialsOf(long);
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

/** "the Duma" for "State Duma", "the Foundation" for "Ada Lind Foundation": when one long name alone fits. */
export function joinShortForms(groups: NameGroups): void {
  const byHead = new Map<string, string[]>();
  for (const key of groups.byKey.keys()) {
    if (!key.includes(' ') || kindOfKey(groups, key) === PERSON) continue;
    for (const head of headsOf(key)) {
      const list = byHead.get(head);
      if (list === undefined) byHead.set(head, [key]);
      else list.push(key);
    }
  }
  for (const [key, cluster] of groups.byKey) {
    if (cluster.kind === PERSON) continue;
    const longs = byHead.get(key);
    if (longs === undefined) continue;
    const fits = distinct(
      groups,
      longs.filter((long) => (long !== key && areLike(kindOfKey(groups, long), cluster.kind)) || isNamesake(long, key)),
    );
    if (fits.length === 1) joinKeys(groups, key, fits[0]!);
  }
}

/** "Lindholm" for "Lindholm University", which looks like the place that the university is not named after. */
function isNamesake(long: string, short: string): boolean {
  return INSTITUTIONS.has(long.slice(short.length + 1)) && (senseOfName(short) & WELL_KNOWN_PLACE) === 0;
}

const INSTITUTIONS = new Set(['university', 'college', 'school', 'institute', 'foundation', 'museum']);

const areLike = (a: number, b: number) => a === b || a === OTHER || b === OTHER;

/** Words that long names end in and short ones leave out: "Yale University", "Marken Island". */
const DROPPABLE = new Set(
  'university school college institute company corporation corp inc ltd llc plc group foundation island islands city museum magazine party'.split(
    ' ',
  ),
);

const senseOfName = (name: string) => (name.includes(' ') ? sensesOfPhrase(name) : sensesOf(name));

/** "Marken Island" goes on as "Marken"; but "Kuwait City" is not Kuwait, nor is "Taiwan Island" always Taiwan. */
function isDroppable(last: string, rest: string): boolean {
  if (!DROPPABLE.has(last)) return false;
  // Where a text names the city, it seldom means the state.
  if (rest === 'new york') return true;
  const known = senseOfName(rest) & WELL_KNOWN_PLACE;
  if (last === 'city') return known === 0 || (known & (Sense.country | Sense.city)) === Sense.city;
  return !last.startsWith('island') || known === 0;
}

/** How many words of a name say of which country it is: 1 of "Danish Maritime Museum", 2 of "New Zealand Post Office". */
function nationWords(words: readonly string[]): number {
  if (words.length > 2 && (sensesOfPhrase(`${words[0]} ${words[1]}`) & Sense.country) !== 0) return 2;
  return words.length > 1 && (sensesOf(words[0]!) & (Sense.demonym | Sense.country)) !== 0 ? 1 : 0;
}

const MOST_KEYS = 50_000;

/** Shorter forms under which a long name may go on. */
const headsOf: (key: string) => readonly string[] = remembering(MOST_KEYS, findHeads);

function findHeads(key: string): string[] {
  const heads: string[] = [];
  const words = key.split(' ');
  const isHead = (word: string) => (sensesOf(word) & (Sense.organization | Sense.placeWord)) !== 0;
  const last = words.at(-1)!;
  // "the House" is a chamber, and no short form of a house with a name.
  if (isHead(last) && last !== 'house' && !key.includes(' of ')) heads.push(last);
  const of = words.indexOf('of');
  const end = words.findIndex(
    (word, index) => index > 0 && (word === 'of' || word === 'for' || word === 'in' || word === 'at'),
  );
  if (of === 1 && isHead(words[0]!)) heads.push(words[0]!);
  if (end > 1 && isHead(words[end - 1]!)) heads.push(words.slice(0, end).join(' '));
  if (words.length < 4 && isDroppable(last, words.slice(0, -1).join(' '))) heads.push(words.slice(0, -1).join(' '));
  const nation = nationWords(words);
  const core = words.slice(nation, end > nation ? end : undefined);
  if (nation > 0 && core.length > 0 && isHead(core.at(-1)!)) heads.push(core.join(' '));
  // "Lind Foundation" for "Ada Lind Foundation".
  if (end < 0 && words.length > 2 && isHead(last)) heads.push(words.slice(1).join(' '));
  return heads.filter((head) => head !== key);
}
