// What single words say about names: titles, words that head the names of organizations and places, demonyms, given
// names, function words. All lists are small on purpose; the tables in `tables/` are made by a script.

import { isCommonWord } from './commonWord.ts';
import { CITIES, CITY_BITS } from './tables/cities.ts';
import { COUNTRIES, DEMONYMS, REGIONS } from './tables/countries.ts';
import {
  CALENDAR,
  FUNCTION_WORDS,
  HONORIFICS,
  ORGANIZATION_WORDS,
  ORGANIZATIONS,
  PARTICLES,
  PLACE_PREFIXES,
  PLACE_WORDS,
  RELATIONS,
  ROLES,
  STATE_ABBREVIATIONS,
  THING_WORDS,
} from './tables/nameWords.ts';
import { GIVEN_NAME_BITS, SURNAME_BITS } from './tables/personNames.ts';
import { FAMOUS_BITS, GROUPS_BITS, PEOPLES_BITS, PLACES_BITS, THINGS_BITS } from './tables/properNouns.ts';
import { createWordFilter } from './wordFilter.ts';

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
  surname: 1 << 16,
  /** A person whom dictionaries know: "Mozart". */
  famous: 1 << 17,
  /** A place that dictionaries know: "Danube". */
  knownPlace: 1 << 18,
  /** A group that dictionaries know: "Defense Department". */
  knownGroup: 1 << 19,
  /** A people, believers, or one of them: "Frisian", "Buddhists". */
  people: 1 << 20,
  /** Any other thing that dictionaries spell with a capital: a language, a feast, a war, a work. */
  properThing: 1 << 21,
} as const;

/** What is known as a place on the map. */
export const WELL_KNOWN_PLACE = Sense.country | Sense.region | Sense.city;

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
add(ORGANIZATIONS, Sense.knownGroup);
add(STATE_ABBREVIATIONS, Sense.region);

const filters = [
  [createWordFilter(CITY_BITS), Sense.city],
  [createWordFilter(GIVEN_NAME_BITS), Sense.given],
  [createWordFilter(SURNAME_BITS), Sense.surname],
  [createWordFilter(FAMOUS_BITS), Sense.famous],
] as const;
const properNouns = [
  [createWordFilter(PLACES_BITS), Sense.knownPlace],
  [createWordFilter(GROUPS_BITS), Sense.knownGroup],
  [createWordFilter(PEOPLES_BITS), Sense.people],
  [createWordFilter(THINGS_BITS), Sense.properThing],
] as const;

/** Titles, months, countries and small words that are given names as often; no others of them are ("General", "Sunday"). */
const NAMES_TOO = new Set(
  (
    'dean earl duke marshal miles grace faith guy don frank christian will may april june august jan summer autumn winter ' +
    'georgia jordan israel chad india kenya montserrat'
  ).split(' '),
);
const titles = new Set([...ROLES.split('|'), ...HONORIFICS.split('|')]);
const NEVER_GIVEN = Sense.function | Sense.calendar | Sense.country | Sense.organization;

const memory = new Map<string, number>();
const MEMORY_LIMIT = 50_000;

/** All that is known of one word, as `Sense` bits; the word folded as by `foldName`. */
export function sensesOf(word: string): number {
  const known = memory.get(word);
  if (known !== undefined) return known;
  const found = lookUp(word);
  if (memory.size >= MEMORY_LIMIT) memory.clear();
  memory.set(word, found);
  return found;
}

function lookUp(word: string): number {
  let found = senses.get(word) ?? 0;
  if (word.length > 1 && isCommonWord(word)) found |= Sense.common;
  if (word.length > 2) {
    for (const [has, sense] of filters) if (has(word)) found |= sense;
    for (const [has, sense] of properNouns) if (has(word)) found |= sense;
    if ((titles.has(word) || (found & NEVER_GIVEN) !== 0) && !NAMES_TOO.has(word)) found &= ~Sense.given;
  }
  if (word.length > 4 && word.endsWith('s')) {
    const singular = word.slice(0, -1);
    const known = senses.get(singular) ?? 0;
    if ((found & ~Sense.properThing) === 0)
      found |= known & (Sense.role | Sense.organization | Sense.placeWord | Sense.thing);
    // "Danes", "Frisians".
    if ((found & (Sense.country | Sense.region)) === 0) {
      found |= known & Sense.demonym;
      if (properNouns[2][0](singular)) found |= Sense.people;
    }
  }
  return found;
}

const phraseMemory = new Map<string, number>();

/** What is known of several words together: "new york", "saudi arabia"; 0 if nothing. */
export function sensesOfPhrase(phrase: string): number {
  const known = phraseMemory.get(phrase);
  if (known !== undefined) return known;
  let found = phrases.get(phrase) ?? 0;
  for (const [has, sense] of properNouns) if (has(phrase)) found |= sense;
  if (phraseMemory.size >= MEMORY_LIMIT) phraseMemory.clear();
  phraseMemory.set(phrase, found);
  return found;
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
