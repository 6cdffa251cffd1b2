// The label that a figure stands behind: "Population: 9.7 million", "Area – 86,600 km²".

import type { ProseTokens, Token } from './tokens.ts';
import { LONGEST } from './wordRuns.ts';

/** A label that begins the prose speaks for all of it when its colon is among the first so many tokens. */
const OPENING = 8;

/**
 * The words before a colon that stands before the figure with nothing but small words between, or the label that begins
 * the prose: "Expenditures: 4 % of output in 2012, 5 % in 2013".
 */
export function findLabel(words: ProseTokens, at: number): Token[] {
  let colon = at - 1;
  while (colon >= 0 && colon > at - 4 && words.tokens[colon]!.kind === 'function') colon--;
  if (isLabelDash(words, at - 1)) return labelRun(words, at - 1);
  if (words.tokens[colon]?.text !== ':') {
    colon = words.tokens.slice(0, OPENING).findIndex((token) => token.text === ':');
    if (colon < 0 || colon > at) return [];
    if (words.tokens.slice(0, colon).some((token) => token.kind === 'figure')) return [];
  }
  return labelRun(words, colon);
}

/** Whether a dash sets a label that begins the prose apart from its figure: "Area – 86,600 km²". */
function isLabelDash(words: ProseTokens, at: number): boolean {
  const text = words.tokens[at]?.text;
  if ((text !== '–' && text !== '—') || at < 1 || at >= OPENING - 2 || hasPunctuation(words, at)) return false;
  // "The mill – 12 of its workers – closed" is a sentence.
  return words.tokens[0]!.kind === 'content' && !words.tokens.slice(at + 1).some((token) => token.text === text);
}

/** The words of the label that ends before the token at `end`, what is in brackets or after a comma first: "PPP GDP" of "GDP (PPP)". */
function labelRun(words: ProseTokens, end: number): Token[] {
  const { tokens } = words;
  const run: Token[] = [];
  let qualifier: Token[] = [];
  for (let i = end - 1; i >= 0 && run.length < LONGEST; i--) {
    const token = tokens[i]!;
    // "Turnover 2023: …", "Turnover (2023): …"
    if (token.kind === 'figure' && run.length === 0) continue;
    if (token.kind === 'figure') break;
    if (token.kind === 'punctuation') {
      const inBrackets = token.text === ')' && i === end - 1;
      const opens = (token.text === '(' || token.text === ',') && i < OPENING && !hasPunctuation(words, i);
      if (!inBrackets && !opens) break;
      if (opens) qualifier = run.splice(0);
      continue;
    }
    if (token.kind === 'content') run.unshift(token);
  }
  return [...qualifier, ...run].slice(-LONGEST);
}

function hasPunctuation({ tokens }: ProseTokens, end: number): boolean {
  return tokens.slice(0, end).some(({ kind }) => kind === 'punctuation' || kind === 'figure');
}
