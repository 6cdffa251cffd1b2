// Reads one piece of prose: every figure in it with the words that say what it measures, when, in which role and how
// firmly. Looks at nothing outside the prose; subjects and periods that are inherited are found by `resolveClaims`.

import { isShare, turnOf } from '../figures/compareFigures.ts';
import type { Figure } from '../figures/figure.ts';
import type { Prose } from '../markdown/block.ts';
import type { ClaimRole, Stance } from './claim.ts';
import type { ClaimEvidence } from './evidence.ts';
import { datedBehind, findBases } from './findBase.ts';
import { findChange } from './findChange.ts';
import { findCoordination } from './findCoordination.ts';
import { findElided } from './findElided.ts';
import { findLabel } from './findLabel.ts';
import { findPeriod, isForSeveralYears, otherDates } from './findPeriod.ts';
import { findPredicate } from './findPredicate.ts';
import { findSource } from './findSource.ts';
import { findWindow } from './findWindow.ts';
import { isEarlier } from './isEarlier.ts';
import { directionOf } from './lexicon.ts';
import { wholeRun } from './measureElsewhere.ts';
import { readMeasure } from './readMeasure.ts';
import { stemOf } from './stem.ts';
import { nearby, type ProseTokens, readTokens } from './tokens.ts';
import { nounEnd } from './wordRuns.ts';

const stems = (words: string): Set<string> => new Set(words.split(' ').map(stemOf));
const FORECAST = stems('expect forecast project predict anticipate will should hope');
const TARGET = stems('target goal aim');
const HYPOTHETICAL = stems('would could might if suppose hypothetical');
const NEGATION = new Set(['not', 'no', 'never', 'n', 'don', 'didn', 'isn', 'wasn']);
const WHOLES = new Set(['the', 'these', 'those', 'all', 'our', 'its', 'their']);
/** Kinds of figures of which "of the" leads to a whole; a percentage is one of some whole anyway. */
const PARTS: ReadonlySet<Figure['kind']> = new Set(['count', 'measurement', 'money']);
const STEPS = new Set(['each', 'every']);
const ADDITIONAL = new Set(['another', 'additional', 'further', 'extra', 'other']);

/** The claims' evidence of one piece of prose; `figures` in text order, one answer for each. */
export function readClaims(prose: Prose, figures: readonly Figure[]): ClaimEvidence[] {
  if (figures.length === 0) return [];
  const words = readTokens(prose.text, figures);
  const elided = findElided(words, figures);
  const bases = findBases(words, figures, elided);
  return figures.map((figure, i) => {
    const told = { elided: elided[i], after: bases?.get(words.figureTokens[i]!) };
    return readClaim(prose, figure, words, i, figures, told);
  });
}

function readClaim(
  prose: Prose,
  figure: Figure,
  words: ProseTokens,
  order: number,
  figures: readonly Figure[],
  { elided, after }: Pick<ClaimEvidence, 'elided' | 'after'>,
): ClaimEvidence {
  const token = words.figureTokens[order]!;
  const direction = readDirection(words, token, figure);
  const end = readEnd(words, token, figures);
  const change = end && findChange(words, token);
  const label = findLabel(words, token).map((word) => word.concept);
  const coordination = findCoordination(words, token);
  const limit = limitOf(prose, figure);
  const source = findSource(words, token);
  const predicate = isShare(figure) ? findPredicate(words, token) : undefined;
  const period = figure.kind === 'date' ? undefined : findPeriod(words, token, figures);
  const measure = readMeasure(words, token, figure, { change, coordination, limit, elided });
  const several = isForSeveralYears(words, token, figures, period);
  return {
    figure,
    words,
    token,
    measure,
    role: readRole(
      words,
      token,
      coordination?.isSecond ? token - 2 : token,
      figure,
      direction,
      predicate !== undefined,
    ),
    stance: readStance(words, token, prose),
    label: label.length > 0 ? label : undefined,
    coordination,
    limit,
    elided,
    predicate,
    several: several || undefined,
    window: figure.kind === 'date' ? undefined : findWindow(words, token, figures),
    source,
    bearer: figure.age ? findBearer(words, token) : undefined,
    additional: isAdditional(words, token) || undefined,
    isPart: (PARTS.has(figure.kind) && isPart(words, token)) || undefined,
    isEarlier: isEarlier(words, token, measure.text) || undefined,
    isStep: STEPS.has(words.tokens[token - 1]?.text ?? '') || undefined,
    direction,
    end,
    change,
    period,
    after,
    dates: period === undefined ? undefined : otherDates(words, order, figures, period),
    cell: undefined,
  };
}

