// @ts-check
// Takes the pictures of the documentation from the real editor, with the extension packaged anew and the samples open:
// docs/images/*.webp. `npm run pictures` makes the package first.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installExtension, startEditor } from '../tests/support/editorHost.mjs';
import { findPage as pageWith, runCommand as run } from '../tests/support/workbenchPage.mjs';

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
  const page = await editor.openPage({ viewport: { width: 1100, height: 640 }, colorScheme: 'light' });
  await page.goto(editor.addressOf(folder));
  await page.getByRole('treeitem', { name: 'report.md', exact: true }).first().dblclick();
  await page.locator('.squiggly-warning').first().waitFor();
  await page.keyboard.press('Control+B');

  await page.locator('.view-line > span > span', { hasText: '48.2' }).first().hover();
  await page.locator('.monaco-hover:visible', { hasText: 'figure-conflict' }).waitFor();
  // The hover fades in.
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: join(images, 'hover.webp') });

  await page.mouse.move(600, 500);
  await page.keyboard.press('Control+1');
  await run(page, 'View: Show Concordance');
  await page.locator('.pane-header', { hasText: 'Figures' }).waitFor();
  await page.getByRole('treeitem', { name: /48\.2 million ≠ / }).waitFor();
  await page.locator('.view-line > span > span', { hasText: '48.2' }).first().click();
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: join(images, 'views.webp') });

  await run(page, 'View: Toggle Primary Side Bar Visibility');
  await run(page, 'Concordance: Show Consistency Report');
  await pageWith(page, 'Consistency of report.md');
  // A button under the mouse would show its name.
  await page.mouse.move(300, 560);
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: join(images, 'report.webp') });
  await run(page, 'View: Close Editor');

  await page.keyboard.press('Control+1');
  await run(page, 'Concordance: Show Overview');
  await pageWith(page, 'Overview of report.md');
  await run(page, 'View: Toggle Maximize Editor Group');
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: join(images, 'overview.webp') });
} finally {
  await editor.stop();
  rmSync(scratch, { recursive: true, force: true });
}
