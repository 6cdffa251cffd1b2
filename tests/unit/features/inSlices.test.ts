import { describe, expect, it } from 'vitest';
import type { Steps } from '../../../server/src/core/index.ts';
import { inSlices } from '../../../server/src/features/inSlices.ts';

/** Work whose every step takes longer than a slice. */
function* slowly(done: number[], steps: number): Steps<string> {
  for (let step = 0; step < steps; step++) {
    const start = Date.now();
    while (Date.now() - start < 12);
    done.push(step);
    yield;
  }
  return 'done';
}

describe('long work', () => {
  it('is done in slices between which others have their turn', async () => {
    const done: number[] = [];
    let others = 0;
    const timer = setInterval(() => others++, 0);
    expect(await inSlices(slowly(done, 5), () => true)).toBe('done');
    clearInterval(timer);
    expect(done).toEqual([0, 1, 2, 3, 4]);
    expect(others).toBeGreaterThan(0);
  });

  it('stops once nobody wants it', async () => {
    const done: number[] = [];
    expect(await inSlices(slowly(done, 50), () => done.length < 3)).toBeUndefined();
    expect(done.length).toBeLessThan(10);
  });
});
