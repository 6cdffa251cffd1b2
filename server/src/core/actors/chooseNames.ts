// Decides which candidates of a document are names, and of which kind: the best readings that do not cross. A name may
// stand within another of a different kind ("Leeds" in "University of Leeds").

import { haveSameItems } from '../text/sameItems.ts';
import { findBefore, mapAgain } from '../text/sharedEnds.ts';
import { compareSpans } from '../text/span.ts';
import { Abbreviations } from './abbreviations.ts';
import type { NameCandidate, NameEvidence } from './actor.ts';
import { areSameScores, bestOf, type KindScores, mapKinds } from './kindScores.ts';
import { OTHER, PERSON } from './kinds.ts';
import { LowerCaseWords } from './lowerCaseWords.ts';
import { NameScores } from './nameScores.ts';
import { Namesakes, THRESHOLD } from './namesakes.ts';
import { OrdinaryWords } from './ordinaryWords.ts';
import { type Piece, traitsOfPiece } from './pieceTraits.ts';
import { type ChosenPiece, isTitle, isTitleCase, TitleCase } from './titleCase.ts';

export interface ChosenName {
  readonly evidence: NameEvidence;
  readonly candidate: NameCandidate;
  readonly scores: KindScores;
  /** 0 person, 1 organization, 2 place, 3 something else or not known. */
  readonly kind: number;
}

/** The names of one piece of prose. */
export interface NamedPiece {
  readonly evidence: NameEvidence;
  /** In document order; of those that begin together the longer first. */
  readonly names: readonly ChosenName[];
}

const NONE: ReadonlySet<string> = new Set();

/** Between this and the threshold a candidate is a name of unknown kind. */
const VAGUE = -1.8;

type Scores = readonly KindScores[];

/** What was made of a piece of prose. */
interface ScoredPiece {
  /** The candidates that are likely enough, whatever they cross. */
  readonly likely: readonly ChosenName[];
  readonly chosen: ChosenPiece;
}

/** What was made of the pieces of prose in a state of a document, in their order. */
interface ChosenPieces {
  readonly evidence: readonly NameEvidence[];
  readonly candidates: readonly Piece[];
  /** The candidates that are left, their scores, with what the words beside them tell, and those by which names were chosen. */
  readonly pieces: readonly Piece[];
  readonly scores: readonly Scores[];
  readonly told: readonly Scores[];
  readonly lifted: readonly Scores[];
  readonly chosen: readonly ScoredPiece[];
}

/** What is known of the names of a document, whatever its state: so that an edit chooses anew only among those that it concerns. */
export class NameMemory {
  readonly scores = new NameScores();
  readonly namesakes = new Namesakes();
  readonly abbreviations = new Abbreviations();
  /** Of the state of the document that names are chosen in. */
  readonly words = new LowerCaseWords();
  readonly ordinaryWords = new OrdinaryWords(this.words);
  readonly titleCase = new TitleCase();
  last: ChosenPieces = { evidence: [], candidates: [], pieces: [], scores: [], told: [], lifted: [], chosen: [] };
}

/**
 * The names of a document, by the pieces of prose that have some, but for spellings that are `never` names. With what `memory` has of an
 * earlier state, the same objects where nothing has changed.
 */
export function chooseNames(
  evidence: readonly NameEvidence[],
  never: ReadonlySet<string> = NONE,
  memory = new NameMemory(),
): NamedPiece[] {
  const { last, scores: known, namesakes, abbreviations, ordinaryWords, titleCase } = memory;
  const candidates = mapAgain(evidence, (place) => place.candidates, {
    items: last.evidence,
    results: last.candidates,
  });
  const pieces = ordinaryWords.takeOut(abbreviations.takeOut(candidates));
  const scores = known.scoresOf(pieces);
  const told = mapAgain(scores, (own, index) => withTold(pieces[index]!, own), {
    items: last.scores,
    results: last.told,
  });
  const lifted = namesakes.lift(pieces, told, (spellings) => known.piecesOf(spellings));
  const placeBefore = findBefore(last.evidence, evidence);
  const chosen = evidence.map((place, index): ScoredPiece => {
    const piece = pieces[index]!;
    const by = lifted[index]!;
    const at = placeBefore(index);
    const known = last.chosen[at];
    return known && last.pieces[at] === piece && last.lifted[at] === by ? known : chooseAmong(place, piece, by, known);
  });
  memory.last = { evidence, candidates, pieces, scores, told, lifted, chosen };
  return titleCase.leaveOut(
    chosen.map((own) => own.chosen),
    never,
  );
}

