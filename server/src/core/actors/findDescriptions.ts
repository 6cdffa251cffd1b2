// Finds how a text says who somebody is: by words before the name ("defence analyst Ivo Hanak"), by an apposition after
// it ("Ivo Hanak, a defence analyst,"), in brackets, or by saying that he is one.

import { type Span, spanOf } from '../text/span.ts';
import { Sense } from './lexicon.ts';
import type { ReadWords, WordRun } from './nameSpans.ts';
import { Gap, quiet, WordShape } from './nameTokens.ts';

const MOST_MODIFIERS = 3;
const LONGEST_APPOSITION = 14;

/** Words before a role that are no part of the description: verbs of saying and the commonest others. */
const VERBS = new Set(
  (
    'says said say explains explained explain notes noted note adds added add argues argued warns warned warn told tells tell ' +
    'asked asks ask writes wrote write recalls recalled insists insisted claims claimed believes believed thinks thought ' +
    'suggests suggested observes observed remarks remarked replies replied answers answered admits admitted agrees agreed ' +
    'states stated announced announces reports reported describes described called calls named names appointed elected made ' +
    'makes met meet meets joined joins came comes come went goes go saw sees see gave gives give took takes take left asked ' +
    'thanked thanks invited includes including included featuring featured follows followed became becomes become is was are ' +
    'were be been has had have did does do will would can could may might should must says quoted quotes interviewed interviews ' +
    'killed shot arrested accused praised criticized criticised succeeded replaced married backed supported defeated beat'
  ).split(' '),
);

const KIND_OF_PERSON = Sense.role | Sense.relation;

/** Where a run of words is described, as spans of the text; articles are left out. Looks a few words around only. */
export function findDescriptions(words: ReadWords, run: WordRun): Span[] {
  const found: Span[] = [];
  const before = describeBefore(words, run);
  if (before !== undefined) found.push(before);
  const after = describeAfter(words, run);
  if (after !== undefined) found.push(after);
  return found;
}

/** "Baku resident" of "says Baku resident Leyla Aliyeva"; "retired General" of "retired General Novak's". */
function describeBefore(words: ReadWords, run: WordRun): Span | undefined {
  const { tokens, senses, folded } = words;
  let at = run.first - 1;
  // An honorific stands between the description and the name: "specialist Dr. Ines Roth".
  while (at >= 0 && touchesNext(words, at) && (senses[at]! & Sense.honorific) !== 0 && (senses[at]! & Sense.role) === 0)
    at--;
  if (at < 0 || !touchesNext(words, at) || (senses[at]! & KIND_OF_PERSON) === 0) return undefined;
  if ((senses[at]! & Sense.given) !== 0 && tokens.shape[at] !== WordShape.lower) return undefined;
  const last = at;
  let first = at;
  let modifiers = 0;
  while (first > 0 && modifiers < MOST_MODIFIERS && quiet(tokens.gap[first]!)) {
    const previous = first - 1;
    const sense = senses[previous]!;
    if ((sense & (Sense.function | Sense.calendar)) !== 0 || VERBS.has(folded[previous]!)) break;
    if (tokens.shape[previous] === WordShape.number || tokens.shape[previous] === WordShape.code) break;
    if (tokens.fullEnd[previous]! > tokens.end[previous]!) break;
    first = previous;
    modifiers++;
  }
  return spanOf(tokens.start[first]!, tokens.end[last]!);
}

/** Whether only space, or the dot of an abbreviation, lies between a word and the next. */
function touchesNext(words: ReadWords, index: number): boolean {
  const gap = words.tokens.gap[index + 1]!;
  if (words.tokens.fullEnd[index]! > words.tokens.end[index]!) return false;
  if (quiet(gap)) return true;
  return (gap & ~(Gap.space | Gap.newline | Gap.stop)) === 0 && (words.senses[index]! & Sense.honorific) !== 0;
}

