// Finds the claims of a document that contradict each other: the pairs that were weighed and are sure enough.

import type { Claim } from './claim.ts';
import type { ClaimedDocument } from './resolveClaims.ts';
import type { WeighedComparison } from './scoreComparison.ts';
import { weighPairs } from './weighPairs.ts';

export interface Conflict {
  /** In document order. */
  readonly a: Claim;
  readonly b: Claim;
  /** 0…1. */
  readonly confidence: number;
  readonly comparison: WeighedComparison;
  /** What else was counted for or against: "summary", "stated nowhere else". */
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** The conflicts of a document that are at least as sure as `leastConfidence` (0…1), in document order. */
export function findConflicts(document: ClaimedDocument, leastConfidence: number): Conflict[] {
  return weighPairs(document)
    .mutual()
    .filter((pair) => pair.accepted && pair.confidence >= leastConfidence);
}
