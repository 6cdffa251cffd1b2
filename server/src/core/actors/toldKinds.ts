// What the word beside a name says outright about its kind: who stands after a role is a person ("the curator Mara Lind"),
// where residents come from is a place ("Orvik residents"), and so is a region that is fought over ("the Kashmir dispute"). Comes after the learned scores, which weigh such words little.

import { PERSON, PLACE } from './kinds.ts';
import { Sense, WELL_KNOWN_PLACE } from './lexicon.ts';
import { sensesOfRun } from './nameKey.ts';
import { isCapital, type ReadWords, type WordRun } from './nameSpans.ts';
import { quiet, WordShape } from './nameTokens.ts';

const FROM_THERE = new Set(['resident', 'residents', 'native', 'natives']);
/** What may be a firm as well: "the publisher Vale Moor". */
const FIRMLIKE = new Set(
  'owner maker operator publisher developer sponsor supplier carrier partner client employer producer leader'.split(
    ' ',
  ),
);
/** What no part of a person's name is. */
const IMPERSONAL =
  Sense.organization |
  Sense.placeWord |
  Sense.thing |
  Sense.country |
  Sense.region |
  Sense.demonym |
  Sense.people |
  Sense.calendar |
  Sense.placePrefix |
  Sense.knownPlace |
  Sense.knownGroup |
  Sense.properThing;
const HEADS = Sense.organization | Sense.placeWord | Sense.thing;
/** What nobody is a resident of: "medical residents", "Danish residents". */
const NO_HOME = Sense.demonym | Sense.people | Sense.organization | Sense.knownGroup | Sense.role | Sense.calendar;

const CONTESTS = new Set(
  'conflict conflicts war wars crisis crises dispute disputes ceasefire truce border borders'.split(' '),
);

/**
 * The kind of a run that the word right before or after it tells: 0 a person, 2 a place; undefined if neither tells.
 * "said Orvik resident Mara Lind" tells that Mara Lind is a person, and Orvik a place.
 */
export function kindTold(words: ReadWords, run: WordRun): number | undefined {
  if (followsRole(words, run)) return PERSON;
  return isHome(words, run) ? PLACE : undefined;
}

/** Whether several words that can be somebody's name stand after a role or a relation in lower case. */
function followsRole(words: ReadWords, run: WordRun): boolean {
  const { tokens, folded, senses } = words;
  const { first, last, segmentLast } = run;
  const before = first - 1;
  if (before < 0 || first === last || !quiet(tokens.gap[first]!) || tokens.shape[before] !== WordShape.lower)
    return false;
  if ((senses[before]! & (Sense.role | Sense.relation)) === 0 || FIRMLIKE.has(folded[before]!)) return false;
  for (let i = first; i <= last; i++) {
    if (!isCapital(tokens.shape[i]!) || tokens.shape[i] === WordShape.upper) return false;
    if ((senses[i]! & IMPERSONAL) !== 0 && (senses[i]! & (Sense.given | Sense.surname)) === 0) return false;
  }
  // "Mara Lind Bridge" is nobody.
  if (last < segmentLast && (senses[last + 1]! & HEADS) !== 0) return false;
  return (sensesOfRun(words, run) & WELL_KNOWN_PLACE) === 0;
}

/** Whether residents follow: "Orvik residents"; or, after a region or a country, what is about it: "the Kashmir dispute". */
function isHome(words: ReadWords, run: WordRun): boolean {
  const { tokens, folded, senses } = words;
  const { first, last } = run;
  const after = last + 1;
  if (after >= folded.length || !quiet(tokens.gap[after]!) || tokens.fullEnd[last]! > tokens.end[last]!) return false;
  if (tokens.shape[after] !== WordShape.lower || !isCapital(tokens.shape[last]!)) return false;
  // "Port Orvik natives" are none of Orvik.
  if (FROM_THERE.has(folded[after]!)) return first === run.segmentFirst && (senses[last]! & NO_HOME) === 0;
  if (!CONTESTS.has(folded[after]!)) return false;
  const sense = sensesOfRun(words, run);
  return (sense & (Sense.country | Sense.region)) !== 0 && (sense & (Sense.demonym | Sense.surname)) === 0;
}
