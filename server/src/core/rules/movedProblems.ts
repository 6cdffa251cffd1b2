// Problems that were found in an earlier state of a document, where the places that they name have only moved since. Whether a problem
// is still one is decided by whoever found it.

import type { AnalysedDocument } from '../document.ts';
import { type Span, shiftSpan } from '../text/span.ts';
import type { Problem } from './problem.ts';

/** Where the blocks of a state of a document stand. */
export type PlacedBlocks = Pick<AnalysedDocument, 'blocks' | 'starts'>;

/** By how many code units a block has moved since an earlier state; undefined where it is another one. */
export type Shift = (block: number) => number | undefined;

/** How blocks have moved. Whether they have the indices that they had is left to the claims that tell them. */
export function shiftBetween(before: PlacedBlocks, now: PlacedBlocks): Shift {
  return (block) =>
    before.blocks[block] === now.blocks[block] ? now.starts[block]! - before.starts[block]! : undefined;
}

/**
 * A problem where it stands now; `blocks` are that of its site and those of the related sites. The very same where nothing has moved,
 * undefined where a block is another one.
 */
export function moveProblem(problem: Problem, blocks: readonly number[], shift: Shift): Problem | undefined {
  let hasMoved = false;
  for (const block of blocks) {
    const by = shift(block);
    if (by === undefined) return undefined;
    if (by !== 0) hasMoved = true;
  }
  if (!hasMoved) return problem;
  const move = (span: Span, order: number) => shiftSpan(span, shift(blocks[order]!)!);
  return {
    ...problem,
    span: move(problem.span, 0),
    related: problem.related.map((site, order) => ({ ...site, span: move(site.span, order + 1) })),
  };
}
