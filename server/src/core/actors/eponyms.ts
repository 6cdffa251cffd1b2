// What longer names are named after: "Leeds" of "Leeds Town Hall" and of "University of Leeds", "Ada Lind" of "Ada Lind
// Bridge". Such a name stands on its own within the longer one.

import { OTHER, PERSON, PLACE } from './kinds.ts';
import { Sense, WELL_KNOWN_PLACE } from './lexicon.ts';
import { sensesOfRun } from './nameKey.ts';
import { isCapital, type ReadWords, type WordRun } from './nameSpans.ts';
import { quiet } from './nameTokens.ts';

const HEADS = Sense.organization | Sense.placeWord;
/** What a word is for that nothing is named after. */
const ORDINARY = HEADS | Sense.common | Sense.role | Sense.demonym | Sense.function | Sense.calendar | Sense.thing;

/**
 * The kind of a run that a longer name is named after: 0 a person, 2 a place, 3 one of which the words do not tell the kind;
 * undefined if no longer name around it is.
 */
export function kindOfEponym(words: ReadWords, run: WordRun): number | undefined {
  const { first, last, segmentFirst, segmentLast } = run;
  if (first !== segmentFirst) return undefined;
  if (last < segmentLast) return kindBeforeHead(words, run);
  if (!isAfterHead(words, first)) return undefined;
  if (CIVIC.has(words.folded[first - 2]!) && (words.senses[last]! & ORDINARY) === 0) return PLACE;
  return (sensesOfRun(words, run) & (WELL_KNOWN_PLACE | Sense.knownPlace)) !== 0 ? PLACE : undefined;
}

/** Bodies that a place has: "Municipality of X". */
const CIVIC = new Set(['municipality', 'commune', 'diocese', 'archdiocese', 'borough']);
/** "Marken Island" is Marken itself, "Lind State University" is no university of Lind. */
const SAME = new Set('island islands isle isles peninsula city county state'.split(' '));
/** What goes on to be called by its namesake alone: "Lindholm" for "Lindholm University". */
const INSTITUTIONS = new Set(['university', 'college', 'school', 'institute', 'foundation', 'museum']);

function kindBeforeHead(words: ReadWords, run: WordRun): number | undefined {
  const { senses, folded } = words;
  const { first, last, segmentLast } = run;
  if ((senses[segmentLast]! & HEADS) === 0 || SAME.has(folded[last + 1]!)) return undefined;
  const sense = sensesOfRun(words, run);
  if ((sense & WELL_KNOWN_PLACE) !== 0 && (sense & Sense.surname) === 0) return PLACE;
  if ((senses[last]! & ORDINARY) !== 0 || INSTITUTIONS.has(folded[last + 1]!)) return undefined;
  if (last !== first + 1 || (senses[first]! & Sense.given) === 0) return OTHER;
  for (let i = last + 1; i <= segmentLast; i++) if ((senses[i]! & (HEADS | Sense.common)) === 0) return OTHER;
  return PERSON;
}

/** Whether a body's head and "of" stand before a word: "University of Leeds". */
function isAfterHead({ senses, tokens, folded }: ReadWords, index: number): boolean {
  if (index < 2 || folded[index - 1] !== 'of') return false;
  if (!quiet(tokens.gap[index]!)) return false;
  const isBody = (senses[index - 2]! & Sense.organization) !== 0 || CIVIC.has(folded[index - 2]!);
  return isBody && isCapital(tokens.shape[index - 2]!);
}
