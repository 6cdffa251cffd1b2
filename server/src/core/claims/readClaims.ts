// Reads one piece of prose: every figure in it with the words that say what it measures, when, in which role and how
// firmly. Looks at nothing outside the prose; subjects and periods that are inherited are found by `resolveClaims`.

import type { Figure } from '../figures/figure.ts';
import { findDays } from '../figures/periods.ts';
import type { Prose } from '../markdown/block.ts';
import type { ClaimRole, Stance } from './claim.ts';
import type { ClaimEvidence } from './evidence.ts';
import { findCoordination } from './findCoordination.ts';
import { findSource } from './findSource.ts';
import { directionOf } from './lexicon.ts';
import { findLabel, readMeasure } from './readMeasure.ts';
import { stemOf } from './stem.ts';
import { type ProseTokens, readTokens } from './tokens.ts';

const stems = (words: string): Set<string> => new Set(words.split(' ').map(stemOf));
const FORECAST = stems('expect forecast project predict anticipate will');
const TARGET = stems('target goal aim');
const HYPOTHETICAL = stems('would could might if suppose hypothetical');
const NEGATION = new Set(['not', 'no', 'never', 'n', 'don', 'didn', 'isn', 'wasn']);
/** How far a step over a word leads away from a figure on the way to its date; other words count 1. */
const PERIOD_STEPS: Readonly<Record<string, number>> = { ';': 6, ',': 2, and: 3, or: 3, while: 5, but: 5, whereas: 5 };
const ADDITIONAL = new Set(['another', 'additional', 'further', 'extra', 'other']);
/** How many figures before and after it are looked at for other dates. */
const NEAR_DATES = 5;
/** How far, in tokens, a word still belongs to the figure. */
const REACH = 12;

/** The claims' evidence of one piece of prose; `figures` in text order, one answer for each. */
export function readClaims(prose: Prose, index: number, figures: readonly Figure[]): ClaimEvidence[] {
  if (figures.length === 0) return [];
  const words = readTokens(prose.text, figures);
  return figures.map((figure, i) => readClaim(prose, index, figure, words, i, figures));
}

function readClaim(
  prose: Prose,
  index: number,
  figure: Figure,
  words: ProseTokens,
  order: number,
  figures: readonly Figure[],
): ClaimEvidence {
  const token = words.figureTokens[order]!;
  const direction = readDirection(words, token, figure);
  const end = readEnd(words, token);
  const label = findLabel(words, token).map((word) => word.concept);
  const coordination = findCoordination(words, token);
  const several = isForSeveralYears(words, token, figures);
  const source = findSource(words, token);
  const period = figure.kind === 'date' ? undefined : findPeriod(words, token, figures);
  return {
    prose: index,
    figure,
    words,
    token,
    measure: readMeasure(words, token, figure),
    role: readRole(words, token, figure, direction),
    stance: readStance(words, token, prose),
    label: label.length > 0 ? label : undefined,
    coordination,
    several: several || undefined,
    source,
    bearer: figure.age ? findBearer(words, token) : undefined,
    additional: isAdditional(words, token) || undefined,
    direction,
    end,
    period,
    dates: period === undefined ? undefined : otherDates(words, order, figures, period),
    cell: undefined,
  };
}

/** Calls back for the tokens of the figure's own clause, nearest first, with their distance in tokens. */
function nearby(
  words: ProseTokens,
  at: number,
  reach: number,
  visit: (index: number, distance: number) => boolean,
): void {
  for (let step = 1; step <= reach; step++) {
    for (const i of [at - step, at + step]) {
      if (i < 0 || i >= words.tokens.length || words.sentences[i] !== words.sentences[at]) continue;
      if (visit(i, step)) return;
    }
  }
}

function readDirection(words: ProseTokens, at: number, figure: Figure): 'up' | 'down' | undefined {
  if (figure.change === 'up' || figure.change === 'down') return figure.change;
  let found: 'up' | 'down' | undefined;
  nearby(words, at, 5, (i) => {
    const token = words.tokens[i]!;
    found = directionOf(token.stem);
    return found !== undefined;
  });
  return found;
}

/** “Since 1971” is where something begins, as “from 1971” is. */
function readEnd(words: ProseTokens, at: number): 'from' | 'to' | undefined {
  const before = words.tokens[at - 1]?.text;
  if (before === 'since') return 'from';
  return before === 'from' || before === 'to' ? before : undefined;
}

