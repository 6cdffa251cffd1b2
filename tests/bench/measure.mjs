// @ts-check
// What the benches share: timing, quantiles, and one table for all of them. Figures of different runs cannot be compared,
// the ratios within a run can.

import { readFileSync } from 'node:fs';

/** @typedef {{ name: string, times: readonly number[] }} Measured */

/** What the clock told last, what it stood on by either way of measuring. */
let [told, wall, worked] = [0, 0, 0];

/**
 * The clock of all benches, in milliseconds, which counts of each stretch between two questions the lesser of two times: what has
 * passed, which on a busy machine is others' work too, and what the processor has worked for this process, which is also what its
 * other threads compile and collect meanwhile. Neither is less than what the thread that asks has worked.
 */
export function clock() {
  const { user, system } = process.cpuUsage();
  const [nowWall, nowWorked] = [performance.now(), (user + system) / 1000];
  told += Math.min(nowWall - wall, nowWorked - worked);
  [wall, worked] = [nowWall, nowWorked];
  return told;
}

/** Milliseconds that it takes. @param {() => unknown} work */
export function timed(work) {
  const start = clock();
  work();
  return clock() - start;
}

/**
 * One figure of the table that `npm run bench` prints: times in milliseconds unless another unit is named, what they are
 * multiples of in the same run, and what is aimed at.
 * @typedef {{ name: string, median: number, p99?: number, unit?: string, ratios?: Record<string, number>, aim?: string }} Row
 */

/** Prints the rows for `npm run bench` if it asks for them; answers whether it did. @param {() => readonly Row[]} makeRows */
export function printRows(makeRows) {
  const isAsked = process.argv.includes('--rows');
  if (isAsked) console.log(JSON.stringify(makeRows()));
  return isAsked;
}

/** The arguments that are numbers. */
export const numbers = process.argv.slice(2).flatMap((word) => (/^[\d.]+$/.test(word) ? [Number(word)] : []));

/** The text of the document that is among the arguments, if there is one. */
const [path] = process.argv.slice(2).filter((word) => /\.(?:md|markdown|txt)$/.test(word));
export const ownDocument = path === undefined ? undefined : readFileSync(path, 'utf8');

/** The value that `share` of the values are not above. @param {readonly number[]} values @param {number} share */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/**
 * Prints times as a table: median, 99th percentile, most, and the median as a multiple of each yardstick's median.
 * @param {readonly Measured[]} rows @param {readonly Measured[]} yardsticks
 */
export function printTable(rows, yardsticks) {
  const cells = rows.map(({ name, times }) => {
    const median = quantile(times, 0.5);
    const ratios = yardsticks.map((yardstick) => median / quantile(yardstick.times, 0.5));
    return [name, ...[median, quantile(times, 0.99), Math.max(...times), ...ratios].map(print)];
  });
  const header = ['ms', 'median', 'p99', 'most', ...yardsticks.map(({ name }) => `× ${name}`)];
  const widths = header.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)));
  for (const row of [header, ...cells]) {
    console.log(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    );
  }
}

/** @param {number} value */
function print(value) {
  return value.toFixed(value < 0.1 ? 4 : 2);
}