function readDirection(words: ProseTokens, at: number, figure: Figure): 'up' | 'down' | undefined {
  let found = turnOf(figure);
  if (found !== undefined) return found;
  nearby(words, at, 5, (i) => {
    const token = words.tokens[i]!;
    found = directionOf(token.stem);
    return found !== undefined;
  });
  return found;
}

/** “Since 1971” is where something begins, as “from 1971” is; what is dated itself is told of that time, whatever it came to. */
function readEnd(words: ProseTokens, at: number, figures: readonly Figure[]): 'from' | 'to' | undefined {
  const { tokens } = words;
  const before = tokens[at - 1]?.text;
  if (before === 'since') return 'from';
  if (before === 'to') return 'to';
  return before === 'from' && datedBehind(words, at, figures) === undefined ? 'from' : undefined;
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

/** The noun of a limit that the figure is told as: "a maximum of $300". */
function limitOf({ text }: Prose, { bound, span }: Figure): string | undefined {
  return bound && /^(?:maximum|minimum|limit|cap|ceiling)\b/i.exec(text.slice(span.start, span.end))?.[0].toLowerCase();
}

/** Whether what is counted is some of what was told of: "40 of the boats", "of the 340 boats, 40", "40 boats out of 340". */
function isPart(words: ProseTokens, at: number): boolean {
  const { tokens } = words;
  if (tokens[at + 1]?.text === 'of' && WHOLES.has(tokens[at + 2]?.text ?? '')) return true;
  return wholeRun(words, at).length > 0 || isOutOf(words, at);
}

/** Whether the whole follows behind the noun: "40 boats |out of 340". */
function isOutOf(words: ProseTokens, at: number): boolean {
  const { tokens } = words;
  const end = nounEnd(words, at + 1);
  return tokens[end]?.text === 'out' && tokens[end + 1]?.text === 'of' && tokens[end + 2]?.kind === 'figure';
}

const PLANNING = new Set(['plan', 'plans', 'planned', 'set', 'due', 'intends', 'intend']);

/** Whether a word tells that something is yet to be done: "|plans to cut", "is |set to rise". */
function isPlanned({ tokens }: ProseTokens, at: number): boolean {
  return PLANNING.has(tokens[at]!.text) && tokens[at + 1]?.text === 'to' && tokens[at + 2]?.kind === 'content';
}

function readStance(words: ProseTokens, at: number, prose: Prose): Stance {
  let stance: Stance = prose.place.quoted ? 'quoted' : 'stated';
  nearby(words, at, 7, (i, distance) => {
    const { stem, text } = words.tokens[i]!;
    if ((FORECAST.has(stem) || isPlanned(words, i)) && i < at) stance = 'forecast';
    else if (TARGET.has(stem)) stance = 'target';
    else if (HYPOTHETICAL.has(stem) && i < at) stance = 'hypothetical';
    else if (NEGATION.has(text) && i < at && distance <= 3) stance = 'negated';
    else return false;
    return true;
  });
  return stance;
}

/** `first` is the token of the first figure where it is the second of two: "by 3 % and 4 %". */
function readRole(
  words: ProseTokens,
  at: number,
  first: number,
  figure: Figure,
  direction: 'up' | 'down' | undefined,
  saysOf: boolean,
): ClaimRole {
  if (figure.kind === 'date') return 'date';
  if (figure.kind === 'ordinal') return 'rank';
  const before = words.tokens[first - 1]?.text;
  if (
    figure.change ||
    before === 'by' ||
    (direction && figure.kind === 'percent' && before !== 'to' && before !== 'from')
  )
    return 'change';
  if (figure.bound) return 'bound';
  return isShare(figure) && (saysOf || words.tokens[at + 1]?.text === 'of') ? 'share' : 'level';
}
