// The program is the language server in a real web worker: it opens a document, reports a conflict and
// answers a hover, with nothing of Node around it.

import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browserArguments, findBrowser } from '../support/editorHost.mjs';
import { root } from '../support/sources.ts';
import type { LanguageServer } from '../support/workerClient.ts';

const report = [
  '# The harbour',
  '',
  '## Summary',
  '',
  'Mora Harbour handled 412,000&nbsp;containers in 2022, Moran Ports &amp; Piers says.',
  '',
  '## Traffic',
  '',
  'In 2022, Mora Harbour handled 388,000 containers.',
  '',
].join('\n');

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const client = await build({
    entryPoints: [fileURLToPath(new URL('tests/support/workerClient.ts', root))],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
  });
  const files: Record<string, string> = {
    '/': '<!doctype html><script src="/client.js"></script>',
    '/client.js': client.outputFiles[0]!.text,
    '/cli.js': readFileSync(new URL('dist/cli.js', root), 'utf8'),
  };
  server = createServer((request, response) => {
    const file = files[request.url ?? ''];
    response.statusCode = file === undefined ? 404 : 200;
    response.setHeader('Content-Type', request.url === '/' ? 'text/html' : 'text/javascript');
    response.end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

declare const languageServer: LanguageServer;

it('finds a conflict and answers a hover in a web worker', async () => {
  const [{ capabilities }, { diagnostics }] = await page.evaluate((text) => languageServer.open(text), report);
  expect(capabilities.hoverProvider).toBeTruthy();
  expect(diagnostics.map(({ range, code }) => [code, range.start.line])).toEqual([
    ['figure-conflict', 4],
    ['figure-conflict', 8],
  ]);
  expect(diagnostics[0]!.relatedInformation![0]!.location.range.start.line).toBe(8);

  const figure = { line: 4, character: report.split('\n')[4]!.indexOf('412') + 1 };
  const hover = await page.evaluate((position) => languageServer.hover(position), figure);
  expect(JSON.stringify(hover?.contents)).toContain('388,000');
  expect(await page.evaluate((position) => languageServer.hover(position), { line: 1, character: 0 })).toBeNull();
});
