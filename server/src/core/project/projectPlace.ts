// Where in a project file an offset stands: below which keys, and what is typed there already. Looks at the lines alone, since
// a file that is being written is seldom valid YAML; reading a whole file is `parseProject.ts`.

import { type Span, spanOf } from '../text/span.ts';

export interface PlaceInProject {
  /** Keys from the outermost on: "accepted", "code". */
  readonly path: readonly string[];
  /** Whether another key may stand here; otherwise the value of the last key. */
  readonly isKey: boolean;
  /** What is typed of it, without a quotation mark before it. */
  readonly typed: string;
  /** Where that stands, up to the offset. */
  readonly span: Span;
  /** The quotation mark before it, or empty. */
  readonly quote: string;
  /** Whether it stands between brackets, where a comma ends it. */
  readonly isInline: boolean;
}

/** A line taken apart: `  - code: figure-conflict`. */
interface Line {
  /** Column of the first dash. */
  readonly dash?: number;
  /** Column of what stands behind blanks and dashes. */
  readonly column: number;
  readonly content: string;
  readonly key?: string;
}

/** The place at an offset; undefined in a comment. */
export function findPlaceInProject(text: string, offset: number): PlaceInProject | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(start, offset);
  if (/(?:^|\s)#/.test(before)) return undefined;
  const line = readLine(before);
  const outer = findPath(text.slice(0, start).split('\n'), line);
  const value = line.key === undefined ? line.content : line.content.slice(line.key.length + 1).trimStart();
  const inline = line.key !== undefined && value.startsWith('[') ? readList(value) : undefined;
  const rest = inline ?? value;
  const quote = /^["']/.exec(rest)?.[0] ?? '';
  const typed = rest.slice(quote.length);
  return {
    path: line.key === undefined ? outer : [...outer, line.key],
    isKey: line.key === undefined,
    typed,
    span: spanOf(offset - typed.length, offset),
    quote,
    isInline: inline !== undefined,
  };
}

function readLine(text: string): Line {
  let column = 0;
  let dash: number | undefined;
  for (; column < text.length; column++) {
    if (text[column] === ' ') continue;
    if (text[column] !== '-' || (column + 1 < text.length && text[column + 1] !== ' ')) break;
    dash ??= column;
  }
  const content = text.slice(column).replace(/\r$/, '');
  const key = /^([\w-]{1,60}):(?:\s|$)/.exec(content)?.[1];
  return { ...(dash !== undefined && { dash }), column, content, ...(key !== undefined && { key }) };
}

/** The keys above a line, by how far the lines before it are indented. */
function findPath(lines: readonly string[], { dash, column }: Line): string[] {
  const path: string[] = [];
  let bound = dash ?? column;
  let isItem = dash !== undefined;
  for (let index = lines.length - 1; index >= 0 && (bound > 0 || isItem); index--) {
    const above = readLine(lines[index]!);
    if (above.content === '' || above.content.startsWith('#')) continue;
    const opens = above.key !== undefined && /^(?:#|$)/.test(above.content.slice(above.key.length + 1).trimStart());
    const isParent = above.column < bound || (isItem && above.column === bound && opens);
    if (isParent && above.key !== undefined) {
      path.unshift(above.key);
      bound = above.dash ?? above.column;
      isItem = above.dash !== undefined;
    } else if (above.dash !== undefined && above.dash < bound) {
      bound = above.dash;
      isItem = true;
    }
  }
  return path;
}

/** The last item of a list in one line that is not closed yet; undefined behind its end. */
function readList(value: string): string | undefined {
  let item = 1;
  let quote = '';
  for (let at = 1; at < value.length; at++) {
    const letter = value[at]!;
    if (quote) quote = letter === quote ? '' : quote;
    else if ((letter === '"' || letter === "'") && value.slice(item, at).trim() === '') quote = letter;
    else if (letter === ']') return undefined;
    else if (letter === ',') item = at + 1;
  }
  return value.slice(item).trimStart();
}
