// @ts-check
// How long hostile texts take to be read and checked, and once more after an edit in their middle, as multiples of the time that
// plain prose of the same length takes to be read and checked in the same run. Usage: npm run bench:hostile [-- SHARE [NAME]]: SHARE of each text's full size, texts whose name has NAME.

import { editsInMiddle, hostileTexts } from '../support/hostileTexts.mjs';
import { generateReport } from './generateReport.mjs';
import { loadCore } from './loadCore.mjs';
import { printRows } from './measure.mjs';

const [size = '1', wanted = ''] = process.argv.slice(2).filter((word) => word !== '--rows');
const share = Number(size);
const print = process.argv.includes('--rows') ? () => undefined : console.log;
const { analyse, checkInProject, emptyProject, reanalyse } = await loadCore();
const options = { project: emptyProject, path: 'report.md' };

/** Processor time in milliseconds, which other programs do not lengthen. @param {() => void} work */
function timed(work) {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}

/** @param {string} source */
function timesOf(source) {
  const baseline = analyse('');
  let document = baseline;
  const read = timed(() => {
    document = analyse(source);
  });
  const check = timed(() => checkInProject(document, options));
  const each = editsInMiddle(source).map((edit) =>
    timed(() => checkInProject(reanalyse(document, edit), { ...options, baseline: document })),
  );
  return { read, check, edit: Math.max(...each), claims: document.claims.length };
}

/** @type {Map<number, number>} */
const ofProse = new Map();
/** What prose of that length takes. @param {number} length */
function fairTime(length) {
  const known = ofProse.get(length);
  if (known !== undefined) return known;
  const { read, check } = timesOf(generateReport(length, length));
  ofProse.set(length, read + check);
  return read + check;
}

timesOf(generateReport(200_000));
let worst = 0;
let slowest = '';
/** @type {number[]} */
const ratios = [];
print('× prose   characters    read ms   check ms    edit ms    claims  text');
for (const { name, size, make } of hostileTexts) {
  if (!name.includes(wanted)) continue;
  // What weak references name is let go with the event.
  await new Promise((resolve) => setImmediate(resolve));
  const source = make(size * share);
  const fair = fairTime(Math.round(size * share));
  const { read, check, edit, claims } = timesOf(source);
  const ratio = (Math.max(read + check, edit) / fair) * ((size * share) / source.length);
  ratios.push(ratio);
  if (ratio > worst) slowest = name;
  worst = Math.max(worst, ratio);
  const columns = [source.length, read, check, edit].map((value) => value.toFixed(0).padStart(10));
  print(ratio.toFixed(2).padStart(7), '', ...columns, String(claims).padStart(9), ` ${name}`);
}
print(`\nAt most ${worst.toFixed(2)} times the time of prose of the same length.`);
printRows(() => {
  const middle = [...ratios].sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0;
  const each = { unit: '× prose', aim: '10 × prose' };
  return [
    { name: `hostile texts, ${ratios.length} of them`, median: middle, ...each },
    { name: `the slowest of them: ${slowest}`, median: worst, ...each },
  ];
});
