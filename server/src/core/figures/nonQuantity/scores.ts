// Results of games and votes, "3–1", "6-4, 6-3": two numbers that are no range.

import { findWordAfter, findWordBefore } from '../scan.ts';

const SCORE_WORDS = new Set(
  'won win wins beat beats beating lost loss lose lead led leading trailed defeat defeated defeats victory draw drew vote voted ruled ruling decision record series score scored tie tied edged downed final set majority'.split(
    ' ',
  ),
);

const SCORE = /^\d{1,3}[-–]\d{1,3}(?!\d|\.\d|[-–]\d|\s?(?:%|per\b))/;

/** End of a score at `at`, or -1: the greater number first, or a word of winning and losing beside it. */
export function scoreEnd(text: string, at: number): number {
  const match = SCORE.exec(text.slice(at, at + 10));
  if (!match) return -1;
  const [first, second] = match[0].split(/[-–]/).map(Number);
  const end = at + match[0].length;
  const before = findWordBefore(text, at);
  const after = findWordAfter(text, end);
  const sported = (before && SCORE_WORDS.has(before.text)) || (after && SCORE_WORDS.has(after.text));
  const inverted = first !== undefined && second !== undefined && first > second;
  const counted =
    after !== undefined && after.print === after.text && after.text.length > 2 && after.text.endsWith('s');
  return sported || (inverted && !counted) ? end : -1;
}
