// What a figure measures, read from the words beside it: the noun that follows ("3,510 dock workers"), the label
// before a colon ("Population: 9.7 million"), what follows "of" or "in" ("$3 million in revenue"), or else the words
// before it ("the defence budget reached $2.8 billion").

import type { Figure } from '../figures/figure.ts';
import type { Measure } from './claim.ts';
import type { ClaimEvidence } from './evidence.ts';
import { conceptOf, isDegree } from './lexicon.ts';
import { stemOf } from './stem.ts';
import { indexOfToken, type ProseTokens, type Token } from './tokens.ts';

const NOTHING: Measure = { text: '', head: '', words: [] };
const LONGEST = 4;
const LINKS = new Set(['of', 'in', 'for', 'on']);
const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  'its',
  'their',
  'his',
  'her',
  'our',
  'all',
  'these',
  'those',
  'this',
  'other',
]);

/** Kinds of figures that also "in", "for" and "on" lead to what they measure: "$3 million in revenue". */
const LINKED: ReadonlySet<Figure['kind']> = new Set(['percent', 'money', 'count']);

/** Verbs that lead from a measure to its amount: "operating costs came to $4 million". */
const REPORTING = new Set(
  `came come comes reached reaches rose rises risen fell falls fallen grew grows grown stood stands amounted amounts
  totalled totaled totals hit hits numbered averaged averages climbed dropped increased decreased declined exceeded stay stays
  equals equalled remained stayed doubled tripled rise rising fall falling grow growing increase increasing decrease
  decreasing decline declining`.split(/\s+/),
);

/**
 * The measure of the figure at token `at`; empty where no words stand beside it. Both ends of a change have one measure, which stands
 * before both, or is what both count; of two figures that are told together each has its noun.
 */
export function readMeasure(
  words: ProseTokens,
  at: number,
  figure: Figure,
  { change, coordination, limit }: Pick<ClaimEvidence, 'change' | 'coordination' | 'limit'>,
): Measure {
  if (change && figure.kind !== 'date') {
    const left = amountRun(words, change.start);
    const counted = rightRun(words, change.end);
    if (figure.kind === 'count' && counted.length > 0) return measureOf(counted, words);
    if (left.length > 0) return measureOf(left, words);
  }
  const right = rightRun(words, at + 1);
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
  const linked = findLinked(words, at);
  // "Barrels of oil"; "years of experience" say who is meant as often as what is measured.
  const isAmount = words.tokens[at + 1]?.text === 'of' && figure.kind !== 'duration';
  if (linked.length > 0 && (LINKED.has(figure.kind) || isAmount)) {
    return measureOf(linked, words);
  }
  const whole = figure.kind === 'count' ? wholeRun(words, at) : [];
  if (whole.length > 0) return measureOf(whole, words);
  if (label.length > 0) return measureOf(label, words);
  const left = figure.kind === 'date' ? dateRun(words, at) : amountRun(words, at);
  if (left.length === 0) return NOTHING;
  const measure = measureOf(left, words);
  if (figure.kind !== 'date') return limit === undefined ? measure : withLimit(measure, limit);
  const before = thingBefore(words, left[0]!);
  return before ? { ...measure, text: `${before} ${measure.text}` } : measure;
}

/** "Current maximum", where the figure itself is told as a "maximum of $300". */
function withLimit({ text, head, words }: Measure, limit: string): Measure {
  return { text: `${text} ${limit}`, head: conceptOf(stemOf(limit)), words: [...words, head].sort() };
}

/** Verbs whose subject says, and is not, what is counted: "Solheim expects another 30 to retire". */
const SAYING = new Set(
  'expect expects expected hope hopes hoped plan plans planned want wants wanted say says said'.split(' '),
);
const FORESEEING = new Set('projected expected estimated forecast predicted likely set'.split(' '));
/** Verbs of those that are nouns as well. */
const NOUNS_TOO = new Set('stay rise fall increase decrease decline'.split(' '));
const ADDING = new Set(['another', 'further', 'additional', 'extra']);

/** Whether a word only leads from what is measured to its amount: "fell", "slightly", "projected to", "another". */
function leadsToAmount({ text }: Token): boolean {
  return REPORTING.has(text) || ADDING.has(text) || isDegree(text) || FORESEEING.has(text);
}

