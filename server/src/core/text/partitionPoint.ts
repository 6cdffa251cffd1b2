// Binary search, over whatever is in order.

/**
 * How many of the indices from 0 up to `length` come before a point, where all that do come first: the index of the first that does
 * not, or `length`. Logarithmic. `partitionPoint(3, (index) => [2, 4, 6][index]! < 5)` is 2.
 */
export function partitionPoint(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the last of some ascending numbers that is at most `value`; 0 where none is. */
export function lastAtMost(ascending: ArrayLike<number>, value: number): number {
  return Math.max(0, partitionPoint(ascending.length, (index) => ascending[index]! <= value) - 1);
}
