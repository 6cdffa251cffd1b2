import { describe, expect, it } from 'vitest';
import { analyse, checkInProject, emptyProject } from '../../../server/src/core/index.ts';
import { generateReport } from '../../bench/generateReport.mjs';
import { withStepCounter } from '../../support/countSteps.ts';
import { hostileTexts } from '../../support/hostileTexts.mjs';

/** Beyond the lengths from which on something is read or looked at in another way. */
const length = 4_000;
/** So many times as long a text may take so many times as many steps: its share, and something for sorting. */
const growth = 4;
const mostGrowth = 6;
/** How many times the steps of plain prose of its length a text may take. */
const mostShare = 10;

const check = (source: string) => checkInProject(analyse(source), { project: emptyProject, path: 'a.md' });

describe('a hostile text', () => {
  it('takes no more than its share of steps', { timeout: 300_000 }, async () => {
    const excessive = await withStepCounter(async (count) => {
      const stepsOf = async (source: string) => (await count(() => check(source))) / source.length;
      const ofProse = await stepsOf(generateReport(growth * length));
      const found: string[] = [];
      for (const { name, make } of hostileTexts) {
        const ofShort = await stepsOf(make(length));
        const ofLong = await stepsOf(make(growth * length));
        if (ofLong > mostShare * ofProse) found.push(`${name}: ${ofLong / ofProse} times the steps of prose`);
        if (ofLong * growth > ofShort * mostGrowth)
          found.push(`${name}: ${(growth * ofLong) / ofShort} times the steps`);
      }
      return found;
    });
    expect(excessive).toEqual([]);
  });

  it('would be found by its steps if it took the square of its length', async () => {
    const square = (size: number) => () => {
      let pairs = 0;
      for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) pairs += a === b ? 1 : 0;
      return pairs;
    };
    const [short, long] = await withStepCounter(async (count) => [await count(square(100)), await count(square(400))]);
    expect(long! / short!).toBeGreaterThan(12);
  });
});
