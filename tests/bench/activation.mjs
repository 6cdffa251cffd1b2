// @ts-check
// How long the packaged extension takes to activate, beside an extension that does nothing, in the extension host of a real
// editor. Every round is a new extension host, in which the two take turns to be first.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { installExtension, startEditor } from '../support/editorHost.mjs';

const empty = 'bench.empty';

/** What runs in the extension host: activates both and tells how long each took. @param {readonly string[]} ids */
const suite = (ids) => `
const { extensions } = require('vscode');
const timed = async (work) => {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
};
exports.run = async () => {
  const times = {};
  for (const id of ${JSON.stringify(ids)}) {
    const extension = extensions.getExtension(id);
    if (extension.isActive) throw new Error(id + ' is active already.');
    times[id] = await timed(() => extension.activate());
    // What it has put off it does in the turns that follow.
    times[id].next = await timed(async () => {
      for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
    });
  }
  console.log('[times] ' + JSON.stringify(times));
};
`;

/** @param {string} folder @param {string} code */
function writeEmptyExtension(folder, code) {
  mkdirSync(folder, { recursive: true });
  const [publisher, name] = empty.split('.');
  const manifest = { publisher, name, version: '1.0.0', engines: { vscode: '^1.100.0' }, main: './main.js' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, activationEvents: ['onCommand:empty'] }));
  writeFileSync(join(folder, 'main.js'), code);
}

/** @typedef {{ wall: number, cpu: number }} Duration by the clock on the wall, and what the processor worked meanwhile */
/** @typedef {Duration & { next: Duration }} Activation until it is active, and what it does next */

/**
 * Milliseconds to activate, round by round.
 * @param {{ vsix: string, id: string, scratch: string, rounds: number }} options
 * @returns {Promise<{ own: Activation[], empty: Activation[] }>}
 */
export async function measureActivation({ vsix, id, scratch, rounds }) {
  const extensions = join(scratch, 'activation-extensions');
  const source = join(scratch, 'empty');
  const packagePath = join(scratch, 'empty.vsix');
  const workspace = join(scratch, 'nothing');
  mkdirSync(workspace, { recursive: true });
  writeEmptyExtension(source, 'exports.activate = () => {};\n');
  await createVSIX({ cwd: source, packagePath, dependencies: false, allowMissingRepository: true, skipLicense: true });
  installExtension(vsix, extensions);
  installExtension(packagePath, extensions);
  // The suites are given as those of one more extension.
  const host = join(scratch, 'suites');
  writeEmptyExtension(host, '');
  writeFileSync(
    join(host, 'package.json'),
    JSON.stringify({ publisher: 'bench', name: 'suites', version: '1.0.0', engines: { vscode: '*' } }),
  );
  const editor = await startEditor({ extensions });
  /** @type {{ own: Activation[], empty: Activation[] }} */
  const times = { own: [], empty: [] };
  try {
    for (let round = 0; round < rounds; round++) {
      const suites = join(host, `suite-${round}.js`);
      writeFileSync(suites, suite(round % 2 === 0 ? [id, empty] : [empty, id]));
      const page = await editor.openPage();
      const ended = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
      await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
        const told = /^\[times\] (.*)/.exec(args.map(String).join(' '))?.[1];
        if (!told) return;
        const measured = JSON.parse(told);
        times.own.push(measured[id]);
        times.empty.push(measured[empty]);
      });
      const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${editor.port}${path}`;
      await page.goto(
        editor.addressOf(workspace, [
          ['extensionDevelopmentPath', remote(host)],
          ['extensionTestsPath', remote(suites)],
        ]),
      );
      await ended;
      await page.close();
      if (times.own.length !== round + 1) throw new Error('The extension host told no times.');
    }
  } finally {
    await editor.stop();
  }
  return times;
}
