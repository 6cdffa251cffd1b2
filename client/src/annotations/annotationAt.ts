// Which annotation somebody means: the one that a command was called with, or the one at the cursor.

import { type CommentThread, l10n, type Uri, window } from 'vscode';
import type { AnnotationItem } from '../../../server/src/features/protocol.ts';
import type { AnnotationClient } from './annotationClient.ts';
import type { AnnotationComment, Threads } from './threads.ts';

/** What commands are called with: a comment, a thread, an entry of the tree, or nothing from the keyboard. */
export type Chosen = AnnotationComment | CommentThread | { readonly item: AnnotationItem } | undefined;

/** The annotation that is meant, or undefined after saying that there is none. */
export function findChosen(client: AnnotationClient, threads: Threads, chosen: Chosen): AnnotationItem | undefined {
  if (chosen && 'item' in chosen) return chosen.item;
  const item = chosen ? threads.itemOf(chosen) : annotationAtCursor(client);
  if (!item) void window.showInformationMessage(l10n.t('There is no annotation at the cursor.'));
  return item;
}

/** The innermost annotation at the cursor of the active editor. */
export function annotationAtCursor(client: AnnotationClient): AnnotationItem | undefined {
  const editor = window.activeTextEditor;
  return editor && annotationsAt(client, editor.document.uri, editor.selection.active)[0];
}

/** The annotations, without answers, whose words are at a position, the shortest first. */
export function annotationsAt(
  client: AnnotationClient,
  uri: Uri,
  position: { readonly line: number; readonly character: number },
): AnnotationItem[] {
  const at = (item: AnnotationItem) => item.range && client.rangeOf(item.range);
  return client
    .itemsOf(uri)
    .filter((item) => item.replyTo === undefined)
    .filter((item) => at(item)?.contains(client.rangeOf({ start: position, end: position })))
    .toSorted((a, b) => (a.text?.length ?? 0) - (b.text?.length ?? 0));
}
