// What one block says by itself: its figures, its names and the evidence of its claims. Kept by the identity of the block's
// prose, so that an edit re-reads only the blocks it touched.

import type { ProseNames } from './actors/actor.ts';
import { findNames } from './actors/findNames.ts';
import type { EvidenceByProse } from './claims/evidence.ts';
import { readBlockClaims } from './claims/readBlockClaims.ts';
import type { Figure } from './figures/figure.ts';
import { type FiguresByPiece, keepEqualFigures } from './figures/keepFigures.ts';
import { addVotes, countStyles, type StyleVotes } from './figures/numberStyle.ts';
import { readFigures } from './figures/readFigures.ts';
import {
  readTableFigures,
  readTableFiguresAgain,
  type TableFigures,
  type TableTally,
} from './figures/readTableFigures.ts';
import { findCaptionNote, type UnitNote } from './figures/tableUnits.ts';
import type { Place, Prose } from './markdown/block.ts';
import type { LaidOutBlock } from './markdown/layout.ts';
import {
  AlignedEnds,
  NOTHING_SHARED,
  noteShared,
  replaceBetween,
  type SharedEnds,
  sharedEnds,
} from './text/sharedEnds.ts';
import { sliceSpan } from './text/span.ts';
import type { Steps } from './text/steps.ts';

export interface BlockReading {
  /** By index of the prose: its figures, and what they are before a table has a say. */
  readonly figures: readonly (readonly Figure[])[];
  readonly alone: readonly (readonly Figure[])[];
  /** By table: what its cells have in them. */
  readonly tallies: readonly TableTally[];
  /** What its numerals say of the document's number style. */
  readonly styles: StyleVotes;
  readonly names: readonly ProseNames[];
  readonly claims: EvidenceByProse;
}

const readings = new WeakMap<readonly Prose[], { readonly caption: string; readonly reading: BlockReading }>();

/** Blocks with so many pieces of prose or more, long tables and lists, are read again piece by piece. */
const LONG = 32;

/** What stands around a block, and what it was before an edit. */
export interface BlockSetting {
  /** Its neighbours, which may say in what unit a table is: "Table 2: Revenue by region ($m)". */
  readonly before?: LaidOutBlock | undefined;
  readonly after?: LaidOutBlock | undefined;
  /** The block that an edit may have made it of: of a long one only what is other than it was is read again. */
  readonly earlier?: LaidOutBlock | undefined;
  /** How many of its pieces at both ends may be taken for what they were: others may have been made of them. */
  readonly most?: SharedEnds | undefined;
}

/** How many blocks are read in one step. */
const BLOCKS_AT_ONCE = 16;

/** What was read in the blocks of a state of a document. */
export interface ReadBlocks {
  readonly blocks: readonly LaidOutBlock[];
  /** By block. */
  readonly readings: readonly BlockReading[];
  /** What all of them say of the document's number style. */
  readonly styles: StyleVotes;
}

const NOTHING_READ: ReadBlocks = { blocks: [], readings: [], styles: { points: 0, commas: 0 } };

