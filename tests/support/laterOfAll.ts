// The whole of an alignment of claims.

import { alignClaims } from '../../server/src/core/claims/alignClaims.ts';
import type { Claim } from '../../server/src/core/claims/claim.ts';

/** Index of the later claim for each of the earlier ones, −1 for those that were not found. */
export function laterOfAll(before: readonly Claim[], after: readonly Claim[]): number[] {
  const { laterOf } = alignClaims(before, after);
  return before.map(({ index }) => laterOf(index));
}
