// What the words of a run themselves say for certain about the kind of name that they make: a body that goes by its kind alone,
// an office, a namesake within a longer name, particles of surnames, titles before given names.

import { Sense, sensesOfPhrase, WELL_KNOWN_PLACE } from './lexicon.ts';
import { keyOf } from './nameKey.ts';
import { isCapital, type ReadWords, type WordRun } from './nameSpans.ts';
import { quiet, WordShape } from './nameTokens.ts';

const COMPANY_ENDS = new Set('inc corp ltd llc plc gmbh co company corporation'.split(' '));
const CHAMBERS = new Set(
  'senate congress parliament house duma knesset bundestag commons treasury pentagon'.split(' '),
);
/** Small words within surnames. */
export const PERSON_PARTICLES = new Set('von van der den zu bin ibn bint ben abu al el di del della da dos'.split(' '));

/** Bodies that a text goes on to call by their kind alone, with a capital: "the Court", "this House". */
const BODIES = new Set(
  (
    'court house senate church government committee commission council parliament congress assembly board party ministry ' +
    'department union university agency foundation company academy society army navy treasury cabinet crown chamber bank ' +
    'federation league authority institute association tribunal state corporation fund secretariat bureau opposition'
  ).split(' '),
);
const DETERMINERS = new Set(['the', 'this', 'our', 'that']);
const ADJECTIVE = /(?:[ei]an|ese|ish|[^aeiou]ic|esque)$/;

/** Log-odds added to a run's scores for what it is made of: person, organization, place. */
export function scoreWithin(words: ReadWords, run: WordRun, scores: [number, number, number]): void {
  const { folded, senses, tokens } = words;
  const lastSense = senses[run.last]!;
  const single = run.first === run.last;
  if (single && isStandingAlone(words, run) && BODIES.has(folded[run.first]!)) {
    scores[1] += 2;
    scores[0] -= 1;
  }
  const nameable = WELL_KNOWN_PLACE | Sense.given | Sense.surname | Sense.famous | Sense.knownPlace;
  const next = run.last + 1;
  if (
    single &&
    (lastSense & nameable) === 0 &&
    next < folded.length &&
    quiet(tokens.gap[next]!) &&
    tokens.shape[next] === WordShape.lower &&
    (senses[next]! & Sense.function) === 0 &&
    ADJECTIVE.test(folded[run.last]!)
  ) {
    for (let k = 0; k < 3; k++) scores[k]! -= 2;
  }
  if (single) scoreWord(words, run.first, scores);
  if (isOfficeAlone(words, run)) {
    scores[0] += 2;
    scores[1] -= 1;
  }
  if (isOfficeOf(words, run)) {
    scores[0] += 5;
    scores[1] -= 2;
  }
  // "Senator NOVAK", where a record puts surnames in capitals.
  if (!single && tokens.shape[run.last] === WordShape.upper && tokens.shape[run.first] === WordShape.capitalized)
    if ((senses[run.first]! & (Sense.honorific | Sense.role)) !== 0 && !hasSmallWord(words, run)) scores[0] += 2;
  scoreNamesake(words, run, scores);
  if (
    NAMED_THINGS.has(folded[run.first]!) ||
    (run.first > 0 && quiet(tokens.gap[run.first]!) && NAMED_THINGS.has(folded[run.first - 1]!))
  )
    for (let k = 0; k < 3; k++) scores[k]! -= 2;
  // "Norwegian Lars Tveit": the nation is no part of the name.
  if (!single && (senses[run.first]! & (Sense.demonym | Sense.people)) !== 0 && (senses[run.first]! & nameable) === 0)
    scores[0] -= 2;
  scoreCoordination(words, run, scores);
  if (CHAMBERS.has(folded[run.last]!)) {
    scores[1] += 2;
    scores[2] -= 1;
    scores[0] -= 1;
  }
  if (single) return;
  if ((senses[run.first]! & Sense.honorific) !== 0 && (senses[run.first + 1]! & Sense.given) !== 0) {
    scores[0] += 2;
    scores[2] -= 2;
  }
  if (
    hasParticle(folded, run) &&
    (senses[run.first]! & (Sense.placePrefix | Sense.placeWord | Sense.organization)) === 0
  ) {
    scores[0] += (senses[run.first]! & Sense.given) !== 0 ? 5 : 1;
  }
  const plain = (lastSense & (Sense.given | Sense.particle)) === 0;
  if (plain && (lastSense & Sense.placeWord) !== 0 && (lastSense & Sense.organization) === 0) {
    scores[0] -= 2;
    scores[2] += 1;
  }
  if (plain && (lastSense & Sense.organization) !== 0) scores[0] -= 2;
  if (COMPANY_ENDS.has(folded[run.last]!)) scores[1] += 2;
  if (
    run.last - run.first === 1 &&
    (senses[run.first]! & Sense.placePrefix) !== 0 &&
    (senses[run.first]! & (Sense.honorific | Sense.given | Sense.demonym)) === 0
  ) {
    scores[0] -= 1.5;
    scores[2] += 1;
  }
}

