// The plainest of marks among plain words: links, images, references, emphasis, code, with words in them that may have such marks as well.
// Knows where it is certain what the parser would read, and leaves all else to it.

import { isFullReference } from './fullReferences.ts';

/** What plain words have none of: marks, brackets, bars, template code, and what the parser replaces. */
const UNPLAIN = String.raw`\0-\x1f${'`'}*_[\]<&\\{|\ufeff\ue000`;

/** Signs that mean nothing where they stand: "R & D", "< 5 %", "\-5"; what is escaped is itself. */
const SIGN = String.raw`&(?![#\p{L}\p{N}])|<(?=[ ]|\d[\d.,]*%?[ )])|\\[-!"#$%&'()*+,./:;<=>?@[\]^_${'`'}~]`;
const WORDS = new RegExp(`(?:[^!${UNPLAIN}]|!(?!\\[)|${SIGN})+`, 'uy');
const ADDRESS = /\(([A-Za-z0-9\-._~:/?#@!$&'*+,=%]+)\)/y;
/** "![the port](port.png)", which need not say anything. */
const IMAGE = new RegExp(`!\\[((?!\\^)[^${UNPLAIN}]*)\\]${ADDRESS.source}`, 'uy');
/** The label of "[the method][notes]". */
const LABEL = new RegExp(`\\[((?!\\^)[^${UNPLAIN}]+)\\](?![[(:])`, 'uy');
/** "[^1]" */
const FOOTNOTE = new RegExp(`\\[(\\^[^ ${UNPLAIN}]+)\\](?![[(:])`, 'uy');
/** "`npm start`" */
const CODE = /(?<!`)`([^`\0-\x1f\\{|\ufeff\ue000]+)`(?!`)/uy;

const WORD = /[\p{L}\p{N}]/u;
/** What words in emphasis may end with besides a word, before what may follow on those then; a bar ends the cell of a table. */
const CLOSED = /[.,;:!?%)`\]]/;
const AFTER_CLOSED = /^[\r\n |]?$/;
/** What may follow on emphasis that ends with a word. */
const AFTER_WORD = /^[\r\n |.,;:!?)]?$/;

/** A mark among plain words. */
export interface PlainMark {
  readonly type: 'link' | 'image' | 'fullReference' | 'reference' | 'footnote' | 'code' | 'emphasis' | 'strong';
  readonly start: number;
  readonly end: number;
  /** Where its words stand. */
  readonly from: number;
  readonly to: number;
  /** The marks among these. */
  readonly marks: readonly PlainMark[];
  /** Its words as they are written, of an image, a reference or code. */
  readonly words: string;
  /** The address of a link or an image; the label of a reference (its words, where it gives no other) or a footnote. */
  readonly target: string;
}

/** A block with more of them is left to the parser, which bounds what it reads. */
const MOST_MARKS = 64;

/** Which marks may stand among words: no link stands in a link, and no emphasis in emphasis. */
interface Allowed {
  readonly links: boolean;
  readonly emphasis: boolean;
}

const ALL: Allowed = { links: true, emphasis: true };

/** Where what goes on at `start` is more than plain words and marks, or ends. Puts the marks behind those in `marks`. */
export function endOfPlainWords(source: string, start: number, marks: PlainMark[], allowed = ALL): number {
  for (let at = start; ; ) {
    WORDS.lastIndex = at;
    if (WORDS.test(source)) at = WORDS.lastIndex;
    const mark = marks.length < MOST_MARKS ? markAt(source, at, allowed) : undefined;
    if (!mark) return at;
    marks.push(mark);
    at = mark.end;
  }
}

/** The mark that begins at a place. */
export function markAt(source: string, start: number, allowed = ALL): PlainMark | undefined {
  switch (source.charAt(start)) {
    case '[':
      return allowed.links ? (footnoteAt(source, start) ?? linkAt(source, start, allowed)) : undefined;
    case '*':
    case '_':
      return allowed.emphasis ? emphasisAt(source, start, allowed) : undefined;
    case '!':
      return markOf('image', IMAGE, source, start, 2);
    case '`':
      return markOf('code', CODE, source, start, 1);
    default:
      return undefined;
  }
}

/** The mark of a pattern, which tells its words and what it is to, behind so many signs. */
function markOf(
  type: PlainMark['type'],
  pattern: RegExp,
  source: string,
  start: number,
  signs: number,
): PlainMark | undefined {
  pattern.lastIndex = start;
  const found = pattern.exec(source);
  if (!found) return undefined;
  const [whole, words = '', target = ''] = found;
  const from = start + signs;
  return { type, start, end: start + whole.length, from, to: from + words.length, marks: [], words, target };
}

function footnoteAt(source: string, start: number): PlainMark | undefined {
  const mark = markOf('footnote', FOOTNOTE, source, start, 1);
  return mark && { ...mark, target: mark.words };
}

/** "[the method](https://method.example/notes)", "[the method][notes]", "[notes]"; no box to tick. */
function linkAt(source: string, start: number, { emphasis }: Allowed): PlainMark | undefined {
  const from = start + 1;
  const marks: PlainMark[] = [];
  const to = endOfPlainWords(source, from, marks, { links: false, emphasis });
  const isImage = source.charAt(start - 1) === '!';
  if (isImage || to === from || source.charAt(to) !== ']' || source.charAt(from) === '^') return undefined;
  const words = source.slice(from, to);
  ADDRESS.lastIndex = to + 1;
  const url = ADDRESS.exec(source)?.[1];
  if (url !== undefined) return { type: 'link', start, end: ADDRESS.lastIndex, from, to, marks, words, target: url };
  if (words.length < 2 || words.includes('\\')) return undefined;
  const next = source.charAt(to + 1);
  if (next === '(' || next === ':') return undefined;
  if (next !== '[') return { type: 'reference', start, end: to + 1, from, to, marks, words, target: words };
  LABEL.lastIndex = to + 1;
  const label = LABEL.exec(source)?.[1];
  if (label === undefined) return undefined;
  const type = isFullReference(source, start) ? 'fullReference' : 'reference';
  return { type, start, end: LABEL.lastIndex, from, to, marks, words, target: label };
}

/**
 * "**forty**", "*the same*", "**Note:** more": by what stands around them, the mark before cannot close and the one behind cannot open, or
 * the two fit each other all the same (CommonMark, section 6.2).
 */
function emphasisAt(source: string, start: number, { links }: Allowed): PlainMark | undefined {
  const sign = source.charAt(start);
  const run = source.charAt(start + 1) === sign ? sign + sign : sign;
  const from = start + run.length;
  const before = source.charAt(start - 1);
  const first = source.charAt(from);
  if (start > 0 && before !== '\n' && before !== ' ' && before !== '(') return undefined;
  if (!WORD.test(first) && (before === '(' || (first !== '[' && first !== '`'))) return undefined;
  const marks: PlainMark[] = [];
  const to = endOfPlainWords(source, from, marks, { links, emphasis: false });
  const end = to + run.length;
  const next = source.charAt(end);
  if (to === from || source.slice(to, end) !== run || next === sign) return undefined;
  const last = source.charAt(to - 1);
  const isClosed = WORD.test(last) ? AFTER_WORD.test(next) : CLOSED.test(last) && AFTER_CLOSED.test(next);
  if (!isClosed) return undefined;
  return { type: run === sign ? 'emphasis' : 'strong', start, end, from, to, marks, words: '', target: '' };
}
