// The figures of pieces of prose that were read again: those that are what they were are the same objects, so that what was made of them
// is known. Which pieces are read again is decided elsewhere.

import { replaceBetween, type SharedEnds } from '../text/sharedEnds.ts';
import type { Figure } from './figure.ts';

/** By piece of prose. */
export type FiguresByPiece = readonly (readonly Figure[])[];

/**
 * The figures of pieces of which those between the ends were read again, each of them the earlier ones of its piece if it has equal ones,
 * counted from the one end or the other; the same list where all have.
 */
export function keepEqualFigures(before: FiguresByPiece, ends: SharedEnds, between: FiguresByPiece): FiguresByPiece {
  const shift = before.length - ends.end - ends.start - between.length;
  let isSame = shift === 0;
  const kept = between.map((own, index) => {
    const place = ends.start + index;
    const was = equalTo(own, before[place]) ?? (shift === 0 ? undefined : equalTo(own, before[place + shift]));
    if (was === undefined) isSame = false;
    return was ?? own;
  });
  return isSame ? before : replaceBetween(before, ends, kept);
}

function equalTo(own: readonly Figure[], was: readonly Figure[] | undefined): readonly Figure[] | undefined {
  return was && (own === was || JSON.stringify(own) === JSON.stringify(was)) ? was : undefined;
}
