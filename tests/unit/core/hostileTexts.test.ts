import { describe, expect, it } from 'vitest';
import { analyse, checkInProject, emptyProject, reanalyse } from '../../../server/src/core/index.ts';
import { generateReport } from '../../bench/generateReport.mjs';
import { countSteps } from '../../support/countSteps.ts';
import { editsInMiddle, hostileTexts } from '../../support/hostileTexts.mjs';

/** Beyond the lengths from which on something is read or looked at in another way. */
const length = 4_000;
/** So many times as long a text may take so many times as many steps: its share, and something for sorting. */
const growth = 4;
const mostGrowth = 6;
/** How many times the steps of plain prose of its length a text may take. */
const mostShare = 10;

const options = { project: emptyProject, path: 'a.md' };

const check = (source: string) => checkInProject(analyse(source), options);

/** Each of the three edits may take twice what reading may: what was there is taken out, and what is there now is put in. */
const mostShareOfEdits = 2 * mostShare * 3;

/** Edits a text that was read, each time as it was. */
function editEach(source: string) {
  const baseline = analyse(source);
  checkInProject(baseline, options);
  return () => {
    for (const edit of editsInMiddle(source)) checkInProject(reanalyse(baseline, edit), { ...options, baseline });
  };
}

describe('a hostile text', () => {
  it('takes no more than its share of steps', { timeout: 300_000 }, async () => {
    const stepsOf = async (source: string) => (await countSteps(() => check(source))) / source.length;
    const ofProse = await stepsOf(generateReport(growth * length));
    const excessive: string[] = [];
    for (const { name, make } of hostileTexts) {
      const ofShort = await stepsOf(make(length));
      const ofLong = await stepsOf(make(growth * length));
      if (ofLong > mostShare * ofProse) excessive.push(`${name}: ${ofLong / ofProse} times the steps of prose`);
      if (ofLong * growth > ofShort * mostGrowth)
        excessive.push(`${name}: ${(growth * ofLong) / ofShort} times the steps`);
    }
    expect(excessive).toEqual([]);
  });

  it('takes no more than twice that for an edit in its middle', { timeout: 300_000 }, async () => {
    const ofProse = (await countSteps(() => check(generateReport(growth * length)))) / length / growth;
    const excessive: string[] = [];
    for (const { name, make } of hostileTexts) {
      const [short, long] = [make(length), make(growth * length)];
      const ofShort = (await countSteps(editEach(short))) / short.length;
      const ofLong = (await countSteps(editEach(long))) / long.length;
      if (ofLong > mostShareOfEdits * ofProse) excessive.push(`${name}: ${ofLong / ofProse} times the steps of prose`);
      if (ofLong * growth > Math.max(ofShort, ofProse) * mostGrowth)
        excessive.push(`${name}: ${(growth * ofLong) / ofShort} times the steps`);
    }
    expect(excessive).toEqual([]);
  });

  it('would be found by its steps if it took the square of its length, also by what has run before', async () => {
    const square = (size: number) => {
      let pairs = 0;
      for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) pairs += a === b ? 1 : 0;
      return pairs;
    };
    square(10);
    const [short, long] = [await countSteps(() => square(100)), await countSteps(() => square(400))];
    expect(long / short).toBeGreaterThan(12);
  });
});
