// Paragraphs and headings of plain words, with nothing in them that means anything in Markdown: what the parser would make of them is
// plain, and most of a report is made of them.

import type { Heading, Paragraph, Text } from 'mdast';
import type { Block } from './block.ts';
import { isBlankLine, mayStartAtLine, nextContentLine, nextLineStart } from './lines.ts';
import { readBlock } from './readBlock.ts';
import { ownString } from './windowText.ts';

/** What no line of them has: marks, brackets, bars, template code, and what the parser replaces. */
const UNPLAIN = String.raw`\0-\x1f${'`'}*_[\]<&\\{|\ufeff\ue000`;
/** A line that goes on, or opens a paragraph, whatever stands before it; without blanks at its end. */
const LINE = new RegExp(String.raw`(?:["'“‘(«]?\p{L}|\d+(?![\d.)])|[$£€])[^${UNPLAIN}]*(?<! )(?=\r?\n|$)`, 'uy');
const HEADING = new RegExp(
  String.raw`(#{1,6}) ([^\s#${UNPLAIN}](?:[^#${UNPLAIN}]*[^\s#${UNPLAIN}])?)(?=\r?\n|$)`,
  'uy',
);

/** Where the words of a plain block stand, and the level of a heading. */
interface PlainWords {
  readonly start: number;
  readonly end: number;
  readonly level: number | undefined;
}

/**
 * The paragraph or heading that begins at `start`, where reading may start, with the blank lines behind it; undefined where it is not
 * certain what the parser would read.
 */
export function readPlainBlock(source: string, start: number): Block | undefined {
  const words = findWords(source, start);
  if (!words) return undefined;
  const end = endOfPlainBlock(source, words);
  if (end === undefined) return undefined;
  const text = ownString(source.slice(start, end));
  const position = { start: pointAt(words.start - start), end: pointAt(words.end - start) };
  const content: Text = { type: 'text', value: '', position };
  const node: Paragraph | Heading =
    words.level === undefined
      ? { type: 'paragraph', children: [content], position }
      : { type: 'heading', depth: words.level as Heading['depth'], children: [content], position };
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
  HEADING.lastIndex = start;
  const heading = source.charCodeAt(start) === 0x23 ? HEADING.exec(source) : null;
  if (heading) {
    const { length } = heading[1]!;
    const end = HEADING.lastIndex;
    return isBlankLine(source, nextLineStart(source, end))
      ? { start: start + length + 1, end, level: length }
      : undefined;
  }
  for (let line = start; ; ) {
    LINE.lastIndex = line;
    if (!LINE.test(source)) return undefined;
    const end = LINE.lastIndex;
    line = nextLineStart(source, end);
    if (isBlankLine(source, line)) return { start, end, level: undefined };
  }
}

/** A place in a syntax tree; only its offset is looked at. */
function pointAt(offset: number): { line: number; column: number; offset: number } {
  return { line: 1, column: offset + 1, offset };
}
