import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KindScores } from '../../../../server/src/core/actors/kindScores.ts';
import { ScoreTally } from '../../../../server/src/core/actors/scoreTally.ts';

function tallyOf(all: Iterable<KindScores>): ScoreTally {
  const tally = new ScoreTally();
  for (const scores of all) tally.add(scores);
  return tally;
}

describe('the scores by which candidates are told', () => {
  it('are the best of few', () => {
    expect(tallyOf([[1.13, -2, 0]]).told).toEqual([1.13, -2, 0]);
    expect(
      tallyOf([
        [1.13, -2, 0],
        [-3, 2.6, -1],
      ]).told,
    ).toEqual([1.13, 2.6, 0]);
    expect(new ScoreTally().told).toEqual([-Infinity, -Infinity, -Infinity]);
  });

  it('are such of many as more than one reaches, in quarters', () => {
    const many = Array.from({ length: 20 }, (): KindScores => [-1.1, 0.4, -9]);
    expect(tallyOf([...many, [4, -9, -9]]).told).toEqual([-1, 0.5, -5]);
    expect(tallyOf([...many, [4, -9, -9], [2.2, -9, -9]]).told).toEqual([2.25, 0.5, -5]);
  });

  it('are such of very many as several reach', () => {
    const many = Array.from({ length: 200 }, (): KindScores => [-1.1, 0.4, -9]);
    const odd: KindScores = [4, 4, 4];
    expect(tallyOf([...many, odd, odd, odd]).told).toEqual([-1, 0.5, -5]);
    expect(tallyOf([...many, odd, odd, odd, odd]).told).toEqual([4, 4, 4]);
  });

  it('are those of what is left, whatever came and went', () => {
    const score = fc.integer({ min: -70, max: 70 }).map((n) => n / 10);
    const scores = fc.tuple(score, score, score);
    fc.assert(
      fc.property(fc.array(scores, { maxLength: 30 }), fc.array(fc.tuple(fc.nat(40), scores)), (start, changes) => {
        const left: KindScores[] = [...start];
        const tally = tallyOf(left);
        for (const [at, added] of changes) {
          if (at < left.length) tally.take(left.splice(at, 1)[0]!);
          else {
            left.push(added);
            tally.add(added);
          }
          if (tally.isForgotten) tally.countAgain(left.map((own) => [own, 1]));
          expect(tally.count).toBe(left.length);
          expect(tally.told).toEqual(tallyOf(left).told);
        }
      }),
    );
  });
});
