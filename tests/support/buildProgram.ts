// Builds the command line once for all tests that run it, into a temporary folder.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';
import { programsByName } from '../../scripts/programs.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the built command line. */
    program: string;
  }
}

/** Hook of the test runner: builds before the tests, and cleans up after them. */
export default async function buildProgram(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'concordance-program-'));
  await build(programsByName({ production: false, folder }).program);
  project.provide('program', join(folder, 'cli.js'));
  return () => rmSync(folder, { recursive: true, force: true });
}
