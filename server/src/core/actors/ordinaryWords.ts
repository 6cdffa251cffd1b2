// Ordinary words among the candidates for names, which have a capital since a sentence begins with them: "Moorings" is no name where the
// document goes on to speak of "moorings", and never of "Moorings" within a sentence.

import type { NameCandidate } from './actor.ts';
import { CandidateFilter, countSpelling } from './candidateFilter.ts';
import type { LowerCaseWords } from './lowerCaseWords.ts';
import { type Piece, traitsOfPiece } from './pieceTraits.ts';

export class OrdinaryWords extends CandidateFilter {
  private readonly words: LowerCaseWords;
  /** The state of the words by which it was last decided. */
  private decided = 0;
  /** How often each spelling begins a sentence, and how often it stands within one. */
  private readonly opening = new Map<string, number>();
  private readonly within = new Map<string, number>();

  constructor(words: LowerCaseWords) {
    super();
    this.words = words;
  }

  protected turnTo(gone: readonly Piece[], come: readonly Piece[]): boolean {
    let isOther = this.decided !== this.words.changes;
    this.decided = this.words.changes;
    const count = (piece: Piece, by: 1 | -1): void => {
      const { opening, within } = traitsOfPiece(piece);
      for (const key of opening) countSpelling(this.opening, key, by);
      for (const key of within) if (countSpelling(this.within, key, by) && this.opening.has(key)) isOther = true;
    };
    for (const piece of come) count(piece, 1);
    for (const piece of gone) count(piece, -1);
    return isOther;
  }

  protected mayTakeFrom(piece: Piece): boolean {
    return traitsOfPiece(piece).opening.length > 0;
  }

  protected isOut({ key, opening, declared }: NameCandidate): boolean {
    return opening !== undefined && declared === undefined && !this.within.has(key) && this.words.has(opening);
  }
}
