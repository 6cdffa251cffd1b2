// How likely a name is each of the kinds that scores tell apart, and whether two scores say the same.

export type KindScores = readonly [person: number, organization: number, place: number];

/** The score of the likeliest kind. */
export function bestOf(scores: KindScores): number {
  return Math.max(scores[0], scores[1], scores[2]);
}

/** The earlier of two lists of scores where they say the same, else the later. */
export function keepScores(
  before: readonly KindScores[] | undefined,
  now: readonly KindScores[],
): readonly KindScores[] {
  return before?.length === now.length && now.every((own, at) => areSameScores(own, before[at]!)) ? before : now;
}

export function areSameScores(a: KindScores, b: KindScores): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2];
}

/** The scores with each of the three changed. */
export function mapKinds(scores: KindScores, change: (score: number, kind: number) => number): KindScores {
  return [change(scores[0], 0), change(scores[1], 1), change(scores[2], 2)];
}
