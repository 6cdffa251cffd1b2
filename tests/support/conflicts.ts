// The conflicts of a document, for tests of what is compared and how sure it is.

import type { WeighedPair } from '../../server/src/core/claims/keptPairs.ts';
import { weighPairs } from '../../server/src/core/claims/weighPairs.ts';
import type { AnalysedDocument } from '../../server/src/core/document.ts';

/** The pairs of a document's claims that are held to be conflicts with at least this confidence, in document order. */
export function conflictsIn(document: AnalysedDocument, leastConfidence: number): readonly WeighedPair[] {
  return weighPairs(document).pairs.filter(({ confidence }) => confidence >= leastConfidence);
}
