// Decides which candidates of a document are names, and of which kind: the best readings that do not cross. A name may
// stand within another of a different kind ("Leeds" in "University of Leeds").

import type { NameCandidate, NameEvidence } from './actor.ts';
import type { PlacedCandidate } from './judgeNames.ts';
import type { KindScores } from './nameModel.ts';
import { NameScores } from './nameScores.ts';

export interface ChosenName {
  readonly evidence: NameEvidence;
  readonly candidate: NameCandidate;
  readonly scores: KindScores;
  /** 0 person, 1 organization, 2 place, 3 something else or not known. */
  readonly kind: number;
}

/** Names score at least this much in their best kind. */
export const THRESHOLD = -0.3;

const PLACES = ['heading', 'paragraph', 'item', 'cell', 'frontMatter'];

/** Between this and the threshold a candidate is a name of unknown kind. */
const VAGUE = -1.8;

/** The kind of names that are none of the three. */
export const OTHER = 3;

/** A name that is sure in one place lifts its doubtful namesakes by this part of the difference. */
const CONSENSUS = 0.5;
const SURE = 0.5;

const bestOf = (scores: KindScores) => Math.max(scores[0], scores[1], scores[2]);

/** The names of a document, in document order; those of one piece of prose by start, the longer first. */
export function chooseNames(evidence: readonly NameEvidence[], known = new NameScores()): ChosenName[] {
  const placed: PlacedCandidate[] = [];
  const pieces: (readonly NameCandidate[])[] = [];
  const abbreviations = new Set<string>();
  for (const { candidates } of evidence) {
    for (const { abbreviation, key } of candidates) if (abbreviation) abbreviations.add(key).add(`${key}s`);
  }
  evidence.forEach((piece, prose) => {
    const place = PLACES.indexOf(piece.place);
    const own = withoutAbbreviations(piece.candidates, abbreviations);
    if (own.length === 0) return;
    pieces.push(own);
    for (const candidate of own) placed.push({ candidate, prose, place });
  });
  const unlifted: KindScores[] = [];
  for (const scores of known.scoresOf(pieces))
    for (const own of scores) unlifted.push(withTold(own, placed[unlifted.length]!.candidate));
  const scores = liftEponyms(placed, liftNamesakes(placed, unlifted)).map((own, index) =>
    withDeclared(own, placed[index]!.candidate),
  );
  const chosen: ChosenName[] = [];
  for (let from = 0; from < placed.length; ) {
    const prose = placed[from]!.prose;
    const names: ChosenName[] = [];
    let next = from;
    for (; next < placed.length && placed[next]!.prose === prose; next++) {
      const own = scores[next]!;
      const best = bestOf(own);
      // "Novak & Roth" may be a firm, but is no person.
      if (placed[next]!.candidate.ampersand && own[0] === best) continue;
      if (best > THRESHOLD || (best > VAGUE && mayBeVague(placed[next]!.candidate, evidence[prose]!))) {
        names.push({
          evidence: evidence[prose]!,
          candidate: placed[next]!.candidate,
          scores: own,
          kind: best > THRESHOLD ? own.indexOf(best) : OTHER,
        });
      }
    }
    for (const name of selectCompatible(names)) chosen.push(name);
    from = next;
  }
  return withoutTitleCase(chosen);
}

/** The candidates that are no abbreviations of ordinary words; the same list where none of them is. */
function withoutAbbreviations(
  candidates: readonly NameCandidate[],
  abbreviations: ReadonlySet<string>,
): readonly NameCandidate[] {
  if (abbreviations.size === 0 || !candidates.some(({ key }) => abbreviations.has(key))) return candidates;
  const own = candidates.filter(({ key }) => !abbreviations.has(key));
  const known = filtered.get(candidates);
  // What is left out is told by what is left.
  if (known?.length === own.length && known.every((candidate, at) => candidate === own[at])) return known;
  filtered.set(candidates, own);
  return own;
}

const filtered = new WeakMap<readonly NameCandidate[], readonly NameCandidate[]>();

/** By how much a name is lifted in the kind that the word beside it tells, and lowered in the others. */
const TOLD = 3;

function withTold(scores: KindScores, { told }: NameCandidate): KindScores {
  if (told === undefined) return scores;
  const lift = (k: number) => scores[k]! + (k === told ? TOLD : -TOLD);
  return [lift(0), lift(1), lift(2)];
}

/** What is declared is a name, unless it is a part of a longer one. */
const DECLARED = 0.5;

function withDeclared(scores: KindScores, { declared }: NameCandidate): KindScores {
  if (declared === undefined) return scores;
  const kind = declared < OTHER ? declared : scores.indexOf(bestOf(scores));
  const lift = (k: number) => (k === kind ? Math.max(scores[k]!, DECLARED, bestOf(scores)) : scores[k]!);
  return [lift(0), lift(1), lift(2)];
}

/** Names of unknown kind have to be names by more than capitals: not ordinary words, not the first of a sentence. */
function mayBeVague(candidate: NameCandidate, evidence: NameEvidence): boolean {
  const { ordinary, startsSentence, key } = candidate;
  return !ordinary && !isTitle(evidence) && !(startsSentence && !key.includes(' ')) && !/[0-9]/.test(key);
}

