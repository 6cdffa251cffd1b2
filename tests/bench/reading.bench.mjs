// @ts-check
// What a document costs that is read for the first time, beside the Markdown parser alone, in one run.
// Usage: node tests/bench/reading.bench.mjs [RUNS]

import { generateReport } from './generateReport.mjs';
import { loadCore } from './loadCore.mjs';
import { clock, printTable, timed } from './measure.mjs';

const runs = Number(process.argv[2] ?? 5);
const { analyse, checkInProject, emptyProject, parseMarkdown } = await loadCore();
const options = { project: emptyProject, path: 'report.md' };
const piece = 8192;

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
  steps['check'] = timed(() => checkInProject(document, options));
  return steps;
}

for (let run = 0; run < 3; run++) readAll(generateReport(100_000, 100 + run));
for (const length of [10_000, 50_000, 200_000, 1_000_000]) {
  /** @type {Map<string, number[]>} */
  const times = new Map();
  /** @param {string} name @param {number} time */
  const add = (name, time) => times.set(name, [...(times.get(name) ?? []), time]);
  for (let run = 0; run < Math.max(2, Math.round((runs * 200_000) / (length + 100_000))); run++) {
    const text = generateReport(length, run + length);
    add(
      'remark, the whole text',
      timed(() => parseMarkdown(text, 'markdown')),
    );
    add(
      'remark, pieces of 8 KB',
      timed(() => {
        for (let from = 0; from < text.length; from += piece) parseMarkdown(text.slice(from, from + piece), 'markdown');
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
  console.log(`\n${length} characters`);
  printTable(rows, [
    { name: 'remark', times: times.get('remark, the whole text') ?? [] },
    { name: 'pieces', times: times.get('remark, pieces of 8 KB') ?? [] },
  ]);
}
