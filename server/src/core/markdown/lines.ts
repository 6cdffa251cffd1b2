// Lines of a source as Markdown counts them: ended by "\n", "\r\n" or "\r", blank if they hold only spaces and tabs.

/** Offset of the line that follows the one that `offset` is in; the source's length if there is none. */
export function nextLineStart(source: string, offset: number): number {
  for (let index = offset; index < source.length; index++) {
    const unit = source.charCodeAt(index);
    if (unit === 0x0a) return index + 1;
    if (unit === 0x0d) return source.charCodeAt(index + 1) === 0x0a ? index + 2 : index + 1;
  }
  return source.length;
}

/** Offset of the line that `offset` is in. */
export function lineStartAt(source: string, offset: number): number {
  let index = offset;
  // Between "\r" and "\n" no line begins.
  if (source.charCodeAt(index) === 0x0a && source.charCodeAt(index - 1) === 0x0d) index--;
  while (index > 0 && !isLineBreak(source.charCodeAt(index - 1))) index--;
  return index;
}

/** Where the line that `offset` is in ends, before its line break. */
export function lineEndAt(source: string, offset: number): number {
  let end = offset;
  while (end < source.length && !isLineBreak(source.charCodeAt(end))) end++;
  return end;
}

/** Whether the line that begins at `lineStart` has nothing but spaces and tabs. */
export function isBlankLine(source: string, lineStart: number): boolean {
  let index = lineStart;
  while (isSpaceOrTab(source.charCodeAt(index))) index++;
  return index >= source.length || isLineBreak(source.charCodeAt(index));
}

/** Offset of the first line from `offset` on that is not blank; the source's length if there is none. */
export function nextContentLine(source: string, offset: number): number {
  let line = offset;
  while (line < source.length && isBlankLine(source, line)) line = nextLineStart(source, line);
  return line;
}

/** Whether a line behind a blank one may go on with the list, quotation or definition before: it is indented, or has a mark of its own. */
export function mayGoOn(source: string, line: number): boolean {
  return /^(?:[-\s+*•–·▪◦>[]|\d)/.test(source.charAt(line));
}

/** Whether a blank line, or the start of the source, stands right before the line that begins at `lineStart`. */
export function isAfterBlankLine(source: string, lineStart: number): boolean {
  if (lineStart === 0) return true;
  let index = lineStart - 1;
  if (source.charCodeAt(index) === 0x0a && source.charCodeAt(index - 1) === 0x0d) index--;
  while (index > 0 && isSpaceOrTab(source.charCodeAt(index - 1))) index--;
  return index === 0 || isLineBreak(source.charCodeAt(index - 1));
}

/** Where the first line after `offset` begins that is not blank but follows a blank line; the source's length if none. */
export function nextLineAfterBlank(source: string, offset: number): number {
  let afterBlank = false;
  for (let line = nextLineStart(source, offset); line < source.length; line = nextLineStart(source, line)) {
    const isBlank = isBlankLine(source, line);
    if (!isBlank && (afterBlank || isAfterBlankLine(source, line))) return line;
    afterBlank = isBlank;
  }
  return source.length;
}

export function isLineBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

export function isSpaceOrTab(unit: number): boolean {
  return unit === 0x20 || unit === 0x09;
}

/**
 * Whether reading may start at the line that begins at `lineStart`, where a block is known to begin: what stands before
 * is blank, or a blank line closed it. Not so for two kinds of line, which the parser reads by what stands before: a
 * marker behind an indented line, which it still takes for open code that some markers may not interrupt; and an indented
 * line behind an empty list item, which does not open code in that way.
 */
export function mayStartAtLine(source: string, lineStart: number): boolean {
  if (!isAfterBlankLine(source, lineStart)) return false;
  const begin = source.slice(lineStart, lineStart + 16);
  if (/^ {0,3}(?:[-+*<>[•–·▪◦]|\d)/.test(begin)) return !isIndented(lastFilledLine(source, lineStart).begin);
  return !isIndented(begin) || !endsInMarker(lastFilledLine(source, lineStart).end);
}

/** How the last line before `lineStart` that is not blank begins and ends: five and sixteen units of it. */
function lastFilledLine(source: string, lineStart: number): { readonly begin: string; readonly end: string } {
  let end = lineStart;
  while (end > 0 && (isLineBreak(source.charCodeAt(end - 1)) || isSpaceOrTab(source.charCodeAt(end - 1)))) end--;
  const start = lineStartAt(source, Math.max(0, end - 1));
  return { begin: source.slice(start, start + 5), end: source.slice(Math.max(start, end - 16), end) };
}

/** Whether a line begins with a tab or four spaces, which a byte order mark may stand before. */
function isIndented(begin: string): boolean {
  return /^\ufeff?(?: {0,3}\t| {4})/.test(begin);
}

/** Whether a line ends in what may be a list marker: an empty item. */
function endsInMarker(end: string): boolean {
  return /(?:^|[\s>])(?:[-+*•–·▪◦]|\d{1,9}[.)])$/.test(end);
}
