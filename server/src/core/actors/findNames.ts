// Finds what could be names in one piece of prose, and says what the prose itself knows of each: how likely it is a
// person, an organization or a place, how it is described and what it says. What is a name is decided by the document.

import type { Prose } from '../markdown/block.ts';
import type { NameCandidate, ProseNames } from './actor.ts';
import { kindOfEponym } from './eponyms.ts';
import { findDescriptions } from './findDescriptions.ts';
import { findQuotations } from './findQuotations.ts';
import { bestOf } from './kindScores.ts';
import { Sense, sensesOfPhrase, WELL_KNOWN_PLACE } from './lexicon.ts';
import { findNextListed } from './listedNames.ts';
import { addFeatures, startKind, traitsOf } from './nameFeatures.ts';
import { keyOf } from './nameKey.ts';
import { scoreFeatures } from './nameModel.ts';
import { scoreByRules } from './nameRules.ts';
import { findWordRuns, isCapital, type ReadWords, readWords, type WordRun } from './nameSpans.ts';
import { Gap, hashOfSpelling, type NameTokens, tokenizeNames, WordShape } from './nameTokens.ts';
import { kindTold } from './toldKinds.ts';

/** Candidates below this score in every kind are not worth keeping: no evidence elsewhere would raise them enough. */
const HOPELESS = -4;
/** Candidates that could be speakers and be described. */
const LIKELY = -1.5;

const NO_CANDIDATES: readonly NameCandidate[] = [];

/** Shorter words in lower case say nothing of names. */
const SHORTEST = 4;

/**
 * The candidates of one piece of prose, by start, the longer first, and its words in lower case. "Mayor Anna Kovac of Brno" yields, among others,
 * "Anna Kovac" as a likely person described as "Mayor", and "Brno" as a likely place. Linear time; any text.
 */
export function findNames(prose: Prose): ProseNames {
  const tokens = tokenizeNames(prose.text);
  const lowerCase = lowerCaseIn(tokens);
  const nothing = { candidates: NO_CANDIDATES, lowerCase };
  if (!tokens.shape.some((shape) => shape !== WordShape.lower && shape !== WordShape.number)) return nothing;
  const words = readWords(tokens);
  const runs = findWordRuns(words);
  if (runs.length === 0) return nothing;
  const traits = traitsOf(words, prose.place);
  const found: { run: WordRun; candidate: NameCandidate }[] = [];
  const features: number[] = [];
  for (const run of runs) {
    if (isNever(words, run)) continue;
    features.length = 0;
    addFeatures(words, run, traits, features);
    const scores = scoreFeatures(features);
    scoreByRules(words, run, scores);
    if (bestOf(scores) <= HOPELESS) continue;
    found.push({ run, candidate: describe(words, run, scores) });
  }
  if (found.length === 0) return nothing;
  found.sort((a, b) => a.run.first - b.run.first || b.run.last - a.run.last);
  const quotations = findQuotations(
    words,
    found.map(({ run, candidate }) => ({ run, score: candidate.scores[0] })).filter(({ score }) => score > LIKELY),
  );
  const candidates = found.map(({ run, candidate }) => {
    const quoted = quotations.get(run);
    return quoted === undefined ? candidate : { ...candidate, quotations: quoted };
  });
  return { candidates, lowerCase };
}

/** The words in lower case, by the hashes of their spellings. */
function lowerCaseIn({ shape, start, end, hash }: NameTokens): readonly number[] {
  const hashes: number[] = [];
  for (let at = 0; at < shape.length; at++)
    if (shape[at] === WordShape.lower && end[at]! - start[at]! >= SHORTEST) hashes.push(hash[at]!);
  return hashes;
}

/** What no context makes a name: a lone function word, month, honorific or adjective of nationality. */
export function isNever(words: ReadWords, run: WordRun): boolean {
  if (isPartOfPhrase(words, run)) return true;
  if (run.first !== run.last) return isDay(words, run.last) || isNationBefore(words, run) || joinsTwoNames(words, run);
  const sense = words.senses[run.first]!;
  const known = sense & (WELL_KNOWN_PLACE | Sense.given);
  if ((sense & Sense.demonym) !== 0) return (sense & Sense.country) === 0;
  if ((sense & (Sense.honorific | Sense.calendar)) !== 0) return known === 0;
  const shape = words.tokens.shape[run.first]!;
  return (
    shape === WordShape.initial || ((sense & Sense.function) !== 0 && known === 0 && shape === WordShape.capitalized)
  );
}

