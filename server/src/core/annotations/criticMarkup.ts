// CriticMarkup: comments and highlights that stand in the text itself. Reading takes them out of the text and makes
// annotations of them; writing puts annotations into a copy. Suggested changes are left in the text as they are.

import { compareSpans, type Span } from '../text/span.ts';

/** One comment or highlight, with its place in the text without markup. */
export interface CriticMark {
  /** The highlighted passage, or the point that a comment stands at. */
  readonly span: Span;
  readonly comment: string;
}

export interface CriticText {
  /** The text without the marks. */
  readonly text: string;
  readonly marks: readonly CriticMark[];
  /** The pieces of the source that are no longer in the text. */
  readonly removed: readonly Span[];
}

const HIGHLIGHT = ['{==', '==}'] as const;
const COMMENT = ['{>>', '<<}'] as const;

/**
 * Takes highlights and comments out of a text: `{==two tugs==}{>>three?<<}` becomes `two tugs` with a comment. A comment
 * belongs to the highlight right before it, else to the point where it stands. A mark without its end stays in the text,
 * as do marks within code spans and fences.
 */
export function readCriticMarkup(source: string): CriticText {
  const marks: CriticMark[] = [];
  const removed: Span[] = [];
  const codes = codeSpans(source);
  let code = 0;
  let text = '';
  let copied = 0;
  let next = source.indexOf('{');
  // Where the search for an end has failed once, it fails from every later place too.
  const missing = new Set<string>();
  const endOf = (sign: string, from: number): number => {
    if (missing.has(sign)) return -1;
    const at = source.indexOf(sign, from);
    if (at < 0) missing.add(sign);
    return at;
  };
  while (next >= 0) {
    while (code < codes.length && codes[code]!.end <= next) code++;
    const inCode = code < codes.length && codes[code]!.start <= next;
    const sign = inCode ? undefined : [HIGHLIGHT, COMMENT].find(([begin]) => source.startsWith(begin, next));
    const end = sign ? endOf(sign[1], next + 3) : -1;
    if (!sign || end < 0) {
      next = source.indexOf('{', next + 1);
      continue;
    }
    const inner = source.slice(next + 3, end);
    text += source.slice(copied, next);
    const last = marks.at(-1);
    if (sign === HIGHLIGHT) {
      removed.push({ start: next, end: next + 3 }, { start: end, end: end + 3 });
      marks.push({ span: { start: text.length, end: text.length + inner.length }, comment: '' });
      text += inner;
    } else if (last && copied === next && last.span.end === text.length) {
      marks[marks.length - 1] = { ...last, comment: joined(last.comment, inner) };
    } else {
      marks.push({ span: { start: text.length, end: text.length }, comment: inner.trim() });
    }
    if (sign === COMMENT) removed.push({ start: next, end: end + 3 });
    copied = end + 3;
    next = source.indexOf('{', copied);
  }
  return { text: text + source.slice(copied), marks, removed };
}

/**
 * A copy of the text with the marks in it. A mark that begins within another one becomes a comment at the other's end. The
 * sign that would end a comment is broken up within it.
 */
export function writeCriticMarkup(text: string, marks: readonly CriticMark[]): string {
  const ordered = marks.toSorted((a, b) => compareSpans(a.span, b.span));
  let written = '';
  let copied = 0;
  for (let i = 0; i < ordered.length; ) {
    const { span } = ordered[i]!;
    const comments: string[] = [];
    for (; i < ordered.length && starts(ordered[i]!, span); i++) {
      if (ordered[i]!.comment !== '') comments.push(ordered[i]!.comment);
    }
    written += text.slice(copied, span.start);
    const inner = text.slice(span.start, span.end);
    if (inner !== '') written += inner.includes(HIGHLIGHT[1]) ? inner : HIGHLIGHT[0] + inner + HIGHLIGHT[1];
    for (const comment of comments) written += COMMENT[0] + comment.replaceAll(COMMENT[1], '<< }') + COMMENT[1];
    copied = span.end;
  }
  return written + text.slice(copied);
}

/** Whether the mark is the one at `span`, or begins within it. */
function starts({ span: { start } }: CriticMark, span: Span): boolean {
  return start < span.end || start === span.start;
}

function joined(first: string, second: string): string {
  return first === '' ? second.trim() : `${first}\n\n${second.trim()}`;
}

/** Fenced code and code spans of one line, in order. */
function codeSpans(source: string): Span[] {
  const spans: Span[] = [];
  const fence = /^ {0,3}(`{3,}|~{3,})/;
  let open: { sign: string; start: number } | undefined;
  let offset = 0;
  for (const line of source.split('\n')) {
    const sign = fence.exec(line)?.[1];
    if (open) {
      if (sign?.startsWith(open.sign) && line.trim() === sign) {
        spans.push({ start: open.start, end: offset + line.length });
        open = undefined;
      }
    } else if (sign) {
      open = { sign, start: offset };
    } else {
      for (const { index, 0: code } of line.matchAll(/`[^`]+`/g))
        spans.push({ start: offset + index, end: offset + index + code.length });
    }
    offset += line.length + 1;
  }
  if (open) spans.push({ start: open.start, end: source.length });
  return spans;
}
