// Whether a figure is told of an earlier time than what stands around it, by words alone that name no date: "$35 million a year
// earlier", "in the previous quarter". Dates and periods are read elsewhere.

import type { ProseTokens } from './tokens.ts';

const ONE = new Set(['a', 'an', 'one', 'the']);
const STRETCHES = new Set('day week month quarter season year decade'.split(' '));
const SINCE = new Set(['earlier', 'ago', 'before', 'previously']);
const IN = new Set(['in', 'for', 'during']);
const PREVIOUS = new Set(['previous', 'prior', 'preceding', 'former']);

/** How far before a figure its sentence may begin, in tokens. */
const REACH = 24;

/**
 * Whether the figure at token `at` is: by the words right behind it, by those that its sentence begins with, or by its measure, as in "the
 * previous toll was $35".
 */
export function isEarlier(words: ProseTokens, at: number, measure: string): boolean {
  const { sentences } = words;
  if (measure.split(' ').some((word) => PREVIOUS.has(word))) return true;
  if (isTimeBefore(words, at + 1, sentences[at])) return true;
  let first = at;
  while (first > 0 && at - first < REACH && sentences[first - 1] === sentences[at]) first--;
  return first < at && sentences[first - 1] !== sentences[at] && isTimeBefore(words, first, sentences[at]);
}

/** Whether the tokens from one on say how long before, in a sentence: "a year earlier", "two years ago", "in the previous quarter". */
function isTimeBefore({ tokens, sentences }: ProseTokens, from: number, sentence: number | undefined): boolean {
  const textAt = (at: number) => (sentences[at] === sentence ? tokens[at]?.text : undefined) ?? '';
  if (ONE.has(textAt(from))) return STRETCHES.has(textAt(from + 1)) && SINCE.has(textAt(from + 2));
  if (textAt(from) === '#') return SINCE.has(textAt(from + 1));
  const isNamed = IN.has(textAt(from)) && textAt(from + 1) === 'the' && PREVIOUS.has(textAt(from + 2));
  return isNamed && STRETCHES.has(textAt(from + 3));
}
