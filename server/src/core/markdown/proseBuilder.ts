// Builds one prose: text in source order with its map and marks, from the inline nodes of a paragraph, heading or cell.
// Decodes the source itself instead of trusting the parser's values, because only so does each character keep its place.

import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Nodes, PhrasingContent } from 'mdast';
import { createSourceMap } from '../text/sourceMap.ts';
import { compareSpans } from '../text/span.ts';
import type { Mark, Place, Prose } from './block.ts';
import { objectCharacter } from './block.ts';
import { isLineBreak, isSpaceOrTab } from './lines.ts';
import { findVoids } from './voids.ts';

/** The source of one block, and where the parser saw it. */
export interface BlockSource {
  readonly source: string;
  /** What the parser was given for the block; as long as `source`. */
  readonly masked: string;
  /** What to take from the parser's offsets to have offsets in `source`. */
  readonly shift: number;
}

/** Texts of images inside a prose: they are read as prose of their own. */
export interface BuiltProse {
  readonly prose: Prose | undefined;
  readonly images: readonly Prose[];
}

interface Draft {
  text: string;
  readonly segments: number[];
  readonly marks: Mark[];
  readonly images: Prose[];
}

/** Reads inline nodes; `quotes` is how many block quotations they stand in. */
export function buildProse(
  block: BlockSource,
  nodes: readonly PhrasingContent[],
  place: Place,
  quotes: number,
): BuiltProse {
  const draft: Draft = { text: '', segments: [], marks: [], images: [] };
  for (const node of nodes) appendNode(block, draft, node, place, quotes);
  return { prose: finish(draft, place), images: draft.images };
}

/** A prose that copies the source from `start` to `end`, but for line breaks and addresses. */
export function copyProse(block: BlockSource, start: number, end: number, place: Place): Prose | undefined {
  const draft: Draft = { text: '', segments: [], marks: [], images: [] };
  appendText(block, draft, start, end, 0, false);
  return finish(draft, place);
}

function finish(draft: Draft, place: Place): Prose | undefined {
  if (!/[^\s\ufffc]/.test(draft.text)) return undefined;
  return {
    text: draft.text,
    map: createSourceMap(draft.segments, draft.text.length),
    place,
    marks: draft.marks.sort((a, b) => compareSpans(a.span, b.span)),
  };
}

/** Appends source that is copied letter by letter. */
function appendCopy(draft: Draft, source: string, start: number, end: number): void {
  if (end <= start) return;
  pushSegment(draft, end - start, start, end);
  draft.text += source.slice(start, end);
}

/** Appends text that stands for a stretch of source as a whole. */
function appendAtom(draft: Draft, text: string, start: number, end: number): void {
  pushSegment(draft, text.length, start, end);
  draft.text += text;
}

function pushSegment(draft: Draft, length: number, start: number, end: number): void {
  const { segments, text } = draft;
  const last = segments.length - 3;
  const extendsLast =
    last >= 0 &&
    length === end - start &&
    text.length - segments[last]! === segments[last + 2]! &&
    segments[last + 1]! + segments[last + 2]! === start;
  if (extendsLast) segments[last + 2]! += length;
  else segments.push(text.length, start, end - start);
}

function appendNode(block: BlockSource, draft: Draft, node: PhrasingContent, place: Place, quotes: number): void {
  const start = startOf(node) - block.shift;
  const end = endOf(node) - block.shift;
  switch (node.type) {
    case 'text':
      appendText(block, draft, start, end, quotes, true);
      break;
    case 'break':
      appendAtom(draft, '\n', start, end);
      break;
    case 'html':
      appendHtml(block, draft, start, end);
      break;
    case 'emphasis':
    case 'strong':
    case 'link':
    case 'linkReference':
      appendMarked(block, draft, node, place, quotes);
      break;
    case 'image':
    case 'imageReference': {
      const image = readImage(block, start, end, node.alt ?? '', place);
      if (image) draft.images.push(image);
      appendAtom(draft, objectCharacter, start, end);
      break;
    }
    case 'footnoteReference':
      draft.marks.push({
        kind: 'footnoteReference',
        span: { start: draft.text.length, end: draft.text.length },
        target: node.label ?? node.identifier,
      });
      break;
    default:
      appendAtom(draft, objectCharacter, start, end);
  }
}

type MarkedNode = Extract<PhrasingContent, { type: 'emphasis' | 'strong' | 'link' | 'linkReference' }>;

function appendMarked(block: BlockSource, draft: Draft, node: MarkedNode, place: Place, quotes: number): void {
  const from = draft.text.length;
  const offset = startOf(node) - block.shift;
  if (node.type === 'link' && block.source[offset] === '<') {
    appendAtom(draft, objectCharacter, offset, endOf(node) - block.shift);
  } else {
    for (const child of node.children) appendNode(block, draft, child, place, quotes);
  }
  const kind = node.type === 'linkReference' ? 'link' : node.type;
  const span = { start: from, end: draft.text.length };
  if (span.end > from) draft.marks.push(node.type === 'link' ? { kind, span, target: node.url } : { kind, span });
}

