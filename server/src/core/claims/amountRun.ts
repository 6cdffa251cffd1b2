// The words before an amount that it measures, over the verb that leads from the one to the other: the costs of "costs are projected to
// fall by 5 %". What stands behind an amount, or is told by another figure, is found elsewhere.

import { isAtFirst, isDegree } from './lexicon.ts';
import { indexOfToken, type ProseTokens, type Token } from './tokens.ts';
import { DETERMINERS, leftRun, PLACING, REPORTING } from './wordRuns.ts';

/** Verbs whose subject says, and is not, what is counted: "Solheim expects another 30 to retire". */
const SAYING = new Set(
  'expect expects expected hope hopes hoped plan plans planned want wants wanted say says said'.split(' '),
);
const FORESEEING = new Set('projected expected estimated forecast predicted likely set'.split(' '));
/** Verbs of those that are nouns as well. */
const NOUNS_TOO = new Set(
  'stay rise fall increase decrease decline rises falls increases decreases declines drops climbs jumps slips'.split(
    ' ',
  ),
);
const ADDING = new Set(['another', 'further', 'additional', 'extra']);

/** Whether a word only leads from what is measured to its amount: "fell", "slightly", "projected to", "another". */
function leadsToAmount({ text }: Token): boolean {
  return REPORTING.has(text) || ADDING.has(text) || isAtFirst(text) || isDegree(text) || FORESEEING.has(text);
}

/** The words before an amount that it measures, a bracket between: "members (72 %)". A date has its event's verb ("the depot opened"), an amount none ("costs came to"). */
export function amountRun(words: ProseTokens, at: number): Token[] {
  let run = leftRun(words, words.tokens[at - 1]?.text === '(' ? at - 2 : at - 1);
  let isBeforeVerb = false;
  while (run.length > 1 && leadsToAmount(run.at(-1)!)) {
    // "The average stay fell", "rent increases of 5 %": before a verb or "of" it is a noun.
    const last = run.at(-1)!;
    if (NOUNS_TOO.has(last.text) && (isBeforeVerb || isBeforeOf(words, last))) break;
    const { text } = run.pop()!;
    isBeforeVerb ||= REPORTING.has(text);
  }
  if (isBeforeVerb && isCounted(words, run[0]!)) return [];
  // "Costs will stay below $50 million", "costs are projected to fall by 5 %".
  for (let verbs = 0; verbs < 2 && run.length === 1 && isVerbOfAmount(words, run[0]!); verbs++) {
    const before = leftRun(words, beforePeriod(words, beforeAside(words, indexOfToken(words.tokens, run[0]!) - 1)));
    while (before.length > 1 && leadsToAmount(before.at(-1)!)) before.pop();
    if (before.length === 0) break;
    run = before;
  }
  run = objectOf(words, run);
  return SAYING.has(run.at(-1)?.text ?? '') ? [] : [...placedThing(words, run), ...run];
}

/** What a verb is followed by: the budget of "the council cut its budget". */
function objectOf({ tokens }: ProseTokens, run: Token[]): Token[] {
  for (let order = run.length - 1; order > 0; order--) {
    const at = indexOfToken(tokens, run[order]!);
    if (DETERMINERS.has(tokens[at - 1]?.text ?? '') && indexOfToken(tokens, run[order - 1]!) === at - 2)
      return run.slice(order);
  }
  return run;
}

/** Whether a word stands right before "of": the increases of "increases of 5 %". */
function isBeforeOf({ tokens }: ProseTokens, token: Token): boolean {
  return tokens[indexOfToken(tokens, token) + 1]?.text === 'of';
}

/** Whether a run that begins with a word is what another figure is a part of: the members of "4 % of members fell to 3 %". */
function isCounted({ tokens }: ProseTokens, first: Token): boolean {
  const before = indexOfToken(tokens, first) - 1;
  return tokens[before]?.text === 'of' && tokens[before - 1]?.kind === 'figure';
}

/** Whether a word that stands alone before an amount only leads to it: "fell to", "was cut to"; not the increases of "increases of 5 %". */
function isVerbOfAmount(words: ProseTokens, token: Token): boolean {
  if (NOUNS_TOO.has(token.text) && isBeforeOf(words, token)) return false;
  return leadsToAmount(token) || isDone(words, token);
}

const CHANGED = new Set('cut lowered raised reduced revised trimmed slashed lifted'.split(' '));
const BE = new Set(['was', 'were', 'is', 'are', 'be', 'been', 'being']);

/** Whether a verb says that something was made more or less: "the number of beds was cut". */
function isDone({ tokens }: ProseTokens, token: Token): boolean {
  return CHANGED.has(token.text) && BE.has(tokens[indexOfToken(tokens, token) - 1]?.text ?? '');
}

/** So many tokens an aside between commas or brackets has at most. */
const LONGEST_ASIDE = 14;

/** The token before an aside that ends at a token: "traffic" of "traffic, which stood at 48 in May, fell", "traffic (in cars), fell"; else that token. */
function beforeAside({ tokens, sentences }: ProseTokens, end: number): number {
  const isComma = tokens[end]?.text === ',';
  const close = isComma && tokens[end - 1]?.text === ')' ? end - 1 : end;
  const opener = tokens[close]?.text === ')' ? '(' : ',';
  if (opener === ',' && !isComma) return end;
  for (let at = close - 1; at > 0 && close - at <= LONGEST_ASIDE && sentences[at] === sentences[end]; at--) {
    if (tokens[at]!.text === opener) return opener === '(' || tokens[at + 1]!.kind === 'function' ? at - 1 : end;
  }
  return end;
}

/** What is placed by what a run names: the exports of "exports to China", the spending of "spending on roads". */
function placedThing(words: ProseTokens, run: readonly Token[]): Token[] {
  if (!run[0] || run.some(({ name }) => name !== run[0]!.name)) return [];
  const at = indexOfToken(words.tokens, run[0]) - 1;
  const link = words.tokens[at]?.text ?? '';
  if (!PLACING.has(link)) return [];
  if (run[0].name) return leftRun(words, at - 1).filter(({ name }) => !name);
  const isThing = link !== 'of' && link !== 'to' && words.tokens[at - 1]?.kind === 'content';
  return isThing ? objectOf(words, leftRun(words, at - 1)) : [];
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
