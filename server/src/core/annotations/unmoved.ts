// The passages of a document that nobody edited: each stands where its file says, with the words that were around it, so
// that nothing has to be looked for. A document of which this is not true of all passages is searched instead.

import { type FileOffsets, spanFromFile, withPlainLineEnds } from './fileOffsets.ts';
import type { Selectors } from './selectors.ts';
import type { Placement } from './verdict.ts';

/** How sure it is that a whole quotation, standing where its file says, is the passage. */
export const CERTAIN = 0.999;

/** The placements of passages all of which stand unmoved; undefined if one of them does not, or cannot tell. */
export function placeUnmoved(
  source: string,
  offsets: FileOffsets,
  passages: readonly Selectors[],
): Placement[] | undefined {
  const placements: Placement[] = [];
  for (const { quote, position } of passages) {
    if (!quote || !position || position.end > offsets.length || !/[\p{L}\p{N}]/u.test(quote.exact)) return undefined;
    const span = spanFromFile(offsets, position.start, position.end);
    const before = offsets.fromFile(position.start - quote.prefix.length);
    const after = offsets.fromFile(position.end + quote.suffix.length);
    const stands =
      withPlainLineEnds(source.slice(span.start, span.end)) === quote.exact &&
      withPlainLineEnds(source.slice(before, span.start)).endsWith(quote.prefix) &&
      withPlainLineEnds(source.slice(span.end, after)).startsWith(quote.suffix);
    if (!stands) return undefined;
    placements.push({ state: 'found', span, candidates: [span], certainty: CERTAIN, kept: 1 });
  }
  return placements;
}