/** "the Prime Minister", "Mr. President": an office with a capital that stands for whoever holds it. */
function isOfficeAlone(words: ReadWords, { first, last, segmentFirst, segmentLast }: WordRun): boolean {
  const { tokens, folded, senses } = words;
  if (segmentFirst !== first || segmentLast !== last || (senses[last]! & Sense.role) === 0) return false;
  const isAddressed = last > first && (senses[first]! & Sense.honorific) !== 0;
  const isDetermined = first > 0 && quiet(tokens.gap[first]!) && DETERMINERS.has(folded[first - 1]!);
  if (!isAddressed && !isDetermined) return false;
  if (folded[last]!.endsWith('s') || tokens.shape[last] !== WordShape.capitalized) return false;
  for (let i = isAddressed ? first + 1 : first; i < last; i++)
    if ((senses[i]! & (Sense.role | Sense.common)) === 0) return false;
  return true;
}

/** "the Secretary of State", "the Chancellor of the Exchequer": an office with what it is over. */
function isOfficeOf({ tokens, folded, senses }: ReadWords, { first, last }: WordRun): boolean {
  if (last < first + 2 || first === 0 || folded[first - 1] !== 'the' || !quiet(tokens.gap[first]!)) return false;
  const of = folded.indexOf('of', first);
  if (of < 0 || of > last || folded[of - 1]!.endsWith('s')) return false;
  const isOffice = (senses[of - 1]! & Sense.role) !== 0 && (senses[of - 1]! & Sense.organization) === 0;
  return isOffice && tokens.shape[of - 1] === WordShape.capitalized;
}

function hasSmallWord({ tokens }: ReadWords, { first, last }: WordRun): boolean {
  for (let i = first; i <= last; i++) if (!isCapital(tokens.shape[i]!)) return true;
  return false;
}

/** "Ada Lind" of "Ada Lind Bridge", "Leeds" of "Leeds Town Hall" and of "University of Leeds": it stands on its own. */
function scoreNamesake(words: ReadWords, run: WordRun, scores: [number, number, number]): void {
  const { senses, tokens } = words;
  const { first, last, segmentFirst, segmentLast } = run;
  const sense = first === last ? senses[first]! : sensesOfPhrase(keyOf(words, run));
  const heads = Sense.organization | Sense.placeWord;
  if (first === segmentFirst && last < segmentLast) {
    if ((sense & WELL_KNOWN_PLACE) !== 0 && (sense & Sense.surname) === 0 && (senses[segmentLast]! & heads) !== 0)
      scores[2] += NAMESAKE;
    if (last !== first + 1 || (senses[first]! & Sense.given) === 0) return;
    for (let i = last; i <= segmentLast; i++) if (i > last === ((senses[i]! & (heads | Sense.common)) === 0)) return;
    if ((senses[segmentLast]! & heads) !== 0) scores[0] += NAMESAKE;
  } else if (
    last === segmentLast &&
    first === segmentFirst &&
    first > 1 &&
    (sense & (WELL_KNOWN_PLACE | Sense.knownPlace)) !== 0
  ) {
    const isHead = (senses[first - 2]! & Sense.organization) !== 0 && isCapital(tokens.shape[first - 2]!);
    if (words.folded[first - 1] === 'of' && isHead && quiet(tokens.gap[first]!)) scores[2] += 1;
  }
}

