// @ts-check
// How a server gets to know a workspace: cold, and again with what it kept; how it answers meanwhile, what memory it takes, and
// how soon a change of one note is known to all. Usage: npm run bench:workspace [-- NOTES…] or [-- FOLDER] for a vault of one's
// own. Several counts show how it grows; --plot FILE draws that as SVG.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { programsByName } from '../../scripts/programs.mjs';
import { generateReport } from './generateReport.mjs';
import { notePath, writeVault } from './generateVault.mjs';
import { printRows } from './measure.mjs';
import { drawPlot } from './plot.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'concordance-vault-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
await build(programsByName({ production: true, folder: scratch }).program);

/** @param {readonly number[]} values @param {number} share */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** The most memory that a process has had, in MB, where the system tells. @param {number} pid */
function peakMemory(pid) {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return Number.NaN;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) / 1000;
}

/** The processor time that a process has taken, all its threads together, in seconds, where the system tells. @param {number} pid */
function processorTime(pid) {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return Number.NaN;
  const fields = readFileSync(stat, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** One session with a vault: from the start to an answer about all of it. @param {string} vault @param {string} cache @param {string} changed */
async function openVault(vault, cache, changed) {
  const begin = performance.now();
  const child = spawn(process.execPath, [join(scratch, 'cli.js'), 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, XDG_CACHE_HOME: cache },
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('workspace/configuration', () => [null]);
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
      window: { workDoneProgress: true },
    },
    workspaceFolders: [{ uri: pathToFileURL(vault).href, name: 'vault' }],
  });
  await connection.sendNotification('initialized', {});
  const uri = pathToFileURL(join(vault, 'open.md')).href;
  const text = generateReport(20_000, 7);
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  /** @type {number[]} */
  const hovers = [];
  let known = 0;
  const all = connection.sendRequest('workspace/symbol', { query: 'qqqqq' }).then(() => {
    known = performance.now() - begin;
  });
  while (known === 0) {
    const line = 4 + 2 * (hovers.length % 8);
    const start = performance.now();
    await connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line, character: 30 } });
    hovers.push(performance.now() - start);
    await Promise.race([all, new Promise((end) => setTimeout(end, 20))]);
  }
  const memory = peakMemory(child.pid ?? 0);
  const processor = processorTime(child.pid ?? 0);
  // Another name in one note, until everybody can find it.
  /** @type {number[]} */
  const changes = [];
  for (let round = 0; round < 20; round++) {
    const name = `Quentin Zylbers${'abcdefghijklmnopqrst'[round]}`;
    const file = join(vault, changed);
    writeFileSync(file, `# Note\n\nMr ${name} spoke. ${name} had come from Harwick.\n`);
    const start = performance.now();
    const changedUri = pathToFileURL(file).href;
    await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: changedUri, type: 2 }] });
    const found = await connection.sendRequest('workspace/symbol', { query: name });
    if (!JSON.stringify(found).includes(name)) throw new Error(`${name} is not found: ${JSON.stringify(found)}`);
    changes.push(performance.now() - start);
  }
  await connection.sendRequest('shutdown');
  const exited = new Promise((end) => child.on('exit', end));
  await connection.sendNotification('exit');
  await exited;
  return { known, processor, hovers, memory, changes };
}

const { values, positionals: given } = parseArgs({
  options: { plot: { type: 'string' }, rows: { type: 'boolean' } },
  allowPositionals: true,
});
const own =
  given.length === 1 && existsSync(given[0] ?? '') && statSync(given[0] ?? '').isDirectory()
    ? resolve(given[0] ?? '')
    : undefined;
const counts = own ? [Number.NaN] : (given.length > 0 ? given : ['10000']).map(Number);
const cell = (/** @type {number} */ value, digits = 0) =>
  (Number.isNaN(value) ? '–' : value.toFixed(digits)).padStart(9);
const head = 'notes|MB|cold s|CPU s|MB*|warm s|CPU s|MB*|hover|p99|change|p99';
const print = values.rows ? () => undefined : console.log;
print(
  head
    .split('|')
    .map((title) => title.padStart(9))
    .join(''),
);
/** @type {{ count: number, cold: Awaited<ReturnType<typeof openVault>>, warm: Awaited<ReturnType<typeof openVault>> }[]} */
const measured = [];
for (const count of counts) {
  const vault = own ?? mkdtempSync(join(scratch, 'notes-'));
  const length = own ? Number.NaN : writeVault(vault, count);
  const cache = mkdtempSync(join(scratch, 'cache-'));
  // Whoever opens a vault has had it for longer than a moment.
  if (!own) await new Promise((end) => setTimeout(end, 3000));
  const changed = own ? 'zz-concordance-bench.md' : notePath(3);
  const cold = await openVault(vault, cache, changed);
  const warm = await openVault(vault, cache, changed);
  measured.push({ count, cold, warm });
  const changes = [...cold.changes, ...warm.changes];
  if (own) rmSync(join(vault, changed));
  else rmSync(vault, { recursive: true });
  const cells = [
    cell(count) + cell(length / 1e6, 1),
    ...[cold, warm].map(({ known, processor, memory }) => cell(known / 1000, 2) + cell(processor, 1) + cell(memory)),
    ...[cold.hovers, changes].map((times) => cell(quantile(times, 0.5), 1) + cell(quantile(times, 0.99), 1)),
  ];
  print(cells.join(''));
}
print(
  '\n* the most that the server has had in memory; CPU: of all its threads. Hovers while it reads cold, and changes of',
);
print('  one note until a question about all notes is answered by it, in ms.');

printRows(() =>
  measured.flatMap(({ count, cold, warm }) => {
    const changes = [...cold.changes, ...warm.changes];
    const name = `vault of ${count} notes`;
    return [
      { name: `${name}, cold: until it is known`, median: cold.known, aim: '30 s for 10,000' },
      { name: `${name}, cold: all threads’ work`, median: cold.processor * 1000 },
      { name: `${name}, warm: until it is known`, median: warm.known, aim: '1.5 s for 10,000' },
      { name: `${name}: most memory`, median: cold.memory, unit: 'MB', aim: '400 MB' },
      { name: 'hover meanwhile', median: quantile(cold.hovers, 0.5), p99: quantile(cold.hovers, 0.99), aim: 'p99 50' },
      { name: 'change of one note', median: quantile(changes, 0.5), p99: quantile(changes, 0.99), aim: '50' },
    ];
  }),
);

if (values.plot !== undefined) {
  const series = (/** @type {string} */ name, /** @type {(one: (typeof measured)[number]) => number} */ read) => ({
    name,
    points: measured.map((one) => /** @type {const} */ ([one.count, read(one)])),
  });
  const plots = [
    {
      title: 'CPU seconds by notes',
      series: [series('cold', ({ cold }) => cold.processor), series('warm', ({ warm }) => warm.processor)],
    },
    {
      title: 'MB of memory by notes',
      series: [series('cold', ({ cold }) => cold.memory), series('warm', ({ warm }) => warm.memory)],
    },
  ];
  writeFileSync(values.plot, drawPlot(plots));
}
