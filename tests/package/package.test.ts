// The package as a user meets it: installed into a fresh editor, with nothing superfluous in it, it underlines a conflict and
// explains it.

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { installExtension, patience, startEditor } from '../support/editorHost.mjs';
import { root } from '../support/sources.ts';
import { runCommand } from '../support/workbenchPage.mjs';

const { publisher, name, version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const vsix = fileURLToPath(new URL(`${name}-${version}.vsix`, root));
const scratch = mkdtempSync(join(tmpdir(), 'concordance-package-'));
const extensions = join(scratch, 'extensions');
const extension = join(extensions, `${publisher}.${name}-${version}`);
const folder = join(scratch, 'report');

beforeAll(() => {
  cpSync(new URL('samples', root), folder, { recursive: true });
  installExtension(vsix, extensions);
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the package', () => {
  it('holds the programs, the grammar, the schema and the texts, and nothing else', () => {
    const files = readdirSync(extension, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(extension.length + 1));
    expect(files.toSorted()).toEqual([
      '.vsixmanifest',
      'LICENSE.txt',
      'THIRD-PARTY-NOTICES.md',
      'changelog.md',
      'dist/cli.js',
      'dist/client.js',
      'dist/page.css',
      'dist/page.js',
      'dist/start.js',
      'docs/images/hover.webp',
      'docs/images/overview.webp',
      'docs/images/report.webp',
      'docs/images/views.webp',
      'images/icon.png',
      'images/views.svg',
      'l10n/bundle.l10n.de.json',
      'package.json',
      'package.nls.de.json',
      'package.nls.json',
      'readme.md',
      'samples/report.md',
      'schemas/concordance.schema.json',
      'syntaxes/suppressions.injection.json',
    ]);
  });

  it('is smaller than 1.5 MB and has no source maps', () => {
    expect(statSync(vsix).size).toBeLessThan(1_500_000);
    for (const program of readdirSync(join(extension, 'dist'))) {
      expect(readFileSync(join(extension, 'dist', program), 'utf8')).not.toContain('sourceMappingURL');
    }
  });
});

const pictures = fileURLToPath(new URL('tests/editor/screenshots/', root));
const conflictsInStatusBar = { hasText: /\d+ conflicts?/ };

/** Opens the report of the samples in an editor and waits for the first figure that is underlined. */
async function openReport(page: Page) {
  await page.getByRole('treeitem', { name: 'report.md', exact: true }).first().dblclick();
  const underlined = page.locator('.squiggly-warning').first();
  await underlined.waitFor();
  return underlined;
}

describe('the installed extension', () => {
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Page;

  beforeAll(async () => {
    editor = await startEditor({ extensions });
    page = await editor.openPage();
    await page.goto(editor.addressOf(folder));
  });

  afterAll(async () => {
    await editor?.stop();
  });

  it('underlines a conflict and explains it under the mouse', async () => {
    const underlined = await openReport(page);
    await page.locator('.statusbar-item', conflictsInStatusBar).waitFor();
    const hover = page.locator('.monaco-hover:visible', { hasText: 'figure-conflict' });
    await vi.waitFor(
      async () => {
        // Lines may move while the workbench is still being put together.
        const box = (await underlined.boundingBox())!;
        await page.mouse.move(box.x + 100, box.y - 100);
        await page.mouse.move(box.x + 8, box.y + box.height / 2, { steps: 5 });
        await hover.waitFor({ timeout: 10_000 });
      },
      { timeout: patience },
    );
    expect(await hover.textContent()).toContain('report.md');
    await page.screenshot({ path: `${pictures}package-hover.png` });
  });

  it('lists both sides of it in Problems, by a click in the status bar', async () => {
    await page.locator('.statusbar-item', conflictsInStatusBar).click();
    const problems = page.locator('.markers-panel');
    await problems.getByText('figure-conflict').first().waitFor();
    await problems.getByText('figure-conflict').nth(1).waitFor();
    await page.screenshot({ path: `${pictures}package-problems.png` });
  });
});

/** What the editor would open again if its window were loaded anew, as the browser keeps it. Runs in the window. */
async function readKeptLayout(): Promise<string> {
  const ended = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  let kept = '';
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('vscode-web-state-db-')) continue;
    const database = await ended(indexedDB.open(name));
    const items = database.transaction('ItemTable').objectStore('ItemTable');
    kept += (await ended(items.get('memento/workbench.parts.editor'))) ?? '';
    database.close();
  }
  return kept;
}

