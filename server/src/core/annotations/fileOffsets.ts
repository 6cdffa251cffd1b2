// Offsets as annotation files have them: Unicode code points, a line end (CR, LF or CRLF) counting as one character and a
// byte order mark as none, so that a file says the same whichever way its document is stored. Elsewhere: UTF-16 units.

import { partitionPoint } from '../text/partitionPoint.ts';
import type { Span } from '../text/span.ts';

/** Converts between the two ways of counting, for one text. */
export interface FileOffsets {
  /** How many characters the text has, in the file's way of counting. */
  readonly length: number;
  /** The file's count for a UTF-16 offset; inside a character, that of its start. Clamped to the text. */
  toFile(offset: number): number;
  /** The UTF-16 offset at which the file's character begins. Clamped to the text. */
  fromFile(count: number): number;
}

/** Prepares the conversion for one text in linear time; each question then takes logarithmic time. */
export function fileOffsetsOf(text: string): FileOffsets {
  const uncounted = uncountedUnits(text);
  const length = text.length - uncounted.length;
  return {
    length,
    toFile(offset) {
      const within = clamp(offset, text.length);
      return within - countBelow(uncounted, within);
    },
    fromFile(count) {
      const wanted = clamp(count, length);
      // The largest k with uncounted[k] - k <= wanted: k units that do not count come first.
      return wanted + partitionPoint(uncounted.length, (index) => uncounted[index]! - index <= wanted);
    },
  };
}

/** The span in UTF-16 units of a range in file offsets. */
export function spanFromFile(offsets: FileOffsets, start: number, end: number): Span {
  const from = offsets.fromFile(Math.min(start, end));
  return { start: from, end: Math.max(from, offsets.fromFile(Math.max(start, end))) };
}

/** The text with every line end written as LF: what a selector quotes. */
export function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Offsets of the units that do not count: the second of a surrogate pair, the LF of a CRLF, a byte order mark. */
function uncountedUnits(text: string): Int32Array {
  const found: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a) {
      if (i > 0 && text.charCodeAt(i - 1) === 0x0d) found.push(i);
    } else if ((code & 0xfc00) === 0xdc00) {
      if (i > 0 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) found.push(i);
    } else if (code === 0xfeff && i === 0) {
      found.push(i);
    }
  }
  return Int32Array.from(found);
}

/** How many of the sorted numbers are smaller than `limit`. */
function countBelow(sorted: Int32Array, limit: number): number {
  return partitionPoint(sorted.length, (index) => sorted[index]! < limit);
}

function clamp(value: number, max: number): number {
  return Number.isNaN(value) ? 0 : Math.max(0, Math.min(max, Math.floor(value)));
}
