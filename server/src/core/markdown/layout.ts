// How the blocks of one document are to be read: as Markdown, or as text that was pasted without its markup, where lines
// that stand alone are titles. Decided over the whole document; blocks keep both readings.

import type { Block, BlockKind, PlacedBlock, PlainReading, Prose, SourceFormat, Table } from './block.ts';

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

export interface Layout {
  /** The document has no Markdown headings (but a title perhaps) and next to no other markup. */
  readonly unmarked: boolean;
  readonly blocks: readonly LaidOutBlock[];
  /** By block: the offset of its source in the document. */
  readonly starts: readonly number[];
}

/** How much of a document's blocks may have markup for it to count as unmarked. */
const mostMarkup = 0.2;
/** So many lone short lines in a row are a list or a menu, not titles. */
const shortestRun = 3;

/**
 * Lays a document out. In unmarked text the first line is the title (level 1), other lines that stand alone are titles
 * of level 2, and a question with its answer is a section of level 3. In Markdown, a table that lost its bars is still a
 * table, questions that follow one another are sections below their heading, and lines in bold are headings if the
 * document has no others. `before` are the blocks of an earlier state: those that are still laid out alike are kept.
 */
export function layOut(
  blocks: readonly PlacedBlock[],
  format: SourceFormat,
  before: readonly LaidOutBlock[] = [],
): Layout {
  const first = findFirst(blocks);
  // A single heading over everything is a title that somebody gave to pasted text.
  const hasHeadings = blocks.some(({ block }, index) => block.kind === 'heading' && index !== first);
  const hasBoldTitles = !hasHeadings && format === 'markdown' && blocks.some(({ block }) => isBoldTitle(block));
  const unmarked = !hasHeadings && !hasBoldTitles && (format === 'text' || hasLittleMarkup(blocks));
  const titles = unmarked ? findTitles(blocks) : hasBoldTitles ? findBoldTitles(blocks) : new Map<number, number>();
  const laidOut: LaidOutBlock[] = [];
  const shift = before.length - blocks.length;
  const add = (one: LaidOutBlock): void => {
    const at = laidOut.length;
    laidOut.push(sameAs(before[at], one) ?? sameAs(before[at + shift], one) ?? one);
  };
  let level = 1;
  blocks.forEach(({ block }, index) => {
    const plain = block.plain;
    const title = block.level ?? titles.get(index);
    if (title !== undefined) level = title;
    if (title !== undefined && block.level === undefined) {
      add(applyPlain(block, 'heading', plain!, title));
    } else if (plain && isQuestion(blocks, index, unmarked)) {
      add(applyPlain(block, 'paragraph', plain, unmarked ? 3 : Math.min(6, level + 1)));
    } else if (plain?.kind === 'table') {
      add(applyPlain(block, 'table', plain));
    } else if (plain && unmarked && (plain.kind === 'lines' || plain.kind === 'list')) {
      add(applyPlain(block, plain.kind === 'list' ? 'list' : 'paragraph', plain));
    } else if (plain && unmarked && plain.kind === 'titleAndText') {
      add(applyPlain(block, 'paragraph', plain, index === first ? 1 : 2));
    } else {
      const { kind, prose, tables } = block;
      add({ block, kind, prose, tables, level: block.level });
    }
  });
  return { unmarked, blocks: laidOut, starts: blocks.map(({ start }) => start) };
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

function hasLittleMarkup(blocks: readonly PlacedBlock[]): boolean {
  let content = 0;
  let marked = 0;
  for (const { block } of blocks) {
    if (block.kind === 'frontMatter') continue;
    content++;
    if (hasMarkup(block)) marked++;
  }
  return marked <= content * mostMarkup;
}

/** Index of the first block with content, front matter apart. */
function findFirst(blocks: readonly PlacedBlock[]): number {
  return blocks.findIndex(({ block }) => block.prose.length > 0 && block.kind !== 'frontMatter');
}

function hasMarkup({ kind, prose, comments }: Block): boolean {
  if (kind === 'html') return comments.length === 0;
  if (kind !== 'paragraph' && kind !== 'list' && kind !== 'thematicBreak' && kind !== 'heading') return true;
  return prose.some(({ marks }) => marks.length > 0);
}

/** Levels of the lines that stand alone, by block index. */
function findTitles(blocks: readonly PlacedBlock[]): Map<number, number> {
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

function isLoneTitle(placed: PlacedBlock | undefined): boolean {
  return placed?.block.plain?.kind === 'title';
}

function findBoldTitles(blocks: readonly PlacedBlock[]): Map<number, number> {
  const titles = new Map<number, number>();
  const first = findFirst(blocks);
  blocks.forEach(({ block }, index) => {
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
function isQuestion(blocks: readonly PlacedBlock[], index: number, unmarked: boolean): boolean {
  const isPair = (at: number) => blocks[at]?.block.plain?.kind === 'questionAndAnswer';
  return isPair(index) && (unmarked || isPair(index - 1) || isPair(index + 1));
}
