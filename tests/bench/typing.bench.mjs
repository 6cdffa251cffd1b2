// @ts-check
// How long after a key press the new problems are there, in a long report, by steps; beside a full analysis and the
// Markdown parser alone, in one run. Usage: npm run bench [-- CHARACTERS [KEYSTROKES]]

import { createRandom, generateReport } from './generateReport.mjs';
import { loadCore } from './loadCore.mjs';

const length = Number(process.argv[2] ?? 1_000_000);
const keystrokes = Number(process.argv[3] ?? 150);
const { analyse, checkInProject, emptyProject, parseMarkdown, reanalyse } = await loadCore();
const options = { project: emptyProject, path: 'report.md' };

/** Milliseconds that it takes. @param {() => unknown} work */
function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The value that `share` of the values are not above. @param {readonly number[]} values @param {number} share */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** @type {Map<string, number[]>} */
const steps = new Map();
let last = 0;
/** @param {string} step */
function note(step) {
  const now = performance.now();
  const times = steps.get(step);
  if (times) times.push(now - last);
  else steps.set(step, [now - last]);
  last = now;
}

const source = generateReport(length);
const random = createRandom(2);
const parse = Array.from({ length: 3 }, () => timed(() => parseMarkdown(source, 'markdown')));
const full = Array.from({ length: 3 }, (_, run) => {
  // Another text each time: what was read once is kept.
  const other = generateReport(length, run + 3);
  return timed(() => checkInProject(analyse(other), options));
});

let document = analyse(source);
checkInProject(document, options);
/** @type {number[]} */
const whole = [];
for (let count = -20; count < keystrokes; count++) {
  // Letters into words: a word goes on being typed for a few keys, then another place is edited.
  const start = source.indexOf(' ', Math.floor(random() * source.length)) + 1 || source.length;
  const edit = { span: { start, end: start }, text: 'abcdefgh 12'.charAt(Math.floor(random() * 11)) };
  const before = performance.now();
  last = before;
  document = reanalyse(document, edit, { onStep: note });
  checkInProject(document, options);
  note('check');
  whole.push(performance.now() - before);
  if (count < 0) whole.length = 0;
  if (count < 0) steps.clear();
}

const fullTime = quantile(full, 0.5);
const parseTime = quantile(parse, 0.5);
const columns = [34, 12, 12, 12, 14, 14];
/** @param {readonly (string | number)[]} cells */
function print(cells) {
  const text = cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(cell < 0.1 ? 4 : 2) : cell));
  console.log(
    text
      .map((cell, index) => (index === 0 ? cell.padEnd(columns[0] ?? 0) : cell.padStart(columns[index] ?? 0)))
      .join(''),
  );
}
/** @param {string} name @param {readonly number[]} times */
function printTimes(name, times) {
  const median = quantile(times, 0.5);
  print([name, median, quantile(times, 0.99), Math.max(...times), median / fullTime, median / parseTime]);
}

console.log(
  `${source.length} characters, ${document.blocks.length} blocks, ${document.claims.length} claims, ${document.actors.length} actors; ${keystrokes} keystrokes; times in ms\n`,
);
print(['', 'median', 'p99', 'most', '× full', '× parser']);
printTimes('Markdown parser alone', parse);
printTimes('full analysis and check', full);
printTimes('keystroke to problems', whole);
for (const [step, times] of steps) printTimes(`  ${step}`, times);
