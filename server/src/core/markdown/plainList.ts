// Lists of plain words, each item on a line of its own: what the parser would make of them is as certain as what it makes of paragraphs.
// Long ones are cut into pieces elsewhere.

import type { List } from 'mdast';
import type { Block } from './block.ts';
import { exceedsInlineBounds } from './excessMarkup.ts';
import { mayGoOn, mayStartAtLine, nextContentLine, nextLineStart } from './lines.ts';
import { usualSizes } from './pieceCuts.ts';
import { beginsPlainLine, endOfPlainLine, plainNodes, positionOf } from './plainInline.ts';
import type { PlainMark } from './plainMarks.ts';
import { readBlock } from './readBlock.ts';
import { ownString } from './windowText.ts';

/** "- ", "* ", "12. ", with something behind it. */
const MARKER = /(?:[-+*]|\d{1,9}[.)]) (?=\S)/y;

interface PlainItem {
  /** Where its words stand. */
  readonly start: number;
  readonly end: number;
  readonly marks: readonly PlainMark[];
}

interface PlainItems {
  /** "-" for bullets, "." for "12.": another one begins another list. */
  readonly kind: string;
  readonly items: readonly PlainItem[];
  /** Where what follows begins, behind blank lines. */
  readonly end: number;
}

/** The list that begins at `start`, as `readPlainBlock` does it; undefined where it is not certain what the parser would read. */
export function readPlainList(source: string, start: number, labels: ReadonlySet<string>): Block | undefined {
  const list = findList(source, start);
  const node = list && listNode(list, start, labels);
  if (!node || exceedsInlineBounds(source, { start, end: list.end })) return undefined;
  const text = ownString(source.slice(start, list.end));
  return readBlock({ source: text, masked: text, shift: 0 }, node, undefined);
}

/** Where the next block begins behind a plain list that begins at a line; undefined where none does. */
export function endOfPlainList(source: string, line: number): number | undefined {
  return findList(source, line)?.end;
}

/** A source that is nothing but plain items of a kind, as the parser reads it if `labels` are defined; undefined where it is not. */
export function plainListOf(source: string, kind: string, labels: ReadonlySet<string>): List | undefined {
  const found = findItems(source, 0, source.length);
  return found?.kind === kind && found.end === source.length ? listNode(found, 0, labels) : undefined;
}

function listNode({ kind, items }: PlainItems, shift: number, labels: ReadonlySet<string>): List | undefined {
  const children: List['children'] = [];
  for (const { start, end, marks } of items) {
    const words = plainNodes(marks, start, end, shift, labels);
    if (!words) return undefined;
    const position = positionOf(start - shift, end - shift);
    children.push({ type: 'listItem', children: [{ type: 'paragraph', children: words, position }] });
  }
  return { type: 'list', ordered: kind === '.' || kind === ')', children };
}

function findList(source: string, start: number): PlainItems | undefined {
  const found = findItems(source, start, usualSizes.long);
  if (!found || found.end - start >= usualSizes.long) return undefined;
  const { end } = found;
  const isClosed = end === source.length || (mayStartAtLine(source, end) && !mayGoOn(source, end));
  return isClosed ? found : undefined;
}

/** The items that begin at `start`, of which the last begins before so many characters, up to what is no item behind a blank line. */
function findItems(source: string, start: number, most: number): PlainItems | undefined {
  const items: PlainItem[] = [];
  let kind: string | undefined;
  for (let line = start; line - start < most; ) {
    MARKER.lastIndex = line;
    const isItem = MARKER.test(source);
    const from = MARKER.lastIndex;
    const own = source.charAt(from - 2);
    kind ??= own;
    if (!isItem || own !== kind || !beginsPlainLine(source, from)) return undefined;
    const marks: PlainMark[] = [];
    const end = endOfPlainLine(source, from, marks);
    if (end === undefined) return undefined;
    items.push({ start: from, end, marks });
    const next = nextLineStart(source, end);
    line = nextContentLine(source, next);
    if (line === source.length || (line > next && !mayGoOn(source, line))) return { kind, items, end: line };
  }
  return undefined;
}
