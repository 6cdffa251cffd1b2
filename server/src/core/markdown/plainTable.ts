// Tables of plain words, each row between bars on a line of its own: what the parser would make of them is certain. Long ones are cut
// into pieces elsewhere, each of which is rows alone.

import type { PhrasingContent, Table, TableRow } from 'mdast';
import type { Block } from './block.ts';
import { isBlankLine, mayStartAtLine, nextContentLine, nextLineStart } from './lines.ts';
import { usualSizes } from './pieceCuts.ts';
import { endOfPlainWords, isEndOfLine, type PlainMark, plainNodes } from './plainInline.ts';
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
export function readPlainTable(source: string, start: number): Block | undefined {
  const table = findTable(source, start);
  if (!table) return undefined;
  const text = ownString(source.slice(start, table.end));
  return readBlock({ source: text, masked: text, shift: 0 }, tableNode(table.rows, start), undefined);
}

/** Where the next block begins behind a plain table that begins at a line; undefined where none does. */
export function endOfPlainTable(source: string, line: number): number | undefined {
  return findTable(source, line)?.end;
}

/** A source that is nothing but plain rows, the header before them or not, as the parser reads it; undefined where it is not. */
export function plainTableOf(source: string, hasHeader: boolean): Table | undefined {
  const found = hasHeader ? findRowsBelowHeader(source, 0, source.length) : findRows(source, 0, source.length);
  const isAll = found !== undefined && nextContentLine(source, found.end) === source.length;
  return isAll ? tableNode(found.rows, 0) : undefined;
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

function tableNode(rows: readonly PlainRow[], shift: number): Table {
  return { type: 'table', children: rows.map((row) => rowNode(row, shift)) };
}

function rowNode(row: PlainRow, shift: number): TableRow {
  const children = row.map(({ start, end, marks }): TableRow['children'][number] => {
    const words: PhrasingContent[] = plainNodes(marks, start, end, shift);
    return { type: 'tableCell', children: words };
  });
  return { type: 'tableRow', children };
}
