// The unit that several dimensions share and only the last prints: "12.3 x 8.5 x 0.6 inches", "a room of 30 by 20 metres".

import { skipBlanks } from './scan.ts';
import { findUnitAfter, type UnitHit } from './units.ts';

/** What stands between a dimension and the unit that its sides share: " x 8.5 x 0.6", " by 20". */
const OTHER_SIDES = /^(?:(?: ?[x×] ?| by )\d{1,4}(?:[.,]\d{1,3})?){1,2}/;
/** So many characters the other sides have at most. */
const LONGEST = 32;

/** The unit of length that is printed behind the last of the sides of which one ends at `at`; undefined where none is. */
export function findUnitOfSides(text: string, at: number): UnitHit | undefined {
  const next = text.charAt(skipBlanks(text, at));
  if (next !== 'x' && next !== '×' && next !== 'b') return undefined;
  const sides = OTHER_SIDES.exec(text.slice(at, at + LONGEST));
  const hit = sides ? findUnitAfter(text, at + sides[0].length) : undefined;
  return hit?.unit?.dimension === 'length' ? hit : undefined;
}
