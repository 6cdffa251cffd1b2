// Which names stand in one list: "Brno, Leeds and Graz". What is listed together is mostly of one kind.

import { isCapital, type ReadWords, type WordRun } from './nameSpans.ts';
import { Gap } from './nameTokens.ts';

const CONJUNCTIONS = new Set(['and', 'or']);
const BLANK = Gap.space | Gap.newline;

/** Where the next item of a list begins that a run is an item of, as an offset in the text; undefined if none does. */
export function findNextListed({ tokens, folded }: ReadWords, run: WordRun): number | undefined {
  let next = run.last + 1;
  if (next >= tokens.start.length || tokens.fullEnd[run.last]! > tokens.end[run.last]!) return undefined;
  const gap = tokens.gap[next]!;
  if ((gap & ~(BLANK | Gap.comma | Gap.ampersand)) !== 0) return undefined;
  let isJoined = (gap & (Gap.comma | Gap.ampersand)) !== 0;
  if (CONJUNCTIONS.has(folded[next]!)) {
    isJoined = true;
    next++;
    if (next >= tokens.start.length || (tokens.gap[next]! & ~BLANK) !== 0) return undefined;
  }
  return isJoined && isCapital(tokens.shape[next]!) ? tokens.start[next] : undefined;
}
