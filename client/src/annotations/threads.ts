// Annotations as comment threads beside the text: an annotation and its answers are a thread, what is typed into a new one
// becomes an annotation. Draws what the server says, and changes only what differs.

import {
  type Comment,
  type CommentController,
  CommentMode,
  type CommentThread,
  CommentThreadCollapsibleState,
  CommentThreadState,
  comments,
  type ExtensionContext,
  l10n,
  MarkdownString,
  Uri,
} from 'vscode';
import type { AnnotationItem } from '../../../server/src/features/protocol.ts';
import { offerSelection } from './annotatable.ts';
import type { AnnotationClient } from './annotationClient.ts';
import { formatAnnotationText, formatTag } from './annotationText.ts';

/** A comment that knows which annotation it is. */
export interface AnnotationComment extends Comment {
  readonly item: AnnotationItem;
  readonly thread: CommentThread;
}

export interface Threads {
  /** Ends when a new thread can be begun at what is selected. */
  ready(): Promise<void>;
  /** The annotation that a thread shows; undefined for one that is being written. */
  itemOf(thread: CommentThread): AnnotationItem | undefined;
  /** Opens the thread of an annotation. */
  reveal(item: AnnotationItem): void;
  /** Makes a comment one that is being edited, or again one that is not. */
  edit(comment: AnnotationComment, isEdited: boolean): void;
}

interface DrawnThread {
  readonly thread: CommentThread;
  item: AnnotationItem;
  /** What is drawn, to tell whether that is still it. */
  drawn: string;
}

export function createThreads(context: ExtensionContext, client: AnnotationClient): Threads {
  const controller = createController();
  const { ready } = offerSelection(context, controller);
  const threads = new Map<string, Map<string, DrawnThread>>();

  function draw(uri: Uri): void {
    const before = threads.get(uri.toString()) ?? new Map<string, DrawnThread>();
    const after = new Map<string, DrawnThread>();
    const items = client.itemsOf(uri);
    const answers = groupAnswers(items);
    for (const item of items) {
      if (!item.range || (item.replyTo !== undefined && items.some(({ id }) => id === item.replyTo))) continue;
      const all = [item, ...answersTo(item, answers)];
      const known = before.get(item.id);
      const thread = known?.thread ?? controller.createCommentThread(uri, client.rangeOf(item.range), []);
      const drawn = JSON.stringify(all);
      if (known?.drawn !== drawn) show(thread, all);
      after.set(item.id, { thread, item, drawn });
    }
    for (const [id, { thread }] of before) if (!after.has(id)) thread.dispose();
    if (after.size > 0) threads.set(uri.toString(), after);
    else threads.delete(uri.toString());
  }

  function show(thread: CommentThread, [item, ...replies]: readonly AnnotationItem[]): void {
    const range = client.rangeOf(item!.range!);
    if (!thread.range?.isEqual(range)) thread.range = range;
    const isNew = thread.comments.length === 0;
    if (isNew) thread.collapsibleState = CommentThreadCollapsibleState.Collapsed;
    thread.canReply = true;
    thread.label = labelOf(item!);
    thread.state = item!.resolved ? CommentThreadState.Resolved : CommentThreadState.Unresolved;
    thread.contextValue = [
      item!.resolved ? 'resolved' : 'open',
      item!.change === undefined ? '' : 'figureChanged',
    ].join(' ');
    const hasWords = item!.comment !== '' || item!.tags.length > 0 || item!.links.length > 0;
    thread.comments = [...(hasWords ? [item!] : []), ...replies].map((shown) => commentOf(shown, thread));
  }

  context.subscriptions.push(
    controller,
    client.onDidChange((uri) => {
      if (uri) draw(uri);
    }),
  );
  return {
    ready,
    itemOf(thread) {
      const drawn = threads.get(thread.uri.toString());
      return [...(drawn?.values() ?? [])].find((candidate) => candidate.thread === thread)?.item;
    },
    reveal(item) {
      const drawn = threads.get(client.uriOf(item.uri).toString())?.get(item.replyTo ?? item.id);
      if (drawn) drawn.thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
    },
    edit(comment, isEdited) {
      const { thread, item } = comment;
      thread.comments = thread.comments.map((other) =>
        (other as AnnotationComment).item.id === item.id
          ? {
              ...commentOf(item, thread),
              ...(isEdited && { mode: CommentMode.Editing, body: formatAnnotationText(item) }),
            }
          : other,
      );
    },
  };
}

