// Abbreviations of ordinary words among the candidates for names: "GDP" is no name where the text says "gross domestic product (GDP)".

import type { NameCandidate } from './actor.ts';
import { CandidateFilter, countSpelling } from './candidateFilter.ts';
import { type Piece, traitsOfPiece } from './pieceTraits.ts';

export class Abbreviations extends CandidateFilter {
  /** How often each is told. */
  private readonly counts = new Map<string, number>();

  protected turnTo(gone: readonly Piece[], come: readonly Piece[]): boolean {
    let isOther = false;
    const count = (piece: Piece, by: 1 | -1): void => {
      for (const key of traitsOfPiece(piece).abbreviations) if (countSpelling(this.counts, key, by)) isOther = true;
    };
    for (const piece of come) count(piece, 1);
    for (const piece of gone) count(piece, -1);
    return isOther;
  }

  protected mayTakeFrom(): boolean {
    return this.counts.size > 0;
  }

  protected isOut({ key }: NameCandidate): boolean {
    return this.counts.has(key) || (key.endsWith('s') && this.counts.has(key.slice(0, -1)));
  }
}
