// Lines of plain words, with the plainest of marks among them: links that give their address, and emphasis, each around words alone. Knows
// where it is certain what the parser would read, and leaves all else to it.

import type { Emphasis, Link, PhrasingContent, Strong, Text } from 'mdast';

/** What plain words have none of: marks, brackets, bars, template code, and what the parser replaces. */
const UNPLAIN = String.raw`\0-\x1f${'`'}*_[\]<&\\{|\ufeff\ue000`;

const WORD = String.raw`[\p{L}\p{N}]`;
const WORDS = new RegExp(`[^${UNPLAIN}]+`, 'uy');
/** "[the method](https://method.example/notes)"; no footnote, no image. */
const LINK = new RegExp(String.raw`(?<!!)\[((?!\^)[^${UNPLAIN}]+)\]\(([A-Za-z0-9\-._~:/?#@!$&'+,=%]+)\)`, 'uy');
/**
 * "**forty**", "*the same*", "**Note:** more": by what stands around them, the mark before cannot close and the one behind cannot open
 * (CommonMark, section 6.2).
 */
const EMPHASIS = new RegExp(
  String.raw`(?<=^|[\n (])(\*\*?|__?)(?:${WORD}(?:[^${UNPLAIN}]*${WORD})?\1(?=[\r\n .,;:!?)]|$)|${WORD}[^${UNPLAIN}]*[.,;:!?%)]\1(?=[\r\n ]|$))`,
  'uy',
);
/** What a line begins with that goes on, or opens a paragraph, whatever stands before it. */
const LINE_START = /["'“‘(«]?\p{L}|\d+(?![\d.)])|[$£€]/uy;
const BLANK = 0x20;
/** A block with more of them is left to the parser, which bounds what it reads. */
const MOST_MARKS = 64;

/** A mark among plain words. */
export interface PlainMark {
  readonly type: 'link' | 'emphasis' | 'strong';
  readonly start: number;
  readonly end: number;
  /** Where its words stand. */
  readonly from: number;
  readonly to: number;
  /** The address of a link. */
  readonly url?: string;
}

/**
 * Where the line ends that goes on at `start`, before its line break; undefined where it has more than plain words and marks, or a
 * blank at its end. Puts its marks behind those in `marks`.
 */
export function endOfPlainLine(source: string, start: number, marks: PlainMark[]): number | undefined {
  const end = endOfPlainWords(source, start, marks);
  return isEndOfLine(source, end) && source.charCodeAt(end - 1) !== BLANK ? end : undefined;
}

/** Where what goes on at `start` is more than plain words and marks, or ends. Puts the marks behind those in `marks`. */
export function endOfPlainWords(source: string, start: number, marks: PlainMark[]): number {
  for (let at = start; ; ) {
    WORDS.lastIndex = at;
    if (WORDS.test(source)) at = WORDS.lastIndex;
    const mark = marks.length < MOST_MARKS ? markAt(source, at) : undefined;
    if (!mark) return at;
    marks.push(mark);
    at = mark.end;
  }
}

/** Whether a line ends at a place, before a line break of a kind that everybody writes, or with the source. */
export function isEndOfLine(source: string, at: number): boolean {
  const unit = source.charCodeAt(at);
  return at === source.length || unit === 0x0a || (unit === 0x0d && source.charCodeAt(at + 1) === 0x0a);
}

/** Whether what stands at a place begins a line of words, whatever stands before it, and neither an item nor anything else. */
export function beginsPlainLine(source: string, start: number): boolean {
  LINE_START.lastIndex = start;
  return LINE_START.test(source) || markAt(source, start) !== undefined;
}

/** The link or the emphasis that begins at a place. */
function markAt(source: string, start: number): PlainMark | undefined {
  const unit = source.charCodeAt(start);
  const isLink = unit === 0x5b;
  if (!isLink && unit !== 0x2a && unit !== 0x5f) return undefined;
  const pattern = isLink ? LINK : EMPHASIS;
  pattern.lastIndex = start;
  const found = pattern.exec(source);
  if (!found) return undefined;
  const [whole, first = '', url] = found;
  const end = start + whole.length;
  if (isLink) return { type: 'link', start, end, from: start + 1, to: start + 1 + first.length, url: url! };
  const type = first.length === 2 ? 'strong' : 'emphasis';
  return { type, start, end, from: start + first.length, to: end - first.length };
}

/** The nodes that the parser makes of words from `start` to `end` with marks among them; `shift` is taken from each place. */
export function plainNodes(marks: readonly PlainMark[], start: number, end: number, shift: number): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let at = start;
  for (const mark of marks) {
    if (mark.start > at) nodes.push(textNode(at - shift, mark.start - shift));
    nodes.push(markNode(mark, shift));
    at = mark.end;
  }
  if (end > at) nodes.push(textNode(at - shift, end - shift));
  return nodes;
}

function markNode({ type, start, end, from, to, url }: PlainMark, shift: number): Emphasis | Link | Strong {
  const children = [textNode(from - shift, to - shift)];
  const position = positionOf(start - shift, end - shift);
  return type === 'link' ? { type, url: url!, children, position } : { type, children, position };
}

function textNode(start: number, end: number): Text {
  return { type: 'text', value: '', position: positionOf(start, end) };
}

/** A place in a syntax tree; only its offsets are looked at. */
export function positionOf(start: number, end: number): NonNullable<Text['position']> {
  return { start: pointAt(start), end: pointAt(end) };
}

function pointAt(offset: number): { line: number; column: number; offset: number } {
  return { line: 1, column: offset + 1, offset };
}