/** Reads the blocks of a document, in steps; of an earlier state it is kept what is read of blocks that no edit has touched. */
export function* readBlocksInSteps(
  blocks: readonly LaidOutBlock[],
  before: ReadBlocks = NOTHING_READ,
): Steps<ReadBlocks> {
  const { start, end } = sharedEnds(before.blocks, blocks);
  // A caption before or behind a table has a say in how it is read.
  const first = Math.max(0, start - 1);
  const last = Math.min(blocks.length, blocks.length - end + 1);
  const shift = before.blocks.length - blocks.length;
  const between: BlockReading[] = [];
  let { styles } = before;
  for (const reading of before.readings.slice(first, last + shift)) styles = addVotes(styles, reading.styles, -1);
  const gone = new Set(before.blocks.slice(start, before.blocks.length - end));
  const come = new Set(blocks.slice(start, blocks.length - end));
  for (const block of come) if (gone.delete(block)) come.delete(block);
  const goneAt = (at: number): LaidOutBlock | undefined => {
    const block = before.blocks[at];
    return block && gone.has(block) ? block : undefined;
  };
  const madeOf = new Map<LaidOutBlock, LaidOutBlock>();
  /** What is read in a block stands in one place: of one that was parted the first takes what it begins with, the second what is left. */
  const take = (earlier: LaidOutBlock, block: LaidOutBlock): SharedEnds => {
    const other = madeOf.get(earlier);
    if (shift >= 0 || other) gone.delete(earlier);
    madeOf.set(earlier, block);
    return shift >= 0 ? ALL : other ? { start: 0, end: earlier.prose.length - other.prose.length } : HEAD;
  };
  for (let index = first; index < last; index++) {
    if ((index - first) % BLOCKS_AT_ONCE === 0) yield;
    const block = blocks[index]!;
    // An edit leaves as many blocks before it, or behind it, as there were.
    const earlier = come.has(block) ? likelier(block, goneAt(index), goneAt(index + shift)) : block;
    const most = earlier && earlier !== block ? take(earlier, block) : ALL;
    const reading = readingOf(block, { before: blocks[index - 1], after: blocks[index + 1], earlier, most });
    styles = addVotes(styles, reading.styles, 1);
    between.push(reading);
  }
  const shared = { start: first, end: blocks.length - last };
  const readings = noteShared(before.readings, replaceBetween(before.readings, shared, between), shared);
  return { blocks, readings, styles };
}

const ALL: SharedEnds = { start: Infinity, end: Infinity };
const HEAD: SharedEnds = { start: Infinity, end: 0 };

/** Of two blocks the one that is more likely what another was before an edit: as long as that one, or else longer than the other. */
function likelier(
  { prose }: LaidOutBlock,
  one: LaidOutBlock | undefined,
  other: LaidOutBlock | undefined,
): LaidOutBlock | undefined {
  if (!one || !other || one === other) return one ?? other;
  if (one.prose.length === prose.length) return one;
  return other.prose.length === prose.length || other.prose.length > one.prose.length ? other : one;
}

/** Reads a block, or answers what an earlier call read in it. */
export function readingOf(
  block: LaidOutBlock,
  { before, after, earlier, most = ALL }: BlockSetting = {},
): BlockReading {
  const note = block.tables.length > 0 ? (noteOf(before) ?? noteOf(after)) : undefined;
  const caption = note ? JSON.stringify(note) : '';
  const known = readings.get(block.prose);
  if (known?.caption === caption) return known.reading;
  const was = earlier && earlier.prose.length >= LONG ? readings.get(earlier.prose) : undefined;
  const isUnderSameCaption = was?.caption === caption;
  const reading =
    was && earlier
      ? readAgain(block, note, { block: earlier, ...was.reading }, most, isUnderSameCaption)
      : readBlock(block, note);
  readings.set(block.prose, { caption, reading });
  return reading;
}

function readBlock(block: LaidOutBlock, note: UnitNote | undefined): BlockReading {
  const alone = block.prose.map(({ text }) => readFigures(text));
  const { figures, tallies } = readTableFigures(block, note, alone);
  return {
    figures,
    alone,
    tallies,
    styles: countVotes(block.prose, figures),
    names: block.prose.map(findNames),
    claims: readBlockClaims(block, figures, tallies),
  };
}

/** A block before an edit, and what was read in it. */
interface EarlierReading extends BlockReading {
  readonly block: LaidOutBlock;
}

