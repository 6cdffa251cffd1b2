#!/usr/bin/env node
// @ts-check
// Stands in for the desktop editor's program: takes the arguments that `runTests` of @vscode/test-electron gives, runs the
// suites in VS Code's server build, and ends with their outcome. While they run, it answers them over HTTP (address in the
// environment variable EDITOR_HOST): POST /screenshot?name=… saves a picture, POST /press?key=… presses keys, POST
// /type?text=… types, POST /wait?selector=… waits until something is there.

import { createWriteStream, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPort, startEditor } from './editorHost.mjs';

const screenshots = fileURLToPath(new URL('../editor/screenshots', import.meta.url));
const timeLimit = 15 * 60_000;
/** What the suites put before each line of their own. */
const mark = '[suites] ';

/** What was given as `--name=value`; the last of `--a=x --a=y` counts. @param {string} name */
const option = (name) =>
  process.argv
    .filter((argument) => argument.startsWith(`--${name}=`))
    .at(-1)
    ?.slice(name.length + 3);

const development = option('extensionDevelopmentPath');
const suites = option('extensionTestsPath');
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('-'));
if (!development || !suites || !folder) {
  console.error('Usage: editorHostProgram.mjs --extensionDevelopmentPath=… --extensionTestsPath=… FOLDER');
  process.exit(2);
}

const controlPort = await findPort();
process.env.EDITOR_HOST = `http://127.0.0.1:${controlPort}`;
// `runTests` switches workspace trust off for every suite; a word of our own switches it on.
const editor = await startEditor({ trusted: !process.argv.includes('--untrusted') });
const page = await editor.openPage();

const control = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', process.env.EDITOR_HOST);
  try {
    if (pathname === '/screenshot') {
      mkdirSync(screenshots, { recursive: true });
      await page.screenshot({ path: join(screenshots, `${searchParams.get('name')}.png`) });
    } else if (pathname === '/press') {
      await page.keyboard.press(searchParams.get('key') ?? '');
    } else if (pathname === '/wait') {
      await page
        .locator(searchParams.get('selector') ?? '')
        .first()
        .waitFor();
    } else if (pathname === '/type') {
      await page.keyboard.type(searchParams.get('text') ?? '', { delay: 10 });
    } else {
      response.statusCode = 404;
    }
    response.end();
  } catch (error) {
    response.statusCode = 500;
    response.end(String(error));
  }
}).listen(controlPort, '127.0.0.1');

/** Ends everything, with the status that the suites had. @param {number} status */
async function finish(status) {
  control.close();
  await editor.stop().catch((error) => console.error(error));
  process.exit(status);
}

// The suites' own output is shown; whatever else the workbench says goes to a file beside the server.
const log = createWriteStream(fileURLToPath(new URL('../../.vscode-test/editor.log', import.meta.url)));
/** @param {string} type @param {unknown[]} args */
const report = (type, args) => {
  const text = args.map(String).join(' ');
  if (text.startsWith(mark)) console.log(text.slice(mark.length));
  else log.write(`${type}: ${text}\n`);
};
await page.exposeFunction('codeAutomationLog', report);
await page.exposeFunction('codeAutomationExit', finish);
page.on('crash', () => {
  console.error('The page of the editor crashed.');
  void finish(1);
});
setTimeout(() => {
  console.error('The suites did not end in time.');
  void finish(1);
}, timeLimit).unref();

/** The address of a file on the editor's server. @param {string} path */
const remote = (path) => `vscode-remote://127.0.0.1:${editor.port}${resolve(path)}`;
await page.goto(
  editor.addressOf(resolve(folder), [
    ['extensionDevelopmentPath', remote(development)],
    ['extensionTestsPath', remote(suites.endsWith('.js') ? suites : join(suites, 'index.js'))],
  ]),
);
