// A native tree view about one document: asks for its nodes when they are looked at, keeps them while the text changes, and
// selects the node of the passage in which the cursor stands.

import {
  type Disposable,
  EventEmitter,
  type Position,
  type TextEditor,
  type TreeDataProvider,
  type TreeView,
  type Uri,
  window,
} from 'vscode';
import type { Place } from '../../../server/src/features/protocol.ts';
import type { FollowedDocument } from './followedDocument.ts';
import { createTreeFollower } from './treeFollower.ts';
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

/** Milliseconds after the last movement, or after the rows were replaced, until the tree follows. */
const followDelay = 150;

export function createDocumentView({ id, followed, load, isCounted, onDidLoad }: DocumentViewOptions): DocumentView {
  const changes = new EventEmitter<void>();
  let roots: readonly ViewNode[] = [];
  let ids = new Map<ViewNode, { readonly id: string; readonly parent: ViewNode | undefined }>();
  let isStale = true;
  let loads = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const provider: TreeDataProvider<ViewNode> = {
    onDidChangeTreeData: changes.event,
    getTreeItem: (node) => itemOf(node, ids.get(node)?.id ?? node.label),
    getParent: (node) => ids.get(node)?.parent,
    async getChildren(node) {
      if (node) return [...node.children];
      if (isStale) await read();
      followSoon();
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

  /** The editor of the document that is shown; the active one where there are several. */
  function editorOf(uri: Uri): TextEditor | undefined {
    const editors = [window.activeTextEditor, ...window.visibleTextEditors];
    return editors.find((editor) => editor?.document.uri.toString() === uri.toString());
  }

  const follower = createTreeFollower<ViewNode>({
    wanted() {
      const { uri } = followed;
      const editor = uri && view.visible && !isStale ? editorOf(uri) : undefined;
      return editor && findNode([...ids.keys()], editor.document.uri, editor.selection.active);
    },
    // Whoever clicked on a claim stays there, though its first statement is the same passage.
    isSelected: (node) =>
      view.selection.some((row) => row === node || (row.place && isSamePlace(row.place, node.place!))),
    reveal: (node) => view.reveal(node, { select: true, focus: false }),
  });

  function followSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void follower.catchUp(), followDelay);
  }

  const subscriptions: Disposable[] = [
    view,
    changes,
    followed.onDidChange(refresh),
    follower,
    view.onDidChangeVisibility(({ visible }) => {
      if (visible && isStale) changes.fire();
      else if (visible) followSoon();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (view.visible && textEditor.document.uri.toString() === followed.uri?.toString()) followSoon();
    }),
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
  const document = decodeURIComponent(uri.toString());
  let found: ViewNode | undefined;
  for (const node of nodes) {
    if (!node.place || !rangeOf(node.place).contains(position)) continue;
    if (decodeURIComponent(node.place.uri) !== document) continue;
    if (!found?.place || rangeOf(found.place).contains(rangeOf(node.place))) found = node;
  }
  return found;
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.uri === b.uri && rangeOf(a).isEqual(rangeOf(b));
}
