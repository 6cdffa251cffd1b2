// @ts-check
// Runs the editor suites in a real VS Code: its server build in a headless Chromium, or with --desktop the desktop build,
// which is downloaded. Writes how many passed and failed to the file that TEST_RESULTS names.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = join(root, '.vscode-test');
const suites = join(scratch, 'suites');
const workspace = mkdtempSync(join(tmpdir(), 'concordance-samples-'));

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

// The suites edit what they open, so they are given a copy, and in no repository, of which the editor would ask.
cpSync(join(root, 'samples'), workspace, { recursive: true });

const desktop = process.argv.includes('--desktop');
try {
  await runTests({
    ...(desktop ? { version: '1.100.3' } : { vscodeExecutablePath: join(root, 'tests/support/editorHostProgram.mjs') }),
    extensionDevelopmentPath: root,
    extensionTestsPath: suites,
    launchArgs: [workspace, '--disable-extensions'],
    extensionTestsEnv: { TEST_RESULTS: process.env.TEST_RESULTS, TEST_GREP: process.env.TEST_GREP },
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
