// @ts-check
// What is bundled from which entry, and for which platform. Used by the build and by the tests that run the programs.

/**
 * The bundles by name. `folder` is where they are written; for production they are minified and have no source maps.
 *
 * @param {{ production: boolean, folder: string }} options
 */
export function programsByName({ production, folder }) {
  /** @type {import('esbuild').BuildOptions} */
  const shared = {
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    minify: production,
    sourcemap: !production,
    logLevel: 'warning',
    legalComments: 'none',
  };
  /** @type {import('esbuild').BuildOptions} */
  const node = { ...shared, platform: 'node', mainFields: ['module', 'main'] };
  // Both run in a worker, where there is no `document`: some packages have a variant of their own for that.
  /** @type {import('esbuild').BuildOptions} */
  const web = {
    ...shared,
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    conditions: ['worker', 'module'],
  };
  /** @type {(name: string) => string} */
  const file = (name) => `${folder}/${name}`;
  return {
    commandLine: {
      ...node,
      entryPoints: ['server/src/cli/main.ts'],
      outfile: file('cli.js'),
      banner: { js: '#!/usr/bin/env node' },
    },
    server: { ...node, entryPoints: ['server/src/node.ts'], outfile: file('server.js') },
    /** @type {import('esbuild').BuildOptions} */
    webServer: { ...web, entryPoints: ['server/src/browser.ts'], outfile: file('server.web.js'), format: 'iife' },
    client: { ...node, entryPoints: ['client/src/node.ts'], outfile: file('client.js'), external: ['vscode'] },
    webClient: { ...web, entryPoints: ['client/src/browser.ts'], outfile: file('client.web.js'), external: ['vscode'] },
  };
}

/**
 * @param {{ production: boolean, folder: string }} options
 * @returns {import('esbuild').BuildOptions[]}
 */
export function programsFor(options) {
  return Object.values(programsByName(options));
}
