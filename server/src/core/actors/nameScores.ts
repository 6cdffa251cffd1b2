// The scores of all name candidates of a document in its light, kept from one state of the document to the next: an edit scores
// anew the pieces of prose with a spelling of which something else is known now. What it answers depends on the present
// candidates alone.

import { diffLists } from '../text/diffLists.ts';
import { mapAgain, recallAtEnds } from '../text/sharedEnds.ts';
import { type Leanings, leaningsOf, visitFeatures } from './judgeNames.ts';
import { KeptEvidence } from './keptEvidence.ts';
import { areSameScores, type KindScores, keepScores } from './kindScores.ts';
import { type DocumentSums, scoreInDocument, sumFeatures } from './nameModel.ts';
import type { Piece } from './pieceTraits.ts';

interface PieceScores {
  readonly sums: readonly DocumentSums[];
  leanings: Leanings;
  scores: readonly KindScores[];
}

export class NameScores {
  private pieces: readonly Piece[] = [];
  private readonly known = new KeptEvidence();
  private isNew = true;
  private readonly scored = new WeakMap<Piece, PieceScores>();
  /** By piece of the present state: its scores, in the light of these leanings. */
  private answered: readonly (readonly KindScores[])[] = [];
  private leanings: Leanings = [0, 0, 0];

  /** By piece and candidate; the same list for a piece whose scores have not changed. */
  scoresOf(pieces: readonly Piece[]): readonly (readonly KindScores[])[] {
    const [before, answered] = [this.pieces, this.answered];
    const concerned = this.piecesOf(this.turnTo(pieces));
    const leanings = leaningsOf(this.known.likely);
    const isLeaningAlike = areSameScores(leanings, this.leanings);
    const recall = isLeaningAlike ? recallAtEnds(before, pieces, answered) : () => undefined;
    this.leanings = leanings;
    const score = (piece: Piece, index: number): readonly KindScores[] => {
      const known = recall(index);
      // Most prose has no names.
      const isConcerned = piece.length > 0 && (concerned?.has(piece) ?? false);
      return known && !isConcerned ? known : this.scorePiece(piece, leanings, isConcerned);
    };
    const isQuiet = isLeaningAlike && (concerned?.size ?? 0) === 0;
    this.answered = mapAgain(pieces, score, isQuiet ? { items: before, results: answered } : undefined);
    return this.answered;
  }

  private scorePiece(piece: Piece, leanings: Leanings, isConcerned: boolean): readonly KindScores[] {
    let known = this.scored.get(piece);
    if (known === undefined || isConcerned) {
      const sums: DocumentSums[] = [];
      const placed = piece.map((candidate) => ({ candidate, prose: 0 }));
      visitFeatures(placed, this.known.evidence, leanings, (features) => sums.push(sumFeatures(features)));
      known = { sums, leanings, scores: scoreAll(sums, leanings, known?.scores) };
      this.scored.set(piece, known);
    } else if (!areSameScores(leanings, known.leanings)) {
      known.leanings = leanings;
      known.scores = scoreAll(known.sums, leanings, known.scores);
    }
    return known.scores;
  }

  /** The pieces with a candidate of one of the spellings; undefined as long as all pieces are new. */
  piecesOf(spellings: Iterable<string>): ReadonlyMap<Piece, number> | undefined {
    return this.known.piecesOf(spellings);
  }

  /** Brings the evidence up to date; answers the spellings and words of which something else is known than before. */
  private turnTo(pieces: readonly Piece[]): Set<string> {
    const before = this.pieces;
    this.pieces = pieces;
    if (this.isNew) {
      this.isNew = false;
      this.known.read(pieces);
      return new Set();
    }
    const { gone, come } = diffLists(before, pieces);
    if (gone.length === 0 && come.length === 0) return new Set();
    // What comes back has to be looked at again.
    for (const at of gone) this.scored.delete(before[at]!);
    return this.known.exchange(
      gone.map((at) => before[at]!),
      come.map((at) => pieces[at]!),
      pieces,
    );
  }
}

/** The scores of a piece of prose; the same list as before where they are the same. */
function scoreAll(
  sums: readonly DocumentSums[],
  leanings: Leanings,
  before: readonly KindScores[] | undefined,
): readonly KindScores[] {
  return keepScores(
    before,
    sums.map((own) => scoreInDocument(own, leanings)),
  );
}