/** The names among the candidates of one piece of prose; of those of `before` that are what they were the same objects. */
function chooseAmong(evidence: NameEvidence, piece: Piece, by: Scores, before: ScoredPiece | undefined): ScoredPiece {
  const likely: ChosenName[] = [];
  const known = before?.likely ?? [];
  let next = 0;
  piece.forEach((candidate, at) => {
    const was = known[next];
    if (was?.candidate === candidate) next++;
    const name = judge(
      candidate,
      withDeclared(by[at]!, candidate),
      evidence,
      was?.candidate === candidate ? was : undefined,
    );
    if (name) likely.push(name);
  });
  if (before && haveSameItems(likely, known)) return before;
  const names = selectCompatible(likely);
  return { likely, chosen: { evidence, names, hasTitleCase: names.some(isTitleCase) } };
}

/** The name that a candidate is by its scores, if it is likely enough; `was` is the one that it was before. */
function judge(
  candidate: NameCandidate,
  scores: KindScores,
  evidence: NameEvidence,
  was: ChosenName | undefined,
): ChosenName | undefined {
  const best = bestOf(scores);
  // "Novak & Roth" may be a firm, but is no person.
  if (candidate.ampersand && scores[0] === best) return undefined;
  if (best <= THRESHOLD && !(best > VAGUE && mayBeVague(candidate, evidence))) return undefined;
  const kind = best > THRESHOLD ? scores.indexOf(best) : OTHER;
  return was?.kind === kind && areSameScores(was.scores, scores) ? was : { evidence, candidate, scores, kind };
}

/** By how much a name is lifted in the kind that the word beside it tells, and lowered in the others. */
const TOLD = 3;

/** The scores of a piece with what the words beside the names tell; the same list where they tell nothing. */
function withTold(piece: Piece, scores: Scores): Scores {
  if (!traitsOfPiece(piece).isTold) return scores;
  return scores.map((own, at): KindScores => {
    const { told: kind } = piece[at]!;
    return kind === undefined ? own : mapKinds(own, (score, k) => score + (k === kind ? TOLD : -TOLD));
  });
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

/** Of so many names and more, only those are held against each other that overlap. */
const MANY = 16;

/** The best-scored of overlapping readings. */
function selectCompatible(names: readonly ChosenName[]): ChosenName[] {
  return names.length < MANY ? selectAmong(names) : groupOverlapping(names).flatMap(selectAmong);
}

function selectAmong(names: readonly ChosenName[]): ChosenName[] {
  if (names.length < 2) return [...names];
  const ranked = [...names].sort((a, b) => rank(b) - rank(a));
  const taken: ChosenName[] = [];
  for (const name of ranked) if (taken.every((other) => areCompatible(name, other))) taken.push(name);
  return taken.sort((a, b) => compareSpans(a.candidate.span, b.candidate.span));
}

/** Names in groups of which none overlaps another, by their place; within a group in the order that they have. */
function groupOverlapping(names: readonly ChosenName[]): ChosenName[][] {
  const byStart = [...names.keys()].sort((a, b) => startOf(names[a]!) - startOf(names[b]!));
  const groupOf = new Int32Array(names.length);
  let group = -1;
  let end = -1;
  for (const index of byStart) {
    const { span } = names[index]!.candidate;
    if (span.start >= end) group++;
    end = Math.max(end, span.end);
    groupOf[index] = group;
  }
  const groups = Array.from({ length: group + 1 }, (): ChosenName[] => []);
  names.forEach((name, index) => {
    groups[groupOf[index]!]!.push(name);
  });
  return groups;
}

function startOf({ candidate }: ChosenName): number {
  return candidate.span.start;
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
