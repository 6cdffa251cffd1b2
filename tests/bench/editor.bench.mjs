// @ts-check
// What the extension costs in a real editor: how long it takes to activate beyond an empty extension, and how much later a letter
// is painted in a large document. Usage: npm run bench:editor [-- CHARACTERS [PAIRS [ROUNDS]]]

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureActivation } from './activation.mjs';
import { generateReport } from './generateReport.mjs';
import { measureKeys } from './keyToPaint.mjs';
import { quantile } from './measure.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { publisher, name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const vsix = join(root, `${name}-${version}.vsix`);
const [characters = 1_000_000, pairs = 200, rounds = 10] = process.argv.slice(2).map(Number);
const scratch = mkdtempSync(join(tmpdir(), 'concordance-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** @param {string} title @param {readonly number[]} values */
function print(title, values) {
  const [median, p90, most] = [quantile(values, 0.5), quantile(values, 0.9), Math.max(...values)];
  console.log(`${title.padEnd(34)} ${[median, p90, most].map((value) => value.toFixed(1).padStart(8)).join('')}`);
}

console.log(`${'ms'.padEnd(34)}   median     p90    most`);
if (rounds > 0) {
  const activation = await measureActivation({ vsix, id: `${publisher}.${name}`, scratch, rounds });
  for (const clock of /** @type {const} */ (['wall', 'cpu'])) {
    const empty = activation.empty.map((time) => time[clock]);
    const own = activation.own.map((time) => time[clock]);
    print(`an empty extension activated, ${clock}`, empty);
    print(`this one, ${clock}`, own);
    print(
      `beyond the empty one, ${clock}`,
      own.map((time, round) => time - (empty[round] ?? 0)),
    );
    print(
      `what this one does next, ${clock}`,
      activation.own.map(({ next }) => next[clock]),
    );
  }
}
if (pairs > 0) {
  const times = await measureKeys({ vsix, scratch, text: generateReport(characters), pairs });
  for (const clock of /** @type {const} */ (['wall', 'cpu'])) {
    const own = times.with.keys.map((time) => time[clock]);
    const without = times.without.keys.map((time) => time[clock]);
    print(`key to paint without it, ${clock}`, without);
    print(`key to paint with it, ${clock}`, own);
    print(
      `pair by pair, later by, ${clock}`,
      own.map((time, pair) => time - (without[pair] ?? 0)),
    );
  }
  print('ten keys and what follows, without', times.without.bursts);
  print('ten keys and what follows, with', times.with.bursts);
}
