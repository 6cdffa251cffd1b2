// Judges name candidates in the light of the whole document: a spelling that is surely a name in one place is likely
// one in another, a surname is known by the full name and an acronym by its expansion. Works on the candidates' scores alone, never on
// the text around them, and says what speaks for a name; how much that weighs says the model.

import type { NameCandidate } from './actor.ts';
import {
  addCandidate,
  countLikely,
  type DocumentEvidence,
  type Leanings,
  leaningsOf,
  meanElsewhere,
  newEvidence,
} from './documentEvidence.ts';
import { bestOf, type KindScores } from './kindScores.ts';
import type { Piece } from './pieceTraits.ts';
import { clip } from './scoreTally.ts';

/** A candidate among those of its document. */
export interface PlacedCandidate {
  readonly candidate: NameCandidate;
  /** Counts the pieces of prose; candidates of one piece are consecutive and in order of their start. */
  readonly prose: number;
}

/**
 * Number of features that each kind of each candidate has. They come in this order: what the candidate scores itself, what the
 * document tells of its spelling, what overlaps it, what the document leans to, what is listed beside it.
 */
export const DOCUMENT_FEATURES = 29;
/** Where those of a kind begin that tell of the spelling, of what overlaps, of the document's leaning, and of lists. */
export const TOLD = 5;
export const OVERLAPPING = 16;
export const LEANING = 25;
export const LISTED = 27;

/**
 * What the document says for and against each kind of each candidate: `DOCUMENT_FEATURES` numbers for person, then for
 * organization, then for place. The kinds share their weights. Calls `visit` for each candidate in turn, with an array
 * that is used again for the next one.
 */
export function visitDocumentFeatures(
  placed: readonly PlacedCandidate[],
  visit: (features: Float64Array, index: number) => void,
): void {
  const evidence = newEvidence();
  for (const { candidate } of placed) addCandidate(evidence, candidate);
  const counts: [number, number, number] = [0, 0, 0];
  for (const { tally } of evidence.spellings.values()) countLikely(counts, tally, 1);
  const leanings = leaningsOf(counts);
  for (let from = 0; from < placed.length; ) {
    let end = from;
    while (end < placed.length && placed[end]!.prose === placed[from]!.prose) end++;
    const piece = placed.slice(from, end).map(({ candidate }) => candidate);
    const first = from;
    visitPieceFeatures(piece, (features, index) => {
      putTold(piece[index]!, evidence, features);
      putLeanings(leanings, features);
      visit(features, first + index);
    });
    from = end;
  }
}

/** The features that a piece of prose gives its candidates whatever the rest of the document says; the others are 0. */
export function visitPieceFeatures(piece: Piece, visit: (features: Float64Array, index: number) => void): void {
  const { outer, inner, crossing } = boundingScores(piece);
  const listed = listedScores(piece);
  const features = new Float64Array(3 * DOCUMENT_FEATURES);
  for (let index = 0; index < piece.length; index++) {
    features.fill(0);
    const { key, scores } = piece[index]!;
    const single = isSingle(key);
    for (let k = 0; k < 3; k++) {
      const at = k * DOCUMENT_FEATURES;
      const own = clip(scores[k]!);
      features[at] = 1;
      features[at + 1] = single ? 1 : 0;
      features[at + 2] = own;
      features[at + 3] = single ? own : 0;
      features[at + 4] = clip(Math.max(scores[nextKind(k)]!, scores[lastKind(k)]!));
      putBound(features, at + OVERLAPPING, outer, index, k);
      putBound(features, at + OVERLAPPING + 3, inner, index, k);
      putBound(features, at + OVERLAPPING + 6, crossing, index, k);
      const beside = listed[index * 3 + k]!;
      if (beside > -9) {
        features[at + LISTED] = 1;
        features[at + LISTED + 1] = clip(beside);
      }
    }
    visit(features, index);
  }
}

const nextKind = (kind: number): number => (kind === 2 ? 0 : kind + 1);
const lastKind = (kind: number): number => (kind === 0 ? 2 : kind - 1);

/** Whether a spelling is a single word. */
export function isSingle(key: string): boolean {
  return !key.includes(' ');
}

/** The initials that a spelling may stand for: "UN" and "U.N." for "United Nations". */
export function withoutPoints(key: string): string {
  return key.includes('.') ? key.replaceAll('.', '') : key;
}

/** Whether a candidate is judged otherwise once something else is known of some spellings and words. */
export function isToldOf({ key }: NameCandidate, changed: ReadonlySet<string>): boolean {
  return changed.has(key) || (key.includes('.') && changed.has(withoutPoints(key)));
}

