// The pieces of prose of a document by the spellings and words of their candidates: so that what an edit says of a few of them is
// looked up instead of looked for in all pieces.

import { wordsToldOf } from './documentEvidence.ts';
import { withoutPoints } from './judgeNames.ts';
import { type Piece, traitsOfPiece } from './pieceTraits.ts';

/** How often each piece stands in the document. */
type Counted = Map<Piece, number>;

export class PieceIndex {
  private readonly bySpelling = new Map<string, Counted>();
  private readonly byWord = new Map<string, Counted>();

  /** Adds a piece, or with `by` −1 takes it out. */
  add(piece: Piece, by: 1 | -1): void {
    const [spellings, words] = [new Set<string>(), new Set<string>()];
    for (const rest of traitsOfPiece(piece).rests) if (rest !== undefined) spellings.add(rest);
    for (const candidate of piece) {
      const { key } = candidate;
      spellings.add(key).add(withoutPoints(key));
      const told = wordsToldOf(candidate);
      if (told) words.add(told.first).add(told.last).add(told.initials);
    }
    for (const spelling of spellings) count(this.bySpelling, spelling, piece, by);
    for (const word of words) count(this.byWord, word, piece, by);
  }

  /** The pieces that have a candidate of one of the spellings, also without its points ("U.N.") or its first word ("Considering Brno"). */
  ofSpellings(spellings: Iterable<string>): Counted {
    return gather(this.bySpelling, spellings);
  }

  /** The pieces with a likely name of several words that begins or ends with one of the words, or has them for its initials. */
  ofWords(words: Iterable<string>): Counted {
    return gather(this.byWord, words);
  }
}

/** So few are held against a piece one by one. */
const FEW = 8;

/** Asked of the pieces of a document in turn whether they are among some; where these are few, without looking into the others. */
export function amongPieces(some: ReadonlyMap<Piece, number>): (piece: Piece) => boolean {
  if (some.size > FEW) return (piece) => some.has(piece);
  const few = [...some.keys()];
  return (piece) => few.includes(piece);
}

function count(index: Map<string, Counted>, term: string, piece: Piece, by: number): void {
  const pieces = index.get(term);
  if (!pieces) {
    index.set(term, new Map([[piece, by]]));
    return;
  }
  const left = (pieces.get(piece) ?? 0) + by;
  if (left > 0) pieces.set(piece, left);
  else pieces.delete(piece);
  if (pieces.size === 0) index.delete(term);
}

function gather(index: ReadonlyMap<string, Counted>, terms: Iterable<string>): Counted {
  const found: Counted = new Map();
  for (const term of terms) for (const [piece, times] of index.get(term) ?? []) found.set(piece, times);
  return found;
}
