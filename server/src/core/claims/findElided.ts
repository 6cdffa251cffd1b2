// Finds the figure whose noun a later one leaves out: "lent 41,000 books, up from 38,500", "planted 3,400 trees in 2019 and 5,100 in 2020".

import type { Figure } from '../figures/figure.ts';
import type { ProseTokens } from './tokens.ts';

/** So many tokens may stand between the noun that is left out and the figure that leaves it out. */
const FARTHEST = 9;
/** So many words the noun itself may have. */
const LONGEST_NOUN = 4;

/**
 * For each figure the token of one before it whose noun it leaves out; undefined where it has its own, where content words of its own
 * stand between the two, or where the two are not of one unit. `figures` in text order, one for each figure of `words`.
 */
export function findElided(words: ProseTokens, figures: readonly Figure[]): (number | undefined)[] {
  const found: (number | undefined)[] = [];
  let other = -1;
  for (let order = 0; order < figures.length; order++) {
    if (figures[order]!.kind === 'date') {
      found.push(undefined);
      continue;
    }
    const isElided = other >= 0 && leavesNounOut(words, other, order, figures);
    found.push(isElided ? (found[other] ?? words.figureTokens[other]) : undefined);
    other = order;
  }
  return found;
}

/** Whether the second of two figures, between which no other but dates stand, is told in the noun of the first. */
function leavesNounOut(words: ProseTokens, first: number, second: number, figures: readonly Figure[]): boolean {
  const { tokens, sentences, figureTokens } = words;
  const from = figureTokens[first]!;
  const at = figureTokens[second]!;
  if (sentences[from] !== sentences[at] || at - from > FARTHEST + LONGEST_NOUN) return false;
  if (!isOfOneUnit(figures[first]!, figures[second]!)) return false;
  let noun = from + 1;
  while (noun < at && tokens[noun]!.kind === 'content') noun++;
  if (noun === at || noun - from - 1 > LONGEST_NOUN || at - noun > FARTHEST) return false;
  // "From 40 to 60" is told as a change.
  if (at === from + 2 && tokens[from + 1]!.text === 'to') return false;
  let inBrackets = false;
  for (let i = noun; i < at; i++) {
    const { kind, text } = tokens[i]!;
    if (text === '(' || text === ')') inBrackets = text === '(';
    else if (kind === 'content' && !inBrackets && !WHEN.has(text)) return false;
    else if (PRONOUNS.has(text) || (kind === 'punctuation' && text !== ',')) return false;
  }
  return true;
}

/** Words with which something else is said: "the dues were $35, and they are $48". */
const PRONOUNS = new Set(['they', 'it', 'he', 'she', 'we', 'i', 'you', 'there', 'which', 'who', 'while', 'but']);

/** Words that only tell a time: the season of "1.8 tonnes this season, against 1.6 last season". */
const WHEN = new Set(
  'year years month months week weeks quarter season day days earlier ago last previous next past today'.split(' '),
);

/** Whether the second figure may be told in the noun of the first: in its unit, or in none. */
function isOfOneUnit(first: Figure, second: Figure): boolean {
  if (second.unit === undefined) return second.kind === 'number' || second.kind === 'count';
  return first.unit === second.unit && first.per === second.per;
}
