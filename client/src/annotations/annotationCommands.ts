// The commands on annotations. Each works from the keyboard, on the selection or on the annotation at the cursor, and from
// the buttons of a thread or an entry of the tree.

import {
  type CommentReply,
  type CommentThread,
  commands,
  type ExtensionContext,
  l10n,
  type Range,
  Selection,
  TextEditorRevealType,
  window,
  workspace,
} from 'vscode';
import type { AnnotationItem } from '../../../server/src/features/protocol.ts';
import { selectionIn } from './annotatable.ts';
import { type Chosen, findChosen } from './annotationAt.ts';
import type { AnnotationClient } from './annotationClient.ts';
import { type AnnotationText, formatAnnotationText, parseAnnotationText } from './annotationText.ts';
import { pickTags } from './pickTags.ts';
import type { AnnotationComment, Threads } from './threads.ts';

export function registerAnnotationCommands(
  context: ExtensionContext,
  client: AnnotationClient,
  threads: Threads,
): void {
  const chosen = (given: Chosen) => findChosen(client, threads, given);
  /** The selection that an annotation is being written about: the thread that the editor makes may cover whole lines. */
  let selected: { readonly uri: string; readonly range: Range } | undefined;

  async function annotate(said?: Partial<AnnotationText>): Promise<string | undefined> {
    const editor = window.activeTextEditor;
    const range = selectionIn(editor);
    if (!editor || !range) {
      void window.showInformationMessage(l10n.t('Select the words to annotate first.'));
      return undefined;
    }
    if (typeof said?.comment === 'string' || said?.tags) return client.create(editor.document.uri, range, said);
    selected = { uri: editor.document.uri.toString(), range };
    await threads.ready();
    await commands.executeCommand('workbench.action.addComment');
    return undefined;
  }

  /** What was typed into a thread: a new annotation, words for a highlight, or an answer. */
  async function submit({ thread, text: submitted }: CommentReply): Promise<void> {
    const text = submitted || typedText();
    const item = threads.itemOf(thread);
    if (!item) return createFrom(thread, parseAnnotationText(text));
    if (thread.comments.length === 0) await client.update(item, parseAnnotationText(text));
    else await client.reply(item, text);
  }

  async function createFrom(thread: CommentThread, said: AnnotationText): Promise<void> {
    const isSelected =
      selected?.uri === thread.uri.toString() && thread.range?.start.line === selected.range.start.line;
    const range = isSelected ? selected!.range : thread.range;
    selected = undefined;
    thread.dispose();
    if (range) await client.create(thread.uri, range, said);
  }

  async function reply(item: AnnotationItem | undefined): Promise<void> {
    if (!item) return;
    const comment = await window.showInputBox({
      title: l10n.t('Reply'),
      prompt: item.comment || item.quote,
      ignoreFocusOut: true,
    });
    if (comment) await client.reply(item, comment);
  }

  async function edit(given: Chosen): Promise<void> {
    if (given && 'mode' in given) return threads.edit(given, true);
    const item = chosen(given);
    if (!item) return;
    const value = formatAnnotationText(item);
    const prompt = l10n.t('Words with # at the end are tags');
    const text = await window.showInputBox({ title: l10n.t('Edit Annotation'), value, prompt, ignoreFocusOut: true });
    if (text !== undefined) await client.update(item, parseAnnotationText(text));
  }

  async function saveEdited(comment: AnnotationComment): Promise<void> {
    const text = typeof comment.body === 'string' ? comment.body : comment.body.value;
    const said = comment.item.replyTo === undefined ? parseAnnotationText(text) : { comment: text };
    await client.update(comment.item, said);
    threads.edit(comment, false);
  }

  async function tag(given: Chosen): Promise<void> {
    const editor = window.activeTextEditor;
    const range = given ? undefined : selectionIn(editor);
    if (editor && range) {
      const tags = await pickTags(client, []);
      if (tags && tags.length > 0) await client.create(editor.document.uri, range, { tags });
      return;
    }
    const item = chosen(given);
    const tags = item && (await pickTags(client, item.tags));
    if (tags) await client.update(item, { tags });
  }

  async function remove(given: Chosen): Promise<void> {
    const item = chosen(given);
    if (!item) return;
    const answers = client.itemsOf(client.uriOf(item.uri)).filter(({ replyTo }) => replyTo === item.id);
    const question =
      answers.length > 0 ? l10n.t('Delete this annotation and its {0} answers?', answers.length) : undefined;
    if (question && !(await window.showWarningMessage(question, { modal: true }, l10n.t('Delete')))) return;
    await client.remove(item);
  }

  async function resolve(given: Chosen, resolved: boolean): Promise<void> {
    const item = chosen(given);
    if (item) await client.update(item, { resolved });
  }

  context.subscriptions.push(
    commands.registerCommand('concordance.annotate', annotate),
    commands.registerCommand('concordance.highlight', () => annotate({ tags: [] })),
    commands.registerCommand('concordance.tagAnnotation', tag),
    commands.registerCommand('concordance.submitAnnotation', submit),
    commands.registerCommand('concordance.replyToAnnotation', (given: Chosen) => reply(chosen(given))),
    commands.registerCommand('concordance.editAnnotation', edit),
    commands.registerCommand('concordance.saveAnnotation', saveEdited),
    commands.registerCommand('concordance.cancelEditingAnnotation', (comment: AnnotationComment) =>
      threads.edit(comment, false),
    ),
    commands.registerCommand('concordance.deleteAnnotation', remove),
    commands.registerCommand('concordance.resolveAnnotation', (given: Chosen) => resolve(given, true)),
    commands.registerCommand('concordance.reopenAnnotation', (given: Chosen) => resolve(given, false)),
    commands.registerCommand('concordance.confirmFigures', async (given: Chosen) => {
      const item = chosen(given);
      if (item) await client.update(item, { confirmed: true });
    }),
    commands.registerCommand('concordance.nextAnnotation', () => goTo(client, threads, 1)),
    commands.registerCommand('concordance.previousAnnotation', () => goTo(client, threads, -1)),
  );
}

/** What stands in the one comment that is being written: an editor that has just drawn it anew submits nothing instead. */
function typedText(): string {
  const typed = workspace.textDocuments
    .filter(({ uri }) => uri.scheme === 'comment')
    .map((document) => document.getText());
  const [text, ...others] = typed.filter((words) => words.trim() !== '');
  return others.length === 0 ? (text ?? '') : '';
}

/** Moves the cursor to the annotation behind or before it, around the document's ends, and opens its thread. */
function goTo(client: AnnotationClient, threads: Threads, direction: 1 | -1): void {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const items = client.itemsOf(editor.document.uri).filter(({ range, replyTo }) => range && replyTo === undefined);
  const cursor = editor.selection.active;
  const startOf = ({ range }: AnnotationItem) => client.rangeOf(range!).start;
  const next =
    direction > 0
      ? (items.find((item) => startOf(item).isAfter(cursor)) ?? items[0])
      : (items.findLast((item) => startOf(item).isBefore(cursor)) ?? items.at(-1));
  if (!next) {
    void window.showInformationMessage(l10n.t('This document has no annotations.'));
    return;
  }
  const range = client.rangeOf(next.range!);
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  threads.reveal(next);
}
