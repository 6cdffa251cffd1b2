// Counts as coarse as they may be where a document is weighed by them: so that what an edit adds or takes away hardly ever changes
// what everything else in the document is compared by.

/** A count by its first three binary digits: 22 for 20…23, and itself below 8. */
export function roundCount(count: number): number {
  if (count < 8) return count;
  const step = 2 ** (Math.floor(Math.log2(count)) - 2);
  return (Math.floor(count / step) + 0.5) * step;
}
