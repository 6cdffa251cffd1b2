// Markup that would cost the Markdown parser more than linear time: deep nesting, and thousands of delimiters or brackets
// in one paragraph. Says which characters to mask so that what is left is within bounds.

import type { Span } from '../text/span.ts';
import { isLineBreak, isSpaceOrTab, nextLineStart } from './lines.ts';

/** What to give the parser in place of a stretch of source; as long as that. */
export interface Mask extends Span {
  readonly fill: string;
}

/** Quotation marks and list markers that one line may begin with. */
const maximumNesting = 32;
/** Columns that a list marker may be indented by; lists within lists go ever further to the right. */
const maximumIndentation = 120;
/** Different lengths of runs of "`" in one paragraph; each may be looked for up to the end of the paragraph. */
const maximumTickLengths = 16;
/** Runs of "*" or "_", and brackets, in one paragraph: what follows costs a parser time in proportion to their square. */
const maximumDelimiters = 1000;
const maximumBrackets = 1000;
/** Lines between two blank lines that go on with a quotation or item without its mark. */
const maximumLazyLines = 1000;

/** Masks that bring lines without a blank one among them back within the bounds; none if they are. */
export function maskExcess(source: string, lines: Span): Mask[] {
  const hasTooLazyLines = countLazyLines(source, lines) > maximumLazyLines;
  if (exceedsInlineBounds(source, lines)) return maskInline(source, lines, hasTooLazyLines);
  return hasTooLazyLines ? maskPrefixes(source, lines) : maskNesting(source, lines);
}

/** How many lines there are of the sorts that are bounded between two blank lines. */
export interface LineCounts {
  /** That begin with a quotation mark or list marker. */
  readonly marked: number;
  /** That go on with a quotation or item without its mark, if there is one. */
  readonly unmarked: number;
}

/** The lines of a source that begins at the start of one. */
export function countLines(source: string): LineCounts {
  let [marked, unmarked] = [0, 0];
  for (let line = 0; line < source.length; line = nextLineStart(source, line)) {
    const { end, depth } = readPrefix(source, line);
    if (depth > 0) marked++;
    else if (end === line && !isLineBreak(source.charCodeAt(line))) unmarked++;
  }
  return { marked, unmarked };
}

/** Whether lines are within the bounds wherever blank ones stand among them; what one paragraph may hold is not looked at. */
export function areWithinBounds({ marked, unmarked }: LineCounts): boolean {
  return marked === 0 || unmarked <= maximumLazyLines;
}

/** Whether a source has so few delimiters, brackets and backticks that no paragraph of it has too many. */
export function hasFewDelimiters(source: string): boolean {
  return !mayExceedInlineBounds(source, { start: 0, end: source.length });
}

/** How many lines go on with a quotation or item without any mark of it. */
function countLazyLines(source: string, lines: Span): number {
  if (lines.end - lines.start <= 2 * maximumLazyLines) return 0;
  let count = 0;
  let isOpen = false;
  for (let line = lines.start; line < lines.end; line = nextLineStart(source, line)) {
    const { end, depth } = readPrefix(source, line);
    if (depth > 0) isOpen = true;
    else if (isOpen && end === line) count++;
  }
  return count;
}

/** Masks all quotation marks and list markers. */
function maskPrefixes(source: string, lines: Span): Mask[] {
  const masks: Mask[] = [];
  for (let line = lines.start; line < lines.end; line = nextLineStart(source, line)) {
    const { end, depth } = readPrefix(source, line);
    if (depth > 0) masks.push({ start: line, end, fill: source.slice(line, end).replace(/\S/g, 'x') });
  }
  return masks;
}

function maskNesting(source: string, lines: Span): Mask[] {
  const masks: Mask[] = [];
  for (let line = lines.start; line < lines.end; line = nextLineStart(source, line)) {
    const { end, bound } = readPrefix(source, line);
    if (bound === undefined) continue;
    masks.push({ start: bound, end, fill: source.slice(bound, end).replace(/\S/g, 'x') });
  }
  return masks;
}

interface LinePrefix {
  readonly end: number;
  readonly depth: number;
  /** Where the nesting exceeds the bounds, if it does. */
  readonly bound: number | undefined;
}

/** The quotation marks and list markers that a line begins with. */
function readPrefix(source: string, line: number): LinePrefix {
  let depth = 0;
  let bound: number | undefined;
  let offset = line;
  for (;;) {
    while (isSpaceOrTab(source.charCodeAt(offset))) offset++;
    const length = markerLength(source, offset);
    if (length === 0) return { end: offset, depth, bound };
    if (depth === maximumNesting || offset - line > maximumIndentation) bound ??= offset;
    depth++;
    offset += length;
  }
}

