// What a figure measures where another figure of its sentence tells it: one that it is compared with, whose change it is, that it came
// to by a change, or of which it counts some.

import type { ProseTokens, Token } from './tokens.ts';
import { amountRun, DETERMINERS, REPORTING, rightRun } from './wordRuns.ts';

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
  const isDifference = before === ',' && COMPARING.has(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.text === 'than';
  const isOther = (before === 'to' || before === 'with') && tokens[at - 2]?.text === 'compared';
  const isChange = figureIsChange(words, at);
  if (!isDifference && !isOther && !isChange) return [];
  for (let i = at - 2; i >= 0 && i > at - COMPARED_WITHIN && sentences[i] === sentences[at]; i--) {
    if (tokens[i]!.kind !== 'figure') continue;
    const behind = rightRun(words, i + 1);
    const run = behind.length > 0 ? behind : amountRun(words, i);
    if (run.length > 0) return run;
  }
  return [];
}

/** What the figure counts some of, told right before it: the applicants of "of the 340 applicants, 45 were accepted". */
export function wholeRun({ tokens, sentences }: ProseTokens, at: number): Token[] {
  if (tokens[at - 1]?.text !== ',') return [];
  let from = at - 1;
  while (from > 0 && tokens[from - 1]!.kind === 'content') from--;
  let of = from - 2;
  while (DETERMINERS.has(tokens[of]?.text ?? '')) of--;
  const isWhole = tokens[from - 1]?.kind === 'figure' && tokens[of]?.text === 'of' && sentences[of] === sentences[at];
  return isWhole ? tokens.slice(from, at - 1) : [];
}

/** Whether the figure tells by how much what was told before it went up or down: the 12 % of "$3.1 billion, up 12% from 2019". */
function figureIsChange({ tokens }: ProseTokens, at: number): boolean {
  const before = tokens[at - 1]?.text;
  return (before === 'up' || before === 'down') && tokens[at - 2]?.text === ',';
}

/** What is told to have come to a figure by a share: the income of "net income grew by 9% to $44 million". */
export function reachedRun(words: ProseTokens, at: number): Token[] {
  const { tokens } = words;
  const by = at - 2;
  if (tokens[at - 1]?.text !== 'to' || tokens[by]?.kind !== 'figure') return [];
  const verb = tokens[by - 1]?.text === 'by' ? tokens[by - 2] : tokens[by - 1];
  return REPORTING.has(verb?.text ?? '') ? amountRun(words, by) : [];
}
