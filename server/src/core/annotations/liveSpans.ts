// Keeps the places of passages right while a document is being edited, without looking for them again: from the edits
// alone. Passages that an edit swept away are told, to be looked for in the new text.

import type { Span } from '../text/span.ts';

/** One edit: `span` of the text before it was replaced by `text`. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

export interface LiveSpan {
  readonly span: Span;
  /** `kept`: every character as it was. `changed`: something in it was edited. `gone`: nothing of it is left. */
  readonly state: 'kept' | 'changed' | 'gone';
}

/**
 * The spans after the edits, each edit in terms of the text that the ones before it left, as an editor reports them. What
 * is typed at either edge of a span stays outside. A span that is replaced as a whole becomes its replacement; one that
 * is removed, or replaced together with what is around it, is gone and becomes the point where it was.
 */
export function moveSpans(spans: readonly LiveSpan[], edits: readonly TextEdit[]): LiveSpan[] {
  return spans.map((live) => edits.reduce(moveSpan, live));
}

function moveSpan(live: LiveSpan, edit: TextEdit): LiveSpan {
  const { start, end } = live.span;
  const from = Math.min(edit.span.start, edit.span.end);
  const to = Math.max(edit.span.start, edit.span.end);
  const inserted = edit.text.length;
  const shift = inserted - (to - from);
  if (from === to && inserted === 0) return live;
  if (to <= start) {
    // An empty span has both its edges here; what is typed there stays before it.
    return { ...live, span: { start: start + shift, end: end + shift } };
  }
  if (from >= end) return live;
  if (from <= start && to >= end) {
    const replaced = from === start && to === end && inserted > 0;
    if (replaced && live.state !== 'gone') return { span: { start, end: start + inserted }, state: 'changed' };
    return { span: { start: from, end: from }, state: 'gone' };
  }
  const state = live.state === 'gone' ? 'gone' : 'changed';
  if (from < start) return { span: { start: from + inserted, end: end + shift }, state };
  if (to > end) return { span: { start, end: from }, state };
  return { span: { start, end: end + shift }, state };
}

/**
 * The edit without what it replaces by the same text at its beginning and end: editors often report a whole line or
 * document where a word changed. `source` is the text before the edit.
 */
export function narrowEdit(source: string, edit: TextEdit): TextEdit {
  const { text } = edit;
  let { start, end } = edit.span;
  let from = 0;
  let to = text.length;
  while (start < end && from < to && source.charCodeAt(start) === text.charCodeAt(from)) {
    start++;
    from++;
  }
  while (start < end && from < to && source.charCodeAt(end - 1) === text.charCodeAt(to - 1)) {
    end--;
    to--;
  }
  return { span: { start, end }, text: text.slice(from, to) };
}

/** The text after the edits. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  return edits.reduce(
    (text, { span, text: inserted }) => text.slice(0, span.start) + inserted + text.slice(span.end),
    source,
  );
}
