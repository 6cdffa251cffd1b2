// Whether a figure is told of an earlier time than what stands around it, by words alone that name no date: "$35 million a year
// earlier", "in the previous quarter". Dates and periods are read elsewhere.

import type { ProseTokens, Token } from './tokens.ts';

const ONE = new Set(['a', 'an', 'one', 'the']);
const STRETCHES = new Set('day week month quarter season year decade'.split(' '));
const SINCE = new Set(['earlier', 'ago', 'before', 'previously']);
const IN = new Set(['in', 'for', 'during']);
const PREVIOUS = new Set(['previous', 'prior', 'preceding', 'former']);

const AT_FIRST = new Set(['originally', 'initially', 'formerly']);
const HEIGHT = new Set(['peak', 'height']);
const POSSESSIVES = new Set(['its', 'their', 'his', 'her', 'the']);
const CLAUSE_ENDS = new Set([',', ';', ':', '(', ')', 'that', 'which', 'who', 'when', 'where', 'but', 'while']);
const WAS = new Set(['was', 'were']);
/** How far from a figure stands what tells that it is no longer so, in tokens. */
const NEAR = 8;

/** How far before a figure its sentence may begin, in tokens. */
const REACH = 24;

/**
 * Whether the figure at token `at` is: by words that tell how it was once ("originally", "at its peak", "was $13 until June"), by the words right behind it, by those that its sentence begins with, or by its measure, as in "the
 * previous toll was $35".
 */
export function isEarlier(words: ProseTokens, at: number, measure: string): boolean {
  const { sentences } = words;
  if (measure.split(' ').some((word) => PREVIOUS.has(word))) return true;
  if (isTimeBehind(words, at) || isNoLonger(words, at)) return true;
  let first = at;
  while (first > 0 && at - first < REACH && sentences[first - 1] === sentences[at]) first--;
  return first < at && sentences[first - 1] !== sentences[at] && isTimeBefore(words, first, sentences[at]);
}

/** What leads to something that a figure is only held against, or to another thing: "6 % more |than a year before", "|in the year before it". */
const AGAINST = new Set('from than to over on since as with until and but in for during after'.split(' '));
/** So many words of what a figure measures may stand between it and its time. */
const BETWEEN = 4;

/** Whether a time before is told behind the figure, over what it measures: "40 % complete |a year before". */
function isTimeBehind(words: ProseTokens, at: number): boolean {
  const { tokens, sentences } = words;
  for (let i = at + 1; i <= at + 1 + BETWEEN && sentences[i] === sentences[at]; i++) {
    if (isTimeBefore(words, i, sentences[at])) return true;
    const { kind, text } = tokens[i]!;
    if (kind === 'figure' || kind === 'punctuation' || AGAINST.has(text)) return false;
  }
  return false;
}

/** Whether the tokens from one on say how long before, in a sentence: "a year earlier", "two years ago", "in the previous quarter". */
function isTimeBefore({ tokens, sentences }: ProseTokens, from: number, sentence: number | undefined): boolean {
  const textAt = (at: number) => (sentences[at] === sentence ? tokens[at]?.text : undefined) ?? '';
  if (ONE.has(textAt(from))) return STRETCHES.has(textAt(from + 1)) && SINCE.has(textAt(from + 2));
  if (textAt(from) === '#') return SINCE.has(textAt(from + 1));
  const isNamed = IN.has(textAt(from)) && textAt(from + 1) === 'the' && PREVIOUS.has(textAt(from + 2));
  return isNamed && STRETCHES.has(textAt(from + 3));
}

/** Whether words of a figure's clause tell that it is no longer so: "originally", "at its peak", "the wage was $13 an hour until June". */
function isNoLonger({ tokens, sentences }: ProseTokens, at: number): boolean {
  let wasBefore = false;
  for (let i = at - 1; i >= 0 && at - i <= NEAR && sentences[i] === sentences[at]; i--) {
    const { text } = tokens[i]!;
    if (CLAUSE_ENDS.has(text)) break;
    if (AT_FIRST.has(text) || isAtHeight(tokens, i)) return true;
    wasBefore ||= WAS.has(text);
  }
  if (AT_FIRST.has(tokens[at + 1]?.text ?? '')) return true;
  for (let i = at + 1; i < tokens.length && i - at <= NEAR && sentences[i] === sentences[at]; i++) {
    const { text } = tokens[i]!;
    if (CLAUSE_ENDS.has(text)) break;
    if (isAtHeight(tokens, i) || (wasBefore && text === 'until' && tokens[i + 1]?.kind === 'figure')) return true;
  }
  return false;
}

/** Whether a word ends "at its peak". */
function isAtHeight(tokens: readonly Token[], at: number): boolean {
  // "At the peak of the hill"
  if (tokens[at + 1]?.text === 'of') return false;
  return HEIGHT.has(tokens[at]!.text) && POSSESSIVES.has(tokens[at - 1]?.text ?? '') && tokens[at - 2]?.text === 'at';
}
