// What is said once of all candidates in one piece of prose: which of them ask for more than their scores. Kept by the identity
// of the piece, so that an edit asks only the pieces that it made.

import type { NameCandidate } from './actor.ts';
import { sameKey } from './nameKey.ts';

/** The candidates of one piece of prose. */
export type Piece = readonly NameCandidate[];

export interface PieceTraits {
  /** Whether the word beside one of them tells its kind. */
  readonly isTold: boolean;
  /** Those that a longer name may be named after, as indices. */
  readonly eponyms: readonly number[];
  /** Of each candidate that may begin with an ordinary word: its spelling without that, "brno" of "considering brno". */
  readonly rests: readonly (string | undefined)[];
  /** The spellings of single words that may have their capital from beginning a sentence, and of those that stand within one. */
  readonly opening: readonly string[];
  readonly within: readonly string[];
  /** The spellings that abbreviate ordinary words. */
  readonly abbreviations: readonly string[];
}

const traits = new WeakMap<Piece, PieceTraits>();

export function traitsOfPiece(piece: Piece): PieceTraits {
  const known = traits.get(piece);
  if (known !== undefined) return known;
  const found = {
    isTold: piece.some(({ told }) => told !== undefined),
    eponyms: piece.flatMap(({ eponym }, index) => (eponym === undefined ? [] : [index])),
    rests: piece.map(({ key, loose }) => (loose ? sameKey(key.slice(key.indexOf(' ') + 1)) : undefined)),
    opening: piece.flatMap(({ opening, key }) => (opening === undefined ? [] : [key])),
    within: piece.flatMap(({ startsSentence, key }) => (startsSentence || key.includes(' ') ? [] : [key])),
    abbreviations: piece.flatMap(({ abbreviation, key }) => (abbreviation ? [key] : [])),
  };
  traits.set(piece, found);
  return found;
}
