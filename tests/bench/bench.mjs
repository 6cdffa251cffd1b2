// @ts-check
// All that is measured, as one table: what typing costs, a first reading, a workspace and hostile texts. Each group is measured
// in a process of its own, and its ratios within that.
// Usage: npm run bench [-- CHARACTERS [KEYSTROKES [NOTES [SHARE]]]]: of the document that is typed in (and at most that of those
// that are read), keys, notes of the vault, and the share of their full size that hostile texts have.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { numbers } from './measure.mjs';

const [characters = 200_000, keystrokes = 60, notes = 300, share = 0.05] = numbers;

/** @param {string} script @param {readonly (string | number)[]} parameters @returns {import('./measure.mjs').Row[]} */
function measure(script, parameters) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [path, ...parameters.map(String), '--rows'], { encoding: 'utf8' }));
}

const groups = [
  {
    title: 'Typing: from a key press to the new problems',
    rows: measure('typing.bench.mjs', [characters, keystrokes]),
  },
  { title: 'First reading', rows: measure('reading.bench.mjs', [3, characters]) },
  { title: 'Workspace', rows: measure('workspace.bench.mjs', [notes]) },
  { title: 'Hostile texts', rows: measure('hostile.bench.mjs', [share]) },
];

/** @param {import('./measure.mjs').Row} row */
function cellsOf({ name, median, p99, unit = 'ms', ratios = {}, aim = '' }) {
  const multiples = Object.entries(ratios).map(([of, ratio]) => `${print(ratio)} × ${of}`);
  return [`  ${name}`, `${print(median)} ${unit}`, p99 === undefined ? '' : print(p99), multiples.join(', '), aim];
}

/** @param {number} value */
function print(value) {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toPrecision(2);
}

const header = ['', 'median', 'p99', 'multiples of others in the same run', 'aim'];
const table = [header, ...groups.flatMap(({ title, rows }) => [[title], ...rows.map(cellsOf)])];
const widths = header.map((_, column) =>
  Math.max(...table.map((row) => (row.length > 1 ? (row[column]?.length ?? 0) : 0))),
);
for (const row of table) {
  const cells = row.map((cell, column) =>
    column === 1 || column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
  );
  console.log(cells.join('  ').trimEnd());
}
