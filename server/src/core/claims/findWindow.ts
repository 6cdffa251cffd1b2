// How long the stretch of time is for which a figure is told, by words alone: a quarter for "in the quarter", nine months for "in the
// first nine months", a day for "on Monday". Which one it is, dates say.

import { weekdayOf } from '../figures/calendarWords.ts';
import type { Figure } from '../figures/figure.ts';
import { nearby, type ProseTokens } from './tokens.ts';

/** In days. */
const STRETCHES = new Map([
  ['day', 1],
  ['week', 7],
  ['month', 30],
  ['quarter', 91],
  ['half', 182],
  ['year', 365],
  ['decade', 3650],
]);
const LEADING = new Set(['in', 'for', 'during', 'over']);
/** What may stand between these and the stretch: "in the same quarter", "for the full year". */
const WHICH = new Set('the a full whole entire same past last latest current first second third fourth'.split(' '));
/** So far from a figure it is told for how long, in tokens. */
const REACH = 8;
/** So many tokens lead to a stretch. */
const LONGEST = 3;

/** The length in days of the stretch for which the figure at token `at` is told, the nearest one; undefined where none is told. */
export function findWindow(words: ProseTokens, at: number, figures: readonly Figure[]): number | undefined {
  const { tokens } = words;
  let length: number | undefined;
  nearby(words, at, REACH, (i) => {
    const { text } = tokens[i]!;
    if (text === 'on' && weekdayOf(tokens[i + 1]?.text ?? '') !== undefined) length = 1;
    else if (LEADING.has(text)) length = stretchAfter(words, i, at, figures);
    return length !== undefined;
  });
  return length;
}

/** The length of the stretch that a word leads to: "in |the first nine months", "for |the year"; the figure at `own` is none. */
function stretchAfter(
  { tokens }: ProseTokens,
  lead: number,
  own: number,
  figures: readonly Figure[],
): number | undefined {
  for (let i = lead + 1; i <= lead + LONGEST && i !== own; i++) {
    const token = tokens[i];
    if (!token) return undefined;
    const figure = token.figure === undefined ? undefined : figures[token.figure]!;
    if (figure?.kind === 'duration' && figure.value !== null && figure.unit !== undefined) {
      const days = STRETCHES.get(figure.unit);
      return days === undefined ? undefined : Math.round(figure.value * days);
    }
    const days = i > lead + 1 ? STRETCHES.get(token.text) : undefined;
    if (days !== undefined) return days;
    if (figure ? figure.kind !== 'ordinal' : !WHICH.has(token.text)) return undefined;
  }
  return undefined;
}
