// What is certain enough about names to be said by rule, where labelled text is too scarce to teach it: "in X" is no
// person, "X et al." is one, "X is a town in …" says it outright. The learned model adds to these scores.

import { Sense, sensesOfPhrase } from './lexicon.ts';
import { keyOf } from './nameKey.ts';
import { isAbbreviation, isCapital, type ReadWords, type WordRun } from './nameSpans.ts';
import { Gap, WordShape } from './nameTokens.ts';

const LOCATIVES = new Set('in near across throughout around outside within into inside via'.split(' '));
const PLACE_NOUNS = new Set(
  (
    'city town village county district province state region island islands isle municipality borough suburb port parish ' +
    'republic kingdom capital coast river lake mountain valley bay beach peninsula archipelago streets outskirts north south ' +
    'east west territory neighborhood neighbourhood country settlement hamlet'
  ).split(' '),
);
const COMPANY_ENDS = new Set('inc corp ltd llc plc gmbh co company corporation'.split(' '));
const CHAMBERS = new Set(
  'senate congress parliament house duma knesset bundestag commons treasury pentagon'.split(' '),
);
const SPEECH = new Set('said says told explained added asked argued wrote recalled replied noted'.split(' '));
const COPULAS = new Set(['is', 'was', 'are', 'were', 'became', 'remains']);
const ARTICLES = new Set(['a', 'an', 'the', 'one']);

const MOTION = new Set(
  (
    'go goes going went gone travel travels traveled travelled travelling move moves moved moving return returns returned returning come ' +
    'comes came fly flies flew flown flying flight flights sail sailed drive drove ride bus buses train trains ferry ferries trip ' +
    'trips journey road visitor visitors traveler travelers traveller travellers tourist tourists people immigrants emigrated fled ' +
    'flee exiled arrive arrived transferred relocated km kilometers kilometres miles hours'
  ).split(' '),
);
const PLACE_RELATIONS = new Set(
  'map maps outside inside rest centre center edge north south east west heart coast parts part people residents inhabitants citizens streets shores'.split(
    ' ',
  ),
);
const PLACE_PROPERTIES = new Set(
  'population economy climate coastline coast capital landscape waters lakes harbour harbor waterfront streets outskirts airport suburbs beaches shores terrain borders'.split(
    ' ',
  ),
);
const SITED = new Set(['located', 'situated', 'bordered', 'surrounded', 'inhabited', 'populated', 'governed']);

const PERSON_PARTICLES = new Set('von van der den zu bin ibn bint ben abu al el di del della da dos'.split(' '));

const quiet = (gap: number) => (gap & ~(Gap.space | Gap.newline)) === 0;

/** Log-odds added to a run's scores: person, organization, place. */
export function scoreByRules(words: ReadWords, run: WordRun, scores: [number, number, number]): void {
  scoreBefore(words, run, scores);
  scoreWithin(words, run, scores);
  scoreAfter(words, run, scores);
}

function scoreBefore(words: ReadWords, run: WordRun, scores: [number, number, number]): void {
  const { tokens, folded, senses } = words;
  const before = run.first - 1;
  if (before < 0 || !quiet(tokens.gap[run.first]!)) {
    if (before >= 0 && isAbbreviation(words, before) && (tokens.gap[run.first]! & Gap.stop) !== 0) scores[0] += 1.5;
    return;
  }
  if (tokens.shape[before] === WordShape.lower || before === 0) {
    if (LOCATIVES.has(folded[before]!)) {
      scores[0] -= 2;
      scores[2] += 1;
    }
    if (folded[before] === 'of' && before > 0 && PLACE_NOUNS.has(folded[before - 1]!)) {
      scores[0] -= 2;
      scores[2] += 1.5;
    }
  }
  // "flights to X", "moved from X".
  if ((folded[before] === 'to' || folded[before] === 'from') && before > 0 && MOTION.has(folded[before - 1]!)) {
    scores[0] -= 1.5;
    scores[2] += 1;
  }
  if (folded[before] === 'of' && before > 0 && PLACE_RELATIONS.has(folded[before - 1]!)) {
    scores[0] -= 1;
    scores[2] += 1;
  }
  if (SPEECH.has(folded[before]!)) scores[0] += 0.7;
  if ((senses[before]! & Sense.honorific) !== 0) scores[0] += 1.5;
}

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

