// How the blocks of one document are to be read: as Markdown, or as text that was pasted without its markup, where lines
// that stand alone are titles. Decided over the whole document; blocks keep both readings.

import { noteShared, replaceBetween, sharedEnds } from '../text/sharedEnds.ts';
import type { Block, BlockKind, PlainReading, Prose, SourceFormat, Table, TiledSource } from './block.ts';

/** A block as its document has it; the same object from one state of the document to the next, wherever it stands. */
export interface LaidOutBlock {
  readonly block: Block;
  /** As the document has it: `heading` for a title in unmarked text, `table` for a table without bars. */
  readonly kind: BlockKind;
  readonly prose: readonly Prose[];
  readonly tables: readonly Table[];
  /** Level of the heading that the block is or begins with, 1…6; its words are the first prose. */
  readonly level: number | undefined;
}

export interface Layout extends TiledSource {
  /** The document has no Markdown headings (but a title perhaps) and next to no other markup. */
  readonly unmarked: boolean;
  /** Whether it has headings of its own, so that no block is one because of what the others are. */
  readonly headed: boolean;
  /** One for each block. */
  readonly laidOut: readonly LaidOutBlock[];
}

/** How much of a document's blocks may have markup for it to count as unmarked. */
const mostMarkup = 0.2;
/** So many lone short lines in a row are a list or a menu, not titles. */
const shortestRun = 3;

/** What decides how blocks are laid out, but for the blocks themselves. */
interface Setting extends Pick<Layout, 'blocks' | 'unmarked'> {
  /** Index of the first block with content. */
  readonly first: number;
  /** Levels of the blocks that are titles because of what the others are. */
  readonly titles: ReadonlyMap<number, number>;
}

/**
 * Lays a document out. In unmarked text the first line is the title (level 1), other lines that stand alone are titles
 * of level 2, and a question with its answer is a section of level 3. In Markdown, a table that lost its bars is still a
 * table, questions that follow one another are sections below their heading, and lines in bold are headings if the
 * document has no others. Blocks that were laid out alike in the state `before` are the same objects.
 */
export function layOut(blocks: readonly Block[], format: SourceFormat, before?: Layout): Layout {
  const first = findFirst(blocks);
  // A single heading over everything is a title that somebody gave to pasted text.
  const headed = blocks.some(({ kind }, index) => kind === 'heading' && index !== first);
  const hasBoldTitles = !headed && format === 'markdown' && blocks.some(isBoldTitle);
  const unmarked = !headed && !hasBoldTitles && (format === 'text' || hasLittleMarkup(blocks));
  const titles = unmarked ? findTitles(blocks) : hasBoldTitles ? findBoldTitles(blocks) : new Map<number, number>();
  const laidOut = layOutBlocks({ blocks, unmarked, first, titles }, before, headed && before?.headed === true);
  return { blocks, starts: startsOf(blocks, before), unmarked, headed, laidOut };
}

/** Lays all blocks out; where `isLocal`, those that an edit left alone, with their neighbours and their level, are not looked at. */
function layOutBlocks(setting: Setting, before: Layout | undefined, isLocal: boolean): readonly LaidOutBlock[] {
  const { blocks, titles } = setting;
  const known = before?.laidOut ?? [];
  const shift = known.length - blocks.length;
  const { start, end } = before && isLocal ? sharedEnds(before.blocks, blocks) : { start: 0, end: 0 };
  // Of two neighbours each may be a question because the other is one.
  const from = Math.max(0, start - 1);
  const to = Math.min(blocks.length, blocks.length - end + 1);
  const between: LaidOutBlock[] = [];
  let level = levelBefore(blocks, from);
  let isSettled = false;
  let index = from;
  for (; index < blocks.length; index++) {
    if (isLocal && index === to) isSettled = level === levelBefore(before!.blocks, to + shift);
    if (isSettled) break;
    const title = blocks[index]!.level ?? titles.get(index);
    if (title !== undefined) level = title;
    isSettled = isLocal && index >= to && title !== undefined;
    const one = layOutBlock(index, level, setting);
    between.push(sameAs(known[index], one) ?? sameAs(known[index + shift], one) ?? one);
  }
  const shared = { start: from, end: blocks.length - index };
  return noteShared(known, replaceBetween(known, shared, between), shared);
}

/** The level of the last heading before a block; 1 where there is none. */
function levelBefore(blocks: readonly Block[], index: number): number {
  for (let at = index - 1; at >= 0; at--) if (blocks[at]!.level !== undefined) return blocks[at]!.level!;
  return 1;
}

