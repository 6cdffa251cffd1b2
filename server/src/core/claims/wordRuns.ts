// Runs of words beside a figure, as far as they can be what it measures: behind it, before it, at the date that it is. Which of
// them it is that the figure measures is decided elsewhere.

import { isDegree } from './lexicon.ts';
import { stemOf } from './stem.ts';
import type { ProseTokens, Token } from './tokens.ts';

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
  decreasing decline declining went go goes gone slipped slid jumped soared surged plunged plummeted sank shrank shrunk dipped
  tumbled narrowed widened halved quadrupled expanded contracted eased advanced edged leapt retreated increases decreases
  declines drops climbs jumps slips`.split(/\s+/),
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
    if (run.length > 0 && (/(?:ed|ing)$/.test(token.text) || PAST.has(token.text) || isDegree(token.text))) break;
    run.push(token);
  }
  return run;
}

/** Verbs in the past whose form does not tell it, and how often something is done: "340 voters |came", "48 mg of salt |twice a day". */
const PAST = new Set(
  `rose fell grew stood came went said told met ran saw got held kept paid spent sold built bought won took made gave gone fled felt
  drew threw drove rode wrote began became sat slept spoke swore wore chose broke had once twice`.split(/\s+/),
);

/** Where the content words end that begin at a token, after so many at most as tell what is measured: behind "boats" in "|boats out of". */
export function nounEnd({ tokens }: ProseTokens, from: number): number {
  let end = from;
  while (end < from + LONGEST && tokens[end]?.kind === 'content') end++;
  return end;
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