function scoreWithin(words: ReadWords, run: WordRun, scores: [number, number, number]): void {
  const { folded, senses, tokens } = words;
  const lastSense = senses[run.last]!;
  const single = run.first === run.last;
  if (single && isStandingAlone(words, run) && BODIES.has(folded[run.first]!)) {
    scores[1] += 2;
    scores[0] -= 1;
  }
  const nameable =
    Sense.given | Sense.surname | Sense.famous | Sense.knownPlace | Sense.city | Sense.country | Sense.region;
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

/** "Ada Lind" of "Ada Lind Bridge", "Leeds" of "Leeds Town Hall" and of "University of Leeds": it stands on its own. */
function scoreNamesake(words: ReadWords, run: WordRun, scores: [number, number, number]): void {
  const { senses, tokens } = words;
  const { first, last, segmentFirst, segmentLast } = run;
  const known = Sense.country | Sense.region | Sense.city;
  const sense = first === last ? senses[first]! : sensesOfPhrase(keyOf(words, run));
  const heads = Sense.organization | Sense.placeWord;
  if (first === segmentFirst && last < segmentLast) {
    if ((sense & known) !== 0 && (sense & Sense.surname) === 0 && (senses[segmentLast]! & heads) !== 0)
      scores[2] += NAMESAKE;
    if (last !== first + 1 || (senses[first]! & Sense.given) === 0) return;
    for (let i = last; i <= segmentLast; i++) if (i > last === ((senses[i]! & (heads | Sense.common)) === 0)) return;
    if ((senses[segmentLast]! & heads) !== 0) scores[0] += NAMESAKE;
  } else if (
    last === segmentLast &&
    first === segmentFirst &&
    first > 1 &&
    (sense & (known | Sense.knownPlace)) !== 0
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
  if ((word === 'congress' || word === 'parliament') && tokens.shape[index] === WordShape.capitalized) scores[1] += 1;
}

const DIGIT = /[0-9]/;

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
    (senses[index]! & (Sense.country | Sense.city | Sense.region | Sense.organization)) === 0;
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

function scoreAfter(words: ReadWords, run: WordRun, scores: [number, number, number]): void {
  const { tokens, folded, senses } = words;
  const after = run.last + 1;
  if (after >= tokens.start.length) return;
  const gap = tokens.gap[after]!;
  const isYear = isYearAt(words, after);
  if (quiet(gap) && LANGUAGE.has(folded[after]!)) for (let k = 0; k < 3; k++) scores[k]! -= 1.5;
  if (run.first === run.last && isCited(words, run)) {
    scores[0] += 3;
    scores[1] -= 1;
    scores[2] -= 2;
  } else if (
    isYear &&
    (gap & (Gap.open | Gap.comma)) !== 0 &&
    (senses[run.last]! & (Sense.calendar | Sense.country | Sense.city | Sense.region)) === 0
  ) {
    scores[0] += 1;
    scores[2] -= 1;
  }
  if (quiet(gap) && SPEECH.has(folded[after]!)) scores[0] += 0.7;
  // "X's coastline", "X is located".
  const isSited = COPULAS.has(folded[after]!) && SITED.has(folded[after + 1] ?? '');
  if (quiet(gap) && (isSited || PLACE_PROPERTIES.has(folded[after]!))) {
    scores[0] -= 1.5;
    scores[2] += 1;
  }
  if (quiet(gap) && PERSON_PARTICLES.has(folded[after]!) && run.segmentFirst === run.first) scores[0] -= 1.5;
  if ((gap & Gap.comma) !== 0 && (senses[after]! & (Sense.country | Sense.region)) !== 0) {
    scores[0] -= 1;
    scores[2] += 1;
  }
  const told = quiet(gap) && COPULAS.has(folded[after]!) ? after + 1 : (gap & Gap.comma) !== 0 ? after : -1;
  if (told < 0 || !ARTICLES.has(folded[told] ?? '')) return;
  for (let i = told + 1; i < Math.min(told + 7, tokens.start.length); i++) {
    if (!quiet(tokens.gap[i]!) || folded[i] === 'of' || folded[i] === 'in') return;
    if (tokens.shape[i] !== WordShape.lower) continue;
    const kind = kindOfNoun(folded[i]!, senses[i]!);
    if (kind < 0) continue;
    // "the harbour master" is no harbour.
    if (kind > 0 && isModifier(words, i)) continue;
    for (let k = 0; k < 3; k++) scores[k]! += k === kind ? 1.5 : -1.5;
    return;
  }
}

/** Whether a noun stands before another: "harbour" of "harbour master". */
function isModifier({ tokens, senses }: ReadWords, index: number): boolean {
  const next = index + 1;
  if (next >= tokens.start.length || !quiet(tokens.gap[next]!) || tokens.fullEnd[index]! > tokens.end[index]!)
    return false;
  return tokens.shape[next] === WordShape.lower && (senses[next]! & (Sense.function | Sense.placeWord)) === 0;
}

const LANGUAGE = new Set([
  'language',
  'languages',
  'speaker',
  'speakers',
  'dialect',
  'dialects',
  'alphabet',
  'grammar',
  'script',
]);
const BETWEEN_AUTHORS = new Set(['and', 'et', 'al', 'eds', 'ed']);

function isYearAt({ tokens }: ReadWords, index: number): boolean {
  if (tokens.shape[index] !== WordShape.number || tokens.end[index]! - tokens.start[index]! !== 4) return false;
  const first = tokens.text.charCodeAt(tokens.start[index]!);
  return first === 0x31 || first === 0x32;
}

/** "(Novak, 2011)", "Novak & Roth (2009)", "Novak et al.": a surname on the way to the year of a publication. */
function isCited(words: ReadWords, run: WordRun): boolean {
  const { tokens, folded, senses } = words;
  const known = Sense.country | Sense.city | Sense.region | Sense.calendar;
  if ((senses[run.last]! & known) !== 0) return false;
  for (let i = run.last + 1; i < Math.min(run.last + 12, tokens.start.length); i++) {
    const gap = tokens.gap[i]!;
    if (isYearAt(words, i)) return (gap & Gap.open) !== 0 || isBracketed(words, run.first);
    if ((gap & (Gap.close | Gap.colon | Gap.open)) !== 0) return false;
    const joined = BETWEEN_AUTHORS.has(folded[i]!);
    if (!joined && i === run.last + 1 && quiet(gap)) return false;
    if (!joined && tokens.shape[i] !== WordShape.capitalized && tokens.shape[i] !== WordShape.initial) return false;
  }
  return false;
}

/** Whether a bracket is open before a word, looking back a little. */
function isBracketed({ tokens }: ReadWords, index: number): boolean {
  for (let i = index; i > Math.max(0, index - 30); i--) {
    if ((tokens.gap[i]! & Gap.open) !== 0) return true;
    if ((tokens.gap[i]! & Gap.close) !== 0) return false;
  }
  return false;
}

/** The kind of what a noun stands for; −1 if it does not tell. */
function kindOfNoun(word: string, sense: number): number {
  if (PLACE_NOUNS.has(word)) return 2;
  if ((sense & (Sense.role | Sense.relation)) !== 0 && (sense & Sense.organization) === 0) return 0;
  if ((sense & Sense.organization) !== 0 && (sense & Sense.placeWord) === 0) return 1;
  return (sense & Sense.placeWord) !== 0 && (sense & Sense.organization) === 0 ? 2 : -1;
}
