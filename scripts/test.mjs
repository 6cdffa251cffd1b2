// @ts-check
// All of the checks and tests, in the order in which a mistake is found soonest. The last line printed says how many tests
// passed and failed; a step that fails without having counted its tests is one failure.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.vscode-test', 'results');
/** A file of an installed package. @param {string} name */
const bin = (name) => join(root, 'node_modules', name);

/** @typedef {{ passed: number, failed: number }} Outcome */

/** Runs one step and says whether it succeeded. @param {string} title @param {string[]} args @param {Record<string, string>} [env] */
function run(title, args, env = {}) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 100 - title.length))}`);
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

/** A step that is one check: it counts only when it fails. @param {string} title @param {string[]} args @returns {Outcome} */
function check(title, args) {
  return { passed: 0, failed: run(title, args) ? 0 : 1 };
}

/** Test files run by Vitest. @param {string} title @param {string} name @param {string[]} args @returns {Outcome} */
function vitest(title, name, args = []) {
  const file = join(folder, `${name}.json`);
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const succeeded = run(title, [bin('vitest/vitest.mjs'), 'run', ...reports, ...args]);
  return counted(file, succeeded, ({ numPassedTests = 0, numFailedTests = 0 }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
  }));
}

/** The suites inside an editor. @param {string} title @returns {Outcome} */
function editor(title) {
  const file = join(folder, 'editor.json');
  const succeeded = run(title, ['scripts/editor-tests.mjs'], { TEST_RESULTS: file });
  return counted(file, succeeded, ({ passed = 0, failed = 0 }) => ({ passed, failed }));
}

/**
 * The counts that a step wrote down; a step that failed for another reason than its tests is one failure.
 * @param {string} file @param {boolean} succeeded @param {(report: Record<string, number>) => Outcome} read @returns {Outcome}
 */
function counted(file, succeeded, read) {
  const { passed, failed } = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
  return { passed, failed: succeeded ? failed : Math.max(1, failed) };
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const outcomes = [
  check('types', [bin('typescript/bin/tsc')]),
  check('format and lint', [bin('@biomejs/biome/bin/biome'), 'check', '.']),
  check('build and package', ['scripts/package.mjs']),
  vitest('units, protocol, command line', 'quick'),
  check('half a minute of the fuzzer', ['tests/fuzz/fuzz.mjs', '--seconds', '30']),
  vitest('package', 'package', ['--config', 'vitest.host.config.mts']),
  editor('editor'),
];
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
