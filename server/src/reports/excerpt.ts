// A piece of the line around a passage, short enough to be shown whole.

import { type LineIndex, type Span, spanOf } from '../core/index.ts';

export interface Excerpt {
  /** One line, with "…" where something was left out. */
  readonly text: string;
  /** The passage in `text`. */
  readonly mark: Span;
}

/** So many UTF-16 units of the line are shown on each side of the passage. */
const around = 60;

/** Of a passage longer than this only the beginning is shown. */
const longestMark = 120;

/** What stands around the span on the line that it begins in. */
export function excerptAt(source: string, lines: LineIndex, span: Span): Excerpt {
  const { line } = lines.positionAt(span.start);
  const lineStart = lines.lineStart(line);
  const lineEnd = lines.lineEnd(line);
  const start = Math.max(lineStart, Math.min(span.start, lineEnd));
  const end = Math.max(start, Math.min(span.end, lineEnd, start + longestMark));
  const before = shortenStart(source.slice(Math.max(lineStart, start - around), start), start - around > lineStart);
  const after = shortenEnd(source.slice(end, Math.min(lineEnd, end + around)), end + around < lineEnd);
  const text = printable(before + source.slice(start, end) + after);
  return { text, mark: spanOf(before.length, before.length + end - start) };
}

/** Cut at the beginning of a word. */
function shortenStart(text: string, isCut: boolean): string {
  if (!isCut) return text.trimStart();
  const space = text.indexOf(' ');
  return `…${space < 0 || space > 20 ? text.slice(1) : text.slice(space + 1)}`;
}

/** Cut at the end of a word. */
function shortenEnd(text: string, isCut: boolean): string {
  if (!isCut) return text.trimEnd();
  const space = text.lastIndexOf(' ');
  return `${space < 0 || space < text.length - 20 ? text.slice(0, -1) : text.slice(0, space)}…`;
}

/** Control characters could command the terminal; each becomes one character that can be seen. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (character) =>
    character === '\t' ? ' ' : '�',
  );
}