const ARTICLES = new Set(['a', 'an', 'the']);
const COPULAS = new Set(['is', 'was']);
const ENDS = new Set([
  'who',
  'whose',
  'which',
  'that',
  'when',
  'where',
  'while',
  'but',
  'because',
  'although',
  'is',
  'was',
  'has',
  'had',
]);

/** What follows the name after a comma, a bracket or "is". */
function describeAfter(words: ReadWords, run: WordRun): Span | undefined {
  const { tokens, folded } = words;
  const next = run.last + 1;
  if (next >= tokens.start.length) return undefined;
  const gap = tokens.gap[next]!;
  if (quiet(gap)) {
    if (tokens.fullEnd[run.last]! > tokens.end[run.last]!) return undefined;
    if (!COPULAS.has(folded[next]!) || !ARTICLES.has(folded[next + 1] ?? '') || !quiet(tokens.gap[next + 1]!))
      return undefined;
    if (folded[next + 1] === 'the' && !hasRole(words, next + 2, 4)) return undefined;
    return nounPhrase(words, next + 2, LONGEST_APPOSITION);
  }
  const bracket = (gap & Gap.open) !== 0;
  if (!bracket && (gap & ~(Gap.space | Gap.newline | Gap.comma)) !== 0) return undefined;
  const article = ARTICLES.has(folded[next]!);
  const first = article ? next + 1 : next;
  if (!hasRole(words, first, 6)) {
    // "Lhota, a village in the hills": only an indefinite article makes other nouns a description.
    if (!article || folded[next] === 'the' || bracket) return undefined;
  } else if (!article && startsOtherName(words, first)) return undefined;
  return nounPhrase(words, first, LONGEST_APPOSITION);
}

/** Whether one of the next words, before a stop, is a role or a relation. */
function hasRole(words: ReadWords, from: number, most: number): boolean {
  const { tokens, senses } = words;
  for (let i = from; i < Math.min(from + most, tokens.start.length); i++) {
    if (i > from && !quiet(tokens.gap[i]!)) return false;
    if (VERBS.has(words.folded[i]!) || (i > from && ENDS.has(words.folded[i]!))) return false;
    if ((senses[i]! & KIND_OF_PERSON) !== 0) return true;
    if ((senses[i]! & Sense.function) !== 0 && words.folded[i] !== 'former') return false;
  }
  return false;
}

/** "…, Senator Ana Ruiz": the role belongs to the next name of a list. */
function startsOtherName(words: ReadWords, from: number): boolean {
  const { tokens, senses } = words;
  for (let i = from; i + 1 < tokens.start.length && i < from + 5; i++) {
    if ((senses[i]! & KIND_OF_PERSON) === 0) continue;
    const after = i + 1;
    return (
      quiet(tokens.gap[after]!) &&
      tokens.shape[after] === WordShape.capitalized &&
      (senses[after]! & (Sense.role | Sense.function)) === 0
    );
  }
  return false;
}

/** From a word to the end of its phrase: a stop, a comma, a bracket, or a word that begins a clause. */
function nounPhrase(words: ReadWords, from: number, most: number): Span | undefined {
  const { tokens, folded } = words;
  let last = from - 1;
  for (let i = from; i < tokens.start.length; i++) {
    if (i - from >= most) return undefined;
    if (i > from && !quiet(tokens.gap[i]!) && !isInnerDot(words, i)) break;
    if (i > from && (ENDS.has(folded[i]!) || (VERBS.has(folded[i]!) && tokens.shape[i] === WordShape.lower))) break;
    if (tokens.shape[i] === WordShape.code) return undefined;
    last = i;
  }
  while (last >= from && (words.senses[last]! & Sense.function) !== 0) last--;
  return last < from ? undefined : spanOf(tokens.start[from]!, tokens.end[last]!);
}

function isInnerDot(words: ReadWords, index: number): boolean {
  const gap = words.tokens.gap[index]!;
  return (gap & ~(Gap.space | Gap.stop)) === 0 && words.tokens.shape[index - 1] === WordShape.initial;
}
