// Places in a text as fractions of its length, each as likely as any other: doubles would nearly all lie at its start.

import fc from 'fast-check';

const PARTS = 10_000;

/** 0…1. */
export function arbitraryPlace(): fc.Arbitrary<number> {
  return fc.nat({ max: PARTS }).map((part) => part / PARTS);
}
