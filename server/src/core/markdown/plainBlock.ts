// Paragraphs and headings of plain words, with nothing in them that means anything in Markdown but the plainest of marks: what the parser
// would make of them is certain, and most of a report is made of them.

import type { Heading, Paragraph } from 'mdast';
import type { Block } from './block.ts';
import { exceedsInlineBounds } from './excessMarkup.ts';
import { isBlankLine, mayStartAtLine, nextContentLine, nextLineStart } from './lines.ts';
import { beginsPlainLine, endOfPlainLine, plainNodes, positionOf } from './plainInline.ts';
import type { PlainMark } from './plainMarks.ts';
import { readBlock } from './readBlock.ts';
import { ownString } from './windowText.ts';

const HEADING = /(#{1,6}) (?=\S)/y;

/** Where the words of a plain block stand, the marks among them, and the level of a heading. */
interface PlainWords {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly PlainMark[];
  readonly level: number | undefined;
}

/**
 * The paragraph or heading that begins at `start`, where reading may start, with the blank lines behind it, if `labels` are defined;
 * undefined where it is not certain what the parser would read.
 */
export function readPlainBlock(source: string, start: number, labels: ReadonlySet<string>): Block | undefined {
  const words = findWords(source, start);
  if (!words) return undefined;
  const end = endOfPlainBlock(source, words);
  if (end === undefined) return undefined;
  if (exceedsInlineBounds(source, words)) return undefined;
  const children = plainNodes(words.marks, words.start, words.end, start, labels);
  if (!children) return undefined;
  const text = ownString(source.slice(start, end));
  const position = positionOf(words.start - start, words.end - start);
  const node: Paragraph | Heading =
    words.level === undefined
      ? { type: 'paragraph', children, position }
      : { type: 'heading', depth: words.level as Heading['depth'], children, position };
  return readBlock({ source: text, masked: text, shift: 0 }, node, undefined);
}

/** Where the next block begins behind a plain one that begins at a line; undefined where none does. */
export function endOfPlain(source: string, line: number): number | undefined {
  const words = findWords(source, line);
  return words && endOfPlainBlock(source, words);
}

function endOfPlainBlock(source: string, { end: last }: PlainWords): number | undefined {
  const end = nextContentLine(source, nextLineStart(source, last));
  return end === source.length || mayStartAtLine(source, end) ? end : undefined;
}

/** The words of a plain block that a blank line ends, or the end of the source. */
function findWords(source: string, start: number): PlainWords | undefined {
  const marks: PlainMark[] = [];
  HEADING.lastIndex = start;
  const heading = source.charCodeAt(start) === 0x23 ? HEADING.exec(source) : null;
  if (heading) {
    const from = HEADING.lastIndex;
    const end = endOfPlainLine(source, from, marks);
    if (end === undefined || hasNumberSign(source, from, end, marks)) return undefined;
    return isBlankLine(source, nextLineStart(source, end))
      ? { start: from, end, marks, level: heading[1]!.length }
      : undefined;
  }
  for (let line = start; ; ) {
    if (!beginsPlainLine(source, line)) return undefined;
    const end = endOfPlainLine(source, line, marks);
    if (end === undefined) return undefined;
    line = nextLineStart(source, end);
    if (isBlankLine(source, line)) return { start, end, marks, level: undefined };
  }
}

/** Whether a heading has what may close it among its words. */
function hasNumberSign(source: string, start: number, end: number, marks: readonly PlainMark[]): boolean {
  let at = source.indexOf('#', start);
  while (at >= 0 && at < end && marks.some((mark) => at > mark.start && at < mark.end))
    at = source.indexOf('#', at + 1);
  return at >= 0 && at < end;
}
