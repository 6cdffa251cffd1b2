// The entry of the editor suites: VS Code calls `run` inside its extension host, desktop or server build. The outcome is
// written to the file that TEST_RESULTS names.

import { writeFileSync } from 'node:fs';
import { format } from 'node:util';
import Mocha from 'mocha';
import { workspace } from 'vscode';

/** Runs every suite, in a folder that is not trusted those that are about it; fails when one test fails. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = (...values) => console.log(`[suites] ${format(...values)}`);
  const mocha = new Mocha({ ui: 'bdd', timeout: 300_000, slow: 3_000, color: false, reporter: 'spec' });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  if (workspace.isTrusted) {
    await import('./conflicts.test.ts');
    await import('./actors.test.ts');
    await import('./writing.test.ts');
    await import('./quickFixes.test.ts');
    // Once the workspace was checked, documents are held against each other: behind the suites that look at one alone.
    await import('./commands.test.ts');
    await import('./projectFile.test.ts');
    await import('./views.test.ts');
    await import('./annotations.test.ts');
  } else await import('./untrusted.test.ts');
  if (process.env.TEST_GREP) mocha.grep(process.env.TEST_GREP);
  const { passed, failed } = await new Promise<{ passed: number; failed: number }>((resolve) => {
    const runner = mocha.run((failures) => resolve({ passed: runner.stats?.passes ?? 0, failed: failures }));
  });
  if (process.env.TEST_RESULTS) writeFileSync(process.env.TEST_RESULTS, JSON.stringify({ passed, failed }));
  if (failed > 0) throw new Error(`${failed} of the editor tests failed.`);
}
