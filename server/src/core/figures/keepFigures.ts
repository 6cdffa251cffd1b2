// The figures of pieces of prose that were read again: those that are what they were are the same objects, so that what was made of them
// is known. Which pieces are read again is decided elsewhere.

import { replaceBetween, type SharedEnds } from '../text/sharedEnds.ts';
import type { Figure } from './figure.ts';

/** By piece of prose. */
export type FiguresByPiece = readonly (readonly Figure[])[];

/**
 * The figures of pieces of which those between the ends were read again, each of them the earlier ones of its piece if it has equal ones;
 * the same list where all have.
 */
export function keepEqualFigures(before: FiguresByPiece, ends: SharedEnds, between: FiguresByPiece): FiguresByPiece {
  let isSame = between.length === before.length - ends.end - ends.start;
  const kept = between.map((own, index) => {
    const was = before[ends.start + index];
    if (was && (own === was || JSON.stringify(own) === JSON.stringify(was))) return was;
    isSame = false;
    return own;
  });
  return isSame ? before : replaceBetween(before, ends, kept);
}
