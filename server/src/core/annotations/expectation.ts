// Where a passage is to be expected before its words are looked at: where its file says, or moved as its neighbours moved.
// Offsets here are file offsets (code points).

import { partitionPoint } from '../text/partitionPoint.ts';

/** A passage whose place is beyond doubt by its words alone. */
export interface Landmark {
  /** Where it was, by its selector. */
  readonly before: number;
  readonly now: number;
}

export interface Expectation {
  /** The logarithm (base 2) of the chance that the passage begins at this offset. */
  chanceOf(start: number): number;
  /** Where it is to be expected exactly: two places where its neighbours moved differently, none if nothing is known. */
  readonly places: readonly number[];
}

/** Chance that a passage lies exactly where it is expected, when both neighbours moved alike, and otherwise. */
const EXACT_BETWEEN_ALIKE = 0.8;
const EXACT = 0.5;
/** Chance that the place says nothing: whole parts of a document are moved about. */
const ANYWHERE = 0.1;
/** Up to so far off, white space at the ends may make the difference: this part of an exact hit's chance is for that. */
const TOLERANCE = 2;
const TOLERATED = 0.1;
const NEAR = 8;

/** Nothing is expected: every place is as likely. */
export function expectAnywhere(length: number): Expectation {
  const everywhere = -Math.log2(length + 1);
  return { chanceOf: () => everywhere, places: [] };
}

/**
 * Expects a passage that was at `before`, given the landmarks in the order of their old places. Only the nearest landmark
 * on either side is asked, as an edit moves everything after it alike. The document's start is a landmark of its own.
 */
export function expectNear(before: number, landmarks: readonly Landmark[], length: number): Expectation {
  const after = partitionPoint(landmarks.length, (index) => landmarks[index]!.before <= before);
  const left = shiftOf(landmarks[after - 1]) ?? 0;
  const right = shiftOf(landmarks[after]) ?? left;
  const alike = left === right && after < landmarks.length;
  const places = left === right ? [before + left] : [before + left, before + right];
  const exact = alike ? EXACT_BETWEEN_ALIKE : EXACT;
  function chanceOf(start: number): number {
    let chance = ANYWHERE / (length + 1);
    for (const place of places) {
      const distance = Math.abs(start - place);
      const near = (1 - ANYWHERE - exact) * heavyTail(distance);
      const hit = distance === 0 ? 1 - TOLERATED : distance <= TOLERANCE ? TOLERATED / (2 * TOLERANCE) : 0;
      chance += (exact * hit + near) / places.length;
    }
    return Math.log2(chance);
  }
  return { chanceOf, places };
}

/** Chance of each distance either way: edits are mostly short, now and then very long (density with a tail of 1.5). */
function heavyTail(distance: number): number {
  return Math.sqrt(NEAR) / (4 * (distance + NEAR) ** 1.5);
}

function shiftOf(landmark: Landmark | undefined): number | undefined {
  return landmark && landmark.now - landmark.before;
}
