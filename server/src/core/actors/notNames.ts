// What speaks against a single word being a name at all, though it has a capital: a word for doing something at the start of a sentence,
// a unit behind a number.

import { Sense } from './lexicon.ts';
import { startKind } from './nameFeatures.ts';
import type { ReadWords, WordRun } from './nameSpans.ts';
import { quiet, WordShape } from './nameTokens.ts';

/** What people do with words, and hardly anything else does. */
export const SPEECH = new Set('said says told explained added asked argued wrote recalled replied noted'.split(' '));

/** How much that speaks against, in log-odds. */
const AGAINST = 2;

/** Log-odds taken from a run's scores. */
export function scoreAgainst(words: ReadWords, run: WordRun, scores: [number, number, number]): void {
  if (run.first !== run.last || !(isGerund(words, run) || isUnit(words, run.first))) return;
  for (let k = 0; k < 3; k++) scores[k]! -= AGAINST;
}

const NAMED =
  Sense.given |
  Sense.surname |
  Sense.famous |
  Sense.knownPlace |
  Sense.knownGroup |
  Sense.city |
  Sense.country |
  Sense.region |
  Sense.properThing;

/** "Recycling saved 40 tonnes": a word for doing something has a capital only where a sentence begins. */
function isGerund(words: ReadWords, { first }: WordRun): boolean {
  const { folded, senses, tokens } = words;
  if (!/.{4}ing$/.test(folded[first]!) || tokens.shape[first] !== WordShape.capitalized) return false;
  if ((senses[first]! & NAMED) !== 0 || startKind(words, first) !== 1 || tokens.fullEnd[first]! > tokens.end[first]!)
    return false;
  const next = first + 1;
  if (next >= folded.length || !quiet(tokens.gap[next]!) || tokens.shape[next] !== WordShape.lower) return false;
  return !SPEECH.has(folded[next]!);
}

const MULTIPLIERS = new Set(['million', 'billion', 'trillion']);
const BEHIND_UNITS = new Set(
  'in of a an per from and by to at or was were is for during as with this last each on'.split(' '),
);

/** "4.2 million TEU": capitals behind a number that count nothing else. */
function isUnit({ folded, senses, tokens }: ReadWords, index: number): boolean {
  if (tokens.shape[index] !== WordShape.upper || index < 2 || !quiet(tokens.gap[index]!)) return false;
  if (!MULTIPLIERS.has(folded[index - 1]!) || (senses[index]! & NAMED) !== 0) return false;
  const next = index + 1;
  return next >= folded.length || !quiet(tokens.gap[next]!) || BEHIND_UNITS.has(folded[next]!);
}
