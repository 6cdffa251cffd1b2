// Finds the two ends of a change, "from 41 % to 36 %" or "to 36 %, from 41 %": each is told by the words around both.

import type { Span } from '../text/span.ts';
import type { ClaimEvidence } from './evidence.ts';
import type { ProseTokens } from './tokens.ts';

/** The tokens of the change that the figure at token `at` is an end of, its small words included, half-open; undefined where it is of none. */
export function findChange({ tokens }: ProseTokens, at: number): Span | undefined {
  for (const first of [at, at - 2, at - 3]) {
    const joint = tokens[first + 1]?.text === ',' ? first + 2 : first + 1;
    if (tokens[first]?.kind !== 'figure' || tokens[joint + 1]?.kind !== 'figure') continue;
    if (at !== first && at !== joint + 1) continue;
    const joints = `${tokens[first - 1]?.text} ${tokens[joint]?.text}`;
    if (joints === 'from to' || joints === 'to from') return { start: first - 1, end: joint + 2 };
  }
  return undefined;
}

/** The tokens directly before and behind a figure, or the change that it is an end of: where its own words begin. */
export function besidesOf({ token, change }: Pick<ClaimEvidence, 'token' | 'change'>): {
  readonly before: number;
  readonly behind: number;
} {
  return { before: (change?.start ?? token) - 1, behind: change?.end ?? token + 1 };
}