/** Length of the quotation mark or list marker at `offset`; 0 if there is none. */
function markerLength(source: string, offset: number): number {
  const unit = source.charCodeAt(offset);
  if (unit === 0x3e) return 1;
  if (unit === 0x2a || unit === 0x2b || unit === 0x2d) return endsMarker(source, offset + 1) ? 1 : 0;
  let digits = 0;
  while (digits < 10 && source.charCodeAt(offset + digits) >= 0x30 && source.charCodeAt(offset + digits) <= 0x39)
    digits++;
  if (digits === 0 || digits > 9) return 0;
  const delimiter = source.charCodeAt(offset + digits);
  return (delimiter === 0x2e || delimiter === 0x29) && endsMarker(source, offset + digits + 1) ? digits + 1 : 0;
}

function endsMarker(source: string, offset: number): boolean {
  return offset >= source.length || isSpaceOrTab(source.charCodeAt(offset)) || isLineBreak(source.charCodeAt(offset));
}

/** Whether the lines have so many delimiters, brackets or backticks that one paragraph of them could have too many. */
function mayExceedInlineBounds(source: string, lines: Span): boolean {
  const least = Math.min(maximumDelimiters, maximumBrackets);
  return hasMoreThan(least, /[*_[\]]/g, source, lines) || hasMoreThan(maximumTickLengths, /`+/g, source, lines);
}

/** Whether a pattern is found more often than that in the lines. */
function hasMoreThan(count: number, pattern: RegExp, source: string, { start, end }: Span): boolean {
  if (end - start <= count) return false;
  let left = count;
  for (const _ of source.slice(start, end).matchAll(pattern)) if (left-- === 0) return true;
  return false;
}

/** Whether any paragraph, item or row of the lines has more delimiters or brackets than the bounds allow. */
export function exceedsInlineBounds(source: string, lines: Span): boolean {
  if (lines.end - lines.start <= maximumDelimiters || !mayExceedInlineBounds(source, lines)) return false;
  let delimiters = 0;
  let brackets = 0;
  const ticks = new Set<number>();
  let cells = 0;
  let isTable = false;
  let isDefinitions = true;
  for (let line = lines.start; line < lines.end; line = nextLineStart(source, line)) {
    const end = nextLineStart(source, line);
    const above = cells;
    const { end: prefixEnd, depth } = readPrefix(source, line);
    isDefinitions &&= isDefinitionLike(source, prefixEnd, end);
    if (depth > 0 || isTable || isDefinitions || source.charCodeAt(prefixEnd) === 0x23) {
      delimiters = brackets = 0;
      ticks.clear();
    }
    let last = 0;
    let run = 0;
    for (let offset = prefixEnd; offset < end; offset++) {
      const unit = source.charCodeAt(offset);
      if (unit === 0x2a || unit === 0x5f) {
        if (unit !== last) delimiters++;
      } else if (unit === 0x5b || unit === 0x5d) brackets++;
      if (unit === 0x60) run++;
      else if (run > 0) {
        ticks.add(run);
        run = 0;
      }
      last = unit;
    }
    if (delimiters > maximumDelimiters || brackets > maximumBrackets || ticks.size > maximumTickLengths) return true;
    if (isTable) continue;
    cells = countCells(source, prefixEnd, end);
    isTable = cells > 0 && cells === above && isDelimiterRow(source, prefixEnd, end);
  }
  return false;
}

/** Whether a line could be a reference definition that has no other brackets in it. */
function isDefinitionLike(source: string, start: number, end: number): boolean {
  return /^\[[^[\]]+\]:[^[\]]*$/.test(source.slice(start, end));
}

/** Number of cells if the line were a table's row; 0 if it has no "|". */
function countCells(source: string, start: number, end: number): number {
  const row = source.slice(start, end).trim();
  const bars = row.split('|').length - 1;
  return bars === 0 ? 0 : bars + 1 - (row.startsWith('|') ? 1 : 0) - (row.length > 1 && row.endsWith('|') ? 1 : 0);
}

function isDelimiterRow(source: string, start: number, end: number): boolean {
  for (let offset = start; offset < end; offset++) {
    if (!'|-: \t\r\n'.includes(source[offset]!)) return false;
  }
  return true;
}

/** Masks all delimiters and brackets, and where they are too many as well, the marks that lines begin with. */
function maskInline(source: string, lines: Span, withPrefixes: boolean): Mask[] {
  const masks: Mask[] = [];
  for (let line = lines.start; line < lines.end; line = nextLineStart(source, line)) {
    const { end: prefixEnd, bound } = readPrefix(source, line);
    const start = withPrefixes ? line : (bound ?? prefixEnd);
    const end = nextLineStart(source, line);
    const prefix = source.slice(start, prefixEnd).replace(/\S/g, 'x');
    const isFence = source.startsWith('```', prefixEnd);
    const markup = isFence ? /[*_[\]]/g : /[*_[\]`]/g;
    masks.push({ start, end, fill: prefix + source.slice(prefixEnd, end).replace(markup, 'x') });
  }
  return masks;
}
