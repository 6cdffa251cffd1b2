// Bundles the analysis for the scripts that teach and measure the name model, with the shipped weights or with others.

import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const core = join(dirname(fileURLToPath(import.meta.url)), '../../server/src/core');

/** What names are read and judged with, and the whole analysis. */
const ENTRY = `
  export * from './actors/nameTokens.ts'; export * from './actors/nameSpans.ts'; export * from './actors/nameFeatures.ts';
  export * from './actors/nameRules.ts'; export * from './actors/judgeNames.ts'; export * from './actors/findNames.ts';
  export * from './actors/listedNames.ts'; export { Sense, sensesOf } from './actors/lexicon.ts'; export { keyOf } from './actors/nameKey.ts'; export { parseBlocks } from './markdown/parseBlocks.ts';
  export { layOut } from './markdown/layout.ts'; export { analyse } from './document.ts';`;

let loads = 0;

/** The analysis as a module; `model` is the text of a table of weights to use instead of the shipped one. */
export async function loadAnalysis(model) {
  const bundle = join(tmpdir(), `name-analysis-${process.pid}-${loads++}.mjs`);
  await build({
    stdin: { contents: ENTRY, resolveDir: core, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: bundle,
    logLevel: 'error',
    plugins: model === undefined ? [] : [replaceModel(model)],
  });
  try {
    return await import(pathToFileURL(bundle).href);
  } finally {
    rmSync(bundle);
  }
}

const replaceModel = (contents) => ({
  name: 'name-model',
  setup: ({ onLoad }) => onLoad({ filter: /tables[\\/]nameModel\.ts$/ }, () => ({ contents, loader: 'ts' })),
});
