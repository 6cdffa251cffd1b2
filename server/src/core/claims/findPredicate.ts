// Finds what is said of a share, which is what it measures: "trust", "committee" in "40 % of members trust the committee" or
// "members (40 %) who trust the committee". What the share is of says little: a survey tells many shares of its respondents.

import { isDegree, isLightWord } from './lexicon.ts';
import type { ProseTokens } from './tokens.ts';

/** So many words tell what is said. */
const MOST_WORDS = 3;
/** How many tokens may stand between the figure and these words. */
const REACH = 24;
/** Marks behind which something else is told. */
const CLOSING = new Set([',', ';', ':', '(', '–', '—']);

/** The concepts of what is said of the share at token `at`; undefined where it is not said what the share is of. */
export function findPredicate(words: ProseTokens, at: number): readonly string[] | undefined {
  const { tokens, sentences } = words;
  const isInBrackets =
    tokens[at - 1]?.text === '(' && tokens[at + 1]?.text === ')' && tokens[at - 2]?.kind === 'content';
  const from = isInBrackets ? at + 2 : tokens[at + 1]?.text === 'of' ? endOfWhole(words, at + 2) : undefined;
  if (from === undefined) return undefined;
  const found: string[] = [];
  for (let next = from; next <= at + REACH && found.length < MOST_WORDS; next++) {
    if (next >= tokens.length || sentences[next] !== sentences[at]) break;
    const { kind, text, stem, concept, name } = tokens[next]!;
    if (kind === 'figure' || CLOSING.has(text)) break;
    if (kind === 'content' && !name && !isDegree(text) && !isLightWord(stem)) found.push(concept);
  }
  return found.length > 0 ? found : undefined;
}

/** Where what a share is of ends that begins at a token: with its plural, or before a verb: "survey respondents| say", "the town| voting". */
function endOfWhole({ tokens }: ProseTokens, from: number): number {
  const last = from + REACH;
  let end = from;
  while (end < last && tokens[end]?.kind === 'function') end++;
  while (end < last && tokens[end]?.kind === 'content') {
    end++;
    if (tokens[end - 1]!.text.endsWith('s') || /(?:ed|ing)$/.test(tokens[end]?.text ?? '')) break;
  }
  return end;
}
