// @ts-check
// Takes the pictures of the documentation from the real editor, with the extension packaged anew and the samples open:
// docs/images/*.png. `npm run pictures` makes the package first.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installExtension, startEditor } from '../tests/support/editorHost.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const images = join(root, 'docs', 'images');
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const scratch = mkdtempSync(join(tmpdir(), 'concordance-pictures-'));
const folder = join(scratch, 'samples');
const extensions = join(scratch, 'extensions');

mkdirSync(images, { recursive: true });
cpSync(join(root, 'samples'), folder, { recursive: true });
installExtension(join(root, `${name}-${version}.vsix`), extensions);
const editor = await startEditor({ extensions });
try {
  const page = await editor.browser.newPage({ viewport: { width: 1100, height: 640 }, colorScheme: 'light' });
  await page.goto(editor.addressOf(folder));
  await page.getByRole('treeitem', { name: 'report.md', exact: true }).first().dblclick();
  await page.locator('.squiggly-warning').first().waitFor();
  await page.keyboard.press('Control+B');

  await page.locator('.statusbar-item', { hasText: /\d+ conflicts?/ }).click();
  await page.locator('.markers-panel').getByText('figure-conflict').first().waitFor();
  await page.screenshot({ path: join(images, 'conflicts.png') });

  await page.keyboard.press('Control+J');
  await page.locator('.view-line > span > span', { hasText: '48.2' }).first().hover();
  await page.locator('.monaco-hover:visible', { hasText: 'figure-conflict' }).waitFor();
  // The hover fades in.
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: join(images, 'hover.png') });
} finally {
  await editor.stop();
  rmSync(scratch, { recursive: true, force: true });
}
