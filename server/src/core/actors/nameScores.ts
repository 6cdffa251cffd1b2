// The scores of all name candidates of a document in its light, kept from one state of the document to the next: an edit scores
// anew the pieces of prose with a spelling of which something else is known now. What it answers depends on the present
// candidates alone.

import { diffLists } from '../text/diffLists.ts';
import { recallAtEnds } from '../text/sharedEnds.ts';
import {
  addSpelling,
  countLikely,
  type DocumentEvidence,
  isToldAlike,
  type Leanings,
  leaningsOf,
  newEvidence,
  raiseWord,
  type Spelling,
  visitFeatures,
  wordsToldOf,
} from './judgeNames.ts';
import { areSameScores, type KindScores, keepScores } from './kindScores.ts';
import { type DocumentSums, scoreInDocument, sumFeatures } from './nameModel.ts';
import { PieceIndex } from './pieceIndex.ts';
import type { Piece } from './pieceTraits.ts';

interface PieceScores {
  readonly sums: readonly DocumentSums[];
  leanings: Leanings;
  scores: readonly KindScores[];
}

type Triple = [number, number, number];
type WordMap = 'begins' | 'ends' | 'initials';

/** Spellings and words about which an edit may have changed what is known. */
interface Concerned {
  readonly spellings: Set<string>;
  readonly begins: Set<string>;
  readonly ends: Set<string>;
  readonly initials: Set<string>;
}

export class NameScores {
  private pieces: readonly Piece[] = [];
  /** Made at the first edit: most documents are read once. */
  private index: PieceIndex | undefined;
  private readonly evidence = newEvidence();
  /** How many likely names there are of each kind. */
  private readonly likely: Triple = [0, 0, 0];
  private readonly scored = new WeakMap<Piece, PieceScores>();
  /** By piece of the present state: its scores, in the light of these leanings. */
  private answered: readonly (readonly KindScores[])[] = [];
  private leanings: Leanings = [0, 0, 0];

  /** By piece and candidate; the same list for a piece whose scores have not changed. */
  scoresOf(pieces: readonly Piece[]): readonly (readonly KindScores[])[] {
    const [before, answered] = [this.pieces, this.answered];
    const concerned = this.piecesOf(this.turnTo(pieces));
    const leanings = leaningsOf(this.likely);
    const recall = areSameScores(leanings, this.leanings) ? recallAtEnds(before, pieces, answered) : () => undefined;
    this.leanings = leanings;
    this.answered = pieces.map((piece, index) => {
      const known = recall(index);
      // Most prose has no names.
      const isConcerned = piece.length > 0 && (concerned?.has(piece) ?? false);
      return known && !isConcerned ? known : this.scorePiece(piece, leanings, isConcerned);
    });
    return this.answered;
  }

  private scorePiece(piece: Piece, leanings: Leanings, isConcerned: boolean): readonly KindScores[] {
    let known = this.scored.get(piece);
    if (known === undefined || isConcerned) {
      const sums: DocumentSums[] = [];
      const placed = piece.map((candidate) => ({ candidate, prose: 0 }));
      visitFeatures(placed, this.evidence, leanings, (features) => sums.push(sumFeatures(features)));
      known = { sums, leanings, scores: scoreAll(sums, leanings, known?.scores) };
      this.scored.set(piece, known);
    } else if (!areSameScores(leanings, known.leanings)) {
      known.leanings = leanings;
      known.scores = scoreAll(known.sums, leanings, known.scores);
    }
    return known.scores;
  }

  /** The pieces with a candidate of one of the spellings; undefined as long as all pieces are new. */
  piecesOf(spellings: Iterable<string>): ReadonlyMap<Piece, number> | undefined {
    return this.index?.ofSpellings(spellings);
  }