/** The words before an amount that it measures, a bracket between: "members (72 %)". A date has its event's verb ("the depot opened"), an amount none ("costs came to"). */
function amountRun(words: ProseTokens, at: number): Token[] {
  let run = leftRun(words, words.tokens[at - 1]?.text === '(' ? at - 2 : at - 1);
  let isBeforeVerb = false;
  while (run.length > 1 && leadsToAmount(run.at(-1)!)) {
    // "The average stay fell": before a verb it is a noun.
    if (isBeforeVerb && NOUNS_TOO.has(run.at(-1)!.text)) break;
    const { text } = run.pop()!;
    isBeforeVerb ||= REPORTING.has(text);
  }
  // "Costs will stay below $50 million", "costs are projected to fall by 5 %".
  for (let verbs = 0; verbs < 2 && run.length === 1 && leadsToAmount(run[0]!); verbs++) {
    const before = leftRun(words, beforePeriod(words, indexOfToken(words.tokens, run[0]!) - 1));
    while (before.length > 1 && leadsToAmount(before.at(-1)!)) before.pop();
    if (before.length === 0) break;
    run = before;
  }
  return SAYING.has(run.at(-1)?.text ?? '') ? [] : [...placedThing(words, run), ...run];
}

/** What is placed by the names that a run is: the exports of "exports to China". */
function placedThing(words: ProseTokens, run: readonly Token[]): Token[] {
  if (!run[0]?.name || !run.every(({ name }) => name)) return [];
  const at = indexOfToken(words.tokens, run[0]);
  if (!PLACING.has(words.tokens[at - 1]?.text ?? '')) return [];
  return leftRun(words, at - 2).filter(({ name }) => !name);
}

/** What leads to the time of what is told: "in 2020", "for the third quarter of 2020". */
const TIMING = new Set(['in', 'for', 'during', 'over', 'of', 'the']);

/** The token before a figure and what leads to it that end at a token: "revenue" for "revenue in the first half of 2020"; else that token. */
function beforePeriod({ tokens }: ProseTokens, end: number): number {
  if (tokens[end]?.kind !== 'figure') return end;
  let at = end - 1;
  while (at > 0 && TIMING.has(tokens[at]!.text)) at--;
  return at === end - 1 ? end : at;
}

/** What happened at a date: the words before it, or those behind one that its sentence opens with: "On 4 May the bridge was opened". */
function dateRun(words: ProseTokens, at: number): Token[] {
  const before = leftRun(words, at - 1);
  if (before.length > 0) return before;
  const { tokens, sentences } = words;
  for (let i = at - 1; i >= 0 && sentences[i] === sentences[at]; i--) {
    if (at - i > LONGEST || tokens[i]!.kind !== 'function') return [];
  }
  const run: Token[] = [];
  for (let i = tokens[at + 1]?.text === ',' ? at + 2 : at + 1; i < tokens.length && run.length < LONGEST; i++) {
    const { kind, text } = tokens[i]!;
    if (sentences[i] !== sentences[at]) break;
    if (kind === 'content') run.push(tokens[i]!);
    else if (kind !== 'function' || !(DETERMINERS.has(text) || PASSIVE.has(text))) break;
  }
  return run;
}

/** What stands between what something is done to and what is done. */
const PASSIVE = new Set(['was', 'were', 'is', 'are', 'has', 'had', 'have', 'been']);

const PLACING = new Set(['at', 'in', 'of', 'on', 'for', 'to']);

/** What is placed by the name that an event's words begin with: "depot at" before "Elmford opened"; for the reader only. */
function thingBefore(words: ProseTokens, first: Token): string | undefined {
  const { tokens } = words;
  const at = indexOfToken(tokens, first);
  const link = tokens[at - 1];
  if (!first.name || !link || !PLACING.has(link.text) || words.sentences[at - 2] !== words.sentences[at])
    return undefined;
  const run: Token[] = [];
  for (let i = at - 2; i >= 0 && run.length < LONGEST && tokens[i]!.kind === 'content'; i--) run.unshift(tokens[i]!);
  return run.length > 0 ? `${printed(run, words)} ${link.text}` : undefined;
}

/** A run of words as the text prints it, with the small words between them: "trains in service". */
function printed(run: readonly Token[], { tokens }: ProseTokens): string {
  let text = '';
  let last = -1;
  run.forEach((token, order) => {
    const at = indexOfToken(tokens, token);
    const between = last >= 0 && at > last && at - last <= MOST_BETWEEN + 1 ? tokens.slice(last + 1, at) : [];
    if (between.every(({ kind }) => kind === 'function')) for (const word of between) text += ` ${word.text}`;
    // A name that begins a sentence is told from other words by the name that follows it.
    const beginsName = order === 0 && !token.written && run[1]?.written && tokens[at + 1] === run[1];
    const own = token.written ?? (beginsName ? token.text.charAt(0).toUpperCase() + token.text.slice(1) : token.text);
    text += order > 0 ? ` ${own}` : own;
    last = at;
  });
  return text;
}

