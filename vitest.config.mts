// The quick tests: units, the server over its protocol, the command line. vitest.host.config.mts has those that need a browser.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,protocol,cli}/**/*.test.ts'],
    globalSetup: ['tests/support/buildProgram.ts'],
    setupFiles: ['tests/support/propertySeed.ts', 'tests/support/cacheFolder.ts'],
    // A busy machine is no failure: what hangs is found all the same.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
  },
});
