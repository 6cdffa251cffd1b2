// Results of games and votes, "3–1", "6-4, 6-3": two numbers that are no range.

import { findWordAfter, findWordBefore } from '../scan.ts';
import { unitsBySymbol } from '../unitTable.ts';

const SCORE_WORDS = new Set(
  'won win wins beat beats beating lost loss lose lead led leading trailing trailed defeat defeated defeats victory draw drew vote voted ruled ruling decision record series score scored tie tied edged downed final set majority beaten thrashed hammered win deficit advantage scoreline defeating trail trails leads aggregate'.split(
    ' ',
  ),
);

const SCORE =
  /^\d{1,3}[-–]\d{1,3}(?!\d|[.,]\d|[-–]\d|\s?(?:%|per\b)|[-–](?:year|day|month|week|hour|minute|mile|km|inch|foot|point))/;
/** Further results of one match beside it: "6-4, |3-6, 7-5". */
const SET_BEFORE = /(?:^|[^\d.])(\d{1,2})[-–](\d{1,2})(?: \(\d{1,2}(?:[-–]\d{1,2})?\))?(?:, | and |; | )$/;
const SET_AFTER = /^(?: \(\d{1,2}(?:[-–]\d{1,2})?\))?(?:, | and |; | )(\d{1,2})[-–](\d{1,2})(?!\d|\.\d)/;

/** End of a score at `at`, or -1: the greater number first, a draw, a zero, or a word of winning and losing beside it. */
export function scoreEnd(text: string, at: number): number {
  const match = SCORE.exec(text.slice(at, at + 16));
  if (!match) return -1;
  const [first = 0, second = 0] = match[0].split(/[-–]/).map(Number);
  const end = at + match[0].length;
  const after = findWordAfter(text, end);
  const counted =
    after !== undefined &&
    after.print === after.text &&
    !SCORE_WORDS.has(after.text) &&
    ((after.text.length > 2 && after.text.endsWith('s')) || (after.print !== 'in' && unitsBySymbol.has(after.print)));
  if (counted) return -1;
  const before = findWordBefore(text, at);
  const sported = (before && SCORE_WORDS.has(before.text)) || (after && SCORE_WORDS.has(after.text));
  if (sported || first >= second || first === 0) return end;
  const sets = [SET_BEFORE.exec(text.slice(Math.max(0, at - 20), at)), SET_AFTER.exec(text.slice(end, end + 20))];
  return sets.some((set) => set && Number(set[1]) >= Number(set[2])) ? end : -1;
}
