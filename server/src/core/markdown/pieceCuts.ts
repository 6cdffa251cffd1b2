// Where a long table or list ends, and where it is cut into pieces of a kilobyte or so: by what its lines say, so that an edit moves
// no cut but those beside it. What stands in the pieces is read elsewhere.

import { isBlankLine, isSpaceOrTab, mayStartAtLine, nextLineStart } from './lines.ts';
import { markerOfBullet } from './maskSource.ts';

/** Blocks of fewer characters are read as a whole; a piece has at least, and at most so many but for its last line or item. */
export interface PieceSizes {
  readonly long: number;
  readonly least: number;
  readonly most: number;
}

export const usualSizes: PieceSizes = { long: 2048, least: 512, most: 2048 };

/** What a long block begins as: the rows of a table, or items with a marker. */
export type LongKind = 'table' | '-' | '+' | '*' | '.' | ')';

const ITEM = /^(?:\d{1,9}(?=[.)]))?([-+*.)])[ \t]+[^\s*+_-]/;
const DELIMITERS = /^ {0,3}[|:-][|:\- \t]*$/;

export function kindAt(text: string, line: number): LongKind | undefined {
  const unit = text.charCodeAt(line);
  if (isSpaceOrTab(unit)) return undefined;
  const marker = markerAt(text, line);
  if (marker) return marker;
  const next = nextLineStart(text, line);
  if (!'|:- '.includes(text.charAt(next)) || next - line > 2000) return undefined;
  const second = text.slice(next, Math.min(next + 2000, nextLineStart(text, next))).trimEnd();
  return second.includes('-') && DELIMITERS.test(second) && text.slice(line, next).includes('|') ? 'table' : undefined;
}

/** Bullets that are read as markers wherever they begin a line. */
const BULLET = /^[•◦▪][ \t]+[^\s*+_-]/;

/** The kind of list of which an item begins at a line, unindented and with words in it. */
function markerAt(text: string, line: number): Exclude<LongKind, 'table'> | undefined {
  const unit = text.charCodeAt(line);
  const isMarker = unit === 0x2a || unit === 0x2b || unit === 0x2d || (unit >= 0x30 && unit <= 0x39);
  if (isMarker) return ITEM.exec(text.slice(line, line + 40))?.[1] as Exclude<LongKind, 'table'> | undefined;
  const isBullet = unit > 0x7f && BULLET.test(text.slice(line, line + 40));
  return isBullet ? markerOfBullet(text.charAt(line)) : undefined;
}

export interface Run {
  readonly end: number;
  /** Whether another block begins there for certain. */
  readonly isSure: boolean;
}

const MAY_BE_MARKER = /^(?:[-+*•–·▪◦]|\d{1,9}[.)])/;

/**
 * Where the first block begins behind a table or list: behind a table's first blank line, behind a list at the first line
 * after a blank one that neither is indented nor has its marker.
 */
export function endOfRun(text: string, start: number, kind: LongKind): Run {
  let isAfterBlank = false;
  for (let line = nextLineStart(text, start); line < text.length; line = nextLineStart(text, line)) {
    if (isBlankLine(text, line)) isAfterBlank = true;
    else if (isAfterBlank && (kind === 'table' || !isSpaceOrTab(text.charCodeAt(line)))) {
      if (kind === 'table' || !MAY_BE_MARKER.test(text.slice(line, line + 10)))
        return { end: line, isSure: mayStartAtLine(text, line) };
      if (markerAt(text, line) !== kind) return { end: line, isSure: false };
      isAfterBlank = false;
    } else isAfterBlank = false;
  }
  return { end: text.length, isSure: true };
}

/** Where to cut: by what the lines say, so that an edit moves no cut but those beside it. */
export function findCuts(text: string, kind: LongKind, header: number, { least, most }: PieceSizes): number[] {
  const cuts: number[] = [];
  let from = 0;
  let isDue = false;
  for (let line = header; line < text.length; ) {
    const next = nextLineStart(text, line);
    const mayCut = line > header && (kind === 'table' ? !isBlankLine(text, line) : markerAt(text, line) === kind);
    if (mayCut && (isDue || line - from >= most)) {
      cuts.push(line);
      from = line;
      isDue = false;
    }
    if (next - from >= least) isDue ||= signOf(text, line, next) % 4 === 0;
    line = next;
  }
  return cuts;
}

/** A number that says no more of a line than that it is this one. */
function signOf(text: string, start: number, end: number): number {
  let sign = 0;
  for (let at = start; at < end; at++) sign = (Math.imul(sign, 31) + text.charCodeAt(at)) | 0;
  return sign >>> 8;
}
