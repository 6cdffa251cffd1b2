// The extension's two web pages, the overview and the consistency report: opens them, fills them, and does what is pressed in
// them. What a page looks like is decided in the page.

import {
  commands,
  type Disposable,
  type Event,
  type ExtensionContext,
  env,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type DocumentParams,
  type FindingEntry,
  type FindingsParams,
  findingsRequest,
  type Overview,
  overviewRequest,
  type Place,
} from '../../server/src/features/protocol.ts';
import type { Analysis } from './analyses.ts';
import { rangeOf } from './views/viewNode.ts';
import type { Page, PageMessage, ShowMessage } from './web/messages.ts';
import { pageHtml } from './web/pageHtml.ts';

/** What a page is about: one document, or the workspace. */
interface Subject {
  readonly kind: Page['kind'];
  readonly document: Uri | undefined;
}

/** Registers the commands that open the pages; `current` is the document that one without a choice is about. */
export function registerPanels(
  context: ExtensionContext,
  client: BaseLanguageClient,
  onDidAnalyse: Event<Analysis>,
  current: () => Uri | undefined,
): void {
  const panels = new Map<string, WebviewPanel>();
  const open = (subject: Subject) => {
    const key = `${subject.kind} ${subject.document}`;
    const known = panels.get(key);
    if (known) return known.reveal(undefined, true);
    const panel = createPanel(context, client, onDidAnalyse, subject);
    panels.set(key, panel);
    panel.onDidDispose(() => panels.delete(key));
  };
  context.subscriptions.push(
    commands.registerCommand('concordance.showOverview', (chosen?: Uri) => {
      const document = chosen ?? current();
      if (document) open({ kind: 'overview', document });
      else void window.showInformationMessage(l10n.t('Open a Markdown or plain-text document to look at.'));
    }),
    commands.registerCommand('concordance.showReport', (chosen?: Uri | 'workspace') =>
      open({ kind: 'report', document: chosen === 'workspace' ? undefined : (chosen ?? current()) }),
    ),
  );
}

function createPanel(
  context: ExtensionContext,
  client: BaseLanguageClient,
  onDidAnalyse: Event<Analysis>,
  subject: Subject,
): WebviewPanel {
  const { kind, document } = subject;
  const name = document?.path.split('/').at(-1) ?? workspace.name ?? l10n.t('the workspace');
  const title = kind === 'overview' ? l10n.t('Overview of {0}', name) : l10n.t('Consistency of {0}', name);
  const folder = Uri.joinPath(context.extensionUri, 'dist');
  const panel = window.createWebviewPanel(
    `concordance.${kind}`,
    title,
    { viewColumn: window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active, preserveFocus: false },
    { enableScripts: true, localResourceRoots: [folder], enableFindWidget: true },
  );
  panel.iconPath = Uri.joinPath(context.extensionUri, 'images', 'icon.png');
  const { webview } = panel;
  const file = (path: string) => webview.asWebviewUri(Uri.joinPath(folder, path)).toString();
  webview.html = pageHtml({
    title,
    language: env.language,
    script: file('page.js'),
    style: file('page.css'),
    source: webview.cspSource,
    nonce: randomNonce(),
  });
  let isReady = false;
  const show = async () => {
    if (!isReady) return;
    const page = await loadPage(client, subject, name);
    await webview.postMessage({ page, texts: translations() } satisfies ShowMessage);
  };
  const subscriptions: Disposable[] = [
    onDidAnalyse(({ uri }) => {
      if (!document || uri.toString() === document.toString()) void show();
    }),
    panel.onDidChangeViewState(() => panel.visible && void show()),
    webview.onDidReceiveMessage(async (message: PageMessage) => {
      if (message.kind === 'ready') {
        isReady = true;
        await show();
      } else if (message.kind === 'go') await goTo(client, message.place);
      else if (message.kind === 'copy') await env.clipboard.writeText(message.text);
      else if (message.kind === 'command') await commands.executeCommand(message.command, document ?? 'workspace');
    }),
  ];
  panel.onDidDispose(() => {
    for (const subscription of subscriptions) subscription.dispose();
  });
  return panel;
}

async function loadPage(client: BaseLanguageClient, { kind, document }: Subject, name: string): Promise<Page> {
  const uri = document && client.code2ProtocolConverter.asUri(document);
  if (kind === 'overview') {
    const params: DocumentParams = { uri: uri ?? '' };
    return { kind, name, overview: await client.sendRequest<Overview | null>(overviewRequest, params) };
  }
  const params: FindingsParams = uri === undefined ? {} : { uri };
  return { kind, name, findings: await client.sendRequest<readonly FindingEntry[]>(findingsRequest, params) };
}

/** Shows a passage in the editor that has its document, else beside the page. */
async function goTo(client: BaseLanguageClient, place: Place): Promise<void> {
  const uri = client.protocol2CodeConverter.asUri(place.uri);
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const viewColumn = editor?.viewColumn ?? ViewColumn.One;
  await window.showTextDocument(uri, { selection: rangeOf(place), viewColumn });
}

/** The texts of the pages in the editor's language; empty where it has none. */
function translations(): Record<string, string> {
  const texts = Object.entries(l10n.bundle ?? {});
  return Object.fromEntries(texts.map(([key, text]) => [key, typeof text === 'string' ? text : String(text)]));
}

function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
