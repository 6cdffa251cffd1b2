// Where lines begin in a source, as the Language Server Protocol counts them: a line ends with "\n", "\r\n" or "\r".
// Characters are UTF-16 code units; for clients that count otherwise there is a conversion to UTF-8 and back.

import { lastAtMost } from './partitionPoint.ts';

/** A zero-based line and a zero-based character in it. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

export interface LineIndex {
  readonly lineCount: number;
  /** The position of an offset; offsets outside the source count as its start or end, one within a line break as the break's start. */
  positionAt(offset: number): LinePosition;
  /** The offset of a position; a line or character out of range counts as the nearest one that exists. */
  offsetAt(position: LinePosition): number;
  /** Offset where a line begins; clamped like `offsetAt`. */
  lineStart(line: number): number;
  /** Offset where a line's text ends, before its line break. */
  lineEnd(line: number): number;
}

export function createLineIndex(source: string): LineIndex {
  const starts = findLineStarts(source);

  function lineEnd(line: number): number {
    const next = starts[line + 1];
    if (next === undefined) return source.length;
    return next - (source.charCodeAt(next - 2) === 0x0d && source.charCodeAt(next - 1) === 0x0a ? 2 : 1);
  }

  function clampLine(line: number): number {
    return Math.max(0, Math.min(Math.trunc(line) || 0, starts.length - 1));
  }

  return {
    lineCount: starts.length,
    positionAt(offset) {
      const inside = Math.max(0, Math.min(offset, source.length));
      const line = lastAtMost(starts, inside);
      return { line, character: Math.min(inside, lineEnd(line)) - starts[line]! };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      if (line >= starts.length) return source.length;
      const start = starts[clampLine(line)]!;
      return Math.max(start, Math.min(start + character, lineEnd(clampLine(line))));
    },
    lineStart: (line) => starts[clampLine(line)]!,
    lineEnd: (line) => lineEnd(clampLine(line)),
  };
}

function findLineStarts(source: string): number[] {
  const starts = [0];
  for (let offset = 0; offset < source.length; offset++) {
    const unit = source.charCodeAt(offset);
    if (unit === 0x0a || (unit === 0x0d && source.charCodeAt(offset + 1) !== 0x0a)) starts.push(offset + 1);
  }
  return starts;
}

/** How many UTF-8 bytes the first `character` UTF-16 units of `line` take; a lone surrogate counts three, as encoders write U+FFFD. */
export function utf16ToUtf8(line: string, character: number): number {
  let bytes = 0;
  for (let index = 0; index < Math.min(character, line.length); ) {
    const codePoint = line.codePointAt(index)!;
    bytes += utf8Length(codePoint);
    index += codePoint > 0xffff ? 2 : 1;
  }
  return bytes;
}

/** The inverse of `utf16ToUtf8`: how many UTF-16 units the first `bytes` UTF-8 bytes of `line` are; within a character, its start. */
export function utf8ToUtf16(line: string, bytes: number): number {
  let left = bytes;
  let index = 0;
  while (index < line.length) {
    const codePoint = line.codePointAt(index)!;
    left -= utf8Length(codePoint);
    if (left < 0) break;
    index += codePoint > 0xffff ? 2 : 1;
  }
  return index;
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
