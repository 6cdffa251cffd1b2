// @ts-check
// How long it takes from a key press until the letter is painted, in the same editor with and without the extension. Both stand
// open side by side, each in a browser of its own, and a dozen keys go now to the one and then to the other, as fast as somebody
// types, so that a key also meets what those before it have set going.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installExtension, startEditor } from '../support/editorHost.mjs';

/** Milliseconds between two keys of a burst, and after each burst until nothing more comes of it. */
const rhythm = 120;
const rest = 4_000;

/** Frames are drawn as soon as there is something to draw: waiting for a screen would blur what is measured. */
const browserArguments = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** @typedef {Awaited<ReturnType<typeof openDocument>>} Side */
/** @typedef {{ keys: Duration[], bursts: number[] }} Times of each key, and of each burst with all that came of it */

/** @typedef {{ wall: number, cpu: number }} Duration by the clock on the wall, and what the page's main thread worked meanwhile */

/** Runs in the page: every key press is measured until the frame with its letter has been painted. */
function watchKeys() {
  /** @type {(time: number) => void} */
  let tell = () => undefined;
  const watch = () =>
    Object.assign(globalThis, {
      nextKey: new Promise((resolve) => {
        tell = resolve;
      }),
    });
  Object.assign(globalThis, { watchNextKey: watch });
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => tell(performance.now() - timeStamp);
        port2.postMessage(undefined);
      });
      const lines = document.querySelector('.editor-instance .view-lines');
      if (lines) observer.observe(lines, { childList: true, subtree: true, characterData: true });
    },
    { capture: true },
  );
}

/** @param {string} scratch @param {string} name @param {string} text @param {string | undefined} vsix */
async function openDocument(scratch, name, text, vsix) {
  const folder = join(scratch, name);
  const extensions = join(scratch, `${name}-extensions`);
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  mkdirSync(extensions, { recursive: true });
  writeFileSync(join(folder, 'large.md'), text);
  const settings = { 'files.autoSave': 'off', 'workbench.startupEditor': 'none' };
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
  if (vsix) installExtension(vsix, extensions);
  const editor = await startEditor({ extensions, browserArguments });
  const page = await editor.openPage();
  page.setDefaultTimeout(600_000);
  await page.goto(editor.addressOf(folder));
  await page.getByRole('treeitem', { name: 'large.md', exact: true }).first().dblclick();
  await page.locator('.view-line').first().waitFor();
  if (vsix) await page.locator('.statusbar-item', { hasText: /\d+ conflicts?|checked/ }).waitFor();
  await page.keyboard.press('Control+g');
  await page.locator('.quick-input-widget:visible input').waitFor();
  const middle = Math.floor(text.split('\n').length / 4) * 2 + 1;
  await page.keyboard.type(String(middle));
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.keyboard.press('End');
  await page.waitForTimeout(rest);
  await page.evaluate(watchKeys);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    editor,
    page,
    /** Milliseconds that the main thread has worked. */
    async busy() {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
    },
  };
}

/**
 * Types some letters; answers how long each took, and what the page's main thread worked in all, until nothing more came of it.
 * @param {Side} side @param {string} letters
 */
async function typeBurst({ page, busy }, letters) {
  await page.bringToFront();
  const begin = await busy();
  /** @type {Duration[]} */
  const keys = [];
  for (const letter of letters) {
    await page.evaluate('watchNextKey() && undefined');
    const before = await busy();
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    const wall = /** @type {number} */ (await page.evaluate('nextKey'));
    keys.push({ wall, cpu: (await busy()) - before });
    await page.waitForTimeout(Math.max(0, rhythm - wall));
  }
  await page.waitForTimeout(rest);
  return { keys, all: (await busy()) - begin };
}

/**
 * Milliseconds from key to paint, pair by pair.
 * @param {{ vsix: string, scratch: string, text: string, pairs: number }} options
 * @returns {Promise<{ with: Times, without: Times }>}
 */
export async function measureKeys({ vsix, scratch, text, pairs }) {
  const without = await openDocument(scratch, 'without', text, undefined);
  try {
    const own = await openDocument(scratch, 'with', text, vsix);
    try {
      const times = { with: emptyTimes(), without: emptyTimes() };
      for (let round = 0; times.with.keys.length < pairs; round++) {
        const letters = round % 2 === 0 ? ' and words' : ' are added';
        /** @type {(keyof typeof times)[]} */
        const turns = round % 2 === 0 ? ['with', 'without'] : ['without', 'with'];
        for (const turn of turns) {
          const { keys, all } = await typeBurst(turn === 'with' ? own : without, letters);
          times[turn].keys.push(...keys);
          times[turn].bursts.push(all);
        }
      }
      return times;
    } finally {
      await own.editor.stop();
    }
  } finally {
    await without.editor.stop();
  }
}

/** @returns {Times} */
function emptyTimes() {
  return { keys: [], bursts: [] };
}
