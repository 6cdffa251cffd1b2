// Runs long work in slices between which messages are handled, for as long as somebody wants it.

import type { Steps } from '../core/index.ts';
import { nextTurn } from './answer.ts';

/** How long one slice takes at most but for its last step, in milliseconds. */
const slice = 10;

/** The result of the steps; undefined once nobody wants it any more. The first slice begins at once. */
export async function inSlices<Result>(steps: Steps<Result>, isWanted: () => boolean): Promise<Result | undefined> {
  for (;;) {
    const start = Date.now();
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (Date.now() - start < slice);
    await nextTurn();
    if (!isWanted()) return undefined;
  }
}
