// @ts-check
// Builds the programs and runs the check over the samples, as a first look at what it finds. The check ends with status 1
// where it finds problems, which the samples have on purpose; only when it could not be carried out does this fail.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a program of this project in its folder; answers its exit status. @param {string[]} args */
function run(...args) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  return status ?? 2;
}

const built = run('scripts/build.mjs');
if (built !== 0) process.exit(built);
console.log('> concordance check samples\n');
process.exitCode = run('dist/cli.js', 'check', 'samples') > 1 ? 2 : 0;
