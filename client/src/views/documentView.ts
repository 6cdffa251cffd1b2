// A native tree view about one document: asks for its nodes when they are looked at, keeps them while the text changes, and
// selects the node of the passage in which the cursor stands.

import {
  type Disposable,
  EventEmitter,
  type Position,
  type TextEditorSelectionChangeEvent,
  type TreeDataProvider,
  type TreeView,
  type Uri,
  window,
} from 'vscode';
import type { FollowedDocument } from './followedDocument.ts';
import { itemOf, rangeOf, type ViewNode } from './viewNode.ts';

export interface DocumentViewOptions {
  readonly id: string;
  readonly followed: FollowedDocument;
  /** The nodes of a document; undefined where it is not served. */
  load(uri: Uri): Promise<readonly ViewNode[] | undefined>;
  /** The nodes are read also while nobody looks, because they are counted. */
  readonly isCounted?: boolean;
  /** Told of what is shown, to put a count beside it. */
  onDidLoad?(view: TreeView<ViewNode>, nodes: readonly ViewNode[]): void;
}

export interface DocumentView extends Disposable {
  /** Shows the nodes anew, as after a change of a filter. */
  refresh(): void;
}

/** Milliseconds after the last movement until the tree follows. */
const followDelay = 150;

export function createDocumentView({ id, followed, load, isCounted, onDidLoad }: DocumentViewOptions): DocumentView {
  const changes = new EventEmitter<void>();
  let roots: readonly ViewNode[] = [];
  let ids = new Map<ViewNode, { readonly id: string; readonly parent: ViewNode | undefined }>();
  let isStale = true;
  let loads = 0;
  let wanted: ViewNode | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const provider: TreeDataProvider<ViewNode> = {
    onDidChangeTreeData: changes.event,
    getTreeItem: (node) => itemOf(node, ids.get(node)?.id ?? node.label),
    getParent: (node) => ids.get(node)?.parent,
    async getChildren(node) {
      if (node) return [...node.children];
      if (isStale) await read();
      return [...roots];
    },
  };
  const view = window.createTreeView(id, { treeDataProvider: provider, showCollapseAll: true });

  async function read(): Promise<void> {
    const own = ++loads;
    const { uri } = followed;
    const loaded = uri && (await load(uri));
    if (own !== loads) return;
    roots = loaded ?? [];
    ids = placesIn(roots);
    isStale = false;
    onDidLoad?.(view, roots);
  }

  function refresh(): void {
    isStale = true;
    loads++;
    if (view.visible) changes.fire();
    else if (isCounted) void read();
  }

  /** One after the other: of two that overlap, the earlier could end last. */
  async function select(node: ViewNode): Promise<void> {
    const isBusy = wanted !== undefined;
    wanted = node;
    if (isBusy) return;
    for (let next: ViewNode | undefined = node; next; next = wanted === next ? undefined : wanted) {
      // A node that has gone meanwhile cannot be shown.
      await view.reveal(next, { select: true, focus: false }).then(undefined, () => undefined);
    }
    wanted = undefined;
  }

  function follow({ textEditor, selections }: TextEditorSelectionChangeEvent): void {
    clearTimeout(timer);
    if (!view.visible || textEditor.document.uri.toString() !== followed.uri?.toString()) return;
    const { uri } = textEditor.document;
    timer = setTimeout(() => {
      const node = findNode([...ids.keys()], uri, selections[0]!.active);
      if (node && view.visible && view.selection[0] !== node) void select(node);
    }, followDelay);
  }

  const subscriptions: Disposable[] = [
    view,
    changes,
    followed.onDidChange(refresh),
    view.onDidChangeVisibility(({ visible }) => visible && isStale && changes.fire()),
    window.onDidChangeTextEditorSelection(follow),
  ];
  return {
    refresh,
    dispose() {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

/** An identity that stays with a node while others come and go: its label under those above it, counted where it recurs. */
function placesIn(roots: readonly ViewNode[]) {
  const places = new Map<ViewNode, { id: string; parent: ViewNode | undefined }>();
  const counts = new Map<string, number>();
  const add = (node: ViewNode, parent: ViewNode | undefined, path: string) => {
    const name = `${path}/${node.label}`;
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    const id = count === 0 ? name : `${name}#${count}`;
    places.set(node, { id, parent });
    for (const child of node.children) add(child, node, id);
  };
  for (const node of roots) add(node, undefined, '');
  return places;
}

/** The smallest passage in which the position lies; of several nodes for one passage the innermost. */
function findNode(nodes: readonly ViewNode[], uri: Uri, position: Position): ViewNode | undefined {
  let found: ViewNode | undefined;
  for (const node of nodes) {
    if (node.place?.uri === undefined || !rangeOf(node.place).contains(position)) continue;
    if (decodeURIComponent(node.place.uri) !== decodeURIComponent(uri.toString())) continue;
    if (!found?.place || rangeOf(found.place).contains(rangeOf(node.place))) found = node;
  }
  return found;
}
