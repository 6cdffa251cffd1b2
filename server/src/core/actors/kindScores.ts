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

/** The best scores of many candidates: of each kind, one after the other, so many as are looked at, the best first. */
export type TopScores = number[];

/** So many scores of a kind are kept. */
const KEPT = 4;

/** The top scores of no candidates yet. */
export function newTop(): TopScores {
  const none = -Infinity;
  return [none, none, none, none, none, none, none, none, none, none, none, none];
}

/** What stands so often in a document is told by its second best score: one odd place in many says nothing of the others. */
export const OFTEN = 12;
/** And what stands so often, by its fourth best. */
const VERY_OFTEN = 100;

/** Which of the top scores so many candidates are told by. */
function rankOf(count: number): number {
  return count < OFTEN ? 0 : count < VERY_OFTEN ? 1 : KEPT - 1;
}

/** The scores by which so many candidates are told. */
export function toldOf(top: TopScores, count: number): KindScores {
  const rank = rankOf(count);
  return [top[rank]!, top[KEPT + rank]!, top[2 * KEPT + rank]!];
}

/** Counts a candidate in that stands so often. */
export function raiseTimes(top: TopScores, scores: KindScores, times: number): void {
  for (let n = Math.min(times, KEPT); n > 0; n--) raise(top, scores);
}

/** Counts another candidate in. */
export function raise(top: TopScores, scores: KindScores): void {
  for (let k = 0; k < 3; k++) {
    const score = scores[k]!;
    const first = k * KEPT;
    let at = first + KEPT - 1;
    if (score <= top[at]!) continue;
    for (; at > first && score > top[at - 1]!; at--) top[at] = top[at - 1]!;
    top[at] = score;
  }
}

/** Forgets all candidates. */
export function forgetTop(top: TopScores): void {
  top.fill(-Infinity);
}

/** Whether scores may be among the top ones, in any kind. */
export function reaches(scores: KindScores, top: TopScores): boolean {
  return scores[0] >= top[KEPT - 1]! || scores[1] >= top[2 * KEPT - 1]! || scores[2] >= top[3 * KEPT - 1]!;
}
