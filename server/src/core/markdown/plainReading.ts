// How a paragraph reads in text that was pasted without its markup: as a title, as a question with its answer, as a
// table that lost its bars, as lines of which each is its own. Whether the document is such text is decided over the
// whole of it, in `layout.ts`.

import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { sliceSpan } from '../text/span.ts';
import type { Block, PlainReading, Prose } from './block.ts';
import { findFlattenedTable } from './flattenedTable.ts';
import { sliceProse, splitLines } from './sliceProse.ts';

const longestTitle = 130;
const mostTitleWords = 20;
/** A line longer than this was not wrapped by an editor. */
const longestWrappedLine = 120;
/** Paragraphs of more lines are read as they are. */
const mostLines = 400;

/** A block with its plain reading, if it is a paragraph that may have one. */
export function withPlainReading(block: Block): Block {
  const plain = block.kind === 'paragraph' && block.prose.length === 1 ? findPlainReading(block.prose[0]!) : undefined;
  return plain ? { ...block, plain } : block;
}

/** The plain reading of a paragraph's prose; undefined where it is an ordinary paragraph in any case. */
function findPlainReading(prose: Prose): PlainReading | undefined {
  const { text } = prose;
  const firstBreak = text.indexOf('\n');
  if (firstBreak < 0) return text.length <= longestTitle && isTitle(text) ? readTitle(prose) : undefined;
  const lines = splitLines(text);
  if (lines.length < 2 || lines.length > mostLines) return undefined;
  return findQuestion(prose, lines) ?? findFlattenedTable(prose, lines) ?? findLines(prose, lines);
}

function readTitle(prose: Prose): PlainReading {
  return { kind: 'title', prose: [{ ...prose, place: { ...prose.place, kind: 'heading' } }], tables: [] };
}

/**
 * Whether a line that stands alone is a title: begins with a capital, a digit or a quotation mark, and does not end like
 * a sentence. "What it means for farmers" is one, "Population: 9.7 million" and "See below:" are none.
 */
export function isTitle(line: string): boolean {
  const text = line.trim();
  if (text.length > longestTitle || !/^["'“‘(¿¡]?[\p{Lu}\p{Lt}\p{Lo}\p{Nd}]/u.test(text) || !/\p{L}/u.test(text))
    return false;
  if (/[.!:;,…]["'”’)\]]?$/.test(text) || /:\s{0,3}\D?\d/.test(text)) return false;
  if (/^["“].{0,130}[”"]$/.test(text) || text.includes('\ufffc')) return false;
  return text.split(/\s+/).length <= mostTitleWords && splitSentences(text).length === 1;
}

/** A first line that is one question, and lines that answer it. */
function findQuestion(prose: Prose, lines: readonly Span[]): PlainReading | undefined {
  const { text } = prose;
  const [first, second] = lines;
  const question = sliceSpan(text, first!);
  if (question.length > 240 || !/\?["'”’)]?$/.test(question) || splitSentences(question).length !== 1) return undefined;
  if (!/^["'“‘(]?[\p{Lu}\p{Lo}\p{Nd}]/u.test(sliceSpan(text, second!))) return undefined;
  const answer = { start: second!.start, end: lines.at(-1)!.end };
  const { place } = prose;
  const parts = [sliceProse(prose, first!, { ...place, kind: 'heading' }), sliceProse(prose, answer, place)];
  return { kind: 'questionAndAnswer', prose: parts, tables: [] };
}

/** Lines that each stand for themselves: sentences, items without marker, a title over its text. */
function findLines(prose: Prose, lines: readonly Span[]): PlainReading | undefined {
  const { text, place } = prose;
  const words = lines.map((line) => sliceSpan(text, line));
  const isClosed = words.map((line) => /[.!?…]["'”’)\]]?$/.test(line));
  const isOpening = words.map((line) => /^["'“‘(•–·▪◦-]?\s?[\p{Lu}\p{Lo}\p{Nd}$€£]/u.test(line));
  if (!isOpening.every(Boolean)) return undefined;
  const rest = isClosed.slice(1);
  if (rest.every(Boolean)) {
    const isLong = words.slice(1).some((line) => line.length > longestWrappedLine);
    if (isLong && isTitle(words[0]!)) return readLines('titleAndText', prose, lines);
    return isClosed[0] ? readLines('lines', prose, lines) : undefined;
  }
  const isList = lines.length > 2 && !isClosed.slice(1).includes(true) && words.every((line) => line.length <= 100);
  if (!isList) return undefined;
  const from = /:$/.test(words[0]!) ? 1 : 0;
  const parts = lines.map((line, index) => {
    if (index < from) return sliceProse(prose, line, place);
    const item = { depth: 0, ordered: false, list: 0, index: index - from };
    return sliceProse(prose, line, { ...place, kind: 'item', item });
  });
  return { kind: 'list', prose: parts, tables: [] };
}

function readLines(kind: 'lines' | 'titleAndText', prose: Prose, lines: readonly Span[]): PlainReading {
  const { place } = prose;
  const parts = lines.map((line, index) =>
    sliceProse(prose, line, kind === 'titleAndText' && index === 0 ? { ...place, kind: 'heading' } : place),
  );
  return { kind, prose: parts, tables: [] };
}
