// Figures before and after a change: "from 40 to 50", "to 50 from 40". What is said of the change is left to others.

import type { ClaimEvidence } from '../claims/evidence.ts';
import type { Figure } from '../figures/figure.ts';
import { numbersOf } from './numberIntervals.ts';
import { type SentenceFigures, wordsIn } from './statedFigures.ts';

/** A figure before and after a change, and the claim that holds each of them: one claim may hold both. */
export interface Ends {
  readonly from: Figure;
  readonly to: Figure;
  readonly claims: readonly [from: ClaimEvidence, to: ClaimEvidence];
}

/** So far apart, the earlier figure shares a multiplier that only the later one prints: "from 1.2 to 1.4 million". */
const FARTHEST = 100;

/** Whether two figures can be the ends of one change: numbers above nought, in one unit, at the same rate. */
export function areEnds(from: Figure, to: Figure): boolean {
  const [a, b] = [numbersOf(from), numbersOf(to)];
  if (!a || !b || a.low <= 0 || b.low <= 0 || Math.max(to.value! / from.value!, from.value! / to.value!) > FARTHEST)
    return false;
  const plain = [from, to].every(({ kind, ends }) => kind !== 'ordinal' && kind !== 'ratio' && ends === undefined);
  // "from 50 to 40 euros": the unit may be printed once.
  return plain && from.per === to.per && (from.unit === to.unit || from.unit === undefined);
}

const APART = new Set('and while but as with when whereas because after before'.split(' '));

/** Whether the words begin another statement, so that what follows may be said of something else. */
export function beginAnother(words: readonly string[]): boolean {
  return words.some((word) => APART.has(word));
}

/** "to 50| boats in 2019, up from |40" */
const BACK_TO_START = /^(?: [\p{L}'’-]{2,24}){0,2}(?: in)?(?: \d{4})?,? (?:up |down )?from $/iu;

/** The pairs "from A … to B" and "to B from A" of a sentence. */
export function findEnds({ text, claims }: SentenceFigures): Ends[] {
  const stated = claims.filter(({ figure }) => figure.kind !== 'date');
  return stated.flatMap((claim, index): Ends[] => {
    const { ends, span } = claim.figure;
    if (ends) {
      if (!/^from\s/i.test(text.slice(span.start, span.end)) || !areEnds(ends[0], ends[1])) return [];
      return [{ from: ends[0], to: ends[1], claims: [claim, claim] }];
    }
    const next = stated[index + 1];
    if (!next || !areEnds(claim.figure, next.figure)) return [];
    const before = text.slice(Math.max(0, span.start - 16), span.start);
    const between = text.slice(span.end, next.figure.span.start);
    if (between.length > 60) return [];
    // "a low of 40" and "an average of 40" name the figure without changing what it is.
    if (/\bfrom (?:an? \w+ of )?$/i.test(before) && /^[^,;:]*\bto (?:an? \w+ of )?$/i.test(between))
      return [{ from: claim.figure, to: next.figure, claims: [claim, next] }];
    if (/\bto $/i.test(before) && BACK_TO_START.test(between) && !beginAnother(wordsIn(between)))
      return [{ from: next.figure, to: claim.figure, claims: [next, claim] }];
    return [];
  });
}
