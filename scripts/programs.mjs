// @ts-check
// What is bundled from which entry. There are two bundles that run under Node and in a web worker, so that the
// analysis with its word tables, and the protocol, are shipped once; one for web pages; and the few lines that load the extension
// under Node. Used by the build and by the tests that run the programs.

import { builtinModules, createRequire } from 'node:module';

/**
 * The packages of the protocol have an entry for each platform, and offer it on that platform only. Here both are wanted.
 * @type {import('esbuild').Plugin}
 */
const platformEntries = {
  name: 'platform entries',
  setup({ onResolve }) {
    onResolve({ filter: /^vscode-(jsonrpc|language(server|server-protocol|client))\/(node|browser)$/ }, (args) => {
      const [name = '', platform] = args.path.split('/');
      const common = createRequire(`${args.resolveDir}/`).resolve(name);
      return { path: common.replace(/common([\\/])api\.js$/, `${platform}$1main.js`) };
    });
  },
};

/**
 * What the extension's entry under Node loads later is the other bundle of the extension.
 * @type {import('esbuild').Plugin}
 */
const loadedLater = {
  name: 'loaded later',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/main\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './client.js', external: true } : undefined,
    );
  },
};

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
    platform: 'neutral',
    mainFields: ['module', 'main'],
    // Some packages have a variant of their own for where there is no `document`.
    conditions: ['worker', 'module'],
    plugins: [platformEntries],
    // Its entry for Node reads files, which nobody asks for here, and cannot be loaded in a worker.
    alias: { '@vscode/l10n': '@vscode/l10n/dist/browser.js' },
    external: ['vscode', 'node:*', ...builtinModules],
    minify: production,
    sourcemap: !production,
    logLevel: 'warning',
    legalComments: 'none',
  };
  return {
    /** The command line and the language server. @type {import('esbuild').BuildOptions} */
    program: {
      ...shared,
      entryPoints: ['server/src/main.ts'],
      outfile: `${folder}/cli.js`,
      banner: { js: '#!/usr/bin/env node' },
    },
    /** The script of the extension's web pages, and their style sheet. @type {import('esbuild').BuildOptions} */
    page: {
      ...shared,
      entryPoints: [
        { in: 'client/src/web/main.ts', out: 'page' },
        { in: 'client/src/web/style.css', out: 'page' },
      ],
      outdir: folder,
      platform: 'browser',
      format: 'iife',
      mainFields: ['browser', 'module', 'main'],
      conditions: ['browser', 'module'],
      target: 'es2022',
    },
    /** The extension's entry in a host under Node. @type {import('esbuild').BuildOptions} */
    start: {
      ...shared,
      entryPoints: ['client/src/start.ts'],
      outfile: `${folder}/start.js`,
      plugins: [loadedLater],
      // The editor's host knows its own interface by `require` alone.
      supported: { 'dynamic-import': false },
    },
    /** The extension. @type {import('esbuild').BuildOptions} */
    extension: { ...shared, entryPoints: ['client/src/main.ts'], outfile: `${folder}/client.js` },
  };
}

/**
 * @param {{ production: boolean, folder: string }} options
 * @returns {import('esbuild').BuildOptions[]}
 */
export function programsFor(options) {
  return Object.values(programsByName(options));
}
