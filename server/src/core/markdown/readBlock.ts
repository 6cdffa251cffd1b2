// Reads one top-level node of the syntax tree into a block: its prose in source order, tables, comments and labels.

import type { List, Nodes, RootContent, Table as TableNode } from 'mdast';
import type { Span } from '../text/span.ts';
import type { Block, BlockKind, Comment, ItemPlace, Place, Prose, Table } from './block.ts';
import { readFrontMatter } from './frontMatter.ts';
import { findMentions, normalizeLabel } from './labels.ts';
import { isBlankLine, nextLineStart } from './lines.ts';
import { withPlainReading } from './plainReading.ts';
import type { BlockSource } from './proseBuilder.ts';
import { buildProse, copyProse, endOf, startOf } from './proseBuilder.ts';

/** Reads a block; `refused` says why its markup must not be trusted, if so. */
export function readBlock(block: BlockSource, node: RootContent, refused: string | undefined): Block {
  const kind = kindOf(node);
  if (refused !== undefined && kind !== 'code' && kind !== 'html') return readRefused(block, refused);
  const reading: Reading = { block, prose: [], tables: [], comments: [], defines: [], lists: 0 };
  readNode(reading, node, { quotes: 0 });
  const { prose, tables, comments, defines } = reading;
  const mentions = kind === 'code' ? [] : findMentions(block.source);
  return withPlainReading({
    kind,
    ...(node.type === 'heading' && { level: node.depth }),
    source: block.source,
    content: contentSpan(block.source),
    prose,
    tables,
    comments,
    defines,
    mentions,
  });
}

/** Reads the front matter that a document begins with. */
export function readFrontMatterBlock(block: BlockSource): Block {
  const prose = readFrontMatter(block.source).flatMap(
    ({ key, span }) => copyProse(block, span.start, span.end, { kind: 'frontMatter', key }) ?? [],
  );
  const rest = { tables: [], comments: [], defines: [], mentions: [] };
  return { kind: 'frontMatter', source: block.source, content: contentSpan(block.source), prose, ...rest };
}

/** A block of source in which there is nothing to read: code, or what the parser finds nothing in, as blank lines. */
export function readEmpty(source: string, kind: 'paragraph' | 'code' = 'paragraph'): Block {
  const empty = { prose: [], tables: [], comments: [], defines: [], mentions: [] };
  return { kind, source, content: contentSpan(source), ...empty };
}

function readRefused(block: BlockSource, refused: string): Block {
  const content = contentSpan(block.source);
  const prose = copyProse(block, content.start, content.end, { kind: 'paragraph' });
  const rest = { tables: [], comments: [], defines: [], mentions: [], refused };
  return { kind: 'paragraph', source: block.source, content, prose: prose ? [prose] : [], ...rest };
}

function kindOf(node: RootContent): BlockKind {
  switch (node.type) {
    case 'heading':
    case 'list':
    case 'table':
    case 'code':
    case 'html':
    case 'definition':
    case 'thematicBreak':
      return node.type;
    case 'blockquote':
      return 'quotation';
    case 'footnoteDefinition':
      return 'footnote';
    default:
      return 'paragraph';
  }
}

/** The block's source without blank lines and white space around it. */
export function contentSpan(source: string): Span {
  const end = source.replace(/^\ufeff/, ' ').trimEnd().length;
  let start = 0;
  if (source.charCodeAt(0) === 0xfeff) start = 1;
  while (start < end && isBlankLine(source, start)) start = nextLineStart(source, start);
  return { start: Math.min(start, end), end };
}

interface Reading {
  readonly block: BlockSource;
  readonly prose: Prose[];
  readonly tables: Table[];
  readonly comments: Comment[];
  readonly defines: string[];
  /** Lists met so far. */
  lists: number;
}

interface Context {
  readonly quotes: number;
  readonly footnote?: string;
  readonly item?: ItemPlace;
}