describe('somebody who has never seen the extension', () => {
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Page;

  beforeAll(async () => {
    const empty = join(scratch, 'empty');
    mkdirSync(empty);
    editor = await startEditor({ extensions });
    page = await editor.openPage();
    await page.goto(editor.addressOf(empty));
    await page.locator('.monaco-workbench .statusbar').waitFor();
  });

  afterAll(async () => {
    await editor?.stop();
  });

  it('is led through four steps, each with its picture', async () => {
    // The editor opens a walkthrough of its own, and keeps to it while it is open.
    const steps = page.locator('.getting-started-step');
    await steps.first().waitFor();
    await runCommand(page, 'View: Close All Editors');
    await steps.first().waitFor({ state: 'detached' });
    await runCommand(page, 'Welcome: Open Walkthrough');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'a linter for facts' }).first().click();
    await expect.poll(() => steps.count(), { timeout: patience }).toBe(4);
    for (let step = 0; step < 4; step++) {
      if (step > 0) await steps.nth(step).click();
      const image = page.locator('.getting-started-media img').first();
      await expect
        .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth), { timeout: patience })
        .toBeGreaterThan(500);
      await page.screenshot({ path: `${pictures}walkthrough-${step + 1}.png` });
    }
  });

  it('opens the sample from the first step, and sees what disagrees in it', async () => {
    await page.locator('.getting-started-step').first().click();
    await page.getByRole('button', { name: 'Open a Sample Report' }).click();
    await page.locator('.squiggly-warning').first().waitFor();
    await page.locator('.statusbar-item', conflictsInStatusBar).waitFor();
    await page.screenshot({ path: `${pictures}walkthrough-sample.png` });
  });

  it('mends the sample, and is not asked whether to save it', async () => {
    const tab = page.locator('.tab', { hasText: 'report.md' });
    await page.locator('.view-line').first().click();
    await page.keyboard.press('Home');
    await page.keyboard.type('So: ');
    await page.locator('.view-line', { hasText: 'So:' }).first().waitFor();
    await expect.poll(() => tab.and(page.locator('.dirty')).count(), { timeout: patience }).toBe(0);
    await runCommand(page, 'View: Close Editor');
    await tab.waitFor({ state: 'detached' });
    expect(await page.locator('.monaco-dialog-box').count()).toBe(0);
  });

  it('opens the sample again, and finds it again when the window is loaded anew', async () => {
    await runCommand(page, 'Concordance: Open a Sample Report');
    await page.locator('.squiggly-warning').first().waitFor();
    // The editor keeps what is open some seconds later; a window that is loaded anew sooner shows what was open before.
    await expect.poll(() => page.evaluate(readKeptLayout), { timeout: patience }).toContain('concordance-sample');
    await page.reload();
    await page.locator('.squiggly-warning').first().waitFor();
  });
});

describe('the installed extension in a folder that is not trusted', () => {
  let editor: Awaited<ReturnType<typeof startEditor>>;

  beforeAll(async () => {
    editor = await startEditor({ extensions, trusted: false });
  });

  afterAll(async () => {
    await editor?.stop();
  });

  it('works as anywhere', async () => {
    const page = await editor.openPage();
    await page.goto(editor.addressOf(folder));
    await page.getByText("No, I don't trust the authors").click();
    await openReport(page);
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await page.locator('.statusbar-item', conflictsInStatusBar).waitFor();
    await page.screenshot({ path: `${pictures}package-untrusted.png` });
  });
});

describe('the installed extension in a web extension host', () => {
  const webFolder = join(scratch, 'web');
  let editor: Awaited<ReturnType<typeof startEditor>>;

  beforeAll(async () => {
    cpSync(folder, webFolder, { recursive: true });
    mkdirSync(join(webFolder, '.vscode'));
    const settings = { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } };
    writeFileSync(join(webFolder, '.vscode', 'settings.json'), JSON.stringify(settings));
    editor = await startEditor({ extensions });
  });

  afterAll(async () => {
    await editor?.stop();
  });

  it('works in a worker of the browser', async () => {
    const page = await editor.openPage();
    await page.goto(editor.addressOf(webFolder));
    await openReport(page);
    await page.locator('.statusbar-item', conflictsInStatusBar).waitFor();
    await page.keyboard.press('F1');
    await page.keyboard.type('Show Running Extensions');
    await page
      .getByRole('option', { name: /Show Running Extensions/ })
      .first()
      .click();
    const running = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Concordance' });
    await running.filter({ hasText: 'web worker' }).waitFor();
    await page.screenshot({ path: `${pictures}package-web.png` });
  });
});
