// Lines of plain words with the plainest of marks among them: where they begin and end, and what the parser makes of them. Which marks
// these are is for `plainMarks.ts`.

import type { Nodes, PhrasingContent, Text } from 'mdast';
import { normalizeLabel } from './labels.ts';
import { endOfPlainWords, markAt, type PlainMark } from './plainMarks.ts';

/** What a line begins with that goes on, or opens a paragraph, whatever stands before it. */
const LINE_START = /["'“‘(«]?\p{L}|\d+(?![\d.)])|[$£€]/uy;
const BLANK = 0x20;

/**
 * Where the line ends that goes on at `start`, before its line break; undefined where it has more than plain words and marks, or a
 * blank at its end. Puts its marks behind those in `marks`.
 */
export function endOfPlainLine(source: string, start: number, marks: PlainMark[]): number | undefined {
  const end = endOfPlainWords(source, start, marks);
  return isEndOfLine(source, end) && source.charCodeAt(end - 1) !== BLANK ? end : undefined;
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

/**
 * The nodes that the parser makes of words from `start` to `end` with marks among them, if `labels` are defined; undefined where it is
 * not certain. `shift` is taken from each place.
 */
export function plainNodes(
  marks: readonly PlainMark[],
  start: number,
  end: number,
  shift: number,
  labels: ReadonlySet<string>,
): PhrasingContent[] | undefined {
  const meant = marksMeant(marks, labels);
  if (!meant) return undefined;
  const nodes: PhrasingContent[] = [];
  let at = start;
  for (const mark of meant) {
    if (mark.start > at) nodes.push(textNode(at - shift, mark.start - shift));
    const node = markNode(mark, shift, labels);
    if (!node) return undefined;
    nodes.push(node);
    at = mark.end;
  }
  if (end > at) nodes.push(textNode(at - shift, end - shift));
  return nodes;
}

/** The marks that are some: brackets around a label that is not defined are words like others, with the marks among them. */
function marksMeant(marks: readonly PlainMark[], labels: ReadonlySet<string>): readonly PlainMark[] | undefined {
  const meant: PlainMark[] = [];
  for (const mark of marks) {
    const refers = mark.type === 'reference' || mark.type === 'footnote';
    if (!refers || labels.has(normalizeLabel(mark.target))) {
      meant.push(mark);
      continue;
    }
    // Of "[the method][notes]" the first may be a label as well.
    if (labels.has(normalizeLabel(mark.words))) return undefined;
    const within = marksMeant(mark.marks, labels);
    if (!within) return undefined;
    meant.push(...within);
  }
  return meant;
}

function markNode(mark: PlainMark, shift: number, labels: ReadonlySet<string>): PhrasingContent | undefined {
  const { type, words, target } = mark;
  const position = positionOf(mark.start - shift, mark.end - shift);
  if (type === 'code') return { type: 'inlineCode', value: words, position };
  if (type === 'image') return { type, url: target, alt: words, position };
  if (type === 'footnote')
    return { type: 'footnoteReference', identifier: target.slice(1), label: target.slice(1), position };
  const children = plainNodes(mark.marks, mark.from, mark.to, shift, labels);
  if (!children) return undefined;
  if (type === 'link') return { type, url: target, children, position };
  if (type === 'emphasis' || type === 'strong') return { type, children, position };
  return { type: 'linkReference', identifier: target, referenceType: 'full', children, position };
}

function textNode(start: number, end: number): Text {
  return { type: 'text', value: '', position: positionOf(start, end) };
}

/** A place in a syntax tree; only its offsets are looked at. */
export function positionOf(start: number, end: number): NonNullable<Nodes['position']> {
  return { start: pointAt(start), end: pointAt(end) };
}

function pointAt(offset: number): { line: number; column: number; offset: number } {
  return { line: 1, column: offset + 1, offset };
}
