// Turns a file's bytes into text, or says why they are none. A byte order mark is kept, so that offsets are those of the
// file's own text.

import { isUtf8 } from 'node:buffer';
import { findSizeProblem } from '../../../core/index.ts';

export type DecodedText = { readonly text: string } | { readonly problem: string };

/** As many bytes are looked at for a NUL, which no text has near its beginning. */
const bytesThatTell = 8000;

export function decodeText(bytes: Uint8Array): DecodedText {
  const sizeProblem = findSizeProblem(bytes.length);
  if (sizeProblem) return { problem: sizeProblem };
  const utf16 = bytes.length >= 2 && (bytes[0] === 0xff ? bytes[1] === 0xfe : bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return { problem: 'the text is UTF-16; save it as UTF-8' };
  if (bytes.subarray(0, bytesThatTell).includes(0)) {
    return { problem: 'this is a binary file, not text (it has a NUL byte); leave it out' };
  }
  if (!isUtf8(bytes)) {
    const { line, byte } = findInvalidByte(bytes);
    return { problem: `the text is not valid UTF-8 (line ${line}, byte ${byte} of it); save it as UTF-8` };
  }
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
}

/** One-based line and byte within the line of the first sequence that is not UTF-8. */
function findInvalidByte(bytes: Uint8Array): { readonly line: number; readonly byte: number } {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(0x0a, start) + 1 || bytes.length;
    const lineBytes = bytes.subarray(start, end);
    if (!isUtf8(lineBytes)) return { line, byte: invalidFrom(lineBytes) + 1 };
    line++;
    start = end;
  }
  return { line, byte: 1 };
}

/** Index of the first byte of the first invalid sequence: the longest valid beginning ends there. */
function invalidFrom(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] ?? 0);
    if (!isUtf8(bytes.subarray(at, at + length))) return at;
    at += length;
  }
  return 0;
}

function sequenceLength(first: number): number {
  if (first < 0xc0) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}
