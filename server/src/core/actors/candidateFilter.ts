// Candidates for names that are none, as the document tells: taken out of the pieces of prose, again only where an edit has a say.

import { diffLists } from '../text/diffLists.ts';
import { haveSameItems } from '../text/sameItems.ts';
import { mapAgain, recallBefore } from '../text/sharedEnds.ts';
import type { NameCandidate } from './actor.ts';
import type { Piece } from './pieceTraits.ts';

export abstract class CandidateFilter {
  private before: readonly Piece[] = [];
  private left: readonly Piece[] = [];

  /** The pieces without the candidates that are out; the same list for the same list, as long as nothing else is known. */
  takeOut(pieces: readonly Piece[]): readonly Piece[] {
    const before = { items: this.before, results: this.left };
    const { gone, come } = diffLists(this.before, pieces);
    this.before = pieces;
    const isOther = this.turnTo(
      gone.map((at) => before.items[at]!),
      come.map((at) => pieces[at]!),
    );
    if (isOther) {
      const recall = recallBefore(before.items, pieces, before.results);
      this.left = pieces.map((piece, index) => this.leave(piece, recall(index)));
    } else this.left = mapAgain(pieces, (piece) => this.leave(piece, undefined), before);
    return this.left;
  }

  private leave(piece: Piece, known: Piece | undefined): Piece {
    if (!this.mayTakeFrom(piece)) return piece;
    const own = piece.filter((candidate) => !this.isOut(candidate));
    if (own.length === piece.length) return piece;
    return known && haveSameItems(known, own) ? known : own;
  }

  /** Counts what pieces tell that have gone and come; answers whether something else is known of candidates in others than before. */
  protected abstract turnTo(gone: readonly Piece[], come: readonly Piece[]): boolean;

  /** Whether a piece may have candidates that are out. */
  protected abstract mayTakeFrom(piece: Piece): boolean;

  protected abstract isOut(candidate: NameCandidate): boolean;
}

/** Counts a spelling in or out; answers whether there is none now, or was none before. */
export function countSpelling<Key>(counts: Map<Key, number>, spelling: Key, by: 1 | -1): boolean {
  const count = (counts.get(spelling) ?? 0) + by;
  if (count === 0) counts.delete(spelling);
  else counts.set(spelling, count);
  return count === 0 || count === by;
}
