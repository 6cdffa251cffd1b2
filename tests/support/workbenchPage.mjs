// @ts-check
// What a user does in a workbench that runs in a browser: a command from the palette, a look into a web page of the extension.

import { patience } from './editorHost.mjs';

/** Runs a command by its title in the palette. @param {import('playwright-core').Page} page @param {string} title */
export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget:visible input');
  await input.waitFor();
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
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
