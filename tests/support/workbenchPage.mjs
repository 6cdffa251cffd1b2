// @ts-check
// What a user does in a workbench that runs in a browser: a command from the palette, a look into a web page of the extension.

import { patience } from './editorHost.mjs';

/**
 * Runs a command by its title in the palette. While the workbench is still being put together the palette closes by itself, as
 * it does when something else takes the focus: then it is opened again.
 * @param {import('playwright-core').Page} page @param {string} title
 */
export async function runCommand(page, title) {
  const giveUp = Date.now() + patience;
  for (;;) {
    try {
      await page.keyboard.press('F1');
      const input = page.locator('.quick-input-widget:visible input');
      await input.waitFor({ timeout: 10_000 });
      await input.fill(`>${title}`, { timeout: 10_000 });
      const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
      await row.click({ timeout: 10_000 });
      break;
    } catch (error) {
      if (Date.now() > giveUp) throw error;
    }
  }
}

/**
 * The frame of the web page with that heading, once it is there. @param {import('playwright-core').Page} page
 * @param {string} heading @returns {Promise<import('playwright-core').Frame>}
 */
export async function findPage(page, heading) {
  for (let attempt = 0; attempt < patience / 250; attempt++) {
    for (const frame of page.frames()) {
      const found = await frame
        .locator('main h1')
        .first()
        .textContent({ timeout: 50 })
        .catch(() => null);
      if (found === heading) return frame;
    }
    await page.waitForTimeout(200);
  }
  throw new Error(`There is no page “${heading}”.`);
}
