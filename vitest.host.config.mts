// The tests that use the built package in a browser: its contents, its language server in a web worker, itself in an editor.
// They expect `npm run package` to have been run.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/package/**/*.test.ts'],
    setupFiles: ['tests/support/cacheFolder.ts'],
    // A busy machine is no failure: what hangs is found all the same.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
