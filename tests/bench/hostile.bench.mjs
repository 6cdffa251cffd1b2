// @ts-check
// How long hostile texts take to be read and checked, as multiples of the time that plain prose of the same length takes in
// the same run. Usage: npm run bench:hostile [-- SHARE [NAME]]: SHARE of each text's full size, texts whose name has NAME.

import { hostileTexts } from '../support/hostileTexts.mjs';
import { generateReport } from './generateReport.mjs';
import { loadCore } from './loadCore.mjs';

const share = Number(process.argv[2] ?? 1);
const wanted = process.argv[3] ?? '';
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
console.log('× prose   characters    read ms   check ms    claims  text');
for (const { name, size, make } of hostileTexts) {
  if (!name.includes(wanted)) continue;
  const source = make(size * share);
  const fair = fairTime(Math.round(size * share));
  const { read, whole, claims } = timeOf(source);
  const ratio = (whole / fair) * ((size * share) / source.length);
  worst = Math.max(worst, ratio);
  const columns = [ratio.toFixed(2).padStart(7), String(source.length).padStart(12), read.toFixed(0).padStart(10)];
  console.log(columns.join(' '), (whole - read).toFixed(0).padStart(10), String(claims).padStart(9), ` ${name}`);
}
console.log(`\nAt most ${worst.toFixed(2)} times the time of prose of the same length.`);
