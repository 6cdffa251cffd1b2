// How the blocks of one document are to be read: as Markdown, or as text that was pasted without its markup, where lines
// that stand alone are titles. Decided over the whole document; blocks keep both readings.

import type { Block, BlockKind, PlacedBlock, Prose, SourceFormat, Table } from './block.ts';

export interface LaidOutBlock {
  readonly block: Block;
  readonly start: number;
  /** As the document has it; `heading` for a title in unmarked text. */
  readonly kind: BlockKind;
  readonly prose: readonly Prose[];
  readonly tables: readonly Table[];
  /** Level of the heading that the block is or begins with, 1…6; its words are the first prose. */
  readonly level?: number;
}

export interface Layout {
  /** The document has no Markdown headings and next to no other markup. */
  readonly unmarked: boolean;
  readonly blocks: readonly LaidOutBlock[];
}

/** Lays a document out. */
export function layOut(blocks: readonly PlacedBlock[], _format: SourceFormat): Layout {
  return {
    unmarked: false,
    blocks: blocks.map(({ block, start }) => {
      const { kind, prose, tables } = block;
      const level = block.level;
      return { block, start, kind, prose, tables, ...(level !== undefined && { level }) };
    }),
  };
}
