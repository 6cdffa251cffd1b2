// Fenced code of many lines, of which the parser would look at each for nothing: where it ends is plain from its fences, and of what
// stands in it nothing is read.

import type { Block, SourceFormat } from './block.ts';
import { isBlankLine, isSpaceOrTab, mayStartAtLine, nextContentLine, nextLineStart } from './lines.ts';
import { maskSource } from './maskSource.ts';
import { readEmpty } from './readBlock.ts';
import { ownString } from './windowText.ts';

/** What opens code: three or more backticks, with none behind them on the line, or tildes. */
const OPENING = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
/** An opening fence is looked for in so much of a line. */
const OPENING_AT_MOST = 1000;

/** Where the next block begins behind the code that a line opens; undefined where it opens none for certain. */
export function endOfCode(source: string, line: number, format: SourceFormat): number | undefined {
  const first = source.charAt(line);
  if (first !== '`' && first !== '~' && first !== ' ') return undefined;
  const body = nextLineStart(source, line);
  if (body - line > OPENING_AT_MOST) return undefined;
  const fence = OPENING.exec(source.slice(line, body).trimEnd())?.[1];
  if (fence === undefined) return undefined;
  for (let at = body; at < source.length; at = nextLineStart(source, at)) {
    if (closes(source, at, fence, format)) return nextContentLine(source, nextLineStart(source, at));
  }
  return source.length;
}

/** Whether a line closes code: as many of its marks or more, and nothing else. Where no code is indented, a fence may be. */
function closes(source: string, line: number, fence: string, format: SourceFormat): boolean {
  let at = line;
  if (format === 'text') while (isSpaceOrTab(source.charCodeAt(at))) at++;
  else while (at < line + 3 && source.charCodeAt(at) === 0x20) at++;
  const start = at;
  const mark = fence.charCodeAt(0);
  while (source.charCodeAt(at) === mark) at++;
  return at - start >= fence.length && isBlankLine(source, at);
}

/** The code that begins at `start`, where reading may start; undefined where none does, or none of so many characters. */
export function readLongCode(source: string, start: number, format: SourceFormat, least: number): Block | undefined {
  const end = endOfCode(source, start, format);
  if (end === undefined || end - start < least || (end < source.length && !mayStartAtLine(source, end)))
    return undefined;
  const text = ownString(source.slice(start, end));
  // What is masked may be a fence.
  if (maskSource(text).text !== text) return undefined;
  return readEmpty(text, 'code');
}
