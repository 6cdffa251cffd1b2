// A program that is killed while it writes annotations loses nothing. KILLS=1000 kills it that often.

import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePage } from '../../server/src/core/annotations/annotationPage.ts';

const kills = Number(process.env.KILLS ?? 25);
const folder = mkdtempSync(join(tmpdir(), 'concordance-kills-'));
const program = join(folder, 'writer.cjs');

beforeAll(async () => {
  const entryPoints = [new URL('../support/annotationWriter.ts', import.meta.url).pathname];
  await build({
    entryPoints,
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    target: 'node20',
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the writer and kills it `delay` milliseconds after its first write; answers how many annotations it had written. */
function writeAndKill(file: string, delay: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let wrong = '';
    child.stderr.on('data', (chunk) => {
      wrong += chunk;
    });
    child.stdout.on('data', (chunk) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), delay);
      said += chunk;
    });
    child.on('close', () => {
      if (wrong !== '') reject(new Error(wrong));
      else resolve(Number(said.trim().split('\n').at(-1)));
    });
  });
}

describe('a file of annotations', () => {
  it('has everything that was written when its writer is killed, at whatever moment', async () => {
    const file = join(folder, 'report.md.annotations.jsonld');
    const delays = fc.sample(fc.double({ min: 0, max: 12, noNaN: true }), kills);
    let written = 0;
    for (const [i, delay] of delays.entries()) {
      // A fresh file now and then, so that it does not grow for ever.
      if (i % 20 === 0) {
        rmSync(file, { force: true });
        written = 0;
      }
      const count = await writeAndKill(file, delay);
      const parsed = parsePage(readFileSync(file, 'utf8'));
      if (!('page' in parsed)) throw new Error(`The file was broken after kill ${i + 1}.`);
      expect(parsed.page.annotations.length).toBeGreaterThanOrEqual(count);
      expect(count).toBeGreaterThan(written);
      written = parsed.page.annotations.length;
    }
    // What a killed writer leaves behind is hidden, and no file of annotations.
    const left = readdirSync(folder).filter((name) => name.endsWith('.jsonld'));
    expect(left).toEqual(['report.md.annotations.jsonld']);
  }, 1_800_000);
});
