// @ts-check
// Tries the laws of the analysis on texts that nobody would write: npm run fuzz [-- --seconds N] [--seed N]. Ends with the
// count of cases; what fails is printed as small as it could be made, with the seed that finds it again.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

/** @typedef {import('./rounds.ts').FuzzMessage} FuzzMessage */

/** A round that takes longer has met a text that the analysis does not get through, in seconds. */
const longestRound = 180;
const mostFailures = 10;

const { values } = parseArgs({ options: { seconds: { type: 'string' }, seed: { type: 'string' } } });
const seconds = Number(values.seconds ?? 60);
const seed = Number(values.seed ?? Date.now() % 2 ** 30);
if (!(seconds > 0) || !Number.isInteger(seed)) {
  console.error('fuzz: --seconds takes a number above 0, --seed a whole number');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'concordance-fuzz-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const outfile = join(folder, 'rounds.cjs');
await build({
  entryPoints: [fileURLToPath(new URL('rounds.ts', import.meta.url))],
  outfile,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'es2022',
  mainFields: ['module', 'main'],
  sourcemap: 'inline',
});

/** @type {Map<string, number>} */
const cases = new Map();
let failures = 0;
let current = 'the first round';
const worker = new Worker(outfile, { workerData: { seconds, seed }, execArgv: ['--enable-source-maps'] });
/** @type {NodeJS.Timeout | undefined} */
let watch;

/** @param {string} title @param {string} text */
function fail(title, text) {
  failures++;
  console.error(`\n${title}\n${text}`);
}

worker.on('message', (/** @type {FuzzMessage} */ message) => {
  clearTimeout(watch);
  if (message.kind === 'round') {
    current = `“${message.law}” with --seed ${message.seed}`;
    watch = setTimeout(() => {
      fail(`Not done after ${longestRound} seconds: ${current}`, '');
      void worker.terminate();
    }, longestRound * 1000);
    return;
  }
  cases.set(message.law, (cases.get(message.law) ?? 0) + message.cases);
  const { failure } = message;
  if (failure)
    fail(`“${failure.law}” fails with --seed ${failure.seed}: ${failure.message}`, JSON.stringify(failure.example));
  if (failures >= mostFailures) void worker.terminate();
});
worker.on('error', (error) => fail(`The worker ended in ${current}`, String(error.stack ?? error)));
worker.on('exit', () => {
  clearTimeout(watch);
  for (const [law, count] of cases) console.log(`${String(count).padStart(9)}  ${law}`);
  const total = [...cases.values()].reduce((sum, count) => sum + count, 0);
  console.log(`${String(total).padStart(9)}  cases in all from seed ${seed}, ${failures} failed`);
  process.exitCode = failures > 0 ? 1 : 0;
});
