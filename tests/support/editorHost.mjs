// @ts-check
// A real VS Code without a desktop: installs VS Code's server build on first use, starts it, and opens its workbench in a
// headless Chromium. What is done in that workbench is up to the caller.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** The release of code-server whose VS Code is the lowest that the extension promises to support. */
const release = 'code-server@4.100.3';
const root = fileURLToPath(new URL('../..', import.meta.url));
const installation = join(root, '.vscode-test', 'server');
const editor = join(installation, 'node_modules', 'code-server', 'lib', 'vscode');

const browserNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Milliseconds until something that does not come is given up: a busy machine is no failure. */
export const patience = 90_000;

/** The path of a program, or undefined. @param {string} name */
function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(':');
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Runs a program quietly; its output is shown only when it fails. @param {string} program @param {string[]} args @param {string} [cwd] */
function run(program, args, cwd = root) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 64e6 });
  if (status !== 0) {
    process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
    throw new Error(`“${program} ${args.join(' ')}” failed.`);
  }
}

/** Installs Debian packages where that is possible without asking. @param {string} name */
function installPackage(name) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !findProgram('apt-get')) return;
  console.log(`Installing ${name}`);
  try {
    run('apt-get', ['update', '--quiet']);
    run('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', name]);
  } catch {
    console.log(`${name} could not be installed.`);
  }
}

/** The browser to use: `BROWSER_PATH`, or one that is installed, or can be. Throws with one line on how to get one. */
export function findBrowser() {
  const search = () => process.env.BROWSER_PATH || browserNames.map(findProgram).find((path) => path);
  if (!search()) installPackage('chromium');
  const path = search();
  if (path) return path;
  throw new Error('No browser found: install one (“apt-get install chromium”) or set BROWSER_PATH to a Chromium.');
}

/** Installs the server build of VS Code, once. Takes a minute and 300 MB. */
export function installEditor() {
  if (!existsSync(join(editor, 'node_modules', 'vscode-textmate'))) {
    console.log(`Installing ${release}`);
    rmSync(installation, { recursive: true, force: true });
    mkdirSync(installation, { recursive: true });
    run('npm', ['install', '--prefix', installation, '--ignore-scripts', '--no-save', release]);
    run('npm', ['install', '--omit=dev', '--ignore-scripts'], editor);
  }
  const link = join(editor, 'node_modules', '@vscode', 'ripgrep', 'bin', 'rg');
  if (existsSync(link)) return;
  if (!findProgram('rg')) installPackage('ripgrep');
  const ripgrep = findProgram('rg');
  if (!ripgrep)
    throw new Error('No ripgrep found, which the editor searches files with: install it (“apt-get install ripgrep”).');
  mkdirSync(join(link, '..'), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(ripgrep, link);
}

/** A port that is free now. @returns {Promise<number>} */
export function findPort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** Installs a packaged extension into a folder of extensions. @param {string} vsix @param {string} extensions */
export function installExtension(vsix, extensions) {
  installEditor();
  run('node', ['out/server-main.js', '--install-extension', vsix, '--extensions-dir', extensions, '--force'], editor);
}

/**
 * Starts the server with fresh user data and a browser beside it.
 * @param {{ extensions?: string, trusted?: boolean, browserArguments?: readonly string[] }} [options] a folder of installed
 * extensions; whether every workspace counts as trusted (the default); what the browser is started with beside the usual
 */
export async function startEditor({ extensions, trusted = true, browserArguments: more = [] } = {}) {
  const executablePath = findBrowser();
  installEditor();
  const port = await findPort();
  const data = mkdtempSync(join(tmpdir(), 'concordance-editor-'));
  const args = [
    'out/server-main.js',
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
    ...['--server-data-dir', data, '--extensions-dir', extensions ?? join(data, 'extensions'), '--disable-telemetry'],
    ...(trusted ? ['--disable-workspace-trust'] : []),
  ];
  const server = spawn('node', args, { cwd: editor, stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {Buffer[]} */
  const output = [];
  server.stdout.on('data', (chunk) => output.push(chunk));
  server.stderr.on('data', (chunk) => output.push(chunk));
  await waitForAddress(`http://127.0.0.1:${port}/version`, () => {
    if (server.exitCode !== null) throw new Error(`The editor's server ended: ${Buffer.concat(output)}`);
  });
  const browser = await chromium.launch({ executablePath, args: [...browserArguments, ...more] });
  return {
    port,
    browser,
    /** A page in which the workbench can be opened, as large as a small screen. @param {import('playwright-core').BrowserContextOptions} [options] */
    async openPage(options) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
      page.setDefaultTimeout(patience);
      return page;
    },
    /** The address of the workbench with a folder open. @param {string} folder @param {[string, string][]} [payload] */
    addressOf(folder, payload) {
      const start = payload ? `&payload=${encodeURIComponent(JSON.stringify(payload))}` : '';
      return `http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}${start}`;
    },
    /** Ends browser and server, and removes their data. */
    async stop() {
      await browser.close();
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      if (server.exitCode === null && server.signalCode === null) await ended;
      rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Waits until a server answers. @param {string} address @param {() => void} check throws when it never will */
async function waitForAddress(address, check) {
  for (let attempt = 0; attempt < patience / 100; attempt++) {
    check();
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing answers at ${address}.`);
}
