// Counts as coarse as they may be where a document is weighed by them: so that what an edit adds or takes away hardly ever changes
// what everything else in the document is compared by.

/** A count to within a factor of two: 12 for 8…15, 6 for 4…7, and itself below 4. */
export function roundCount(count: number): number {
  return count < 3 ? count : 1.5 * 2 ** Math.floor(Math.log2(count));
}
