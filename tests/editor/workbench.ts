// What the editor suites share: opening a sample, waiting for what arrives later, asking the host for a picture.

import { setTimeout as sleep } from 'node:timers/promises';
import { type Diagnostic, languages, type TextDocument, type TextEditor, Uri, window, workspace } from 'vscode';

/** Opens a file of the workspace folder in an editor. */
export async function openSample(path: string): Promise<TextEditor> {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return window.showTextDocument(await workspace.openTextDocument(Uri.joinPath(folder.uri, path)));
}

/** Asks again and again until the answer is one; fails after a minute, since machines may be busy, with what was waited for. */
export async function waitFor<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (let attempt = 0; attempt < 600; attempt++) {
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
  if (!process.env.EDITOR_HOST) return;
  await sleep(500);
  await askHost('screenshot', { name });
}

/** Presses a key or a chord of keys, as Playwright names them: "Control+Enter". */
export function pressKey(key: string): Promise<void> {
  return askHost('press', { key });
}

/** Waits until the workbench shows something, named by a selector. */
export function waitForHost(selector: string): Promise<void> {
  return askHost('wait', { selector });
}

/** What may have the focus in the workbench. */
const inputs = { comment: '.review-widget .monaco-editor.focused', box: '.quick-input-widget input:focus' };

/** Types into a comment or an input box, once it has the focus. */
export async function typeInto(input: keyof typeof inputs, text: string): Promise<void> {
  await askHost('wait', { selector: inputs[input] });
  // A person does not begin to type in the same moment, while it may still be drawn anew.
  await sleep(1000);
  await askHost('type', { text });
}

async function askHost(request: string, parameters: Record<string, string>): Promise<void> {
  const address = `${process.env.EDITOR_HOST}/${request}?${new URLSearchParams(parameters)}`;
  const answer = await fetch(address, { method: 'POST' });
  if (!answer.ok) throw new Error(`The host refused “${request}”: ${await answer.text()}`);
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
