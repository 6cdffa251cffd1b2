// Links the long and the short forms of organizations and places: acronym and expansion, "State Duma" and "Duma".

import { canonicalKey } from './canonicalKey.ts';
import { type ChosenName, OTHER } from './chooseNames.ts';
import { acronymOf } from './judgeNames.ts';
import { Sense, sensesOf } from './lexicon.ts';
import { distinct, joinKeys, kindOfKey, type NameGroups } from './nameGroups.ts';

const PERSON = 0;

/** "World Food Council (WFC)", "WFC (World Food Council)", and initials that fit one long name only. */
export function joinAcronyms(
  names: readonly ChosenName[],
  groups: NameGroups,
  same: ReadonlyMap<string, string>,
): void {
  for (let i = 0; i < names.length; i++) {
    const long = names[i]!;
    if (!long.candidate.key.includes(' ')) continue;
    for (let j = Math.max(0, i - 3); j <= Math.min(names.length - 1, i + 3); j++) {
      const short = names[j]!;
      if (short.evidence !== long.evidence || short.candidate.key.includes(' ')) continue;
      if (!isAcronymOf(short.candidate.key, long.candidate.key)) continue;
      const [first, second] = j > i ? [long, short] : [short, long];
      const between = long.evidence.text.slice(first.candidate.span.end, second.candidate.span.start);
      if (/^\s?\(\s?(?:the )?$/.test(between)) joinKeys(groups, canonicalKey(short, same), canonicalKey(long, same));
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
    if (fits?.length === 1) joinKeys(groups, key, fits[0]!);
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
    const fits = distinct(
      groups,
      (byHead.get(key) ?? []).filter((long) => long !== key && areLike(kindOfKey(groups, long), cluster.kind)),
    );
    if (fits.length === 1) joinKeys(groups, key, fits[0]!);
  }
}

const areLike = (a: number, b: number) => a === b || a === OTHER || b === OTHER;

/** Words that long names end in and short ones leave out: "Yale University", "Marken Island". */
const DROPPABLE = new Set(
  'university school college institute company corporation corp inc ltd llc plc group foundation island islands city museum magazine party'.split(
    ' ',
  ),
);

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
  if (words.length < 4 && DROPPABLE.has(last)) heads.push(words.slice(0, -1).join(' '));
  if (words.length > 1 && (sensesOf(words[0]!) & (Sense.demonym | Sense.country)) !== 0 && isHead(last))
    heads.push(words.slice(1).join(' '));
  // "Lind Foundation" for "Ada Lind Foundation".
  if (end < 0 && words.length > 2 && isHead(last)) heads.push(words.slice(1).join(' '));
  return heads.filter((head) => head !== key);
}
