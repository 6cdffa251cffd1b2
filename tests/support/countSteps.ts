// Counts the steps of some work: how often the blocks of its code are entered, as the engine counts them for coverage. The
// same on every machine however busy, so that growth can be tested without a clock.

import { Session } from 'node:inspector/promises';

// Only what is compiled from here on has counters, which is when it runs first: so this begins with the import, for good.
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** How many steps a piece of work takes. */
export async function countSteps(work: () => unknown): Promise<number> {
  await session.post('Profiler.takePreciseCoverage');
  work();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  let steps = 0;
  for (const { functions } of result)
    for (const { ranges } of functions) for (const { count } of ranges) steps += count;
  return steps;
}
