// Verbs that say how many times a figure has become what it was: "doubled from 40 to 80". They are taken loosely, as people use them.

import { beginAnother, type Ends } from './changeEnds.ts';
import { intervalsTouch, type NumberInterval, numbersOf } from './numberIntervals.ts';
import { type SentenceFigures, wordsIn } from './statedFigures.ts';

/** What verbs that name a change say the later end is of the earlier one. */
const FACTORS: Readonly<Record<string, number>> = { doubl: 2, tripl: 3, trebl: 3, quadrupl: 4, halv: 0.5 };
/** "more than doubled its sales from ": what leads from such a verb to the first of the ends. */
const MULTIPLIED =
  /(?:\b(more than|over|nearly|almost|close to|not quite) )?\b(doubl|tripl|trebl|quadrupl|halv)(?:ed|es|ing)((?: [\p{L}'’-]{1,24}){0,4}),? (?:from|to) $/iu;

/** The multiples that somebody means who says "doubled", "nearly doubled" or "more than doubled". */
function meantBy(hedge: string | undefined, factor: number): NumberInterval {
  const grows = factor > 1;
  if (hedge === undefined) return { low: 0.85 * factor, high: 1.2 * factor };
  const goesBeyond = /^(?:more than|over)$/i.test(hedge);
  if (goesBeyond) return grows ? { low: 0.97 * factor, high: Infinity } : { low: 0, high: 1.03 * factor };
  return grows ? { low: 0.75 * factor, high: 1.03 * factor } : { low: 0.97 * factor, high: 1.4 * factor };
}

/** Those ends in a sentence that are not what its verb says: "doubled from 40 to 100". */
export function findWrongMultiples({ text }: SentenceFigures, found: readonly Ends[]): Ends[] {
  return found.filter(({ from, to }) => {
    const start = Math.min(from.span.start, to.span.start);
    const [, hedge, verb, between = ''] = MULTIPLIED.exec(text.slice(Math.max(0, start - 140), start)) ?? [];
    if (verb === undefined || beginAnother(wordsIn(between))) return false;
    const [a, b] = [numbersOf(from)!, numbersOf(to)!];
    return !intervalsTouch(meantBy(hedge, FACTORS[verb.toLowerCase()]!), { low: b.low / a.high, high: b.high / a.low });
  });
}
