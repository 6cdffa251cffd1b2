// Builds the command line once for all tests that run it, into a temporary folder.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the built command line. */
    program: string;
  }
}

/** Hook of the test runner: builds before the tests, and cleans up after them. */
export default async function buildProgram(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'concordance-program-'));
  const program = join(folder, 'cli.js');
  await build({
    entryPoints: [fileURLToPath(new URL('../../server/src/cli/main.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  project.provide('program', program);
  return () => rmSync(folder, { recursive: true, force: true });
}