/** Appends a text node: decodes escapes and entities, drops what begins continued lines, leaves out what is no prose. */
function appendText(
  block: BlockSource,
  draft: Draft,
  start: number,
  end: number,
  quotes: number,
  isMarkdown: boolean,
): void {
  const { source } = block;
  const masked = block.masked.slice(start, end);
  if (!/[\\&\r\n@\ue000]|:\/\/|www\.|mailto:/i.test(masked)) {
    appendCopy(draft, source, start, end);
    return;
  }
  let offset = start;
  for (const empty of findVoids(source.slice(start, end), masked)) {
    appendDecoded(source, draft, offset, start + empty.start, quotes, isMarkdown);
    appendAtom(draft, objectCharacter, start + empty.start, start + empty.end);
    offset = start + empty.end;
  }
  appendDecoded(source, draft, offset, end, quotes, isMarkdown);
}

function appendDecoded(
  source: string,
  draft: Draft,
  start: number,
  end: number,
  quotes: number,
  isMarkdown: boolean,
): void {
  let copied = start;
  let offset = start;
  while (offset < end) {
    const unit = source.charCodeAt(offset);
    if (isLineBreak(unit)) {
      let textEnd = offset;
      while (textEnd > copied && isSpaceOrTab(source.charCodeAt(textEnd - 1))) textEnd--;
      appendCopy(draft, source, copied, textEnd);
      const breakEnd = offset + (unit === 0x0d && source.charCodeAt(offset + 1) === 0x0a && offset + 1 < end ? 2 : 1);
      appendAtom(draft, '\n', offset, breakEnd);
      offset = copied = skipPrefix(source, breakEnd, end, quotes);
    } else if (isMarkdown && unit === 0x5c && isAsciiPunctuation(source.charCodeAt(offset + 1)) && offset + 1 < end) {
      appendCopy(draft, source, copied, offset);
      copied = offset + 1;
      offset += 2;
    } else if (isMarkdown && unit === 0x26) {
      const reference = readReference(source, offset, end);
      if (reference) {
        appendCopy(draft, source, copied, offset);
        appendAtom(draft, reference.text, offset, reference.end);
      }
      offset = reference?.end ?? offset + 1;
      if (reference) copied = offset;
    } else {
      offset++;
    }
  }
  appendCopy(draft, source, copied, end);
}

/** The offset after the indentation and quotation marks that a continued line begins with. */
function skipPrefix(source: string, start: number, end: number, quotes: number): number {
  let offset = start;
  let left = quotes;
  while (offset < end) {
    const unit = source.charCodeAt(offset);
    if (unit === 0x3e && left > 0) left--;
    else if (!isSpaceOrTab(unit)) break;
    offset++;
  }
  return offset;
}

function isAsciiPunctuation(unit: number): boolean {
  return (
    (unit >= 0x21 && unit <= 0x2f) ||
    (unit >= 0x3a && unit <= 0x40) ||
    (unit >= 0x5b && unit <= 0x60) ||
    (unit >= 0x7b && unit <= 0x7e)
  );
}

/** The character reference at `offset` (`&amp;`, `&#8364;`, `&#x20AC;`) and what it stands for. */
function readReference(source: string, offset: number, end: number): { text: string; end: number } | undefined {
  const match = /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([\da-zA-Z]{1,31}));/.exec(
    source.slice(offset, Math.min(end, offset + 40)),
  );
  if (!match) return undefined;
  const text =
    match[3] !== undefined
      ? decodeNamedCharacterReference(match[3])
      : decodeCodePoint(match[1] !== undefined ? Number.parseInt(match[1], 10) : Number.parseInt(match[2]!, 16));
  return text === false ? undefined : { text, end: offset + match[0].length };
}

/** The character of a code point; the replacement character for those that no text may have. */
function decodeCodePoint(code: number): string {
  const isForbidden =
    code === 0 ||
    code > 0x10ffff ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code < 0x20 && !/[\t\n\f\r]/.test(String.fromCharCode(code)));
  return isForbidden ? '\ufffd' : String.fromCodePoint(code);
}

/** Tags vanish; `<br>` breaks the line, and a raised number stays apart from what it is raised over: "10^6", not "106". */
function appendHtml(block: BlockSource, draft: Draft, start: number, end: number): void {
  const tag = block.source.slice(start, Math.min(end, start + 8)).toLowerCase();
  if (/^<br[\s/>]/.test(tag)) appendAtom(draft, '\n', start, end);
  else if (/^<sup[\s>]/.test(tag) && /[\d−-]/.test(block.source[end] ?? '')) appendAtom(draft, '^', start, end);
  else if (/^<\/?(?:p|div|li|td|th|tr|hr|dd|dt|ul|ol)[\s/>]/.test(tag)) appendAtom(draft, ' ', start, end);
}

/** The alternative text of an image, as far as it can be found in the source as it is printed. */
function readImage(block: BlockSource, start: number, end: number, alt: string, place: Place): Prose | undefined {
  const draft: Draft = { text: '', segments: [], marks: [], images: [] };
  let offset = start + 2;
  for (const character of alt) {
    let found = offset;
    while (found < end && !block.source.startsWith(character, found)) found++;
    if (found >= end) return undefined;
    appendCopy(draft, block.source, found, found + character.length);
    offset = found + character.length;
  }
  return finish(draft, { ...place, image: true });
}

/** Offset of a node in what the parser was given. */
export function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

export function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}