const NAMESAKE = 3;

/** What bears names like people and places do: storms, ships, undertakings. */
const NAMED_THINGS = new Set(
  'cyclone hurricane storm typhoon shuttle spacecraft hms uss ss rms operation project comet asteroid'.split(' '),
);

/** What a single word's look says of it: "Q3" and "Cubism" are no names, "Congress" needs no article. */
function scoreWord({ tokens, folded, senses }: ReadWords, index: number, scores: [number, number, number]): void {
  const word = folded[index]!;
  const sense = senses[index]!;
  const isPluralRole =
    word.endsWith('s') && (sense & Sense.role) !== 0 && (sense & (Sense.given | Sense.organization)) === 0;
  if ((sense & Sense.knownGroup) === 0 && (DIGIT.test(word) || word.endsWith('ism') || isPluralRole))
    for (let k = 0; k < 3; k++) scores[k]! -= 2;
  if (DESIGNATION.test(word)) for (let k = 0; k < 3; k++) scores[k]! -= 2;
  if ((word === 'congress' || word === 'parliament') && tokens.shape[index] === WordShape.capitalized) scores[1] += 1;
}

const DIGIT = /[0-9]/;
/** "Q3", "B12". */
const DESIGNATION = /^[a-z][0-9]{1,3}$/;

/** "the Court" of "before the Court of": between a determiner and what is no capital. */
function isStandingAlone({ tokens, folded }: ReadWords, { first, segmentFirst, segmentLast }: WordRun): boolean {
  if (segmentFirst !== segmentLast || tokens.shape[first] !== WordShape.capitalized) return false;
  return first > 0 && quiet(tokens.gap[first]!) && DETERMINERS.has(folded[first - 1]!);
}

/** "Academy of Arts and Letters": ordinary words around the "and" belong together, and the name does not end before it. */
function scoreCoordination(words: ReadWords, run: WordRun, scores: [number, number, number]): void {
  const { tokens, folded, senses } = words;
  const isTopic = (index: number) =>
    index < folded.length &&
    tokens.shape[index] === WordShape.capitalized &&
    (senses[index]! & Sense.common) !== 0 &&
    (senses[index]! & (WELL_KNOWN_PLACE | Sense.organization)) === 0;
  let isBody = false;
  for (let i = run.first; i <= run.last; i++) {
    if ((senses[i]! & Sense.organization) !== 0) isBody = true;
    if (folded[i] === 'and' && i > run.first + 1 && isTopic(i - 1) && isTopic(i + 1) && i < run.last) {
      if (isBody || (senses[run.last]! & Sense.organization) !== 0) scores[1] += 1.5;
      return;
    }
  }
  if (isBody && run.last > run.first && folded[run.last + 1] === 'and' && quiet(tokens.gap[run.last + 1]!)) {
    if (isTopic(run.last) && isTopic(run.last + 2) && folded.slice(run.first, run.last).includes('of')) scores[1] -= 2;
  }
}

/** Whether the small words within a run are all particles of surnames: "von der", "bin". */
function hasParticle(folded: readonly string[], run: WordRun): boolean {
  let found = false;
  for (let i = run.first + 1; i < run.last; i++) {
    const word = folded[i]!;
    if (PERSON_PARTICLES.has(word)) found = true;
    else if (SMALL.has(word)) return false;
  }
  return found;
}

const SMALL = new Set('of the and for in on at to &'.split(' '));
