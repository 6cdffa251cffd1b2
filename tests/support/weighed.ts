// What came of weighing the claims of a document, in a form in which two states of it can be held against each other.

import { weighPairs } from '../../server/src/core/claims/weighPairs.ts';
import type { AnalysedDocument } from '../../server/src/core/document.ts';

/** What was weighed, without the claims themselves: their places tell them. */
export function weighed(document: AnalysedDocument) {
  const { pairs, valueAt, compare } = weighPairs(document);
  const values = document.claims.map(({ index }) => valueAt(index));
  const count = Math.min(values.length, 8);
  return {
    values,
    pairs: pairs.map(({ a, b, ...pair }) => ({ ...pair, a: document.spanOf(a), b: document.spanOf(b) })),
    compared: Array.from({ length: Math.max(0, count - 1) }, (_, index) => compare(index, count - 1)),
  };
}