function readNode(reading: Reading, node: Nodes, context: Context): void {
  switch (node.type) {
    case 'heading':
      pushProse(reading, node, { ...placeOf(context, 'heading'), level: node.depth }, context);
      break;
    case 'paragraph':
      pushProse(reading, node, placeOf(context, context.item ? 'item' : 'paragraph'), context);
      break;
    case 'list':
      readList(reading, node, context);
      break;
    case 'table':
      readTable(reading, node, context);
      break;
    case 'blockquote':
      for (const child of node.children) readNode(reading, child, { ...context, quotes: context.quotes + 1 });
      break;
    case 'footnoteDefinition': {
      const label = normalizeLabel(node.label ?? node.identifier);
      reading.defines.push(`^${label}`);
      for (const child of node.children)
        readNode(reading, child, { ...context, footnote: node.label ?? node.identifier });
      break;
    }
    case 'definition':
      reading.defines.push(normalizeLabel(node.identifier));
      break;
    case 'html':
      readComments(reading, startOf(node) - reading.block.shift, endOf(node) - reading.block.shift);
      break;
  }
}

function placeOf(context: Context, kind: Place['kind']): Place {
  return {
    kind,
    ...(context.quotes > 0 && { quoted: true }),
    ...(context.footnote !== undefined && { footnote: context.footnote }),
    ...(context.item && { item: context.item }),
  };
}

/** Reads a node with inline content; returns the index of its prose, if it has any. */
function pushProse(
  reading: Reading,
  node: Extract<Nodes, { type: 'heading' | 'paragraph' | 'tableCell' }>,
  place: Place,
  context: Context,
): number | undefined {
  const { prose, images } = buildProse(reading.block, node.children, place, context.quotes);
  const index = prose ? reading.prose.push(prose) - 1 : undefined;
  for (const image of images) reading.prose.push(image);
  readInlineComments(reading, node);
  return index;
}

function readInlineComments(reading: Reading, node: Nodes): void {
  if (node.type === 'html') readNode(reading, node, { quotes: 0 });
  else if ('children' in node) for (const child of node.children) readInlineComments(reading, child);
}

function readComments(reading: Reading, start: number, upTo: number): void {
  const { source } = reading.block;
  // One that is never closed ends with the last line that is not blank, of which it depends on what follows whether they are its own.
  const end = start + source.slice(start, upTo).trimEnd().length;
  for (let open = source.indexOf('<!--', start); open >= 0 && open < end; ) {
    const close = source.indexOf('-->', open + 4);
    const commentEnd = close < 0 || close + 3 > end ? end : close + 3;
    reading.comments.push({ span: { start: open, end: commentEnd }, text: source.slice(open, commentEnd) });
    open = source.indexOf('<!--', commentEnd);
  }
}

function readList(reading: Reading, node: List, context: Context): void {
  const list = reading.lists++;
  const depth = context.item ? context.item.depth + 1 : 0;
  const parent = context.item ? lastOwnProse(reading, context.item) : undefined;
  node.children.forEach((child, index) => {
    const item: ItemPlace = {
      depth,
      ordered: node.ordered === true,
      list,
      index,
      ...(parent !== undefined && { parent }),
    };
    for (const content of child.children) readNode(reading, content, { ...context, item });
  });
}

/** Index of the first prose of an item, if it has any yet. */
function lastOwnProse(reading: Reading, item: ItemPlace): number | undefined {
  const index = reading.prose.findIndex(
    ({ place }) => place.item?.list === item.list && place.item.index === item.index,
  );
  return index < 0 ? undefined : index;
}

function readTable(reading: Reading, node: TableNode, context: Context): void {
  const table = reading.tables.length;
  const rows: (number | undefined)[][] = [];
  reading.tables.push({ rows, headerRows: 1 });
  node.children.forEach((rowNode, row) => {
    rows.push(
      rowNode.children.map((cell, column) =>
        pushProse(reading, cell, { ...placeOf(context, 'cell'), cell: { table, row, column } }, context),
      ),
    );
  });
}
