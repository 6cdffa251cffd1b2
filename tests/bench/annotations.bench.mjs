// @ts-check
// Measures how long 2,000 annotations of a 1 MB report take to find their places, beside parsing that report; and how long
// an edit of it takes to move them. Run with `npm run bench:annotations`.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { generateReport } from './generateReport.mjs';
import { parseMarkdown } from './remark.mjs';

/** @returns {Promise<typeof import('../../server/src/core/annotations/annotation.ts') & typeof import('../../server/src/core/annotations/liveAnnotations.ts') & typeof import('../../server/src/core/annotations/selectors.ts')>} */
async function loadAnnotations() {
  const folder = mkdtempSync(join(tmpdir(), 'concordance-bench-'));
  const core = './server/src/core';
  const files = ['annotations/annotation', 'annotations/liveAnnotations', 'annotations/selectors'];
  const contents = files.map((file) => `export * from '${core}/${file}.ts';`).join('\n');
  const resolveDir = fileURLToPath(new URL('../..', import.meta.url));
  const outfile = join(folder, 'annotations.cjs');
  try {
    const stdin = { contents, resolveDir, loader: /** @type {const} */ ('ts') };
    await build({ stdin, outfile, bundle: true, format: 'cjs', platform: 'node', mainFields: ['module', 'main'] });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const core = await loadAnnotations();
const wanted = 2000;
const source = generateReport(1_000_000);
const annotations = Array.from({ length: wanted }, (_, i) => {
  const start = Math.floor((i * source.length) / wanted);
  const selectors = core.describePassage(source, {
    start,
    end: Math.min(source.length, start + 10 + ((i * 37) % 150)),
  });
  return core.createAnnotation({ id: `urn:${i}`, motivation: 'highlighting', source: 'report.md', selectors });
});
// The text as somebody else left it: something new at the top, in the middle and near the end.
const [a, b] = [Math.floor(source.length / 2), Math.floor(source.length * 0.9)];
const edited = `A new beginning.\n\n${source.slice(0, a)} A word in between. ${source.slice(a, b)}${source.slice(b + 300)}`;

/** The shortest of three runs, in milliseconds of the processor. @template T @param {() => T} work @returns {[number, T]} */
function measure(work) {
  let best = Number.POSITIVE_INFINITY;
  /** @type {T} */
  let result = work();
  for (let run = 0; run < 2; run++) {
    const start = process.cpuUsage();
    result = work();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return [best, result];
}

const [parsing] = measure(() => parseMarkdown(edited));
const [same, unmoved] = measure(() => core.openAnnotations(source, annotations));
const [finding, live] = measure(() => core.openAnnotations(edited, annotations));
const [typing] = measure(() => core.editAnnotations(live, { span: { start: 500, end: 500 }, text: 'x' }));
const [listing, placed] = measure(() => core.placedNow(live));
/** @param {readonly { placement: { state: string } }[]} all */
const states = (all) =>
  ['found', 'changed', 'ambiguous', 'orphaned']
    .map((state) => `${all.filter(({ placement }) => placement.state === state).length} ${state}`)
    .join(', ');

console.log(`${wanted} annotations, ${(source.length / 1e6).toFixed(1)} MB`);
console.log(`parsing the document            ${parsing.toFixed(0)} ms`);
console.log(`finding them, nothing edited    ${same.toFixed(0)} ms (${states(core.placedNow(unmoved))})`);
console.log(`finding them, edited elsewhere  ${finding.toFixed(0)} ms (${states(placed)})`);
console.log(`moving them with a key press    ${typing.toFixed(2)} ms`);
console.log(`saying where they stand         ${listing.toFixed(1)} ms`);
