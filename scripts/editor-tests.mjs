// @ts-check
// Builds the programs and runs the editor suites in a real VS Code: its server build in a headless Chromium, or with --desktop
// the desktop build, which is downloaded. Writes how many passed and failed to the file that TEST_RESULTS names.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = join(root, '.vscode-test');
const suites = join(scratch, 'suites');

// What is tested is the working tree, not what was built of it some time ago.
execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
rmSync(suites, { recursive: true, force: true });
await build({
  entryPoints: [join(root, 'tests/editor/index.ts')],
  outfile: join(suites, 'index.js'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'inline',
  external: ['vscode', 'mocha'],
  logLevel: 'warning',
});

const desktop = process.argv.includes('--desktop');
/** What the runs of the suites have written down of themselves. @type {{ passed: number, failed: number }[]} */
const outcomes = [];

/** Runs the suites in a copy of the samples, since they edit what they open, and in no repository, of which the editor would ask. @param {string[]} launchArgs */
async function runSuites(...launchArgs) {
  const workspace = mkdtempSync(join(tmpdir(), 'concordance-samples-'));
  const results = join(workspace, 'results.json');
  const folder = join(workspace, 'samples');
  cpSync(join(root, 'samples'), folder, { recursive: true });
  try {
    await runTests({
      ...(desktop
        ? { version: '1.100.3' }
        : { vscodeExecutablePath: join(root, 'tests/support/editorHostProgram.mjs') }),
      extensionDevelopmentPath: root,
      extensionTestsPath: suites,
      launchArgs: [folder, '--disable-extensions', ...launchArgs],
      extensionTestsEnv: { TEST_RESULTS: results, TEST_GREP: process.env.TEST_GREP },
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    if (existsSync(results)) outcomes.push(JSON.parse(readFileSync(results, 'utf8')));
    rmSync(workspace, { recursive: true, force: true });
  }
}

await runSuites();
// The desktop's own runner switches workspace trust off in every window that it opens.
if (!desktop) await runSuites('--untrusted');
if (process.env.TEST_RESULTS) {
  const sum = (/** @type {'passed' | 'failed'} */ key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  writeFileSync(process.env.TEST_RESULTS, JSON.stringify({ passed: sum('passed'), failed: sum('failed') }));
}
