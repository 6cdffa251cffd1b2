// The view of all annotations of the workspace: by document, tag, author or state, filtered by words. Those that have lost
// their words are shown with the words they had, and can be attached anew.

import {
  commands,
  EventEmitter,
  type ExtensionContext,
  l10n,
  MarkdownString,
  Selection,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  workspace,
} from 'vscode';
import type { AnnotationItem } from '../../../server/src/features/protocol.ts';
import { selectionIn } from './annotatable.ts';
import type { AnnotationClient } from './annotationClient.ts';
import { formatTag } from './annotationText.ts';
import { type Grouping, groupItems, groupings, matches } from './grouping.ts';
import type { Threads } from './threads.ts';

interface GroupNode {
  readonly label: string;
  readonly items: readonly AnnotationItem[];
}

interface ItemNode {
  readonly item: AnnotationItem;
}

type Node = GroupNode | ItemNode;

const icons = { found: 'comment', changed: 'edit', ambiguous: 'question', orphaned: 'debug-disconnect' } as const;

export function createAnnotationTree(context: ExtensionContext, client: AnnotationClient, threads: Threads): void {
  const changed = new EventEmitter<undefined>();
  let grouping: Grouping = context.workspaceState.get<Grouping>('annotations.grouping', 'document');
  let filter = '';
  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    async getChildren(node) {
      if (node) return 'items' in node ? node.items.map((item) => ({ item })) : [];
      const documents = await client.all();
      const items = documents.flatMap((document) => document.items).filter(({ replyTo }) => replyTo === undefined);
      const shown = items.filter((item) => matches(item, filter));
      tree.message =
        filter === '' ? undefined : l10n.t('{0} of {1} annotations with “{2}”', shown.length, items.length, filter);
      return groupItems(shown, grouping, (uri) => workspace.asRelativePath(client.uriOf(uri)));
    },
    getTreeItem: (node) => ('items' in node ? groupItem(node, grouping) : annotationItem(node.item)),
  };
  const tree = window.createTreeView('concordance.annotations', { treeDataProvider: provider, showCollapseAll: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refreshSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => tree.visible && changed.fire(undefined), 300);
  };

  async function group(): Promise<void> {
    const titles: Readonly<Record<Grouping, string>> = {
      document: l10n.t('document'),
      tag: l10n.t('tag'),
      author: l10n.t('author'),
      state: l10n.t('state'),
    };
    const items = groupings.map((key) => ({ label: titles[key], key, picked: key === grouping }));
    const chosen = await window.showQuickPick(items, { title: l10n.t('Group Annotations by') });
    if (!chosen) return;
    grouping = chosen.key;
    await context.workspaceState.update('annotations.grouping', grouping);
    changed.fire(undefined);
  }

  async function search(given?: string): Promise<void> {
    const prompt = l10n.t('Words of a comment, a passage, a tag, an author or a state; nothing shows all');
    const words = given ?? (await window.showInputBox({ title: l10n.t('Filter Annotations'), value: filter, prompt }));
    if (words === undefined) return;
    filter = words.trim();
    changed.fire(undefined);
  }

  async function open({ item }: ItemNode): Promise<void> {
    const editor = await window.showTextDocument(client.uriOf(item.uri));
    const current = client.itemsOf(editor.document.uri).find(({ id }) => id === item.id) ?? item;
    if (!current.range) return;
    const range = client.rangeOf(current.range);
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range);
    threads.reveal(current);
  }

  context.subscriptions.push(
    tree,
    changed,
    client.onDidChange(refreshSoon),
    tree.onDidChangeVisibility(refreshSoon),
    { dispose: () => clearTimeout(timer) },
    commands.registerCommand('concordance.groupAnnotations', group),
    commands.registerCommand('concordance.filterAnnotations', search),
    commands.registerCommand('concordance.openAnnotation', open),
    commands.registerCommand('concordance.reattachAnnotation', (node?: ItemNode) => reattach(client, node?.item)),
  );
}

/** Attaches an annotation to what is selected; without an entry of the tree, one of those that are lost is chosen. */
async function reattach(client: AnnotationClient, given: AnnotationItem | undefined): Promise<void> {
  const editor = window.activeTextEditor;
  const range = selectionIn(editor);
  if (!editor || !range) {
    void window.showInformationMessage(l10n.t('Select the words that the annotation is to be attached to first.'));
    return;
  }
  if (given && client.uriOf(given.uri).toString() !== editor.document.uri.toString()) {
    void window.showInformationMessage(l10n.t('Select the words in the document that the annotation belongs to.'));
    return;
  }
  // Words that were taken out a moment ago are not told of yet.
  if (!given) await client.refresh(editor.document.uri);
  const lost = client
    .itemsOf(editor.document.uri)
    .filter(({ state, replyTo }) => replyTo === undefined && isLost(state));
  const choices = lost.map((item) => ({
    label: `“${item.quote}”`,
    description: item.state,
    detail: item.comment,
    item,
  }));
  const title = l10n.t('Attach to the selection');
  if (!given && choices.length === 0) {
    void window.showInformationMessage(l10n.t('No annotation of this document has lost its words.'));
    return;
  }
  const item = given ?? (await window.showQuickPick(choices, { title, placeHolder: l10n.t('The words it had') }))?.item;
  if (item) await client.reattach(item, range);
}

function isLost(state: AnnotationItem['state']): boolean {
  return state === 'orphaned' || state === 'ambiguous';
}

/** The states of annotations, and groups of what has none, in the reader's language. */
function wordsFor(key: string): string {
  const words: Readonly<Record<string, string>> = {
    found: l10n.t('found'),
    changed: l10n.t('changed'),
    ambiguous: l10n.t('ambiguous'),
    orphaned: l10n.t('orphaned'),
    resolved: l10n.t('resolved'),
    'without a tag': l10n.t('without a tag'),
    'without an author': l10n.t('without an author'),
  };
  return words[key] ?? key;
}

function groupItem({ label, items }: GroupNode, grouping: Grouping): TreeItem {
  const isName = grouping === 'document' || (!label.startsWith('without ') && grouping !== 'state');
  const item = new TreeItem(isName ? label : wordsFor(label), TreeItemCollapsibleState.Expanded);
  item.description = String(items.length);
  return item;
}

function annotationItem(item: AnnotationItem): TreeItem {
  const { state, quote, text, comment, tags, creator, resolved, change, links } = item;
  const words = (isLost(state) ? quote : (text ?? quote)).replace(/\s+/g, ' ').trim();
  const node = new TreeItem(`“${words}”`, TreeItemCollapsibleState.None);
  const notes = [state === 'found' ? '' : wordsFor(state), change ?? '', comment, ...tags.map(formatTag)];
  node.description = notes.filter((note) => note !== '').join(' · ');
  node.iconPath = new ThemeIcon(resolved ? 'pass' : links.length > 0 && state === 'found' ? 'link' : icons[state]);
  node.tooltip = new MarkdownString().appendText(
    [words, comment, creator ?? ''].filter((part) => part !== '').join('\n'),
  );
  node.contextValue = `annotation ${isLost(state) ? 'lost' : 'placed'} ${resolved ? 'resolved' : 'open'}`;
  node.command = { command: 'concordance.openAnnotation', title: l10n.t('Open'), arguments: [{ item }] };
  return node;
}