/** Puts in what a document tells of a candidate's spelling. */
export function putTold({ key, scores }: NameCandidate, evidence: DocumentEvidence, out: Float64Array): void {
  const single = isSingle(key);
  const spelling = evidence.spellings.get(key)!;
  const others = spelling.tally.count - 1;
  const begin = single ? evidence.begins.get(key) : undefined;
  const end = single ? evidence.ends.get(key) : undefined;
  const spelled = single && key.length > 1 && key.length < 8 ? evidence.initials.get(withoutPoints(key)) : undefined;
  for (let k = 0; k < 3; k++) {
    const at = k * DOCUMENT_FEATURES + TOLD;
    const [next, last] = [nextKind(k), lastKind(k)];
    out.fill(0, at, at + OVERLAPPING - TOLD);
    if (others > 0) {
      const mean = meanElsewhere(spelling, k, scores[k]!);
      out[at] = 1;
      out[at + 1] = mean;
      out[at + 2] = clip(spelling.tally.told[k]!);
      out[at + 3] = others > 1 ? mean : 0;
      out[at + 4] = Math.max(
        meanElsewhere(spelling, next, scores[next]!),
        meanElsewhere(spelling, last, scores[last]!),
      );
    }
    if (end !== undefined) {
      out[at + 5] = 1;
      out[at + 6] = clip(end.told[k]!);
    }
    if (begin !== undefined) {
      out[at + 7] = 1;
      out[at + 8] = clip(begin.told[k]!);
    }
    if (spelled !== undefined) {
      out[at + 9] = 1;
      out[at + 10] = clip(spelled.told[k]!);
    }
  }
}

function putLeanings(leanings: Leanings, out: Float64Array): void {
  for (let k = 0; k < 3; k++) {
    const at = k * DOCUMENT_FEATURES;
    out[at + LEANING] = leanings[k]!;
    out[at + LEANING + 1] = out[at + 1]! * leanings[k]!;
  }
}

/** Whether there is such a neighbour, its score for the kind, its best score. */
function putBound(out: Float64Array, at: number, list: Float64Array, index: number, k: number): void {
  const own = list[index * 3 + k]!;
  if (own <= -9) return;
  out[at] = 1;
  out[at + 1] = clip(own);
  out[at + 2] = clip(Math.max(list[index * 3]!, list[index * 3 + 1]!, list[index * 3 + 2]!));
}

/** For each candidate and kind the score of the likeliest name beside it in a list; −9 where there is none. */
function listedScores(piece: Piece): Float64Array {
  const beside = new Float64Array(piece.length * 3).fill(-9);
  if (piece.every(({ nextListed }) => nextListed === undefined)) return beside;
  /** By where they begin, the likeliest candidates. */
  const starts = new Map<number, number>();
  piece.forEach(({ scores, span }, index) => {
    const known = starts.get(span.start);
    if (known === undefined || bestOf(scores) > bestOf(piece[known]!.scores)) starts.set(span.start, index);
  });
  piece.forEach(({ nextListed }, index) => {
    const next = nextListed === undefined ? undefined : starts.get(nextListed);
    if (next === undefined) return;
    raiseTo(beside, index, piece[next]!.scores);
    raiseTo(beside, next, piece[index]!.scores);
  });
  return beside;
}

interface Bounds {
  readonly outer: Float64Array;
  readonly inner: Float64Array;
  readonly crossing: Float64Array;
}

/** Best scores of the candidates that contain, are within, or cross each candidate; −9 where there is none. */
function boundingScores(piece: Piece): Bounds {
  const outer = new Float64Array(piece.length * 3).fill(-9);
  const inner = new Float64Array(piece.length * 3).fill(-9);
  const crossing = new Float64Array(piece.length * 3).fill(-9);
  for (let i = 0; i < piece.length; i++) {
    const a = piece[i]!;
    for (let j = i + 1; j < piece.length; j++) {
      const b = piece[j]!;
      if (b.span.start >= a.span.end) break;
      const s = a.span;
      const t = b.span;
      if (s.start <= t.start && t.end <= s.end) {
        raiseTo(outer, j, a.scores);
        raiseTo(inner, i, b.scores);
      } else if (t.start <= s.start && s.end <= t.end) {
        raiseTo(outer, i, b.scores);
        raiseTo(inner, j, a.scores);
      } else {
        raiseTo(crossing, i, b.scores);
        raiseTo(crossing, j, a.scores);
      }
    }
  }
  return { outer, inner, crossing };
}

function raiseTo(list: Float64Array, index: number, scores: KindScores): void {
  for (let k = 0; k < 3; k++) if (scores[k]! > list[index * 3 + k]!) list[index * 3 + k] = scores[k]!;
}
