// Blocks that an edit took out of a document, kept for when they come back: code that is closed again, a label that is defined again,
// an edit that is undone, paragraphs that are cut and pasted. A piece, what stands between two places where reading may start, reads the
// same wherever it stands, but for the labels that are defined.

import type { Block } from './block.ts';
import { isBlankLine, lineStartAt } from './lines.ts';
import { piecesOf } from './longBlock.ts';
import { findPieces, isClosed, mentionsChanged } from './parseBlocks.ts';
import type { PlacedPiece } from './pieces.ts';

/** Of pieces that begin with the same line so many are known. */
const ALIKE_AT_MOST = 8;
/** So much of a first line is looked at, in code units. */
const BEGINNING = 80;

/** Blocks that were read as one piece. */
interface GonePiece {
  readonly source: string;
  readonly blocks: readonly Block[];
  /** Whether it is back: no document has one and the same block in two places. */
  isBack: boolean;
}

export class GoneBlocks {
  /** The labels that were taken for defined. */
  readonly labels: ReadonlySet<string>;
  /** In document order. */
  private readonly pieces: GonePiece[] = [];
  /** Indices of pieces by how they begin. */
  private readonly alike = new Map<string, number[]>();
  /** Index of the piece behind the one that was taken last. */
  private next = 0;

  /** Keeps the pieces of a document's blocks that are not among those that stayed; `labels` are those that it defined. */
  constructor(blocks: readonly Block[], stayed: ReadonlySet<Block>, labels: ReadonlySet<string>) {
    this.labels = labels;
    for (const { start, end } of findPieces(blocks)) {
      const own = blocks.slice(start, end);
      // What a document begins with is read otherwise than elsewhere.
      if (start > 0 && !own.every((block) => stayed.has(block))) this.keep(own);
    }
  }

  private keep(blocks: readonly Block[]): void {
    const source = blocks.map((block) => block.source).join('');
    const beginning = beginningAt(source, 0);
    const alike = this.alike.get(beginning);
    if (alike === undefined) this.alike.set(beginning, [this.pieces.length]);
    else if (alike.length < ALIKE_AT_MOST) alike.push(this.pieces.length);
    this.pieces.push({ source, blocks, isBack: false });
  }

  /** Whether one of the pieces begins at `from`, where reading may start, and certainly ends where it ended. */
  isAt(source: string, from: number): boolean {
    return this.findAt(source, from) !== undefined;
  }

  /** Brings that piece back. */
  takeAt(source: string, from: number): readonly Block[] | undefined {
    return this.take(this.findAt(source, from));
  }

  /** Brings back what a source that is a piece by itself was read as while no other of its labels were defined than are now. */
  takeAlike(source: string, labels: ReadonlySet<string>): readonly Block[] | undefined {
    const isAlike = (piece: GonePiece): boolean =>
      piece.source === source && !piece.blocks.some((block) => mentionsChanged(block, this.labels, labels));
    return this.take(this.find(beginningAt(source, 0), isAlike));
  }

  /** The pieces of a long block that begins with the line at `from`, whatever follows on it. */
  longPiecesAt(source: string, from: number): readonly PlacedPiece[] {
    const alike = this.alike.get(beginningAt(source, from)) ?? [];
    return alike.flatMap((index) => piecesOf(this.pieces[index]!.blocks[0]!)?.pieces ?? []);
  }

  private findAt(source: string, from: number): number | undefined {
    return this.find(beginningAt(source, from), (piece) => {
      const end = from + piece.source.length;
      if (!source.startsWith(piece.source, from)) return false;
      if (end === source.length) return true;
      // The last piece of a document may have ended within what is a longer line now.
      if (lineStartAt(source, end) !== end || isBlankLine(source, end)) return false;
      return isClosed(piece.blocks.at(-1)!, source, end);
    });
  }

  /** Index of a piece that is not back; what follows on the one that was taken last comes first. */
  private find(beginning: string, isWanted: (piece: GonePiece) => boolean): number | undefined {
    const isThere = (at: number): boolean => {
      const piece = this.pieces[at];
      return piece !== undefined && !piece.isBack && isWanted(piece);
    };
    return isThere(this.next) ? this.next : this.alike.get(beginning)?.find(isThere);
  }

  private take(index: number | undefined): readonly Block[] | undefined {
    if (index === undefined) return undefined;
    const piece = this.pieces[index]!;
    piece.isBack = true;
    this.next = index + 1;
    return piece.blocks;
  }
}

/** How the line at an offset begins. */
function beginningAt(source: string, from: number): string {
  const beginning = source.slice(from, from + BEGINNING);
  const end = beginning.search(/[\r\n]/);
  return end < 0 ? beginning : beginning.slice(0, end);
}
