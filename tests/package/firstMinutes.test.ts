// The first five minutes of somebody who has installed the package into a fresh editor: with mouse and keyboard, in a light,
// a dark and a high-contrast theme. The web pages are examined for what keeps people out.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installExtension, patience, startEditor } from '../support/editorHost.mjs';
import { root } from '../support/sources.ts';
import { findPage, runCommand } from '../support/workbenchPage.mjs';

const { name, version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const vsix = fileURLToPath(new URL(`${name}-${version}.vsix`, root));
const pictures = fileURLToPath(new URL('tests/editor/screenshots/', root));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const scratch = mkdtempSync(join(tmpdir(), 'concordance-first-'));
const extensions = join(scratch, 'extensions');

declare global {
  interface Window {
    axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
  }
}

/** What a checker of accessibility finds against a page. */
async function violationsOf(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe);
  const { violations } = await frame.evaluate(() => window.axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

beforeAll(() => installExtension(vsix, extensions));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern', contrast: 'Default High Contrast' };

describe.each(Object.entries(themes))('the first five minutes, %s', (short, theme) => {
  const folder = join(scratch, short);
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Page;
  const picture = (step: string) => page.screenshot({ path: `${pictures}first-${short}-${step}.png` });

  beforeAll(async () => {
    cpSync(new URL('samples', root), folder, { recursive: true });
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
    editor = await startEditor({ extensions });
    page = await editor.openPage();
    await page.goto(editor.addressOf(folder));
    await page.getByRole('treeitem', { name: 'report.md', exact: true }).first().waitFor();
  });

  afterAll(async () => {
    await editor?.stop();
  });

  it('open a report and see what disagrees', async () => {
    await page.getByRole('treeitem', { name: 'report.md', exact: true }).first().dblclick();
    await page.locator('.squiggly-warning').first().waitFor();
    await page.locator('.statusbar-item', { hasText: /\d+ conflicts?/ }).waitFor();
    await picture('1-report');
  });

  it('look through problems, figures and actors, and go to one', async () => {
    await runCommand(page, 'View: Show Concordance');
    const statement = page.getByRole('treeitem', { name: '$42.8 million, Money, line 43' }).first();
    await statement.click();
    await page.locator('.statusbar-item', { hasText: 'Ln 43' }).waitFor();
    await page.getByRole('treeitem', { name: /Ingrid Solheim/ }).waitFor();
    await picture('2-views');
  });

  it('have the tree follow the cursor', async () => {
    await page.locator('.view-line > span > span', { hasText: '17.5' }).first().click();
    await page.locator('.view-line > span > span', { hasText: '42.8' }).first().click();
    const selected = page.locator('.monaco-list-row.selected', { hasText: 'Money, line 43' });
    await expect.poll(() => selected.count(), { timeout: patience }).toBe(2);
  });

  it('read the overview, by keyboard too', async () => {
    await runCommand(page, 'Concordance: Show Overview');
    const frame = await findPage(page, 'Overview of report.md');
    await picture('3-overview');
    expect(await violationsOf(frame)).toEqual([]);
    const marks = frame.locator('.mark');
    await marks.nth(5).waitFor();
    await marks.first().focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => marks.nth(1).evaluate((mark) => mark === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item', { hasText: /selected/ }).waitFor();
    await frame.locator('th button', { hasText: 'Measure' }).click();
    expect(await frame.locator('th', { hasText: 'Measure' }).getAttribute('aria-sort')).toBe('ascending');
  });

  it('copy what the overview draws', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const frame = await findPage(page, 'Overview of report.md');
    const copied = async () => {
      const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
      const text = types.includes('text/plain') ? await page.evaluate(() => navigator.clipboard.readText()) : '';
      return [...types, text].join(' ');
    };
    const copies = {
      'Time line: Copy as CSV': /^text\/plain .*period,first day,last day/s,
      'Time line: Copy as SVG': /^text\/plain .*<svg .*<\/svg>$/s,
      'Actors: Copy as PNG': /image\/png/,
      'Claims: Copy as CSV': /^text\/plain .*\n.*48\.2/s,
    };
    for (const [button, expected] of Object.entries(copies)) {
      await frame.getByRole('button', { name: button }).click();
      await page.bringToFront();
      await expect.poll(copied, { timeout: patience }).toMatch(expected);
    }
  });

  it('read the report, and go from a quotation to its text', async () => {
    await runCommand(page, 'View: Focus First Editor Group');
    await runCommand(page, 'Concordance: Show Consistency Report');
    const frame = await findPage(page, 'Consistency of report.md');
    expect(await frame.locator('article').count()).toBe(3);
    await picture('4-page');
    expect(await violationsOf(frame)).toEqual([]);
    await frame.getByRole('button', { name: 'The year in figures, line 23' }).click();
    await page.locator('.statusbar-item', { hasText: /Ln 23, .*selected/ }).waitFor();
  });

  it('check the workspace, and are told', async () => {
    await runCommand(page, 'Concordance: Check Workspace');
    await page.locator('.notification-toast', { hasText: '3 documents checked' }).waitFor();
    await picture('5-checked');
  });
});
