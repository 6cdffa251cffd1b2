// @ts-check
// The analysis, bundled from its sources as the programs have it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const exports = `
export { analyse, checkInProject, emptyProject, reanalyse } from './server/src/core/index.ts';
export { buildNameMatcher, findKnownNames } from './server/src/core/actors/nameMatcher.ts';
`;

/** @returns {Promise<typeof import('../../server/src/core/index.ts') & typeof import('../../server/src/core/actors/nameMatcher.ts')>} */
export async function loadCore() {
  const folder = mkdtempSync(join(tmpdir(), 'concordance-bench-'));
  try {
    const outfile = join(folder, 'core.cjs');
    const resolveDir = fileURLToPath(new URL('../..', import.meta.url));
    const stdin = { contents: exports, resolveDir, loader: /** @type {const} */ ('ts') };
    await build({
      stdin,
      outfile,
      bundle: true,
      format: 'cjs',
      platform: 'node',
      mainFields: ['module', 'main'],
      target: 'es2022',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
