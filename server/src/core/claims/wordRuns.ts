// Runs of words beside a figure, as far as they can be what it measures: behind it, before it, before the verb that leads to it. Which of
// them it is that the figure measures is decided elsewhere.

import { isDegree } from './lexicon.ts';
import { stemOf } from './stem.ts';
import { indexOfToken, type ProseTokens, type Token } from './tokens.ts';

/** So many words of a run tell what is measured. */
export const LONGEST = 4;
export const DETERMINERS = new Set([
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

/** Verbs that lead from a measure to its amount: "operating costs came to $4 million". */
export const REPORTING = new Set(
  `came come comes reached reaches rose rises risen fell falls fallen grew grows grown stood stands amounted amounts
  totalled totaled totals hit hits numbered averaged averages climbed dropped increased decreased declined exceeded stay stays
  equals equalled remained stayed doubled tripled rise rising fall falling grow growing increase increasing decrease
  decreasing decline declining`.split(/\s+/),
);

/** What leads from a thing to where it is. */
export const PLACING = new Set(['at', 'in', 'of', 'on', 'for', 'to']);

/** The words directly behind a figure, from a token on: "3,510 |dock workers| left". */
export function rightRun(words: ProseTokens, from: number): Token[] {
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
export const TIMES = new Set('year month quarter week period decade season past'.split(' ').map(stemOf));

/** The last run of content words before the figure, over a few function words: "the budget of the army was". */
export function leftRun(words: ProseTokens, from: number): Token[] {
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
export function amountRun(words: ProseTokens, at: number): Token[] {
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

/** What leads to the time of what is told: "in 2020", "for the first half of 2011". */
const TIMING = new Set(['in', 'for', 'during', 'over', 'of', 'the']);

/** The token before a figure and what leads to it that end at a token: "revenue" for "revenue in the first half of 2011"; else that token. */
function beforePeriod({ tokens }: ProseTokens, end: number): number {
  if (tokens[end]?.kind !== 'figure') return end;
  let at = end - 1;
  while (at > 0 && TIMING.has(tokens[at]!.text)) at--;
  return at === end - 1 ? end : at;
}

/** What happened at a date: the words before it, or those behind one that its sentence opens with: "On 4 May the bridge was opened". */
export function dateRun(words: ProseTokens, at: number): Token[] {
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
