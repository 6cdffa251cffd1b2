// A block after words within a line of it were changed: the same block with other letters, which nothing in it is parsed again for.
// Knows of which edits that is certain (nothing beside them means anything in Markdown), and leaves all others to the parser.

import { createSourceMap, type SourceMap } from '../text/sourceMap.ts';
import type { Span } from '../text/span.ts';
import type { Block, Mark, Prose } from './block.ts';
import { findMentions } from './labels.ts';
import { isLineBreak, lineStartAt } from './lines.ts';
import { withPlainReading } from './plainReading.ts';

/** What is typed or taken away is no longer than this. */
const LONGEST = 64;
/** Letters, digits and blanks mean nothing in Markdown within a line. */
const HARMLESS = /^[\p{L}\p{N} ]*$/u;
/** A word beside the edit may have these as well, and end like a sentence. */
const PLAIN_WORD = /^[\p{L}\p{N},;'"’“”?%$€£–—…-]*[.:]?$/u;
/** What addresses that are links by themselves begin with. */
const ADDRESS = /www|http|ftp|mailto|xmpp/i;
/** What a bracket means is not looked into where there are such. */
const UNSURE = /\\|\{[{%]|\]:/;
/** What takes its meaning from what stands between it and another one behind it. */
const OPENING = /[`<]/;

const KINDS: ReadonlySet<string> = new Set<Block['kind']>(['paragraph', 'heading', 'list', 'quotation']);

/**
 * The block that an edit makes of one, where it is certain that the parser would read the same with other words; undefined where it is
 * not. `span` is in the block's source: "The port had cranes." with " many" put in before " cranes".
 */
export function typeInWords(block: Block, span: Span, text: string): Block | undefined {
  if (!KINDS.has(block.kind) || block.refused !== undefined || block.comments.length > 0 || block.defines.length > 0)
    return undefined;
  if (text.length > LONGEST || span.end - span.start > LONGEST) return undefined;
  const { source } = block;
  if (!HARMLESS.test(text) || !HARMLESS.test(source.slice(span.start, span.end))) return undefined;
  if (UNSURE.test(source) || OPENING.test(source.slice(0, span.start))) return undefined;
  const place = placeOf(block, span);
  if (place === undefined || !isAmongPlainWords(source, span, text, place.copied) || isBracketed(source, span.start))
    return undefined;
  const edited = source.slice(0, span.start) + text + source.slice(span.end);
  const by = text.length - (span.end - span.start);
  const prose = block.prose.map((own, index) => {
    if (index !== place.prose) return moveProse(own, span.end, by);
    const printed = { start: place.printed, end: place.printed + span.end - span.start };
    return {
      ...own,
      text: own.text.slice(0, printed.start) + text + own.text.slice(printed.end),
      map: moveMap(own.map, span.end, by, by),
      marks: own.marks.map((mark) => moveMark(mark, printed, by)),
    };
  });
  const { plain: _, ...rest } = block;
  const content = { start: block.content.start, end: block.content.end + by };
  return withPlainReading({ ...rest, source: edited, content, prose, mentions: findMentions(edited) });
}

/** A place within source that is printed as it is written. */
interface CopiedPlace {
  /** Which piece of prose has it. */
  readonly prose: number;
  /** Its offset there. */
  readonly printed: number;
  /** The stretch of source that is copied there. */
  readonly copied: Span;
}

/** Where a span is printed that stands within copied source, or at its end; undefined where it does not, or is printed twice. */
function placeOf({ prose }: Block, span: Span): CopiedPlace | undefined {
  let found: CopiedPlace | undefined;
  for (const [index, { map }] of prose.entries()) {
    const { segments } = map;
    for (let at = 0; at < segments.length; at += 3) {
      const [text, start, length] = [segments[at]!, segments[at + 1]!, segments[at + 2]!];
      if (start + length < span.start || start > span.end) continue;
      const isCopy = (segments[at + 3] ?? map.length) - text === length;
      if (found !== undefined || !isCopy || start >= span.start || start + length < span.end) return undefined;
      found = { prose: index, printed: text + span.start - start, copied: { start, end: start + length } };
    }
  }
  return found;
}

/** Whether the words that an edit touches are plain ones, before and after it, and others stand before them on their line. */
function isAmongPlainWords(source: string, { start, end }: Span, text: string, copied: Span): boolean {
  let first = start;
  while (first > copied.start && !/\s/.test(source.charAt(first - 1))) first--;
  let last = end;
  while (last < copied.end && !/\s/.test(source.charAt(last))) last++;
  const lead = source.slice(first, start);
  const tail = source.slice(end, last);
  const line = Math.max(copied.start, lineStartAt(source, first));
  if (first === copied.start || !/\p{L}/u.test(source.slice(line, first))) return false;
  const isLineEnd = last === source.length || isLineBreak(source.charCodeAt(last));
  // Blanks at the end of a line are dropped, and a word that marks follow is read with them.
  if (isLineEnd ? !/\S$/.test(lead + text + tail) : last === copied.end) return false;
  const words = [...(lead + source.slice(start, end) + tail).split(' '), ...(lead + text + tail).split(' ')];
  return words.every((word) => PLAIN_WORD.test(word) && !ADDRESS.test(word));
}

/** Whether a place stands in brackets, or in the address behind them. */
function isBracketed(source: string, place: number): boolean {
  let depth = 0;
  let ofAddress = 0;
  for (let at = 0; at < place; at++) {
    const letter = source.charAt(at);
    if (letter === '[') depth++;
    else if (letter === ']') depth = Math.max(0, depth - 1);
    else if (letter === '(' && (ofAddress > 0 || source.charAt(at - 1) === ']')) ofAddress++;
    else if (letter === ')') ofAddress = Math.max(0, ofAddress - 1);
  }
  return depth > 0 || ofAddress > 0;
}

/** Prose in whose source `by` code units more stand before `end`, none of them in the prose itself. */
function moveProse(prose: Prose, end: number, by: number): Prose {
  const { segments } = prose.map;
  const isBehind = segments.length > 0 && segments[segments.length - 2]! >= end;
  return isBehind ? { ...prose, map: moveMap(prose.map, end, by, 0) } : prose;
}

/** A map where `by` code units more stand in the source before `end`, and `printed` more in the text. */
function moveMap({ segments, length }: SourceMap, end: number, by: number, printed: number): SourceMap {
  const moved = segments.slice();
  for (let at = 0; at < moved.length; at += 3) {
    if (segments[at + 1]! >= end) {
      moved[at]! += printed;
      moved[at + 1]! += by;
    } else if (printed !== 0 && segments[at + 1]! + segments[at + 2]! >= end) moved[at + 2]! += by;
  }
  return createSourceMap(moved, length + printed);
}

/** A mark where `by` code units more stand in a span of the text. */
function moveMark(mark: Mark, { start, end }: Span, by: number): Mark {
  const move = (at: number) => (at >= end && at > start ? at + by : at);
  const span = { start: move(mark.span.start), end: move(mark.span.end) };
  return span.start === mark.span.start && span.end === mark.span.end ? mark : { ...mark, span };
}
