// The script of the extension's web pages: shows what the extension sends, and tells it what was pressed.

import * as l10n from '@vscode/l10n';
import { element } from './elements.ts';
import type { PageMessage, ShowMessage } from './messages.ts';
import { overviewPage } from './overviewPage.ts';
import { reportPage } from './reportPage.ts';

declare function acquireVsCodeApi(): { postMessage(message: PageMessage): void };

const editor = acquireVsCodeApi();
const main = element('main', { id: 'page' });
const status = element('p', { role: 'status', class: 'status' });
document.body.append(main, status);

const actions = {
  go: (place: Extract<PageMessage, { kind: 'go' }>['place']) => editor.postMessage({ kind: 'go', place }),
  save: () => editor.postMessage({ kind: 'command', command: 'concordance.exportReport' }),
  copyText(text: string) {
    editor.postMessage({ kind: 'copy', text });
    actions.announce(l10n.t('Copied.'));
  },
  announce(text: string) {
    status.textContent = text;
    setTimeout(() => {
      status.textContent = '';
    }, 4000);
  },
};

/** Where the reader was stays where it was: scrolling, and what has the focus, by its place among what can have it. */
function show({ page, texts }: ShowMessage): void {
  l10n.config({ contents: texts });
  const focusable = () => [...main.querySelectorAll<HTMLElement | SVGElement>('button, [tabindex]')];
  const focused = focusable().indexOf(document.activeElement as HTMLElement);
  const content =
    page.kind === 'overview'
      ? overviewPage(page.name, page.overview, actions)
      : reportPage(page.name, page.findings, actions);
  main.className = page.kind;
  main.replaceChildren(...content);
  if (focused >= 0) focusable()[focused]?.focus();
}

window.addEventListener('message', ({ data }: MessageEvent<ShowMessage>) => show(data));
editor.postMessage({ kind: 'ready' });
