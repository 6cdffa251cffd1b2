// @ts-check
// How fast the names of many actors are found in much text, beside reading that text into blocks, in one run. Fails below
// 20 MB a second. Usage: npm run bench:names [-- ACTORS [MEGABYTES]]

import { createRandom, generateReport } from './generateReport.mjs';
import { loadCore } from './loadCore.mjs';
import { parseMarkdown } from './remark.mjs';

const LEAST_SPEED = 20;
const ROUNDS = 5;

const actors = Number(process.argv[2] ?? 5_000);
const megabytes = Number(process.argv[3] ?? 2);
const { buildNameMatcher, findKnownNames } = await loadCore();

const random = createRandom(3);
const syllables = 'ka lo mi ter van dor es bru na shi gor pel ya wen ost ri'.split(' ');
const word = () => {
  const text = Array.from({ length: 2 + Math.floor(random() * 2) }, () => syllables[Math.floor(random() * 16)]).join(
    '',
  );
  return text[0]?.toUpperCase() + text.slice(1);
};
const names = [...new Set(Array.from({ length: actors * 2 }, () => `${word()} ${word()}`))].slice(0, actors);

/** The report with a name of the list after every hundredth word. */
const text = generateReport(megabytes * 1_000_000)
  .split(' ')
  .map((part, index) => (index % 100 === 0 ? `${names[Math.floor(random() * names.length)]} ${part}` : part))
  .join(' ');

/** The fastest of some rounds, in milliseconds. @param {() => unknown} work */
function fastest(work) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const matcher = buildNameMatcher(names);
const found = findKnownNames(matcher, text).length;
const search = fastest(() => findKnownNames(matcher, text));
const parse = fastest(() => parseMarkdown(text));
const size = Buffer.byteLength(text) / 1e6;
const speed = size / (search / 1000);
console.log(
  `${names.length} names in ${size.toFixed(1)} MB: ${found} found in ${search.toFixed(0)} ms, ${speed.toFixed(0)} MB/s`,
);
console.log(`Parsing the same text takes ${parse.toFixed(0)} ms.`);
if (speed < LEAST_SPEED) {
  console.error(`Slower than ${LEAST_SPEED} MB/s.`);
  process.exitCode = 1;
}