  /** Brings the evidence up to date; answers the spellings and words of which something else is known than before. */
  private turnTo(pieces: readonly Piece[]): Set<string> {
    const before = this.pieces;
    this.pieces = pieces;
    const changed = new Set<string>();
    const { gone, come } = diffLists(before, pieces);
    if (gone.length === 0 && come.length === 0) return changed;
    const concerned: Concerned = { spellings: new Set(), begins: new Set(), ends: new Set(), initials: new Set() };
    for (const at of gone) {
      note(before[at]!, concerned);
      // What comes back has to be looked at again.
      this.scored.delete(before[at]!);
    }
    for (const at of come) note(pieces[at]!, concerned);
    const now = gatherConcerned(this.having(concerned, before, gone, come), concerned);
    for (const key of concerned.spellings) this.setSpelling(key, now.spellings.get(key), changed);
    for (const map of ['begins', 'ends', 'initials'] as const)
      for (const word of concerned[map]) this.setWord(map, word, now[map].get(word), changed);
    return changed;
  }

  /** The pieces that say something of what is concerned, each with how often it stands in the document; all of a new document. */
  private having(
    { spellings, begins, ends, initials }: Concerned,
    before: readonly Piece[],
    gone: readonly number[],
    come: readonly number[],
  ): Iterable<readonly [Piece, number]> {
    if (this.index) {
      for (const at of gone) this.index.add(before[at]!, -1);
      for (const at of come) this.index.add(this.pieces[at]!, 1);
    } else if (before.length === 0) {
      return this.pieces.map((piece) => [piece, 1]);
    } else {
      this.index = new PieceIndex();
      for (const piece of this.pieces) this.index.add(piece, 1);
    }
    const found = this.index.ofWords([...begins, ...ends, ...initials]);
    for (const [piece, times] of this.index.ofSpellings(spellings)) found.set(piece, times);
    return found;
  }

  private setSpelling(key: string, now: Spelling | undefined, changed: Set<string>): void {
    const { spellings } = this.evidence;
    const was = spellings.get(key);
    const isAlike = was !== undefined && now !== undefined && isToldAlike(was, now);
    if (was) countLikely(this.likely, was, -1);
    if (now) countLikely(this.likely, now, 1);
    if (now) spellings.set(key, now);
    else spellings.delete(key);
    if (!isAlike) changed.add(key);
  }

  private setWord(map: WordMap, word: string, now: Triple | undefined, changed: Set<string>): void {
    const words = this.evidence[map];
    const was = words.get(word);
    if (was && now && areSameScores(was, now)) return;
    if (now) words.set(word, now);
    else words.delete(word);
    changed.add(word);
  }
}

/** The scores of a piece of prose; the same list as before where they are the same. */
function scoreAll(
  sums: readonly DocumentSums[],
  leanings: Leanings,
  before: readonly KindScores[] | undefined,
): readonly KindScores[] {
  return keepScores(
    before,
    sums.map((own) => scoreInDocument(own, leanings)),
  );
}

function note(piece: Piece, { spellings, begins, ends, initials }: Concerned): void {
  for (const candidate of piece) {
    spellings.add(candidate.key);
    const parts = wordsToldOf(candidate);
    if (parts === undefined) continue;
    begins.add(parts.first);
    ends.add(parts.last);
    initials.add(parts.initials);
  }
}

/** What the candidates of pieces, which stand in the document so many times, say of some spellings and words. */
function gatherConcerned(pieces: Iterable<readonly [Piece, number]>, concerned: Concerned): DocumentEvidence {
  const evidence = newEvidence();
  for (const [piece, times] of pieces) {
    for (const candidate of piece) {
      for (let time = 0; time < times && concerned.spellings.has(candidate.key); time++)
        addSpelling(evidence, candidate);
      const parts = wordsToldOf(candidate);
      if (parts === undefined) continue;
      if (concerned.begins.has(parts.first)) raiseWord(evidence.begins, parts.first, candidate);
      if (concerned.ends.has(parts.last)) raiseWord(evidence.ends, parts.last, candidate);
      if (concerned.initials.has(parts.initials)) raiseWord(evidence.initials, parts.initials, candidate);
    }
  }
  return evidence;
}
