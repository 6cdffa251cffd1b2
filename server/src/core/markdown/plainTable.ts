// Tables of plain words, each row between bars on a line of its own: what the parser would make of them is certain. Long ones are cut
// into pieces elsewhere, each of which is rows alone.

import type { Table, TableRow } from 'mdast';
import type { Block } from './block.ts';
import { exceedsInlineBounds } from './excessMarkup.ts';
import { isBlankLine, mayStartAtLine, nextContentLine, nextLineStart } from './lines.ts';
import { usualSizes } from './pieceCuts.ts';
import { isEndOfLine, plainNodes } from './plainInline.ts';
import { endOfPlainWords, type PlainMark } from './plainMarks.ts';
import { readBlock } from './readBlock.ts';
import { ownString } from './windowText.ts';

const BAR = 0x7c;
const BLANK = 0x20;
/** "| --- | ---: |", the line below the header. */
const DELIMITERS = /\|(?: *:?-+:? *\|)+ *(?=\r?\n|$)/y;

/** Where the words of a cell stand, and the marks among them. */
interface PlainCell {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly PlainMark[];
}

type PlainRow = readonly PlainCell[];

interface PlainRows {
  readonly rows: readonly PlainRow[];
  /** Where the line begins that is no row. */
  readonly end: number;
}

/** The table that begins at `start`, as `readPlainBlock` does it; undefined where it is not certain what the parser would read. */
export function readPlainTable(source: string, start: number, labels: ReadonlySet<string>): Block | undefined {
  const table = findTable(source, start);
  const node = table && tableNode(table.rows, start, labels);
  if (!node || exceedsInlineBounds(source, { start, end: table.end })) return undefined;
  const text = ownString(source.slice(start, table.end));
  return readBlock({ source: text, masked: text, shift: 0 }, node, undefined);
}

/** Where the next block begins behind a plain table that begins at a line; undefined where none does. */
export function endOfPlainTable(source: string, line: number): number | undefined {
  return findTable(source, line)?.end;
}

/**
 * A source that is nothing but plain rows, the header before them or not, as the parser reads it if `labels` are defined; undefined where it
 * is not.
 */
export function plainTableOf(source: string, hasHeader: boolean, labels: ReadonlySet<string>): Table | undefined {
  const found = hasHeader ? findRowsBelowHeader(source, 0, source.length) : findRows(source, 0, source.length);
  const isAll = found !== undefined && nextContentLine(source, found.end) === source.length;
  return isAll ? tableNode(found.rows, 0, labels) : undefined;
}

function findTable(source: string, start: number): PlainRows | undefined {
  if (source.charCodeAt(start) !== BAR) return undefined;
  const found = findRowsBelowHeader(source, start, usualSizes.long);
  if (!found || !isBlankLine(source, found.end)) return undefined;
  const end = nextContentLine(source, found.end);
  const isClosed = end === source.length || mayStartAtLine(source, end);
  return isClosed && end - start < usualSizes.long ? { rows: found.rows, end } : undefined;
}

function findRowsBelowHeader(source: string, start: number, most: number): PlainRows | undefined {
  const header = rowAt(source, start);
  if (!header) return undefined;
  const line = nextLineStart(source, start);
  DELIMITERS.lastIndex = line;
  const delimiters = DELIMITERS.exec(source)?.[0];
  if (delimiters === undefined || delimiters.split('|').length !== header.length + 2) return undefined;
  const { rows, end } = findRows(source, nextLineStart(source, line), most);
  return { rows: [header, ...rows], end };
}

/** The rows that begin at `start`, of which the last begins before so many characters. */
function findRows(source: string, start: number, most: number): PlainRows {
  const rows: PlainRow[] = [];
  let line = start;
  while (line < source.length && line - start < most) {
    const row = rowAt(source, line);
    if (!row) break;
    rows.push(row);
    line = nextLineStart(source, line);
  }
  return { rows, end: line };
}

/** The row that a line is; undefined where it is none, or has more than plain words between its bars. */
function rowAt(source: string, line: number): PlainRow | undefined {
  if (source.charCodeAt(line) !== BAR) return undefined;
  const cells: PlainCell[] = [];
  for (let at = line + 1; ; ) {
    while (source.charCodeAt(at) === BLANK) at++;
    if (isEndOfLine(source, at)) return cells.length > 0 ? cells : undefined;
    const marks: PlainMark[] = [];
    const bar = endOfPlainWords(source, at, marks);
    if (source.charCodeAt(bar) !== BAR) return undefined;
    let end = bar;
    while (end > at && source.charCodeAt(end - 1) === BLANK) end--;
    cells.push({ start: at, end, marks });
    at = bar + 1;
  }
}

function tableNode(rows: readonly PlainRow[], shift: number, labels: ReadonlySet<string>): Table | undefined {
  const children: TableRow[] = [];
  for (const row of rows) {
    const cells: TableRow['children'] = [];
    for (const { start, end, marks } of row) {
      const words = plainNodes(marks, start, end, shift, labels);
      if (!words) return undefined;
      cells.push({ type: 'tableCell', children: words });
    }
    children.push({ type: 'tableRow', children: cells });
  }
  return { type: 'table', children };
}
