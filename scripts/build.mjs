// @ts-check
// Bundles the programs into dist/: command line, language server (Node and web worker) and extension (desktop and web).
import { rmSync } from 'node:fs';
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');
const production = !watch && !process.argv.includes('--development');

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
/** @type {import('esbuild').BuildOptions} */
const web = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

/** @type {import('esbuild').BuildOptions[]} */
const programs = [
  { ...node, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  { ...node, entryPoints: ['server/src/node.ts'], outfile: 'dist/server.js' },
  { ...web, entryPoints: ['server/src/browser.ts'], outfile: 'dist/server.web.js', format: 'iife' },
  { ...node, entryPoints: ['client/src/node.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  { ...web, entryPoints: ['client/src/browser.ts'], outfile: 'dist/client.web.js', external: ['vscode'] },
];

/** Says when a build begins and ends, which is how an editor's watch task knows. @type {import('esbuild').Plugin} */
const announce = {
  name: 'announce',
  setup({ onStart, onEnd }) {
    onStart(() => console.log('building'));
    onEnd(() => console.log('built'));
  },
};

rmSync('dist', { recursive: true, force: true });
if (watch) {
  for (const program of programs) await (await context({ ...program, plugins: [announce] })).watch();
} else {
  await Promise.all(programs.map((program) => build(program)));
}
