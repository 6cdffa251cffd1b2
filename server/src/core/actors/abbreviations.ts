// Abbreviations of ordinary words among the candidates for names: "GDP" is no name where the text says "gross domestic product (GDP)".
// Kept from one state of a document to the next: what an edit leaves alone is not looked through again.

import { diffLists } from '../text/diffLists.ts';
import { haveSameItems } from '../text/sameItems.ts';
import { mapAgain, recallBefore } from '../text/sharedEnds.ts';
import { type Piece, traitsOfPiece } from './pieceTraits.ts';

export class Abbreviations {
  private before: readonly Piece[] = [];
  private left: readonly Piece[] = [];
  /** How often each is told. */
  private readonly counts = new Map<string, number>();

  /** The pieces without the candidates that abbreviate ordinary words, as one of the pieces says; the same list for the same list. */
  takeOut(pieces: readonly Piece[]): readonly Piece[] {
    const before = { items: this.before, results: this.left };
    if (this.turnTo(pieces)) {
      const recall = recallBefore(before.items, pieces, before.results);
      this.left = pieces.map((piece, index) => this.leave(piece, recall(index)));
    } else this.left = mapAgain(pieces, (piece) => this.leave(piece, undefined), before);
    return this.left;
  }

  /** Counts what the pieces tell; answers whether others are told than before. */
  private turnTo(pieces: readonly Piece[]): boolean {
    const { gone, come } = diffLists(this.before, pieces);
    let isOther = false;
    const count = (piece: Piece, by: 1 | -1): void => {
      for (const key of traitsOfPiece(piece).abbreviations) {
        const told = (this.counts.get(key) ?? 0) + by;
        if (told === 0) this.counts.delete(key);
        else this.counts.set(key, told);
        if (told === 0 || told === by) isOther = true;
      }
    };
    for (const at of come) count(pieces[at]!, 1);
    for (const at of gone) count(this.before[at]!, -1);
    this.before = pieces;
    return isOther;
  }

  private leave(piece: Piece, known: Piece | undefined): Piece {
    if (this.counts.size === 0) return piece;
    const isAbbreviation = (key: string): boolean =>
      this.counts.has(key) || (key.endsWith('s') && this.counts.has(key.slice(0, -1)));
    const own = piece.filter(({ key }) => !isAbbreviation(key));
    if (own.length === piece.length) return piece;
    return known && haveSameItems(known, own) ? known : own;
  }
}
