// @ts-check
// What a document costs that is read for the first time, beside the Markdown parser alone, in one run.
// Usage: node tests/bench/reading.bench.mjs [RUNS [CHARACTERS]] [DOCUMENT]

import { generateReport } from './generateReport.mjs';
import { loadCore } from './loadCore.mjs';
import { clock, numbers, ownDocument as own, printRows, printTable, quantile, timed } from './measure.mjs';
import { parseMarkdown } from './remark.mjs';

const [runs = 5, most = 1_000_000] = numbers;
const { analyse, checkInProject, emptyProject } = await loadCore();
const options = { project: emptyProject, path: 'report.md' };
const piece = 8192;

/** Another text of that length for each seed: a made report, or a stretch of one's own document. @param {number} length @param {number} seed */
function textOf(length, seed) {
  if (own === undefined) return generateReport(length, seed);
  const start = own.indexOf('\n\n', Math.floor(((seed * 0.381966) % 1) * (own.length - length))) + 2;
  return own.slice(start, start + length);
}

/** Times of the steps of one analysis. @param {string} text */
function readAll(text) {
  /** @type {Record<string, number>} */
  const steps = {};
  let last = clock();
  const document = analyse(text, {
    onStep: (step) => {
      const now = clock();
      steps[step] = now - last;
      last = now;
    },
  });
  steps.check = timed(() => checkInProject(document, options));
  return steps;
}

/** @param {string} name @param {number} length @param {ReadonlyMap<string, readonly number[]>} times */
function rowOf(name, length, times) {
  const median = quantile(times.get(name) ?? [], 0.5);
  const by = (/** @type {string} */ other) => median / quantile(times.get(other) ?? [], 0.5);
  const ratios = { remark: by('remark, the whole text'), pieces: by('remark, pieces of 8 KB') };
  const aim = name === 'read into claims' ? '1 × remark' : '1.3 × pieces';
  return { name: `${length / 1000} KB: ${name}`, median, p99: quantile(times.get(name) ?? [], 0.99), ratios, aim };
}

for (let run = 0; run < 3; run++) readAll(textOf(100_000, 100 + run));
/** @type {import('./measure.mjs').Row[]} */
const found = [];
for (const length of [10_000, 50_000, 200_000, 1_000_000].filter(
  (size) => size <= Math.min(most, own?.length ?? most),
)) {
  /** @type {Map<string, number[]>} */
  const times = new Map();
  /** @param {string} name @param {number} time */
  const add = (name, time) => times.set(name, [...(times.get(name) ?? []), time]);
  for (let run = 0; run < Math.max(2, Math.round((runs * 200_000) / (length + 100_000))); run++) {
    const text = textOf(length, run + length);
    add(
      'remark, the whole text',
      timed(() => parseMarkdown(text)),
    );
    add(
      'remark, pieces of 8 KB',
      timed(() => {
        for (let from = 0; from < text.length; from += piece) parseMarkdown(text.slice(from, from + piece));
      }),
    );
    const steps = readAll(text);
    const sum = (/** @type {readonly string[]} */ names) => names.reduce((all, name) => all + (steps[name] ?? 0), 0);
    add('read into claims', sum(['blocks', 'layout', 'sections', 'readings', 'claims']));
    add('analysis', sum(Object.keys(steps).filter((name) => name !== 'check')));
    add('analysis and check', sum(Object.keys(steps)));
    for (const [name, time] of Object.entries(steps)) add(`  ${name}`, time);
  }
  const rows = [...times].map(([name, list]) => ({ name, times: list }));
  for (const name of ['read into claims', 'analysis', 'analysis and check']) found.push(rowOf(name, length, times));
  if (process.argv.includes('--rows')) continue;
  console.log(`\n${length} characters`);
  printTable(rows, [
    { name: 'remark', times: times.get('remark, the whole text') ?? [] },
    { name: 'pieces', times: times.get('remark, pieces of 8 KB') ?? [] },
  ]);
}
printRows(() => found);
