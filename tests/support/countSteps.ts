// Counts the steps of some work: how often the blocks of its code are entered, as the engine counts them for coverage. The
// same on every machine however busy, so that growth can be tested without a clock.

import { Session } from 'node:inspector/promises';

/** Prepares counting, calls back with a function that counts the steps of a piece of work, and cleans up. */
export async function withStepCounter<T>(
  use: (count: (work: () => unknown) => Promise<number>) => Promise<T>,
): Promise<T> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  try {
    return await use(async (work) => {
      await session.post('Profiler.takePreciseCoverage');
      work();
      const { result } = await session.post('Profiler.takePreciseCoverage');
      let steps = 0;
      for (const { functions } of result)
        for (const { ranges } of functions) for (const { count } of ranges) steps += count;
      return steps;
    });
  } finally {
    await session.post('Profiler.stopPreciseCoverage');
    session.disconnect();
  }
}
