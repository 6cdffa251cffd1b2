// What is certain enough about names to be said by rule, where labelled text is too scarce to teach it: "in X" is no
// person, "X et al." is one, "X is a town in …" says it outright. The learned model adds to these scores.

import { Sense, WELL_KNOWN_PLACE } from './lexicon.ts';
import { PERSON_PARTICLES, scoreWithin } from './nameRulesWithin.ts';
import { isAbbreviation, type ReadWords, type WordRun } from './nameSpans.ts';
import { Gap, quiet, WordShape } from './nameTokens.ts';
import { SPEECH, scoreAgainst } from './notNames.ts';

const LOCATIVES = new Set('in near across throughout around outside within into inside via'.split(' '));
const PLACE_NOUNS = new Set(
  (
    'city town village county district province state region island islands isle municipality borough suburb port parish ' +
    'republic kingdom capital coast river lake mountain valley bay beach peninsula archipelago streets outskirts north south ' +
    'east west territory neighborhood neighbourhood country settlement hamlet'
  ).split(' '),
);
const COPULAS = new Set(['is', 'was', 'are', 'were', 'became', 'remains']);
const ARTICLES = new Set(['a', 'an', 'the', 'one']);

const MOTION = new Set(
  (
    'line lines branch route routes go goes going went gone travel travels traveled travelled travelling move moves moved moving return returns returned returning come ' +
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
/** What a place has at its head: "mayor of X". */
const CIVIC = new Set('mayor mayors council citizens governor sheriff commune'.split(' '));
/** What follows the name of a place in lower case: "the Tolm valley". */
const PLACE_HEADS = new Set(
  (
    'valley valleys river area region district coast peninsula archipelago airport harbour harbor suburb suburbs province ' +
    'county island islands village town city basin delta plain plateau desert mountains hills foothills forest branch border station'
  ).split(' '),
);
const WITHIN = new Set('in on near between along off'.split(' '));
const TOWN_THINGS = new Set(
  (
    'population inhabitants residents platform platforms beach beaches harbour harbor hotel hotels guesthouses church churches ' +
    'school schools streets suburbs districts airport station'
  ).split(' '),
);
/** What a team does or has that no country does. */
const DEFEATING = new Set('defeated beat beats thrashed'.split(' '));
const TEAM = new Set(
  'coach striker midfielder goalkeeper defender captain squad winger fullback keeper fans bench manager'.split(' '),
);

const SITED = new Set(['located', 'situated', 'bordered', 'surrounded', 'inhabited', 'populated', 'governed']);

/** Log-odds added to a run's scores: person, organization, place. */
export function scoreByRules(words: ReadWords, run: WordRun, scores: [number, number, number]): void {
  scoreBefore(words, run, scores);
  scoreWithin(words, run, scores);
  scoreTeam(words, run, scores);
  scoreAfter(words, run, scores);
  scoreAgainst(words, run, scores);
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
    scores[0] -= 2.5;
    scores[2] += 2;
  }
  if (folded[before] === 'of' && before > 0 && PLACE_RELATIONS.has(folded[before - 1]!)) {
    scores[0] -= 1;
    scores[2] += 1;
  }
  if (folded[before] === 'of' && before > 0 && CIVIC.has(folded[before - 1]!)) {
    scores[0] -= 2;
    scores[1] -= 1;
    scores[2] += 3;
  }
  // "the depot at X".
  if (folded[before] === 'at' && before > 0 && isLowerNoun(words, before - 1, Sense.placeWord)) {
    scores[1] -= 1;
    scores[2] += 1.5;
  }
  if (SPEECH.has(folded[before]!)) scores[0] += 0.7;
  if ((senses[before]! & Sense.honorific) !== 0) scores[0] += tokens.shape[run.last] === WordShape.upper ? 3 : 1.5;
}

function isLowerNoun({ tokens, senses }: ReadWords, index: number, sense: number): boolean {
  return tokens.shape[index] === WordShape.lower && (senses[index]! & sense) !== 0;
}

/** "the X valley", "X lies in", "X has two beaches": said of places alone. */
function scorePlace(words: ReadWords, run: WordRun, scores: [number, number, number]): void {
  const { tokens, folded } = words;
  const after = run.last + 1;
  const isLower = tokens.shape[after] === WordShape.lower;
  const isHeaded = isLower && PLACE_HEADS.has(folded[after]!) && (words.senses[run.last]! & Sense.knownGroup) === 0;
  const lies = (folded[after] === 'lies' || folded[after] === 'lie') && WITHIN.has(folded[after + 1] ?? '');
  if (!isHeaded && !lies && !hasTownThings(words, after)) return;
  scores[0] -= 3;
  scores[1] -= 1;
  scores[2] += 3;
}

/** "has a population of", "has six platforms". */
function hasTownThings({ tokens, folded }: ReadWords, index: number): boolean {
  if (folded[index] !== 'has' && folded[index] !== 'had') return false;
  for (let i = index + 1; i < Math.min(index + 5, folded.length) && quiet(tokens.gap[i]!); i++)
    if (TOWN_THINGS.has(folded[i]!)) return true;
  return false;
}

/** "X defeated Y", "X's goalkeeper", "X 3 – 0 Y": a country that plays is its team. */
function scoreTeam(words: ReadWords, run: WordRun, scores: [number, number, number]): void {
  if ((words.senses[run.last]! & (Sense.country | Sense.city)) === 0) return;
  const after = run.last + 1;
  const next = words.folded[after] ?? '';
  const before = run.first - 1;
  const isBeaten =
    before >= 0 && DEFEATING.has(words.folded[before]!) && words.tokens.shape[before] === WordShape.lower;
  const acts = quiet(words.tokens.gap[after] ?? 0) && (DEFEATING.has(next) || TEAM.has(next));
  if (!acts && !isBeaten && !isScoreAt(words, after) && !isScoreAt(words, before - 1)) return;
  scores[1] += 3;
  scores[2] -= 3;
}

/** Two short numbers with a dash between them. */
function isScoreAt({ tokens }: ReadWords, index: number): boolean {
  const isShort = (at: number) =>
    tokens.shape[at] === WordShape.number && tokens.end[at]! - tokens.start[at]! <= 2 && at >= 0;
  if (!isShort(index) || !isShort(index + 1)) return false;
  const gap = tokens.gap[index + 1]!;
  return (gap & Gap.dash) !== 0 && (gap & ~(Gap.dash | Gap.space)) === 0;
}

function scoreAfter(words: ReadWords, run: WordRun, scores: [number, number, number]): void {
  const { tokens, folded, senses } = words;
  const after = run.last + 1;
  if (after >= tokens.start.length) return;
  const gap = tokens.gap[after]!;
  const isYear = isYearAt(words, after);
  if (quiet(gap)) scorePlace(words, run, scores);
  if (quiet(gap) && LANGUAGE.has(folded[after]!)) for (let k = 0; k < 3; k++) scores[k]! -= 1.5;
  if (run.first === run.last && isCited(words, run)) {
    scores[0] += 3;
    scores[1] -= 1;
    scores[2] -= 2;
  } else if (
    isYear &&
    (gap & (Gap.open | Gap.comma)) !== 0 &&
    (senses[run.last]! & (WELL_KNOWN_PLACE | Sense.calendar)) === 0
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
    for (let k = 0; k < 3; k++) scores[k]! += k === kind ? 3 : -3;
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
  const known = WELL_KNOWN_PLACE | Sense.calendar;
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
