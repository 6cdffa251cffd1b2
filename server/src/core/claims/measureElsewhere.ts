// What a figure measures where another figure of its sentence tells it: one that it is compared with, whose change it is, that it came
// to by a change, or of which it counts some.

import { amountRun } from './amountRun.ts';
import { directionOf } from './lexicon.ts';
import type { ProseTokens, Token } from './tokens.ts';
import { DETERMINERS, REPORTING, rightRun } from './wordRuns.ts';

const COMPARING = new Set(['more', 'fewer', 'less', 'higher', 'lower']);
/** Between two figures that are compared stand so many tokens at most. */
const COMPARED_WITHIN = 12;

/**
 * What the figure is told of that this one is compared with: the boats of "40 boats in May, 6 % more than a year before" or of "40 boats,
 * compared with 36 in April".
 */
export function comparedRun(words: ProseTokens, at: number): Token[] {
  const { tokens, sentences } = words;
  const before = tokens[at - 1]?.text;
  const compares = tokens[at + 1]?.text === 'points' ? at + 2 : at + 1;
  const isDifference =
    before === ',' && COMPARING.has(tokens[compares]?.text ?? '') && tokens[compares + 1]?.text === 'than';
  const isOther = (before === 'to' || before === 'with') && tokens[at - 2]?.text === 'compared';
  const isChange = figureIsChange(words, at);
  if (!isDifference && !isOther && !isChange) return [];
  for (let i = at - 2; i >= 0 && i > at - COMPARED_WITHIN && sentences[i] === sentences[at]; i--) {
    if (tokens[i]!.kind !== 'figure') continue;
    const run = toldRun(words, i);
    if (run.length > 0) return run;
  }
  return [];
}

/** What the figure at token `at` is told of by the words behind it, or else before it. */
export function toldRun(words: ProseTokens, at: number): Token[] {
  const behind = rightRun(words, at + 1);
  if (behind.length > 0) return behind;
  const before = amountRun(words, at);
  return before.length > 0 ? before : reachedRun(words, at);
}

/** What the figure counts some of, told right before it: the applicants of "of the 340 applicants, 45 were accepted". */
export function wholeRun({ tokens, sentences }: ProseTokens, at: number): Token[] {
  if (tokens[at - 1]?.text !== ',') return [];
  let end = at - 1;
  // "Of the 340 wells tested, 45 were dry."
  if (/ed$/.test(tokens[end - 1]?.text ?? '') && tokens[end - 2]?.kind === 'content') end--;
  let from = end;
  while (from > 0 && tokens[from - 1]!.kind === 'content') from--;
  let of = from - 2;
  while (DETERMINERS.has(tokens[of]?.text ?? '')) of--;
  const isWhole = tokens[from - 1]?.kind === 'figure' && tokens[of]?.text === 'of' && sentences[of] === sentences[at];
  return isWhole ? tokens.slice(from, end) : [];
}

const WHICH = new Set(['last', 'first', 'past', 'next', 'top']);

/** What the figure counts some of, told right behind it: the games of "four of its last five games". */
export function partRun(words: ProseTokens, at: number): Token[] {
  const { tokens, sentences } = words;
  if (tokens[at + 1]?.text !== 'of') return [];
  let whole = at + 2;
  while (DETERMINERS.has(tokens[whole]?.text ?? '') || WHICH.has(tokens[whole]?.text ?? '')) whole++;
  return tokens[whole]?.kind === 'figure' && sentences[whole] === sentences[at] ? rightRun(words, whole + 1) : [];
}

/**
 * Whether the figure tells by how much what was told before it went up or down: the 12 % of "$3.1 billion, up 12% from 2019", or of
 * "$3.1 billion, an increase of 12%".
 */
function figureIsChange({ tokens }: ProseTokens, at: number): boolean {
  const textAt = (by: number) => tokens[at + by]?.text ?? '';
  if (textAt(-1) === 'up' || textAt(-1) === 'down') return textAt(-2) === ',';
  const isNamed = textAt(-1) === 'of' && directionOf(tokens[at - 2]?.stem ?? '') !== undefined;
  return isNamed && (textAt(-3) === 'a' || textAt(-3) === 'an') && textAt(-4) === ',';
}

/** What is told to have come to a figure by a change: the income of "net income grew by 9%, to $44 million", "they cut the toll 3 points to 9 %". */
export function reachedRun(words: ProseTokens, at: number): Token[] {
  const { tokens } = words;
  if (tokens[at - 1]?.text !== 'to') return [];
  // "Its income doubled, to £3 million."
  if (tokens[at - 2]?.text === ',' && REPORTING.has(tokens[at - 3]?.text ?? '')) return amountRun(words, at - 2);
  let by = tokens[at - 2]?.text === ',' ? at - 3 : at - 2;
  if (tokens[by]?.text === 'points') by--;
  if (tokens[by]?.kind !== 'figure') return [];
  const isBy = tokens[by - 1]?.text === 'by';
  const verb = isBy ? tokens[by - 2] : tokens[by - 1];
  return isBy || REPORTING.has(verb?.text ?? '') ? amountRun(words, by) : [];
}
