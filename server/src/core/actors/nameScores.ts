// The scores of all name candidates of a document in its light, kept from one state of the document to the next: an edit scores
// anew the pieces of prose with a spelling of which something else is known now. What it answers depends on the present
// candidates alone.

import { diffLists } from '../text/diffLists.ts';
import { mapAgain, recallBefore } from '../text/sharedEnds.ts';
import type { NameCandidate } from './actor.ts';
import { type DocumentEvidence, type Leanings, leaningsOf } from './documentEvidence.ts';
import { DOCUMENT_FEATURES, isSingle, isToldOf, putTold, visitPieceFeatures } from './judgeNames.ts';
import { KeptEvidence } from './keptEvidence.ts';
import { areSameScores, type KindScores, keepScores } from './kindScores.ts';
import { scoreInDocument, weighPiece, weighTold } from './nameModel.ts';
import { amongPieces } from './pieceIndex.ts';
import type { Piece } from './pieceTraits.ts';

/** What the candidates of a piece score, and what that is made of. */
interface PieceScores {
  readonly inPiece: readonly KindScores[];
  readonly told: KindScores[];
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
    const changed = this.turnTo(pieces);
    const concerned = this.piecesOf(changed);
    const leanings = leaningsOf(this.known.likely);
    const isLeaningAlike = areSameScores(leanings, this.leanings);
    const recall = isLeaningAlike ? recallBefore(before, pieces, answered) : () => undefined;
    this.leanings = leanings;
    const isAmong = concerned && amongPieces(concerned);
    const score = (piece: Piece, index: number): readonly KindScores[] => {
      const known = recall(index);
      const isConcerned = isAmong?.(piece) ?? false;
      return known && !isConcerned ? known : this.scorePiece(piece, leanings, isConcerned ? changed : undefined);
    };
    const isQuiet = isLeaningAlike && (concerned?.size ?? 0) === 0;
    this.answered = mapAgain(pieces, score, isQuiet ? { items: before, results: answered } : undefined);
    return this.answered;
  }

  /** What the candidates of a piece score; `changed` are the spellings and words of which something else is known than before. */
  private scorePiece(
    piece: Piece,
    leanings: Leanings,
    changed: ReadonlySet<string> | undefined,
  ): readonly KindScores[] {
    const { evidence } = this.known;
    let known = this.scored.get(piece);
    if (known === undefined) {
      const inPiece: KindScores[] = [];
      visitPieceFeatures(piece, (features) => inPiece.push(weighPiece(features)));
      const told = piece.map((candidate) => weighCandidate(candidate, evidence));
      known = { inPiece, told, leanings, scores: [] };
      known.scores = scoreAll(piece, known);
      this.scored.set(piece, known);
      return known.scores;
    }
    if (changed) this.tellAgain(piece, known, changed);
    if (!areSameScores(leanings, known.leanings)) {
      known.leanings = leanings;
      known.scores = scoreAll(piece, known);
    }
    return known.scores;
  }

  /** Scores those candidates anew that are of spellings and words of which something else is known than before. */
  private tellAgain(piece: Piece, known: PieceScores, changed: ReadonlySet<string>): void {
    let scores: KindScores[] | undefined;
    for (let at = 0; at < piece.length; at++) {
      const candidate = piece[at]!;
      if (!isToldOf(candidate, changed)) continue;
      known.told[at] = weighCandidate(candidate, this.known.evidence);
      const own = scoreCandidate(candidate, known, at);
      if (areSameScores(own, known.scores[at]!)) continue;
      scores ??= [...known.scores];
      scores[at] = own;
    }
    if (scores) known.scores = scores;
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

/** Written anew for each candidate. */
const features = new Float64Array(3 * DOCUMENT_FEATURES);

function weighCandidate(candidate: NameCandidate, evidence: DocumentEvidence): KindScores {
  putTold(candidate, evidence, features);
  return weighTold(features);
}

function scoreCandidate({ key }: NameCandidate, { inPiece, told, leanings }: PieceScores, at: number): KindScores {
  return scoreInDocument(inPiece[at]!, told[at]!, isSingle(key), leanings);
}

/** The scores of a piece of prose; the same list as before where they are the same. */
function scoreAll(piece: Piece, known: PieceScores): readonly KindScores[] {
  return keepScores(
    known.scores,
    piece.map((candidate, at) => {
      const own = scoreCandidate(candidate, known, at);
      const was = known.scores[at];
      return was && areSameScores(own, was) ? was : own;
    }),
  );
}