function createController(): CommentController {
  const controller = comments.createCommentController('concordance.annotations', l10n.t('Annotations'));
  controller.options = {
    prompt: l10n.t('Reply…'),
    placeHolder: l10n.t('What is there to say? Words with # at the end are tags: #check'),
  };
  return controller;
}

function commentOf(item: AnnotationItem, thread: CommentThread): AnnotationComment {
  return {
    item,
    thread,
    body: bodyOf(item),
    mode: CommentMode.Preview,
    author: { name: item.creator ?? l10n.t('Somebody') },
    contextValue: item.replyTo === undefined ? 'annotation' : 'answer',
    ...(item.tags.length > 0 && { label: item.tags.map(formatTag).join(' ') }),
    ...(item.created !== undefined && !Number.isNaN(Date.parse(item.created)) && { timestamp: new Date(item.created) }),
  };
}

/** What it says, as it was typed; what has become of its figures, and what it leads to, as links. */
function bodyOf({ comment, links, change }: AnnotationItem): MarkdownString {
  const body = new MarkdownString().appendText(comment);
  if (change !== undefined) body.appendMarkdown('\n\n$(warning) ').appendText(change);
  body.supportThemeIcons = true;
  for (const { label, location, note } of links) {
    body.appendMarkdown('\n\n→ ');
    if (location) body.appendMarkdown(`[${escaped(label)}](${addressOf(location)})`);
    else body.appendText(label);
    if (note !== undefined) body.appendText(` (${note})`);
  }
  return body;
}

function addressOf({ uri, range: { start } }: NonNullable<AnnotationItem['links'][number]['location']>): string {
  return Uri.parse(uri)
    .with({ fragment: `L${start.line + 1},${start.character + 1}` })
    .toString();
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|]/g, '\\$&');
}

/** The title of the thread: the words that were annotated, where they have become others. */
function labelOf({ state, quote, change, links }: AnnotationItem): string {
  const words = `“${quote.length > 80 ? `${quote.slice(0, 79)}…` : quote}”`;
  if (change !== undefined) return l10n.t('Figure changed: {0}', change);
  if (state === 'changed') return l10n.t('Changed: was {0}', words);
  if (state === 'ambiguous') return l10n.t('Several passages could be {0}', words);
  return links.length > 0 ? l10n.t('Cross-reference') : l10n.t('Annotation');
}

function groupAnswers(items: readonly AnnotationItem[]): ReadonlyMap<string, readonly AnnotationItem[]> {
  const answers = new Map<string, AnnotationItem[]>();
  for (const item of items) {
    if (item.replyTo === undefined) continue;
    const known = answers.get(item.replyTo);
    if (known) known.push(item);
    else answers.set(item.replyTo, [item]);
  }
  return answers;
}

/** Answers and answers to them, the earlier first. */
function answersTo(
  { id }: AnnotationItem,
  answers: ReadonlyMap<string, readonly AnnotationItem[]>,
  seen: Set<string> = new Set([id]),
): AnnotationItem[] {
  const found = (answers.get(id) ?? []).filter((answer) => !seen.has(answer.id));
  for (const answer of found) seen.add(answer.id);
  return found
    .toSorted((a, b) => ((a.created ?? '') < (b.created ?? '') ? -1 : 1))
    .flatMap((answer) => [answer, ...answersTo(answer, answers, seen)]);
}
