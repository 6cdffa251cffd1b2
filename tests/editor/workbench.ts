// What the editor suites share: opening a sample, waiting for what arrives later, asking the host for a picture.

import { setTimeout as sleep } from 'node:timers/promises';
import { type Diagnostic, languages, type TextDocument, type TextEditor, Uri, window, workspace } from 'vscode';

/** Opens a file of the workspace folder in an editor. */
export async function openSample(path: string): Promise<TextEditor> {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return window.showTextDocument(await workspace.openTextDocument(Uri.joinPath(folder.uri, path)));
}

/** Asks again and again until the answer is one; fails after some seconds with what was waited for. */
export async function waitFor<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (let attempt = 0; attempt < 150; attempt++) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await sleep(100);
  }
  throw new Error(`Waited in vain for ${what}.`);
}

/** The extension's diagnostics of a document. */
export function problemsOf(document: TextDocument): Diagnostic[] {
  return languages.getDiagnostics(document.uri).filter(({ source }) => source === 'concordance');
}

/** The rule of a diagnostic, whether or not it links to a page about it. */
export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Saves a picture of the workbench as it looks now, where the host can take one. */
export async function takeScreenshot(name: string): Promise<void> {
  const host = process.env.EDITOR_HOST;
  if (!host) return;
  await sleep(500);
  const answer = await fetch(`${host}/screenshot?name=${encodeURIComponent(name)}`, { method: 'POST' });
  if (!answer.ok) throw new Error(`No picture of ${name}: ${await answer.text()}`);
}

/** Types a word into what has the focus and presses Enter, where the host can; answers whether it did. */
export async function press(word: string, screenshot: string): Promise<boolean> {
  const host = process.env.EDITOR_HOST;
  await sleep(1_000);
  if (!host) return false;
  for (const key of [...word]) await fetch(`${host}/press?key=${key}`, { method: 'POST' });
  await takeScreenshot(screenshot);
  await fetch(`${host}/press?key=Enter`, { method: 'POST' });
  return true;
}
