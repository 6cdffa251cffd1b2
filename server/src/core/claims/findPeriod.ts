// When a figure is of, as far as its own sentence says it: the nearest date, or the one that the sentence opens with.

import type { Figure } from '../figures/figure.ts';
import { findDays } from '../figures/periods.ts';
import { nearby, type ProseTokens } from './tokens.ts';

/** How far a step over a word leads away from a figure on the way to its date; other words count 1. */
const PERIOD_STEPS: Readonly<Record<string, number>> = { ';': 6, ',': 2, and: 3, or: 3, while: 5, but: 5, whereas: 5 };
/** How many figures before and after it are looked at for other dates. */
const NEAR_DATES = 5;
/** How far, in tokens, a word still belongs to the figure. */
const REACH = 12;
/** “Since the 1990s” says how long, not when. */
const SINCE = new Set(['since', 'until', 'till', 'after', 'before']);

/** Whether a date is part of a name: "the Harbour Act of 2015" says nothing of when. */
function isInName({ tokens }: ProseTokens, at: number): boolean {
  return tokens[at - 1]?.text === 'of' && tokens[at - 2]?.name === true;
}

/** What leads to the figure that another is held against. */
const BASES = new Set(['from', 'than', 'with', 'to', 'versus', 'vs', 'against']);

/** Whether a word leads to an amount that was before: what is told behind "fell to 91 %, from 94 % in 2024" is of that. */
function isBase({ tokens }: ProseTokens, at: number, figures: readonly Figure[]): boolean {
  const { text } = tokens[at]!;
  const base = tokens[at + 1];
  if (!BASES.has(text) || base?.kind !== 'figure' || figures[base.figure!]!.kind === 'date') return false;
  return (text !== 'to' && text !== 'with') || tokens[at - 1]?.text === 'compared';
}

/** The date that stands nearest to the figure in its sentence, clauses counted as distance. */
export function findPeriod(words: ProseTokens, at: number, figures: readonly Figure[]): string | undefined {
  let best: string | undefined;
  let bestDistance = REACH;
  for (const step of [-1, 1]) {
    let distance = 0;
    for (let i = at + step; i >= 0 && i < words.tokens.length && distance < bestDistance; i += step) {
      if (words.sentences[i] !== words.sentences[at]) break;
      const token = words.tokens[i]!;
      if (step > 0 && isBase(words, i, figures)) break;
      if (token.kind === 'figure') {
        const other = figures[token.figure!]!;
        // "142 (2023: 149)": it is a label of what follows.
        if (step > 0 && words.tokens[i + 1]?.text === ':') break;
        if (
          other.kind === 'date' &&
          other.period &&
          !isInName(words, i) &&
          !words.tokens.slice(Math.max(0, i - 2), i).some(({ text }) => SINCE.has(text))
        ) {
          best = other.period;
          bestDistance = distance;
          break;
        }
        distance += isInName(words, i) ? 1 : 4;
      } else if (token.text === ')' && step < 0) distance += 4;
      else if (token.text !== '(') distance += PERIOD_STEPS[token.text] ?? 1;
    }
  }
  return best ?? openingDate(words, at, figures);
}

/** Behind these, a sentence tells of what may be of another time. */
const CLAUSES = new Set(['which', 'who', 'whose', 'while', 'whereas', 'but', ';']);
/** How far back an opening date is looked for, in tokens. */
const LONGEST_SENTENCE = 60;

/** The date that a sentence opens with, set apart by a comma, which holds for all of it: "From 2011 to 2014, the two lines …". */
function openingDate({ tokens, sentences }: ProseTokens, at: number, figures: readonly Figure[]): string | undefined {
  let first = at;
  while (first > 0 && at - first < LONGEST_SENTENCE && sentences[first - 1] === sentences[at]) first--;
  if (first > 0 && sentences[first - 1] === sentences[at]) return undefined;
  let opening = first;
  while (opening < at && tokens[opening]!.kind === 'function') opening++;
  const token = tokens[opening];
  if (token?.kind !== 'figure' || tokens[opening + 1]?.text !== ',') return undefined;
  if (SINCE.has(tokens[first]!.text)) return undefined;
  if (tokens.slice(opening, at).some(({ text }) => CLAUSES.has(text))) return undefined;
  const { kind, period } = figures[token.figure!]!;
  return kind === 'date' ? period : undefined;
}

/** The dates near a figure in its sentence, beside its own. */
export function otherDates(
  words: ProseTokens,
  index: number,
  figures: readonly Figure[],
  own: string,
): string[] | undefined {
  const { sentences, figureTokens } = words;
  const sentence = sentences[figureTokens[index]!];
  const found: string[] = [];
  for (let n = Math.max(0, index - NEAR_DATES); n <= Math.min(figures.length - 1, index + NEAR_DATES); n++) {
    const { period, kind } = figures[n]!;
    if (kind === 'date' && period && period !== own && sentences[figureTokens[n]!] === sentence) found.push(period);
  }
  return found.length > 0 ? found : undefined;
}

/** Whether the figure, which is of that period, is said to build up over several years: "$3 billion over ten years", "from 2025 to 2034". */
export function isForSeveralYears(
  words: ProseTokens,
  at: number,
  figures: readonly Figure[],
  period: string | undefined,
): boolean {
  if (period !== undefined && isLong(period)) return true;
  let found = false;
  nearby(words, at, 8, (i) => {
    const { figure, kind } = words.tokens[i]!;
    if (kind !== 'figure') return false;
    const other = figures[figure!]!;
    if (other.kind === 'duration') {
      const before = words.tokens.slice(Math.max(0, i - 3), i).map((token) => token.text);
      found = other.unit === 'year' && (other.value ?? 0) >= 2 && (before.includes('over') || before.includes('next'));
    } else if (other.kind === 'date' && other.period) found = isLong(other.period);
    return true;
  });
  return found;
}

/** Whether a period, in EDTF, is longer than two years, as a fiscal year may be written: "2011/2014". */
function isLong(period: string): boolean {
  const days = findDays(period);
  return days !== undefined && days.last - days.first > 800;
}
