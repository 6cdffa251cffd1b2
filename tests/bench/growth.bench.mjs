// @ts-check
// How time and memory grow with the size of a document, and with the number of figures of one measure in it: a line each
// size, and a plot. Every size is measured in a process of its own.
// Usage: node tests/bench/growth.bench.mjs [MOST-CHARACTERS [MOST-FIGURES [PLOT.svg]]]

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateOneMeasure, generateReport } from './generateReport.mjs';
import { loadCore } from './loadCore.mjs';
import { timed } from './measure.mjs';
import { drawPlot } from './plot.mjs';

/** @typedef {{ size: number, characters: number, claims: number, read: number, check: number, memory: number }} Point */

const [, script, first = '', second = '', third = ''] = process.argv;

if (first === '--one') await measureOne(second, Number(third));
else {
  const sizes = upTo(Number(first) || 10_000_000, [1e4, 3e4, 1e5, 3e5, 1e6, 3e6, 1e7, 3e7, 5e7]);
  const counts = upTo(Number(second) || 100_000, [10, 100, 1000, 1e4, 1e5]);
  const bySize = sizes.map((size) => measureApart('report', size));
  const byCount = counts.map((count) => measureApart('measure', count));
  printPoints('characters', bySize);
  printPoints('figures of one measure', byCount);
  if (third) {
    const series = (/** @type {Point[]} */ points) => [
      { name: 'reading (ms)', points: points.map(({ size, read }) => /** @type {const} */ ([size, read])) },
      { name: 'check (ms)', points: points.map(({ size, check }) => /** @type {const} */ ([size, check])) },
      { name: 'memory (MB)', points: points.map(({ size, memory }) => /** @type {const} */ ([size, memory])) },
    ];
    const plots = [
      { title: 'By characters of a report', series: series(bySize) },
      { title: 'By figures of one measure', series: series(byCount) },
    ];
    writeFileSync(third, drawPlot(plots));
  }
}

/** @param {number} most @param {readonly number[]} steps */
function upTo(most, steps) {
  return steps.filter((step) => step <= most);
}

/** @param {string} kind @param {number} size @returns {Point} */
function measureApart(kind, size) {
  const flags = ['--expose-gc', '--max-old-space-size=8192'];
  const program = fileURLToPath(new URL(`file://${script}`));
  return JSON.parse(
    execFileSync(process.execPath, [...flags, program, '--one', kind, `${size}`], { encoding: 'utf8' }),
  );
}

/** @param {string} kind @param {number} size */
async function measureOne(kind, size) {
  const { analyse, checkInProject, emptyProject } = await loadCore();
  const options = { project: emptyProject, path: 'report.md' };
  for (let run = 0; run < 3; run++) checkInProject(analyse(generateReport(50_000, 50 + run)), options);
  const source = kind === 'report' ? generateReport(size) : generateOneMeasure(size);
  const collect = /** @type {{ gc?: () => void }} */ (globalThis).gc ?? (() => undefined);
  collect();
  const before = process.memoryUsage().heapUsed;
  /** @type {ReturnType<typeof analyse> | undefined} */
  let document;
  const read = timed(() => {
    document = analyse(source);
  });
  const analysed = /** @type {ReturnType<typeof analyse>} */ (document);
  const check = timed(() => checkInProject(analysed, options));
  collect();
  const memory = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  const { length } = analysed.claims;
  console.log(JSON.stringify({ size, characters: source.length, claims: length, read, check, memory }));
}

/** @param {string} unit @param {readonly Point[]} points */
function printPoints(unit, points) {
  console.log(`\n${unit.padStart(24)}  figures   reading ms    check ms   memory MB   µs a character   KB a KB`);
  for (const { size, characters, claims, read, check, memory } of points) {
    const each = ((read + check) * 1000) / characters;
    const cells = [read.toFixed(0), check.toFixed(0), memory.toFixed(1)].map((cell) => cell.padStart(12)).join('');
    const ratio = (memory * 2 ** 20) / characters;
    console.log(
      `${`${size}`.padStart(24)}${`${claims}`.padStart(9)}${cells}${each.toFixed(2).padStart(17)}${ratio.toFixed(0).padStart(10)}`,
    );
  }
}
