// The time of what a figure came from, after which it is told: 2012 for the 66 % of "turnout was 66 %, up from 61 % in 2012".

import type { Figure } from '../figures/figure.ts';
import { findChange } from './findChange.ts';
import type { ProseTokens } from './tokens.ts';

/**
 * By token of a figure, the period, in EDTF, of the dated one that it came from. `figures` in text order, and for each of them in
 * `elided` the token of the one whose noun it leaves out.
 */
export function findBases(
  words: ProseTokens,
  figures: readonly Figure[],
  elided: readonly (number | undefined)[],
): ReadonlyMap<number, string> | undefined {
  let found: Map<number, string> | undefined;
  for (let order = 0; order < figures.length; order++) {
    const at = words.figureTokens[order]!;
    if (words.tokens[at - 1]?.text !== 'from') continue;
    const period = datedBehind(words, at, figures);
    const reached = otherEnd(words, at) ?? elided[order] ?? reachedLater(words, order, elided);
    if (period === undefined || reached === undefined) continue;
    found ??= new Map();
    found.set(reached, period);
  }
  return found;
}

/** The period, in EDTF, of a date that follows a figure and is its own: "61 % |in 2012". */
export function datedBehind({ tokens }: ProseTokens, at: number, figures: readonly Figure[]): string | undefined {
  const date = tokens[at + 2]?.figure;
  if (tokens[at + 1]?.text !== 'in' || date === undefined || figures[date]!.kind !== 'date') return undefined;
  return figures[date]!.period;
}

/** The token of the other end of the change that a figure is an end of. */
function otherEnd(words: ProseTokens, at: number): number | undefined {
  const change = findChange(words, at);
  for (let i = change?.start ?? 0; change && i < change.end; i++) {
    if (i !== at && words.tokens[i]!.kind === 'figure') return i;
  }
  return undefined;
}

/** The token of the figure that the one of that order, over its date, led to: of the 6 % of "from 4 % in 2012 to 6 % in 2016". */
function reachedLater(
  { tokens, figureTokens }: ProseTokens,
  order: number,
  elided: readonly (number | undefined)[],
): number | undefined {
  const later = figureTokens[order + 2];
  const isReached = later !== undefined && elided[order + 2] === figureTokens[order];
  return isReached && tokens[later - 1]?.text === 'to' ? later : undefined;
}
