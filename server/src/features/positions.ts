// Offsets to positions and back, in the encoding agreed with the client. Clamps what lies outside the text, as the
// protocol asks, and holds the index of line starts that both directions need.

import type { Position, Range } from 'vscode-languageserver';
import { utf8ToUtf16, utf16ToUtf8 } from '../core/text/lineIndex.ts';
import { lastAtMost } from '../core/text/partitionPoint.ts';
import { type Span, spanOf } from '../core/text/span.ts';

export type PositionEncoding = 'utf-16' | 'utf-8';

/** The first encoding of the client's list that is supported here; UTF-16 where it offers none. */
export function chooseEncoding(offered: readonly string[] | undefined): PositionEncoding {
  for (const encoding of offered ?? []) if (encoding === 'utf-16' || encoding === 'utf-8') return encoding;
  return 'utf-16';
}

/** A text with the offsets at which its lines begin, and how its columns are counted. */
export interface IndexedText {
  readonly source: string;
  readonly lineStarts: readonly number[];
  readonly encoding: PositionEncoding;
}

export function indexText(source: string, encoding: PositionEncoding): IndexedText {
  return { source, lineStarts: [0, ...findLineStarts(source, 0)], encoding };
}

/** The text after a replacement; only the lines that it touches are looked at again. */
export function replaceInText(text: IndexedText, span: Span, replacement: string): IndexedText {
  const source = text.source.slice(0, span.start) + replacement + text.source.slice(span.end);
  const shift = replacement.length - (span.end - span.start);
  const first = lineAt(text, span.start);
  // A "\r" before the span and a "\n" behind it may become or cease to be one line end, hence one line more on each side.
  const keep = Math.max(0, first - 1);
  const restart = text.lineStarts[keep]!;
  const last = Math.min(text.lineStarts.length - 1, lineAt(text, span.end) + 1);
  const resume = last < text.lineStarts.length - 1 ? text.lineStarts[last + 1]! : text.source.length;
  const changed = findLineStarts(source.slice(restart, resume + shift), restart);
  if (resume < text.source.length && changed.at(-1) === resume + shift) changed.pop();
  const lineStarts = text.lineStarts.slice(0, keep + 1);
  for (const start of changed) lineStarts.push(start);
  if (resume < text.source.length) for (const start of text.lineStarts.slice(last + 1)) lineStarts.push(start + shift);
  return { source, lineStarts, encoding: text.encoding };
}

/** Offsets behind each line end ("\n", "\r\n", "\r") of `source`, moved by `base`. */
function findLineStarts(source: string, base: number): number[] {
  const starts: number[] = [];
  for (let offset = 0; offset < source.length; offset++) {
    const code = source.charCodeAt(offset);
    if (code === 10 || (code === 13 && source.charCodeAt(offset + 1) !== 10)) starts.push(base + offset + 1);
  }
  return starts;
}

function lineAt(text: IndexedText, offset: number): number {
  return lastAtMost(text.lineStarts, offset);
}

/** Offset of a position. Beyond a line's end is its end, beyond the last line the end of the text; never throws. */
export function offsetAt(text: IndexedText, position: Position): number {
  const line = wholeNumber(position?.line);
  const character = wholeNumber(position?.character);
  if (line >= text.lineStarts.length) return text.source.length;
  const start = text.lineStarts[line]!;
  const end = lineEnd(text, line);
  if (text.encoding === 'utf-16') return Math.min(end, start + character);
  return start + utf8ToUtf16(text.source.slice(start, end), character);
}

export function positionAt(text: IndexedText, offset: number): Position {
  const clamped = Math.min(Math.max(0, offset), text.source.length);
  const line = lineAt(text, clamped);
  const start = text.lineStarts[line]!;
  if (text.encoding === 'utf-16') return { line, character: clamped - start };
  return { line, character: utf16ToUtf8(text.source.slice(start, clamped), clamped - start) };
}

export function rangeOf(text: IndexedText, span: Span): Range {
  return { start: positionAt(text, span.start), end: positionAt(text, span.end) };
}

/** The span of a range; a range whose ends are exchanged is read as if they were not. */
export function spanOfRange(text: IndexedText, range: Range): Span {
  const start = offsetAt(text, range?.start);
  const end = offsetAt(text, range?.end);
  return spanOf(Math.min(start, end), Math.max(start, end));
}

function lineEnd(text: IndexedText, line: number): number {
  if (line + 1 >= text.lineStarts.length) return text.source.length;
  const next = text.lineStarts[line + 1]!;
  const crlf = text.source.charCodeAt(next - 1) === 10 && text.source.charCodeAt(next - 2) === 13;
  return Math.max(text.lineStarts[line]!, next - (crlf ? 2 : 1));
}

function wholeNumber(value: number | undefined): number {
  return typeof value === 'number' && value > 0 ? Math.floor(value) : 0;
}
