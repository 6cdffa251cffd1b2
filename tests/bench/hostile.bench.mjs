// @ts-check
// How long hostile texts take to be read and checked, as multiples of the time that plain prose of the same length takes in
// the same run. Usage: npm run bench:hostile [-- SHARE [NAME]]: SHARE of each text's full size, texts whose name has NAME.

import { hostileTexts } from '../support/hostileTexts.mjs';
import { generateReport } from './generateReport.mjs';
import { loadCore } from './loadCore.mjs';
import { printRows } from './measure.mjs';

const [size = '1', wanted = ''] = process.argv.slice(2).filter((word) => word !== '--rows');
const share = Number(size);
const print = process.argv.includes('--rows') ? () => undefined : console.log;
const { analyse, checkInProject, emptyProject } = await loadCore();

/** Processor time in milliseconds, which other programs do not lengthen. @param {string} source */
function timeOf(source) {
  const before = process.cpuUsage();
  const document = analyse(source);
  const read = process.cpuUsage(before).user / 1000;
  checkInProject(document, { project: emptyProject, path: 'report.md' });
  return { read, whole: process.cpuUsage(before).user / 1000, claims: document.claims.length };
}

/** @type {Map<number, number>} */
const ofProse = new Map();
/** What prose of that length takes. @param {number} length */
function fairTime(length) {
  const known = ofProse.get(length);
  if (known !== undefined) return known;
  const { whole } = timeOf(generateReport(length, length));
  ofProse.set(length, whole);
  return whole;
}

timeOf(generateReport(200_000));
let worst = 0;
let slowest = '';
/** @type {number[]} */
const ratios = [];
print('× prose   characters    read ms   check ms    claims  text');
for (const { name, size, make } of hostileTexts) {
  if (!name.includes(wanted)) continue;
  const source = make(size * share);
  const fair = fairTime(Math.round(size * share));
  const { read, whole, claims } = timeOf(source);
  const ratio = (whole / fair) * ((size * share) / source.length);
  ratios.push(ratio);
  if (ratio > worst) slowest = name;
  worst = Math.max(worst, ratio);
  const columns = [ratio.toFixed(2).padStart(7), String(source.length).padStart(12), read.toFixed(0).padStart(10)];
  print(columns.join(' '), (whole - read).toFixed(0).padStart(10), String(claims).padStart(9), ` ${name}`);
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
