// The scores of all candidates of a spelling or of a word, counted so that some can be taken out again, and by which of them these are
// told: of few by the best, of many by one that several reach, since one odd place in many says nothing of the others.

import { areSameScores, type KindScores } from './kindScores.ts';

/** What stands so often in a document is told by its second best scores, and by rounded ones. */
export const OFTEN = 12;
/** And what stands so often, by its fourth best. */
const VERY_OFTEN = 100;

/** The parts of one that scores are rounded to of what is found often: one more or less of its kind hardly ever makes a difference. */
const PARTS = 4;

/** A score as it is told of what is found often. */
export function rounded(score: number): number {
  return Math.round(PARTS * score) / PARTS;
}

/** Scores are told between this and its negative, the bounds that the model was trained with. */
const MOST = 5;
export const clip = (score: number): number => (score > MOST ? MOST : score < -MOST ? -MOST : score);

/** How many rounded scores there are, the best of which is the first. */
const BINS = 2 * MOST * PARTS + 1;

function binOf(score: number): number {
  return PARTS * MOST - Math.round(PARTS * clip(score));
}

export class ScoreTally {
  count = 0;
  /** Of few: the scores themselves, in any order. */
  private few: KindScores[] = [];
  /** Of many: by kind and rounded score, how many have it. */
  private many: Int32Array | undefined;
  private known: KindScores | undefined;

  /** Counts in what stands so often. */
  add(scores: KindScores, times = 1): void {
    this.known = undefined;
    this.count += times;
    if (this.many) this.enter(scores, times);
    else for (let n = 0; n < times; n++) this.few.push(scores);
    if (!this.many && this.count >= OFTEN) this.round();
  }

  /** Takes out what was counted in. */
  take(scores: KindScores, times = 1): void {
    this.known = undefined;
    this.count -= times;
    if (this.many) {
      this.enter(scores, -times);
      return;
    }
    for (let n = 0; n < times; n++) {
      const at = this.few.findIndex((own) => areSameScores(own, scores));
      this.few[at] = this.few.at(-1)!;
      this.few.pop();
    }
  }

  /** Whether so few are left of many that all have to be counted again. */
  get isForgotten(): boolean {
    return this.many !== undefined && this.count < OFTEN;
  }

  /** Counts all again; they are told by their scores and how often these stand. */
  countAgain(all: Iterable<readonly [scores: KindScores, times: number]>): void {
    this.count = 0;
    this.few = [];
    this.many = undefined;
    for (const [scores, times] of all) this.add(scores, times);
  }

  /** The scores by which the candidates are told. */
  get told(): KindScores {
    this.known ??= this.many ? this.reached(this.count < VERY_OFTEN ? 2 : 4) : this.bestOfFew();
    return this.known;
  }

  private round(): void {
    this.many = new Int32Array(3 * BINS);
    for (const scores of this.few) this.enter(scores, 1);
    this.few = [];
  }

  private enter(scores: KindScores, times: number): void {
    for (let k = 0; k < 3; k++) this.many![k * BINS + binOf(scores[k]!)]! += times;
  }

  private bestOfFew(): KindScores {
    const best: [number, number, number] = [-Infinity, -Infinity, -Infinity];
    for (const scores of this.few) for (let k = 0; k < 3; k++) if (scores[k]! > best[k]!) best[k] = scores[k]!;
    return best;
  }

  /** The best rounded scores that so many reach. */
  private reached(times: number): KindScores {
    const reachedBy = (kind: number): number => {
      let left = times;
      for (let bin = 0; bin < BINS; bin++) {
        left -= this.many![kind * BINS + bin]!;
        if (left <= 0) return MOST - bin / PARTS;
      }
      return -MOST;
    };
    return [reachedBy(0), reachedBy(1), reachedBy(2)];
  }
}
