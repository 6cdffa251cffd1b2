// Finds what could be names in one piece of prose, and says what the prose itself knows of each: how likely it is a
// person, an organization or a place, how it is described and what it says. What is a name is decided by the document.

import type { Prose } from '../markdown/block.ts';
import type { NameCandidate } from './actor.ts';
import { findDescriptions } from './findDescriptions.ts';
import { findQuotations } from './findQuotations.ts';
import { Sense, sensesOfPhrase } from './lexicon.ts';
import { addFeatures, startKind, traitsOf } from './nameFeatures.ts';
import { keyOf } from './nameKey.ts';
import { scoreFeatures } from './nameModel.ts';
import { findWordRuns, type ReadWords, readWords, type WordRun } from './nameSpans.ts';
import { tokenizeNames, WordShape } from './nameTokens.ts';

/** Candidates below this score in every kind are not worth keeping: no evidence elsewhere would raise them enough. */
const HOPELESS = -4;
/** Candidates that could be speakers and be described. */
const LIKELY = -1.5;

const NO_NAMES: readonly NameCandidate[] = [];

/**
 * The candidates of one piece of prose, by start, the longer first. "Mayor Anna Kovac of Brno" yields, among others,
 * "Anna Kovac" as a likely person described as "Mayor", and "Brno" as a likely place. Linear time; any text.
 */
export function findNames(prose: Prose): readonly NameCandidate[] {
  const tokens = tokenizeNames(prose.text);
  if (!tokens.shape.some((shape) => shape !== WordShape.lower && shape !== WordShape.number)) return NO_NAMES;
  const words = readWords(tokens);
  const runs = findWordRuns(words);
  if (runs.length === 0) return NO_NAMES;
  const traits = traitsOf(words, prose.place);
  const found: { run: WordRun; candidate: NameCandidate }[] = [];
  const features: number[] = [];
  for (const run of runs) {
    if (isNever(words, run)) continue;
    features.length = 0;
    addFeatures(words, run, traits, features);
    const scores = scoreFeatures(features);
    if (Math.max(scores[0], scores[1], scores[2]) <= HOPELESS) continue;
    found.push({ run, candidate: describe(words, run, scores) });
  }
  found.sort((a, b) => a.run.first - b.run.first || b.run.last - a.run.last);
  const quotations = findQuotations(
    words,
    found.map(({ run, candidate }) => ({ run, score: candidate.scores[0] })).filter(({ score }) => score > LIKELY),
  );
  return found.map(({ run, candidate }) => {
    const quoted = quotations.get(run);
    return quoted === undefined ? candidate : { ...candidate, quotations: quoted };
  });
}

/** What no context makes a name: a lone function word, month, honorific or adjective of nationality. */
function isNever(words: ReadWords, run: WordRun): boolean {
  if (isPartOfPhrase(words, run)) return true;
  if (run.first !== run.last) return joinsTwoNames(words, run);
  const sense = words.senses[run.first]!;
  const known = sense & (Sense.given | Sense.country | Sense.city | Sense.region);
  if ((sense & Sense.demonym) !== 0) return (sense & Sense.country) === 0;
  if ((sense & (Sense.honorific | Sense.calendar)) !== 0) return known === 0;
  const shape = words.tokens.shape[run.first]!;
  return (
    shape === WordShape.initial || ((sense & Sense.function) !== 0 && known === 0 && shape === WordShape.capitalized)
  );
}

/** "York" in "New York": a well-known name is not taken apart. */
function isPartOfPhrase(words: ReadWords, run: WordRun): boolean {
  if (run.segmentFirst === run.segmentLast) return false;
  const from = Math.max(run.segmentFirst, run.first - 3);
  for (let first = from; first <= run.first; first++) {
    let phrase = '';
    for (let last = first; last <= Math.min(run.segmentLast, first + 3); last++) {
      phrase = last === first ? words.folded[last]! : `${phrase} ${words.folded[last]!}`;
      if (last < run.last || last === first || (first === run.first && last === run.last)) continue;
      if (isWellKnown(phrase)) return true;
    }
  }
  return false;
}

const isWellKnown = (phrase: string) => (sensesOfPhrase(phrase) & (Sense.country | Sense.region | Sense.city)) !== 0;

/** "Warsaw and Poznan": two names, unless a word tells that they make up one ("Centre for Arts and Crafts"). */
function joinsTwoNames(words: ReadWords, run: WordRun): boolean {
  let joined = false;
  for (let i = run.first + 1; i < run.last; i++) if (words.folded[i] === 'and') joined = true;
  if (!joined || isWellKnown(keyOf(words, run))) return false;
  for (let i = run.first; i <= run.last; i++) if ((words.senses[i]! & Sense.organization) !== 0) return false;
  return true;
}

function describe(words: ReadWords, run: WordRun, scores: NameCandidate['scores']): NameCandidate {
  const { tokens } = words;
  const candidate: { -readonly [K in keyof NameCandidate]: NameCandidate[K] } = {
    span: { start: tokens.start[run.first]!, end: tokens.end[run.last]! },
    key: keyOf(words, run),
    scores,
  };
  if (startKind(words, run.first) === 1) candidate.startsSentence = true;
  if (tokens.fullEnd[run.last]! > tokens.end[run.last]!) candidate.possessive = true;
  if (isOrdinary(words, run)) candidate.ordinary = true;
  const titled = titleWords(words, run);
  if (titled > 0) candidate.titled = tokens.start[run.first + titled]! - tokens.start[run.first]!;
  if (Math.max(scores[0], scores[1], scores[2]) > LIKELY) {
    const descriptions = findDescriptions(words, run);
    if (descriptions.length > 0) candidate.descriptions = descriptions;
  }
  return candidate;
}

/** Whether ordinary words alone make up a run. */
function isOrdinary(words: ReadWords, run: WordRun): boolean {
  for (let i = run.first; i <= run.last; i++) {
    const sense = words.senses[i]!;
    if ((sense & (Sense.country | Sense.region)) !== 0) return false;
    if ((sense & (Sense.common | Sense.function | Sense.demonym)) === 0) return false;
  }
  return true;
}

/** How many words of a run are a title before a name: 2 of "Prime Minister Novak". */
function titleWords(words: ReadWords, run: WordRun): number {
  let count = 0;
  for (let i = run.first; i < run.last; i++) {
    if (words.tokens.shape[i] === WordShape.lower) break;
    const sense = words.senses[i]!;
    if ((sense & (Sense.honorific | Sense.role)) !== 0 && (sense & Sense.given) === 0) count = i + 1 - run.first;
  }
  return count;
}
