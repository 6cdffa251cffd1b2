// The spellings under which a document names its actors, and which two of them look like one name spelled in two ways.

import type { Actor, Mention } from '../actors/actor.ts';
import { foldName, Sense, sensesOf, sensesOfPhrase } from '../actors/lexicon.ts';

/** One spelling of a name, with everything that is spelled so. */
export interface SpellingForm {
  readonly text: string;
  readonly actor: Actor;
  readonly mentions: Mention[];
}

const formsKnown = new WeakMap<Actor, readonly SpellingForm[]>();

/** The spellings of an actor in the order of their first mentions; titles, articles and line breaks aside. */
export function spellingForms(actor: Actor): readonly SpellingForm[] {
  const known = formsKnown.get(actor);
  if (known) return known;
  const forms = new Map<string, SpellingForm>();
  for (const mention of actor.mentions) {
    const text = recall(bareNames, mention.text, () => bareName(mention.text));
    if (text.length < SHORTEST || text === text.toUpperCase()) continue;
    const form = forms.get(text);
    if (form === undefined) forms.set(text, { text, actor, mentions: [mention] });
    else form.mentions.push(mention);
  }
  const found = [...forms.values()];
  formsKnown.set(actor, found);
  return found;
}

const SHORTEST = 4;

/** Names and pairs of names met before: most are those of the edit before this one. */
const bareNames = new Map<string, string>();
const differences = new Map<string, Map<string, SpellingDifference | undefined>>();
const MOST_REMEMBERED = 50_000;
const MOST_COMPARED = 5_000;

function recall<T>(memory: Map<string, T>, key: string, make: () => T): T {
  const known = memory.get(key);
  if (known !== undefined || memory.has(key)) return known!;
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  const made = make();
  memory.set(key, made);
  return made;
}

/** "Novak" of "General Novak", on one line and with straight apostrophes. */
function bareName(text: string): string {
  const words = text.replace(/[’‘ʼ]/g, "'").replace(/\s+/g, ' ').split(' ');
  let first = 0;
  while (
    first < words.length - 1 &&
    (sensesOf(foldName(words[first]!).replace('.', '')) & (Sense.role | Sense.honorific)) !== 0
  )
    first++;
  return words.slice(first).join(' ');
}

/** What tells two spellings of one name apart; undefined if they are not known to be one name. */
export type SpellingDifference = 'diacritics' | 'hyphen' | 'letter';

/** Compares "Zoltan Barany" with "Zoltán Bárány" and "Marina Kolarova" with "Marina Kolarvoa". */
export function compareSpellings(a: string, b: string): SpellingDifference | undefined {
  const known = recall(differences, a, () => new Map<string, SpellingDifference | undefined>());
  if (known.size >= MOST_COMPARED) known.clear();
  return recall(known, b, () => findDifference(a, b));
}

function findDifference(a: string, b: string): SpellingDifference | undefined {
  const x = foldName(a);
  const y = foldName(b);
  if (x === y) return a.toLowerCase() === b.toLowerCase() ? undefined : 'diacritics';
  const p = x.split(/[ -]/);
  const q = y.split(/[ -]/);
  if (p.length !== q.length) return undefined;
  const differing = p.flatMap((word, index) => (word === q[index] ? [] : [index]));
  if (differing.length === 0) return p.length > 1 ? 'hyphen' : undefined;
  if (differing.length > 1) return undefined;
  const isKnown = ((sensesOfPhrase(x) | sensesOfPhrase(y)) & KNOWN) !== 0;
  return isMisspelling(p[differing[0]!]!, q[differing[0]!]!, isKnown) ? 'letter' : undefined;
}

const KNOWN =
  Sense.given |
  Sense.surname |
  Sense.famous |
  Sense.city |
  Sense.country |
  Sense.region |
  Sense.knownPlace |
  Sense.knownGroup |
  Sense.demonym;
const LEAST_LETTERS = 6;
/** One letter for another makes another name of a short one: "Hansen", "Hanson". */
const LEAST_LETTERS_OF_CHANGED = 7;

/**
 * Whether one word is the other with one letter wrong, missing or swapped. Words that are both known are two words ("Larsen",
 * "Larson") unless the whole name is known, and so are those that differ in an ending ("Petrov", "Petrova") or a figure.
 */
function isMisspelling(a: string, b: string, isKnown: boolean): boolean {
  if (Math.min(a.length, b.length) < LEAST_LETTERS || /[0-9]/.test(a + b)) return false;
  if (!isKnown && (sensesOf(a) & (KNOWN | Sense.common)) !== 0 && (sensesOf(b) & (KNOWN | Sense.common)) !== 0)
    return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  // An ending makes another word of it.
  if (end === 0) return false;
  if (left.length === 2 && right.length === 2) return left[0] === right[1] && left[1] === right[0];
  if (left.length === 1 && right.length === 1) return a.length >= LEAST_LETTERS_OF_CHANGED;
  return left.length <= 1 && right.length <= 1;
}