/** So many small words may stand between two words of a measure. */
const MOST_BETWEEN = 3;

/** Whether a word and those behind it say where or per what something is measured: the share of "earnings per diluted share". */
function isOnlyWhere(token: Token, { tokens }: ProseTokens): boolean {
  const link = tokens[indexOfToken(tokens, token) - 1]?.text ?? '';
  return link === 'per' || (token.name && link !== 'of' && PLACING.has(link));
}

/** The measure that a run of content words names, taken from `words`; its last word is the head, but for what only says where or per what. */
export function measureOf(run: readonly Token[], words: ProseTokens): Measure {
  const behind = run.findIndex((token, order) => order > 0 && isOnlyWhere(token, words));
  const head = run.at(behind - 1 < 0 ? -1 : behind - 1)!;
  return {
    text: printed(run, words),
    head: head.concept,
    words: run
      .filter((token) => token !== head)
      .map((token) => token.concept)
      .sort(),
  };
}

function rightRun(words: ProseTokens, from: number): Token[] {
  const run: Token[] = [];
  for (let i = from; i < words.tokens.length && run.length < LONGEST; i++) {
    const token = words.tokens[i]!;
    if (token.kind !== 'content' || words.sentences[i] !== words.sentences[from - 1]) break;
    if (token.text === 'compared' || token.text === 'respectively' || isTime(words, i)) break;
    if (run.length > 0 && (/(?:ed|ing)$/.test(token.text) || isDegree(token.text))) break;
    run.push(token);
  }
  return run;
}

/** Words that say of a stretch of time which one it is: "visitors last year". */
const WHICH_TIME = new Set(['last', 'next', 'this', 'past', 'previous']);

/** Whether a word says when something is measured, and not what: "today", "last year". */
function isTime({ tokens }: ProseTokens, at: number): boolean {
  const { text } = tokens[at]!;
  return text === 'today' || (WHICH_TIME.has(text) && TIMES.has(tokens[at + 1]?.stem ?? ''));
}

/** Stems of stretches of time, in which something is measured and which are not what is. */
const TIMES = new Set('year month quarter week period decade season past'.split(' ').map(stemOf));

const COMPARING = new Set(['more', 'fewer', 'less', 'higher', 'lower']);
/** Between two figures that are compared stand so many tokens at most. */
const COMPARED_WITHIN = 12;

/**
 * What the figure is told of that this one is compared with: the boats of "40 boats in May, 6 % more than a year before" or of "40 boats,
 * compared with 36 in April".
 */
function comparedRun(words: ProseTokens, at: number): Token[] {
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
function wholeRun({ tokens, sentences }: ProseTokens, at: number): Token[] {
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
function reachedRun(words: ProseTokens, at: number): Token[] {
  const { tokens } = words;
  const by = at - 2;
  if (tokens[at - 1]?.text !== 'to' || tokens[by]?.kind !== 'figure') return [];
  const verb = tokens[by - 1]?.text === 'by' ? tokens[by - 2] : tokens[by - 1];
  return REPORTING.has(verb?.text ?? '') ? amountRun(words, by) : [];
}

function findLinked(words: ProseTokens, at: number): Token[] {
  const link = words.tokens[at + 1];
  if (!link || !LINKS.has(link.text)) return [];
  let from = at + 2;
  while (DETERMINERS.has(words.tokens[from]?.text ?? '')) from++;
  const run = words.sentences[from] === words.sentences[at] ? rightRun(words, from) : [];
  // "3 % in the year to June", "5 % in the past two years"
  return TIMES.has(run.at(-1)?.stem ?? '') && link.text !== 'of' ? [] : run;
}

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

/** The last run of content words before the figure, over a few function words: "the budget of the army was". */
function leftRun(words: ProseTokens, from: number): Token[] {
  let i = from;
  while (i >= 0 && i > from - 5 && words.tokens[i]!.kind === 'function') i--;
  const run: Token[] = [];
  for (; i >= 0 && run.length < LONGEST; i--) {
    const token = words.tokens[i]!;
    if (words.sentences[i] !== words.sentences[from + 1] || token.kind === 'punctuation' || token.kind === 'figure')
      break;
    if (token.kind === 'content') run.unshift(token);
    else if (token.text !== 'of' && token.text !== 'per' && !DETERMINERS.has(token.text)) break;
  }
  return run;
}
