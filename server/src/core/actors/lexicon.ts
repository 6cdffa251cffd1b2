// What single words say about names: titles, words that head the names of organizations and places, demonyms, given
// names, function words. All lists are small on purpose; the tables in `tables/` are made by a script.

import { isCommonWord } from './commonWord.ts';
import { CITIES } from './tables/cities.ts';
import { COUNTRIES, DEMONYMS, REGIONS } from './tables/countries.ts';
import { GIVEN_NAMES } from './tables/givenNames.ts';
import {
  CALENDAR,
  FUNCTION_WORDS,
  HONORIFICS,
  ORGANIZATION_WORDS,
  PARTICLES,
  PLACE_PREFIXES,
  PLACE_WORDS,
  RELATIONS,
  ROLES,
  THING_WORDS,
} from './tables/nameWords.ts';

/** What a word is known for; bits, for one word can be several things ("Jordan"). */
export const Sense = {
  function: 1,
  /** Before a person's name only: "Mr", "Dr". */
  honorific: 2,
  /** An office or occupation: "president", "analyst". */
  role: 4,
  organization: 8,
  placeWord: 16,
  demonym: 32,
  calendar: 64,
  given: 128,
  country: 256,
  city: 512,
  particle: 1024,
  common: 2048,
  /** Names of works, events, products: "Act", "War", "Award". */
  thing: 4096,
  relation: 8192,
  region: 16384,
  /** Begins the names of places: "Fort", "Lake". */
  placePrefix: 32768,
} as const;

const senses = new Map<string, number>();
const phrases = new Map<string, number>();

function add(list: string, sense: number): void {
  for (const entry of list.split('|')) {
    const table = entry.includes(' ') ? phrases : senses;
    table.set(entry, (table.get(entry) ?? 0) | sense);
  }
}
add(FUNCTION_WORDS, Sense.function);
add(HONORIFICS, Sense.honorific);
add(ROLES, Sense.role);
add(ORGANIZATION_WORDS, Sense.organization);
add(PLACE_WORDS, Sense.placeWord);
add(DEMONYMS, Sense.demonym);
add(CALENDAR, Sense.calendar);
add(PLACE_PREFIXES, Sense.placePrefix);
add(PARTICLES, Sense.particle);
add(THING_WORDS, Sense.thing);
add(RELATIONS, Sense.relation);
add(COUNTRIES, Sense.country);
add(REGIONS, Sense.region);
add(CITIES, Sense.city);
add(GIVEN_NAMES, Sense.given);

/** Titles that are given names as often; the others are titles whatever registers of births say ("General"). */
const NAMES_TOO = new Set([
  'dean',
  'earl',
  'duke',
  'marshal',
  'miles',
  'grace',
  'faith',
  'guy',
  'don',
  'frank',
  'christian',
]);
for (const title of [...ROLES.split('|'), ...HONORIFICS.split('|')]) {
  const known = senses.get(title);
  if (known !== undefined && !NAMES_TOO.has(title)) senses.set(title, known & ~Sense.given);
}

const memory = new Map<string, number>();
const MEMORY_LIMIT = 50_000;

/** All that is known of one word, as `Sense` bits; the word folded as by `foldName`. */
export function sensesOf(word: string): number {
  const known = memory.get(word);
  if (known !== undefined) return known;
  let found = senses.get(word) ?? 0;
  if (word.length > 1 && isCommonWord(word)) found |= Sense.common;
  if (found === 0 && word.length > 4 && word.endsWith('s')) {
    const singular =
      (senses.get(word.slice(0, -1)) ?? 0) & (Sense.role | Sense.organization | Sense.placeWord | Sense.thing);
    found |= singular;
  }
  if (memory.size >= MEMORY_LIMIT) memory.clear();
  memory.set(word, found);
  return found;
}

/** What is known of several words together: "new york", "saudi arabia"; 0 if nothing. */
export function sensesOfPhrase(phrase: string): number {
  return phrases.get(phrase) ?? 0;
}

/** The spelling under which names are looked up and compared: lower case, no diacritics, straight apostrophes. */
export function foldName(text: string): string {
  let plain = true;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 127) {
      plain = false;
      break;
    }
  }
  if (plain) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .replace(/[ßẞ]/g, 'ss')
    .replace(/[’‘ʼ`]/g, "'")
    .toLowerCase();
}