/** The last name of whom an age is told: directly behind it, or directly before it, with a comma or a bracket between. */
function findBearer({ tokens }: ProseTokens, at: number): string | undefined {
  let after = at + 1;
  while (tokens[after]?.name && tokens[after + 1]?.name) after++;
  if (tokens[after]?.name) return tokens[after]!.concept;
  const mark = tokens[at - 1]?.text;
  const before = tokens[mark === ',' || mark === '(' ? at - 2 : at - 1];
  return before?.name ? before.concept : undefined;
}

/** Whether the figure comes on top of another one: "180 more came", "another 40 stayed". */
function isAdditional({ tokens }: ProseTokens, at: number): boolean {
  if (ADDITIONAL.has(tokens[at - 1]?.text ?? '')) return true;
  return tokens[at + 1]?.text === 'more' && tokens[at + 2]?.text !== 'than';
}

/** Whether the figure is said to build up over several years: "$3 billion over ten years", "from 2025 to 2034". */
function isForSeveralYears(words: ProseTokens, at: number, figures: readonly Figure[]): boolean {
  let found = false;
  nearby(words, at, 8, (i) => {
    const { figure, kind } = words.tokens[i]!;
    if (kind !== 'figure') return false;
    const other = figures[figure!]!;
    if (other.kind === 'duration') {
      const before = words.tokens.slice(Math.max(0, i - 3), i).map((token) => token.text);
      found = other.unit === 'year' && (other.value ?? 0) >= 2 && (before.includes('over') || before.includes('next'));
    } else if (other.kind === 'date' && other.period) {
      const days = findDays(other.period);
      found = days !== undefined && days.last - days.first > 700;
    }
    return true;
  });
  return found;
}

/** “Since the 1990s” says how long, not when. */
const SINCE = new Set(['since', 'until', 'till']);

/** Whether a date is part of a name: "the Harbour Act of 2015" says nothing of when. */
function isInName({ tokens }: ProseTokens, at: number): boolean {
  return tokens[at - 1]?.text === 'of' && tokens[at - 2]?.name === true;
}

/** The date that stands nearest to the figure in its sentence, clauses counted as distance. */
function findPeriod(words: ProseTokens, at: number, figures: readonly Figure[]): string | undefined {
  let best: string | undefined;
  let bestDistance = REACH;
  for (const step of [-1, 1]) {
    let distance = 0;
    for (let i = at + step; i >= 0 && i < words.tokens.length && distance < bestDistance; i += step) {
      if (words.sentences[i] !== words.sentences[at]) break;
      const token = words.tokens[i]!;
      if (token.kind === 'figure') {
        const other = figures[token.figure!]!;
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
  return best;
}

/** The dates near a figure in its sentence, beside its own. */
function otherDates(words: ProseTokens, index: number, figures: readonly Figure[], own: string): string[] | undefined {
  const { sentences, figureTokens } = words;
  const sentence = sentences[figureTokens[index]!];
  const found: string[] = [];
  for (let n = Math.max(0, index - NEAR_DATES); n <= Math.min(figures.length - 1, index + NEAR_DATES); n++) {
    const { period, kind } = figures[n]!;
    if (kind === 'date' && period && period !== own && sentences[figureTokens[n]!] === sentence) found.push(period);
  }
  return found.length > 0 ? found : undefined;
}

function readStance(words: ProseTokens, at: number, prose: Prose): Stance {
  let stance: Stance = prose.place.quoted ? 'quoted' : 'stated';
  nearby(words, at, 7, (i, distance) => {
    const { stem, text } = words.tokens[i]!;
    if (FORECAST.has(stem) && i < at) stance = 'forecast';
    else if (TARGET.has(stem)) stance = 'target';
    else if (HYPOTHETICAL.has(stem) && i < at) stance = 'hypothetical';
    else if (NEGATION.has(text) && i < at && distance <= 3) stance = 'negated';
    else return false;
    return true;
  });
  return stance;
}

function readRole(words: ProseTokens, at: number, figure: Figure, direction: 'up' | 'down' | undefined): ClaimRole {
  if (figure.kind === 'date') return 'date';
  if (figure.kind === 'ordinal') return 'rank';
  const before = words.tokens[at - 1]?.text;
  if (figure.change || before === 'by' || (direction && figure.kind === 'percent' && before !== 'to')) return 'change';
  if (figure.bound) return 'bound';
  return figure.kind === 'percent' && words.tokens[at + 1]?.text === 'of' ? 'share' : 'level';
}
