// Front matter: where it ends, and its scalar values with their keys. Reads lines, as far as titles, dates and numbers
// need it; it is no YAML parser, and what it does not understand yields nothing.

import type { Span } from '../text/span.ts';
import { isBlankLine, nextLineStart } from './lines.ts';

/** A value that a line of front matter states: `title: "Grain harvests"`. */
export interface FrontMatterValue {
  readonly key: string;
  /** The value without its quotation marks. */
  readonly span: Span;
}

/** Offset of the line after the front matter that begins the source (after a byte order mark), or undefined if none does. */
export function findFrontMatterEnd(source: string): number | undefined {
  const start = startOfText(source);
  const fence = fenceAt(source, start);
  if (fence === undefined) return undefined;
  for (let line = nextLineStart(source, start); line < source.length; line = nextLineStart(source, line)) {
    if (isFence(source, line, fence)) return nextLineStart(source, line);
  }
  return undefined;
}

/** Whether a source begins with the line that opens a front matter; it has one only if another such line closes that. */
export function mayOpenFrontMatter(source: string): boolean {
  return fenceAt(source, startOfText(source)) !== undefined;
}

/** Behind a byte order mark. */
function startOfText(source: string): number {
  return source.charCodeAt(0) === 0xfeff ? 1 : 0;
}

function fenceAt(source: string, start: number): string | undefined {
  return ['---', '+++'].find((fence) => isFence(source, start, fence));
}

function isFence(source: string, line: number, fence: string): boolean {
  return source.startsWith(fence, line) && isBlankLine(source, line + fence.length);
}

/** The scalar values of a front matter with their keys; values that are code, addresses or nested structures are left out. */
export function readFrontMatter(source: string): FrontMatterValue[] {
  const values: FrontMatterValue[] = [];
  let key: string | undefined;
  for (let line = nextLineStart(source, 0); line < source.length; line = nextLineStart(source, line)) {
    const end = nextLineStart(source, line);
    const text = source.slice(line, end).trimEnd();
    const entry = /^(\s{0,40})(- {0,8})?(?:([\p{L}_][\p{L}\p{N}_.-]{0,80})[ \t]{0,20}(?::(?=\s|$)|=))?/u.exec(text)!;
    const item = entry[2] !== undefined;
    if (entry[3] !== undefined) key = entry[3];
    else if (!item || key === undefined) continue;
    const span = scalarSpan(text, entry[0].length);
    if (span) values.push({ key, span: { start: line + span.start, end: line + span.end } });
  }
  return values;
}

/** Where the scalar that begins at or after `from` stands in a line, without quotation marks, comment and white space. */
function scalarSpan(line: string, from: number): Span | undefined {
  let start = from;
  while (/\s/.test(line[start] ?? '')) start++;
  const quote = line[start];
  if (quote === undefined || /[#|>&*!{[%@`]/.test(quote)) return undefined;
  if (quote === '"' || quote === "'") {
    const close = line.indexOf(quote, start + 1);
    return close > start + 1 ? { start: start + 1, end: close } : undefined;
  }
  const comment = line.indexOf(' #', start);
  const end = start + line.slice(start, comment < 0 ? undefined : comment).trimEnd().length;
  const isProse = end > start && !/^(?:true|false|null|~|-+|\w{1,20}:\/\/.*)$/i.test(line.slice(start, end));
  return isProse ? { start, end } : undefined;
}
