// Finds the claims of a document that contradict each other: the pairs that were weighed and are sure enough.

import type { ClaimedDocument } from './resolveClaims.ts';
import { type WeighedPair, weighPairs } from './weighPairs.ts';

/** Two claims that are held to be one and whose values cannot both be true. */
export type Conflict = WeighedPair;

/** The conflicts of a document that are at least as sure as `leastConfidence` (0…1), in document order. */
export function findConflicts(document: ClaimedDocument, leastConfidence: number): Conflict[] {
  return weighPairs(document).pairs.filter((pair) => pair.confidence >= leastConfidence);
}