/** Raises the scores of spellings that are surely names elsewhere in the document. */
function liftNamesakes(placed: readonly PlacedCandidate[], scores: readonly KindScores[]): KindScores[] {
  const best = new Map<string, readonly [number, number, number]>();
  /** Spellings that are surely names where no sentence begins with their first word. */
  const firm = new Set<string>();
  placed.forEach(({ candidate }, index) => {
    const own = scores[index]!;
    if (!candidate.loose && bestOf(own) > SURE) firm.add(candidate.key);
    const known = best.get(candidate.key);
    best.set(
      candidate.key,
      known === undefined ? own : [Math.max(own[0], known[0]), Math.max(own[1], known[1]), Math.max(own[2], known[2])],
    );
  });
  const lift = (own: number, top: number) => (top > SURE && own < top ? own + CONSENSUS * (top - own) : own);
  let coveredProse = -1;
  let coveredUntil = -1;
  return placed.map(({ candidate, prose }, index) => {
    const own = scores[index]!;
    if (prose !== coveredProse) {
      coveredProse = prose;
      coveredUntil = -1;
    }
    // What is within a likely longer name stands on its own.
    const covered = candidate.span.end <= coveredUntil;
    if (!covered && candidate.key.includes(' ') && bestOf(own) > THRESHOLD) coveredUntil = candidate.span.end;
    if (covered) return own;
    // "Considering Brno" is "Brno" after an ordinary word.
    const isLoose = candidate.loose && !firm.has(candidate.key);
    const rest = isLoose ? best.get(candidate.key.slice(candidate.key.indexOf(' ') + 1)) : undefined;
    if (rest !== undefined && bestOf(rest) > SURE) return [own[0] - 2, own[1] - 2, own[2] - 2];
    const top = best.get(candidate.key)!;
    return [lift(own[0], top[0]), lift(own[1], top[1]), lift(own[2], top[2])];
  });
}

/** By how much names within longer ones are lifted that these are named after. */
const EPONYM = 3;
/** What scores more than this where it stands alone is of the kind that it has there. */
const NAMED_ALONE = 0;

/** Raises what longer names are named after: "Leeds" of "Leeds Town Hall". */
function liftEponyms(placed: readonly PlacedCandidate[], scores: readonly KindScores[]): readonly KindScores[] {
  const alone = new Map<string, KindScores>();
  placed.forEach(({ candidate: { key, eponym } }, index) => {
    const known = alone.get(key);
    if (eponym === undefined && (known === undefined || bestOf(scores[index]!) > bestOf(known)))
      alone.set(key, scores[index]!);
  });
  return scores.map((own, index) => {
    const { key, eponym } = placed[index]!.candidate;
    if (eponym === undefined) return own;
    const free = alone.get(key);
    const kind = free !== undefined && bestOf(free) > NAMED_ALONE ? free.indexOf(bestOf(free)) : eponym;
    if (kind === OTHER) return own;
    const lift = (k: number) => (k === kind ? own[k]! + EPONYM : own[k]!);
    return [lift(0), lift(1), lift(2)];
  });
}

/** In headings and cells capitals mean little: ordinary words are a name there only if they are one in running text. */
function withoutTitleCase(names: readonly ChosenName[]): ChosenName[] {
  const running = new Set<string>();
  for (const { evidence, candidate } of names) if (!isTitle(evidence)) running.add(candidate.key);
  return names.filter(
    ({ evidence, candidate }) =>
      !candidate.ordinary || candidate.declared !== undefined || !isTitle(evidence) || running.has(candidate.key),
  );
}

const isTitle = ({ place }: NameEvidence) => place === 'heading' || place === 'cell' || place === 'frontMatter';

/** The best-scored of overlapping readings. */
function selectCompatible(names: readonly ChosenName[]): ChosenName[] {
  if (names.length < 2) return [...names];
  const ranked = [...names].sort((a, b) => rank(b) - rank(a));
  const taken: ChosenName[] = [];
  for (const name of ranked) if (taken.every((other) => areCompatible(name, other))) taken.push(name);
  return taken.sort(
    (a, b) => a.candidate.span.start - b.candidate.span.start || b.candidate.span.end - a.candidate.span.end,
  );
}

/** Scores, with a little more for longer readings. */
function rank(name: ChosenName): number {
  return (
    bestOf(name.scores) -
    (name.kind === OTHER ? 1 : 0) +
    (name.candidate.key.includes(' ') ? 0.5 : 0) -
    (name.candidate.titled ? -1 : 0)
  );
}

function areCompatible(a: ChosenName, b: ChosenName): boolean {
  const s = a.candidate.span;
  const t = b.candidate.span;
  if (s.end <= t.start || t.end <= s.start) return true;
  const aOuter = s.start <= t.start && t.end <= s.end;
  const bOuter = t.start <= s.start && s.end <= t.end;
  if (!aOuter && !bOuter) return false;
  const outer = aOuter ? a : b;
  const inner = aOuter ? b : a;
  // The name without its title is the same one.
  if (outer.candidate.titled !== undefined && inner.candidate.span.end === outer.candidate.span.end) return false;
  if (inner.candidate.ordinary) return false;
  if (inner.kind === OTHER) return false;
  if (outer.kind === 0) return inner.kind !== 0 && outer.candidate.titled !== undefined;
  return true;
}
