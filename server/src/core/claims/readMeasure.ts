// What a figure measures, read from the words beside it: the noun that follows ("3,510 dock workers"), the label
// before a colon ("Population: 9.7 million"), what follows "of" or "in" ("$3 million in revenue"), or else the words
// before it ("the defence budget reached $2.8 billion").

import { weekdayOf } from '../figures/calendarWords.ts';
import { isShare } from '../figures/compareFigures.ts';
import type { Figure } from '../figures/figure.ts';
import { amountRun } from './amountRun.ts';
import type { Measure } from './claim.ts';
import type { ClaimEvidence } from './evidence.ts';
import { findLabel } from './findLabel.ts';
import { comparedRun, partRun, reachedRun, toldRun, wholeRun } from './measureElsewhere.ts';
import { measureOf, thingBefore, withLimit } from './measureOf.ts';
import type { ProseTokens, Token } from './tokens.ts';
import { DETERMINERS, dateRun, rightRun, TIMES } from './wordRuns.ts';

const NOTHING: Measure = { text: '', head: '', words: [] };
const LINKS = new Set(['of', 'in', 'for', 'on']);
/** Kinds of figures that also "in", "for" and "on" lead to what they measure: "$3 million in revenue". */
const LINKED: ReadonlySet<Figure['kind']> = new Set(['percent', 'money', 'count']);

/**
 * The measure of the figure at token `at`; empty where no words stand beside it. Both ends of a change have one measure, which stands
 * before both, or is what both count; of two figures that are told together each has its noun.
 */
export function readMeasure(
  words: ProseTokens,
  at: number,
  figure: Figure,
  { change, coordination, limit, elided }: Pick<ClaimEvidence, 'change' | 'coordination' | 'limit' | 'elided'>,
): Measure {
  if (change && figure.kind !== 'date') {
    const left = amountRun(words, change.start);
    const counted = rightRun(words, change.end);
    if (figure.kind === 'count' && counted.length > 0) return measureOf(counted, words);
    if (left.length > 0) return measureOf(left, words);
    const reached = reachedRun(words, change.start + 1);
    if (reached.length > 0) return measureOf(reached, words);
  }
  const behind = rightRun(words, at + 1);
  // "Unemployment fell 0.2 points": what falls is unemployment.
  const right = figure.change && behind.length === 1 && behind[0]!.text === 'points' ? [] : behind;
  if (coordination && right.length === 0 && coordination.own[1] <= at) {
    return measureOf(words.tokens.slice(...coordination.own), words);
  }
  const compared = figure.kind === 'date' ? [] : comparedRun(words, at);
  if (compared.length > 0) return measureOf(compared, words);
  const reached = figure.kind === 'date' ? [] : reachedRun(words, at);
  if (reached.length > 0 && right.length === 0) return measureOf(reached, words);
  const label = findLabel(words, at);
  if (label.length > 0 && right.length === 0) return measureOf(label, words);
  if (right.length > 0 && figure.kind !== 'date') return measureOf(right, words);
  const whole = figure.kind === 'count' ? [...partRun(words, at), ...wholeRun(words, at)] : [];
  if (whole.length > 0) return measureOf(whole, words);
  const linked = findLinked(words, at);
  // "Barrels of oil"; "years of experience" say who is meant as often as what is measured.
  const isAmount = words.tokens[at + 1]?.text === 'of' && figure.kind !== 'duration';
  if (linked.length > 0 && (LINKED.has(figure.kind) || isShare(figure) || isAmount)) {
    return measureOf(linked, words);
  }
  if (label.length > 0) return measureOf(label, words);
  const left = figure.kind === 'date' ? dateRun(words, at) : amountRun(words, at);
  if (left.length === 0) {
    const told = elided === undefined ? [] : toldRun(words, elided);
    return told.length > 0 ? measureOf(told, words) : NOTHING;
  }
  const measure = measureOf(left, words);
  if (figure.kind !== 'date') return limit === undefined ? measure : withLimit(measure, limit);
  const before = thingBefore(words, left[0]!);
  return before ? { ...measure, text: `${before} ${measure.text}` } : measure;
}

/** What "on" and "in" lead to that is no thing: "40 on Monday", "$300 on average". */
const NO_THINGS = new Set(['average', 'total', 'today', 'yesterday', 'all']);

/** The words that a small one leads to behind a figure: the revenue of "$3 million in revenue". */
function findLinked(words: ProseTokens, at: number): Token[] {
  const link = words.tokens[at + 1];
  if (!link || !LINKS.has(link.text)) return [];
  let from = at + 2;
  while (DETERMINERS.has(words.tokens[from]?.text ?? '')) from++;
  const run = words.sentences[from] === words.sentences[at] ? rightRun(words, from) : [];
  // "3 % in the year to June", "5 % in the past two years"
  const isTime =
    TIMES.has(run.at(-1)?.stem ?? '') || run.every(({ text }) => NO_THINGS.has(text) || weekdayOf(text) !== undefined);
  return isTime && link.text !== 'of' ? [] : run;
}
