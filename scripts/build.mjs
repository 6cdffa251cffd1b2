// @ts-check
// Bundles the programs into dist/: command line, language server (Node and web worker) and extension (desktop and web).
import { rmSync } from 'node:fs';
import { build, context } from 'esbuild';
import { programsFor } from './programs.mjs';

const watch = process.argv.includes('--watch');
const production = !watch && !process.argv.includes('--development');

/** Says when a build begins and ends, which is how an editor's watch task knows. @type {import('esbuild').Plugin} */
const announce = {
  name: 'announce',
  setup({ onStart, onEnd }) {
    onStart(() => console.log('building'));
    onEnd(() => console.log('built'));
  },
};

const programs = programsFor({ production, folder: 'dist' });
rmSync('dist', { recursive: true, force: true });
if (watch) {
  for (const program of programs) {
    const plugins = [...(program.plugins ?? []), announce];
    await (await context({ ...program, plugins })).watch();
  }
} else {
  await Promise.all(programs.map((program) => build(program)));
}