/** Reads a block again after an edit: the pieces between the first and the last that are other than they were. */
function readAgain(
  block: LaidOutBlock,
  note: UnitNote | undefined,
  was: EarlierReading,
  most: SharedEnds,
  isUnderSameCaption: boolean,
): BlockReading {
  const { prose } = block;
  const touched = sharedPieces(was.block.prose, prose, most);
  const between = prose.slice(touched.start, prose.length - touched.end);
  const readAlone = between.map(({ text }) => readFigures(text));
  const alone = keepEqualFigures(was.alone, touched, readAlone);
  const names = noteShared(was.names, replaceBetween(was.names, touched, between.map(findNames)), touched);
  const settled =
    (isUnderSameCaption || block.tables.length === 0) && readTableFiguresAgain(block, note, alone, was, touched);
  const { figures, tallies, ends } = settled || readTablesAnew(block, note, alone, was.figures);
  const aligned = new AlignedEnds(touched, was.block.prose.length, prose.length);
  const placeBefore = (index: number): number => {
    const place = aligned.before(index);
    return place >= 0 && figures[index] === was.figures[place] ? place : -1;
  };
  return {
    figures,
    alone,
    tallies,
    styles: countStylesAgain(block, figures, was, ends),
    names,
    claims: readBlockClaims(block, figures, tallies, { ...was, ends, placeBefore }),
  };
}

/** The figures of all pieces, where a table may say something else of each. */
function readTablesAnew(
  block: LaidOutBlock,
  note: UnitNote | undefined,
  alone: FiguresByPiece,
  before: FiguresByPiece,
): TableFigures & { readonly ends: SharedEnds } {
  const { figures, tallies } = readTableFigures(block, note, alone);
  return { figures: keepEqualFigures(before, NOTHING_SHARED, figures), tallies, ends: NOTHING_SHARED };
}

/** How many pieces two blocks share at their ends, no more than so many. */
function sharedPieces(before: readonly Prose[], after: readonly Prose[], most: SharedEnds): SharedEnds {
  if (most.start > 0) {
    const { start, end } = sharedEnds(before, after, isSamePiece);
    return { start, end: Math.min(end, most.end) };
  }
  const least = Math.min(most.end, before.length, after.length);
  let end = 0;
  while (end < least && isSamePiece(before[before.length - 1 - end]!, after[after.length - 1 - end]!)) end++;
  return { start: 0, end };
}

/** Whether two pieces of prose say the same in like places. */
function isSamePiece(one: Prose, other: Prose): boolean {
  return one === other || (one.text === other.text && isReadAlike(one.place, other.place));
}

/** Whether prose is read alike in two places: how many items or rows there are before it makes no difference. */
function isReadAlike(one: Place, other: Place): boolean {
  return (
    one === other ||
    (one.kind === other.kind &&
      one.level === other.level &&
      one.quoted === other.quoted &&
      one.footnote === other.footnote &&
      one.key === other.key &&
      one.image === other.image &&
      one.cell?.table === other.cell?.table &&
      one.cell?.column === other.cell?.column)
  );
}

/** What the numerals of pieces of prose say of the number style. */
function countVotes(prose: readonly Prose[], figures: FiguresByPiece): StyleVotes {
  const prints: string[] = [];
  for (let index = 0; index < figures.length; index++)
    for (const { numeral } of figures[index]!) prints.push(sliceSpan(prose[index]!.text, numeral));
  return countStyles(prints);
}

/** The same of a block after an edit: what the pieces between the ends say, in place of what those there said. */
function countStylesAgain(
  { prose }: LaidOutBlock,
  figures: FiguresByPiece,
  was: EarlierReading,
  { start, end }: SharedEnds,
): StyleVotes {
  const pick = <T>(list: readonly T[]): readonly T[] => list.slice(start, list.length - end);
  const now = countVotes(pick(prose), pick(figures));
  return addVotes(addVotes(was.styles, now, 1), countVotes(pick(was.block.prose), pick(was.figures)), -1);
}

/** The unit that a paragraph or heading beside a table gives to all of its figures. */
function noteOf(neighbour: LaidOutBlock | undefined): UnitNote | undefined {
  if (neighbour?.prose.length !== 1 || neighbour.tables.length > 0) return undefined;
  return findCaptionNote(neighbour.prose[0]!.text);
}