/** "Saturday", "October", which end no name: "by Ivo Hanak Saturday". */
function isDay({ senses }: ReadWords, index: number): boolean {
  return (senses[index]! & (Sense.calendar | Sense.given | Sense.common)) === Sense.calendar;
}

/** "Norwegian Lars Tveit": the nation is no part of the name. */
function isNationBefore({ senses }: ReadWords, { first }: WordRun): boolean {
  const sense = senses[first]!;
  const isNation = (sense & Sense.demonym) !== 0 && (sense & (Sense.given | Sense.country)) === 0;
  return isNation && (senses[first + 1]! & (Sense.given | Sense.common)) === Sense.given;
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

const isWellKnown = (phrase: string) => (sensesOfPhrase(phrase) & WELL_KNOWN_PLACE) !== 0;

/** "Warsaw and Poznan", "Anna Kovac of the Green Party": two names, unless a word tells that they make up one. */
function joinsTwoNames(words: ReadWords, run: WordRun): boolean {
  const { folded, senses, tokens } = words;
  const heads = Sense.organization | Sense.placeWord;
  if (isWellKnown(keyOf(words, run))) return false;
  for (let i = run.first + 1; i < run.last; i++) {
    if (isCapital(tokens.shape[i]!)) continue;
    const before = senses[i - 1]!;
    if (folded[i] === 'and') {
      const bothWhole = (before & heads) !== 0 && (senses[run.last]! & heads) !== 0 && i - run.first > 1;
      if (bothWhole || !hasSense(words, run, Sense.organization)) return true;
    } else if (isCapital(tokens.shape[i - 1]!) && i - run.first > 1) {
      // A surname ends what is before the small word.
      if (
        (before & (heads | Sense.role | Sense.thing | Sense.common | Sense.demonym)) === 0 &&
        !PARTICLE_WORDS.has(folded[i]!)
      )
        return true;
    }
  }
  return false;
}

function hasAmpersand({ tokens }: ReadWords, { first, last }: WordRun): boolean {
  for (let i = first + 1; i <= last; i++) if ((tokens.gap[i]! & Gap.ampersand) !== 0) return true;
  return false;
}

const PARTICLE_WORDS = new Set(
  'de la le del della di da do dos das du des von van der den zu bin ibn bint al el y e'.split(' '),
);

function hasSense(words: ReadWords, run: WordRun, sense: number): boolean {
  for (let i = run.first; i <= run.last; i++) if ((words.senses[i]! & sense) !== 0) return true;
  return false;
}

function describe(words: ReadWords, run: WordRun, scores: NameCandidate['scores']): NameCandidate {
  const { tokens } = words;
  const candidate: { -readonly [K in keyof NameCandidate]: NameCandidate[K] } = {
    span: { start: tokens.start[run.first]!, end: tokens.end[run.last]! },
    key: keyOf(words, run),
    scores,
  };
  const titled = titleWords(words, run);
  if (startKind(words, run.first) === 1) {
    candidate.startsSentence = true;
    if (mayBeOrdinary(words, run))
      candidate.opening = hashOfSpelling(tokens.text.slice(candidate.span.start, candidate.span.end).toLowerCase());
    const names = WELL_KNOWN_PLACE | Sense.given | Sense.placePrefix | Sense.honorific;
    if (titled === 0 && run.last > run.first && (words.senses[run.first]! & (Sense.common | names)) === Sense.common)
      candidate.loose = true;
  }
  if (tokens.fullEnd[run.last]! > tokens.end[run.last]!) candidate.possessive = true;
  if (isOrdinary(words, run)) candidate.ordinary = true;
  if (isAbbreviationOfWords(words, run)) candidate.abbreviation = true;
  if (hasAmpersand(words, run)) candidate.ampersand = true;
  const eponym = kindOfEponym(words, run);
  if (eponym !== undefined) candidate.eponym = eponym;
  const told = kindTold(words, run);
  if (told !== undefined) candidate.told = told;
  const nextListed = findNextListed(words, run);
  if (nextListed !== undefined) candidate.nextListed = nextListed;
  if (titled > 0) candidate.titled = tokens.start[run.first + titled]! - tokens.start[run.first]!;
  if (bestOf(scores) > LIKELY) {
    const descriptions = findDescriptions(words, titled > 0 ? { ...run, first: run.first + titled } : run);
    if (descriptions.length > 0) candidate.descriptions = descriptions;
  }
  return candidate;
}

/** Whether a single word that begins a sentence may be no name at all: none that is known as one, with no capital but its first letter. */
function mayBeOrdinary({ tokens, senses }: ReadWords, { first, last }: WordRun): boolean {
  if (first !== last || tokens.shape[first] !== WordShape.capitalized) return false;
  const rest = tokens.text.slice(tokens.start[first]! + 1, tokens.end[first]);
  return (senses[first]! & (WELL_KNOWN_PLACE | Sense.given)) === 0 && rest === rest.toLowerCase();
}

/** "intensive care units (ICUs)": the letters are the initials of words in lower case before the bracket. */
function isAbbreviationOfWords(words: ReadWords, run: WordRun): boolean {
  const { tokens, folded } = words;
  if (run.first !== run.last || run.first < 2 || tokens.shape[run.first] !== WordShape.upper) return false;
  if ((tokens.gap[run.first]! & (Gap.open | Gap.comma)) === 0) return false;
  let letters = folded[run.first]!;
  if (letters.endsWith('s') && tokens.text[tokens.end[run.first]! - 1] === 's') letters = letters.slice(0, -1);
  let lower = 0;
  let at = letters.length - 1;
  let index = run.first - 1;
  for (; index >= 0 && at >= 0 && run.first - index < 12; index--) {
    const word = folded[index]!;
    const shape = tokens.shape[index]!;
    if (word.charAt(0) === letters.charAt(at)) {
      at--;
      if (shape === WordShape.lower) lower++;
      const hyphen = word.indexOf('-');
      if (hyphen > 0 && at >= 0 && word.charAt(hyphen + 1) === letters.charAt(at + 1)) at--;
    } else if ((words.senses[index]! & Sense.function) === 0) return false;
  }
  if (at >= 0) return false;
  // "Compact Fluorescent Lamp (CFL)": capitals alone make no body of it.
  return lower * 2 >= letters.length || !hasSense(words, { ...run, first: index + 1, last: run.first - 1 }, NAMED);
}

const NAMED = WELL_KNOWN_PLACE | Sense.organization | Sense.placeWord | Sense.demonym | Sense.knownGroup;

/** Whether ordinary words alone make up a run. */
function isOrdinary(words: ReadWords, run: WordRun): boolean {
  if (run.first !== run.last && isWellKnown(keyOf(words, run))) return false;
  for (let i = run.first; i <= run.last; i++) {
    const sense = words.senses[i]!;
    // "Politics of the Balkans" is ordinary, "Balkans" and "University of the Balkans" are not.
    if ((sense & (Sense.country | Sense.region)) !== 0) {
      if (
        run.first === run.last ||
        isWellKnown(keyOf(words, run)) ||
        hasSense(words, run, Sense.organization | Sense.placeWord)
      )
        return false;
      continue;
    }
    if ((sense & (Sense.common | Sense.function | Sense.demonym)) === 0) return false;
  }
  return true;
}

const OVER = new Set(['of', 'for', 'and', 'the']);

/** How many words of a run are a title before a name: 2 of "Prime Minister Novak". */
function titleWords(words: ReadWords, run: WordRun): number {
  let count = 0;
  for (let i = run.first; i < run.last; i++) {
    if (words.tokens.shape[i] === WordShape.lower) break;
    const sense = words.senses[i]!;
    if ((sense & (Sense.honorific | Sense.role)) !== 0 && (sense & Sense.given) === 0) count = i + 1 - run.first;
  }
  // "Secretary of State" is an office, and nobody's name after a title.
  return OVER.has(words.folded[run.first + count]!) ? 0 : count;
}
