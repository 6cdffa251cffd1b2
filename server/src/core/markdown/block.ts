// What reading Markdown yields: blocks that tile the document, each with the prose in it. A block depends on its own
// source alone (and on which reference labels the document defines), and all its offsets are relative to its own start,
// those of the prose of a long block to that of a piece of it, so that an edit re-reads the blocks or pieces it touches and
// moving one costs nothing.

import { lastAtMost } from '../text/partitionPoint.ts';
import type { SourceMap } from '../text/sourceMap.ts';
import type { Span } from '../text/span.ts';

export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'table'
  | 'quotation'
  | 'footnote'
  | 'code'
  | 'html'
  | 'frontMatter'
  | 'definition'
  | 'thematicBreak';

/** Where a piece of prose stands, as far as its own block can tell. */
export interface Place {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'cell' | 'frontMatter';
  /** 1…6 for headings. */
  readonly level?: number;
  /** Within a block quotation. */
  readonly quoted?: boolean;
  /** Label of the footnote definition that it belongs to. */
  readonly footnote?: string;
  readonly item?: ItemPlace;
  readonly cell?: CellPlace;
  /** Key of a front-matter value: "title", "date". */
  readonly key?: string;
  /** The alternative text of an image, which stands in other prose but is read on its own. */
  readonly image?: boolean;
}

export interface ItemPlace {
  /** 0 for the outermost list. */
  readonly depth: number;
  readonly ordered: boolean;
  /** Counts lists within the block, so that items of one list can be told from those of another. */
  readonly list: number;
  /** Zero-based position within its list. */
  readonly index: number;
  /** Prose index of the item that a nested list hangs under. */
  readonly parent?: number;
}

export interface CellPlace {
  /** Counts tables within the block. */
  readonly table: number;
  /** 0 is the header row where the table has one. */
  readonly row: number;
  readonly column: number;
}

/** Markup that prose loses but that carries meaning: "**Population:** 9.7 million", a link's text. */
export interface Mark {
  readonly kind: 'strong' | 'emphasis' | 'link' | 'footnoteReference';
  /** In the prose text. */
  readonly span: Span;
  /** Address of a link, label of a footnote reference. */
  readonly target?: string;
}

/**
 * What stands in a prose text for something that is not prose: inline code, an address, an image, template code. One
 * character, so that the words beside it neither fuse nor lose their sentence.
 */
export const objectCharacter = '\ufffc';

/** A run of plain text with a map back to its block's source: one paragraph, heading, list item or table cell. */
export interface Prose {
  /** Never without a letter, digit or sign. A line break is one "\n". */
  readonly text: string;
  /** To the source of its block; in a block of pieces, to that of its piece: see `mapStart`. */
  readonly map: SourceMap;
  readonly place: Place;
  readonly marks: readonly Mark[];
}

export interface Table {
  /** Prose indices by row and column; undefined where a row is short or a cell has no prose. */
  readonly rows: readonly (readonly (number | undefined)[])[];
  /** Number of header rows: 1 in Markdown, 0 in a flattened table without one. */
  readonly headerRows: number;
}

/** A suppression or other comment: `<!-- concordance-disable-line figure-conflict -->`. */
export interface Comment {
  /** Source, relative to the block, delimiters included. */
  readonly span: Span;
  readonly text: string;
}

export interface Block {
  readonly kind: BlockKind;
  /** 1…6 for headings. */
  readonly level?: number;
  /** The block's own source up to where the next block starts, so that blocks tile the document. */
  readonly source: string;
  /** Source of the content proper, without the blank lines that follow. */
  readonly content: Span;
  readonly prose: readonly Prose[];
  readonly tables: readonly Table[];
  readonly comments: readonly Comment[];
  /** Reference labels that the block defines, normalised, those of footnotes with their "^": `[label]: …`, `[^label]: …`. */
  readonly defines: readonly string[];
  /** Reference labels that its text could refer to; it is read again when one of them appears or vanishes. */
  readonly mentions: readonly string[];
  /** Where the pieces stand that a long block was read in; absent where it was read as a whole. */
  readonly pieces?: PiecePlaces;
  /** How the block reads if the document turns out to be text without Markdown; absent where that makes no difference. */
  readonly plain?: PlainReading;
  /** Why the block was not parsed as Markdown: nesting or delimiters beyond the bounds. Absent for a parsed block. */
  readonly refused?: string;
}

/** Where the pieces of a long block stand, so that those behind an edit are what they were. */
export interface PiecePlaces {
  /** By piece: the index of its first prose. */
  readonly firsts: readonly number[];
  /** By piece: its offset in the block's source. */
  readonly starts: readonly number[];
}

/** The offset in a block's source that the map of a piece of its prose counts from. */
export function mapStart({ pieces }: Pick<Block, 'pieces'>, prose: number): number {
  return pieces === undefined ? 0 : pieces.starts[lastAtMost(pieces.firsts, prose)]!;
}

/** The reading of a paragraph in text that was pasted without its markup. */
export interface PlainReading {
  /** `lines` is paragraphs of one line each; `titleAndText` is a title over such lines. */
  readonly kind: 'title' | 'titleAndText' | 'questionAndAnswer' | 'list' | 'lines' | 'table';
  /** Titles and questions come first and are of the place `heading`, without a level: the layout gives it. */
  readonly prose: readonly Prose[];
  readonly tables: readonly Table[];
}

/** The blocks of a document, which tile its source. */
export interface TiledSource {
  readonly blocks: readonly Block[];
  /** By block: the offset of its source in the document. */
  readonly starts: readonly number[];
}

/** How a document's source is to be read: a `.txt` has no indented code and its blank-line conventions count. */
export type SourceFormat = 'markdown' | 'text';