function layOutBlock(index: number, level: number, { blocks, unmarked, first, titles }: Setting): LaidOutBlock {
  const block = blocks[index]!;
  const { plain } = block;
  if (block.level === undefined && titles.has(index)) return applyPlain(block, 'heading', plain!, titles.get(index));
  if (plain && isQuestion(blocks, index, unmarked))
    return applyPlain(block, 'paragraph', plain, unmarked ? 3 : Math.min(6, level + 1));
  if (plain?.kind === 'table') return applyPlain(block, 'table', plain);
  if (plain && unmarked && (plain.kind === 'lines' || plain.kind === 'list'))
    return applyPlain(block, plain.kind === 'list' ? 'list' : 'paragraph', plain);
  if (plain && unmarked && plain.kind === 'titleAndText')
    return applyPlain(block, 'paragraph', plain, index === first ? 1 : 2);
  const { kind, prose, tables } = block;
  return { block, kind, prose, tables, level: block.level };
}

/** Where blocks begin in the source that they tile; those that stand where they stood before are not asked for their lengths. */
function startsOf(blocks: readonly Block[], before: TiledSource = { blocks: [], starts: [] }): readonly number[] {
  const { start, end } = sharedEnds(before.blocks, blocks);
  const starts = before.starts.slice(0, start);
  let next = start === 0 ? 0 : starts[start - 1]! + blocks[start - 1]!.source.length;
  for (let index = start; index < blocks.length - end; index++) {
    starts.push(next);
    next += blocks[index]!.source.length;
  }
  const tail = before.blocks.length - end;
  const shift = end === 0 ? 0 : next - before.starts[tail]!;
  for (let index = tail; index < before.starts.length; index++) starts.push(before.starts[index]! + shift);
  return starts;
}

function applyPlain(block: Block, kind: BlockKind, plain: PlainReading, level?: number): LaidOutBlock {
  return { block, kind, prose: plain.prose, tables: plain.tables, level };
}

/** A block as it was laid out before, if that is alike. */
function sameAs(known: LaidOutBlock | undefined, one: LaidOutBlock): LaidOutBlock | undefined {
  const isSame =
    known?.block === one.block && known.prose === one.prose && known.kind === one.kind && known.level === one.level;
  return isSame ? known : undefined;
}

function hasLittleMarkup(blocks: readonly Block[]): boolean {
  let content = 0;
  let marked = 0;
  for (const block of blocks) {
    if (block.kind === 'frontMatter') continue;
    content++;
    if (hasMarkup(block)) marked++;
  }
  return marked <= content * mostMarkup;
}

/** Index of the first block with content, front matter apart. */
function findFirst(blocks: readonly Block[]): number {
  return blocks.findIndex(({ prose, kind }) => prose.length > 0 && kind !== 'frontMatter');
}

function hasMarkup({ kind, prose, comments }: Block): boolean {
  if (kind === 'html') return comments.length === 0;
  if (kind !== 'paragraph' && kind !== 'list' && kind !== 'thematicBreak' && kind !== 'heading') return true;
  return prose.some(({ marks }) => marks.length > 0);
}

/** Levels of the lines that stand alone, by block index. */
function findTitles(blocks: readonly Block[]): Map<number, number> {
  const titles = new Map<number, number>();
  const first = findFirst(blocks);
  for (let index = 0; index < blocks.length; ) {
    let end = index;
    while (isLoneTitle(blocks[end])) end++;
    if (end === index) {
      index++;
      continue;
    }
    const isMenu = end - index - (index === first ? 1 : 0) >= shortestRun;
    for (let title = index; title < end; title++) {
      if (title === first) titles.set(title, 1);
      else if (!isMenu || (title === end - 1 && end < blocks.length)) titles.set(title, 2);
    }
    index = end;
  }
  return titles;
}

function isLoneTitle(block: Block | undefined): boolean {
  return block?.plain?.kind === 'title';
}

function findBoldTitles(blocks: readonly Block[]): Map<number, number> {
  const titles = new Map<number, number>();
  const first = findFirst(blocks);
  blocks.forEach((block, index) => {
    if (isBoldTitle(block)) titles.set(index, index === first ? 1 : 2);
  });
  return titles;
}

/** Whether all of a title is in bold. */
function isBoldTitle({ plain, prose }: Block): boolean {
  const [title] = prose;
  if (plain?.kind !== 'title' || title === undefined) return false;
  return title.marks.some(({ kind, span }) => kind === 'strong' && span.start === 0 && span.end === title.text.length);
}

/** Whether a block is a question with its answer; in Markdown, only one that follows or precedes another. */
function isQuestion(blocks: readonly Block[], index: number, unmarked: boolean): boolean {
  const isPair = (at: number) => blocks[at]?.plain?.kind === 'questionAndAnswer';
  return isPair(index) && (unmarked || isPair(index - 1) || isPair(index + 1));
}
