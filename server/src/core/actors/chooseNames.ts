// Decides which candidates of a document are names, and of which kind: the best readings that do not cross. A name may
// stand within another of a different kind ("Leeds" in "University of Leeds").

import type { NameCandidate, NameEvidence } from './actor.ts';
import { areSameScores, bestOf, type KindScores, mapKinds } from './kindScores.ts';
import { OTHER, PERSON } from './kinds.ts';
import { NameScores } from './nameScores.ts';
import { Namesakes, THRESHOLD } from './namesakes.ts';
import { type Piece, traitsOfPiece } from './pieceTraits.ts';

export interface ChosenName {
  readonly evidence: NameEvidence;
  readonly candidate: NameCandidate;
  readonly scores: KindScores;
  /** 0 person, 1 organization, 2 place, 3 something else or not known. */
  readonly kind: number;
}

/** Between this and the threshold a candidate is a name of unknown kind. */
const VAGUE = -1.8;

type Scores = readonly KindScores[];

/** What is known of the names of a document, whatever its state: so that an edit chooses anew only among those that it concerns. */
export class NameMemory {
  readonly scores = new NameScores();
  readonly namesakes = new Namesakes();
  /** By piece of prose where it stands: the names chosen there, and the scores by which. */
  readonly chosen = new WeakMap<NameEvidence, { readonly by: Scores; readonly names: readonly ChosenName[] }>();
}

/**
 * The names of a document, in document order; those of one piece of prose by start, the longer first. With what `memory` has of
 * an earlier state, the same objects where nothing has changed.
 */
export function chooseNames(evidence: readonly NameEvidence[], memory = new NameMemory()): ChosenName[] {
  const abbreviations = new Set<string>();
  for (const { candidates } of evidence)
    for (const key of traitsOfPiece(candidates).abbreviations) abbreviations.add(key).add(`${key}s`);
  const places: NameEvidence[] = [];
  const pieces: Piece[] = [];
  for (const place of evidence) {
    const own = withoutAbbreviations(place.candidates, abbreviations);
    if (own.length === 0) continue;
    places.push(place);
    pieces.push(own);
  }
  const told = memory.scores.scoresOf(pieces).map((scores, index) => withTold(pieces[index]!, scores));
  const lifted = memory.namesakes.lift(pieces, told, (spellings) => memory.scores.piecesOf(spellings));
  const chosen: ChosenName[] = [];
  places.forEach((place, index) => {
    const by = lifted[index]!;
    let known = memory.chosen.get(place);
    if (known?.by !== by) {
      known = { by, names: chooseAmong(place, pieces[index]!, by, known?.names) };
      memory.chosen.set(place, known);
    }
    for (const name of known.names) chosen.push(name);
  });
  return withoutTitleCase(chosen);
}

/** The names among the candidates of one piece of prose; those of `before` that are what they were are the same objects. */
function chooseAmong(
  evidence: NameEvidence,
  piece: Piece,
  lifted: Scores,
  before: readonly ChosenName[] = [],
): readonly ChosenName[] {
  const names: ChosenName[] = [];
  piece.forEach((candidate, at) => {
    const scores = withDeclared(lifted[at]!, candidate);
    const best = bestOf(scores);
    // "Novak & Roth" may be a firm, but is no person.
    if (candidate.ampersand && scores[0] === best) return;
    if (best <= THRESHOLD && !(best > VAGUE && mayBeVague(candidate, evidence))) return;
    const kind = best > THRESHOLD ? scores.indexOf(best) : OTHER;
    const known = before.find((name) => name.candidate === candidate);
    const isKept = known?.kind === kind && areSameScores(known.scores, scores);
    names.push(isKept ? known : { evidence, candidate, scores, kind });
  });
  return selectCompatible(names);
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

const toldScores = new WeakMap<Scores, Scores>();

/** The scores of a piece with what the words beside the names tell; the same list for the same list. */
function withTold(piece: Piece, scores: Scores): Scores {
  if (!traitsOfPiece(piece).isTold) return scores;
  const known = toldScores.get(scores);
  if (known !== undefined) return known;
  const told = scores.map((own, at): KindScores => {
    const { told: kind } = piece[at]!;
    return kind === undefined ? own : mapKinds(own, (score, k) => score + (k === kind ? TOLD : -TOLD));
  });
  toldScores.set(scores, told);
  return told;
}

/** What is declared is a name, unless it is a part of a longer one. */
const DECLARED = 0.5;

function withDeclared(scores: KindScores, { declared }: NameCandidate): KindScores {
  if (declared === undefined) return scores;
  const kind = declared < OTHER ? declared : scores.indexOf(bestOf(scores));
  return mapKinds(scores, (score, k) => (k === kind ? Math.max(DECLARED, bestOf(scores)) : score));
}

/** Names of unknown kind have to be names by more than capitals: not ordinary words, not the first of a sentence. */
function mayBeVague(candidate: NameCandidate, evidence: NameEvidence): boolean {
  const { ordinary, startsSentence, key } = candidate;
  return !ordinary && !isTitle(evidence) && !(startsSentence && !key.includes(' ')) && !/[0-9]/.test(key);
}

/** In headings and cells capitals mean little: ordinary words are a name there only if they are one in running text. */
function withoutTitleCase(names: ChosenName[]): ChosenName[] {
  const doubtful = new Set<string>();
  for (const name of names) if (isTitleCase(name)) doubtful.add(name.candidate.key);
  if (doubtful.size === 0) return names;
  const running = new Set<string>();
  for (const { evidence, candidate } of names)
    if (doubtful.has(candidate.key) && !isTitle(evidence)) running.add(candidate.key);
  return names.filter((name) => !isTitleCase(name) || running.has(name.candidate.key));
}

function isTitleCase({ evidence, candidate }: ChosenName): boolean {
  return candidate.ordinary === true && candidate.declared === undefined && isTitle(evidence);
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
  if (outer.kind === PERSON) return inner.kind !== PERSON && outer.candidate.titled !== undefined;
  return true;
}
