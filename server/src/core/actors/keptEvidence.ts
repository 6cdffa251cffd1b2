// What a document knows of the spellings of its name candidates, and of the words that the longer ones begin and end with, kept from
// one state to the next: what an edit takes out and brings in is counted, and hardly ever are all looked at.

import type { NameCandidate } from './actor.ts';
import {
  addCandidate,
  countLikely,
  type DocumentEvidence,
  isBestAlike,
  isToldAlike,
  newEvidence,
  type ToldSpelling,
  type ToldWord,
  takeCandidate,
  tellSpelling,
  tellWord,
  wordsToldOf,
} from './documentEvidence.ts';
import type { KindScores } from './kindScores.ts';
import { PieceIndex } from './pieceIndex.ts';
import type { Piece } from './pieceTraits.ts';
import type { ScoreTally } from './scoreTally.ts';

type WordMap = 'begins' | 'ends' | 'initials';
const WORD_MAPS: readonly WordMap[] = ['begins', 'ends', 'initials'];

/** What was known before an edit of the spellings and words that it concerns. */
interface Before {
  readonly spellings: Map<string, ToldSpelling | undefined>;
  readonly begins: Map<string, ToldWord | undefined>;
  readonly ends: Map<string, ToldWord | undefined>;
  readonly initials: Map<string, ToldWord | undefined>;
}

export class KeptEvidence {
  readonly evidence: DocumentEvidence = newEvidence();
  /** How many likely names there are of each kind. */
  readonly likely: [number, number, number] = [0, 0, 0];
  /** Made at the first edit: most documents are read once. */
  private index: PieceIndex | undefined;

  /** The pieces with a candidate of one of the spellings; undefined as long as all pieces are new. */
  piecesOf(spellings: Iterable<string>): ReadonlyMap<Piece, number> | undefined {
    return this.index?.ofSpellings(spellings);
  }

  /** Takes in the pieces of a new document. */
  read(pieces: readonly Piece[]): void {
    for (const piece of pieces) for (const candidate of piece) addCandidate(this.evidence, candidate);
    for (const { tally } of this.evidence.spellings.values()) countLikely(this.likely, tally, 1);
  }

  /**
   * Takes pieces out and puts others in, after which `pieces` are those of the document; answers the spellings and words of which
   * something else is known than before.
   */
  exchange(gone: readonly Piece[], come: readonly Piece[], pieces: readonly Piece[]): Set<string> {
    if (this.index) {
      for (const piece of gone) this.index.add(piece, -1);
      for (const piece of come) this.index.add(piece, 1);
    } else {
      this.index = new PieceIndex();
      for (const piece of pieces) this.index.add(piece, 1);
    }
    const before = this.noteBefore([gone, come].flat(2));
    for (const piece of gone) for (const candidate of piece) takeCandidate(this.evidence, candidate);
    for (const piece of come) for (const candidate of piece) addCandidate(this.evidence, candidate);
    this.countAgain(before, this.index);
    return this.changedSince(before);
  }

  private noteBefore(candidates: readonly NameCandidate[]): Before {
    const before: Before = { spellings: new Map(), begins: new Map(), ends: new Map(), initials: new Map() };
    for (const candidate of candidates) {
      const { key } = candidate;
      const spelling = this.evidence.spellings.get(key);
      if (!before.spellings.has(key)) before.spellings.set(key, spelling && tellSpelling(spelling));
      for (const [map, word] of wordsIn(candidate)) {
        const known = this.evidence[map].get(word);
        if (!before[map].has(word)) before[map].set(word, known && tellWord(known));
      }
    }
    return before;
  }

  /** Counts again what is left of spellings and words that stood often and do not any more. */
  private countAgain(before: Before, index: PieceIndex): void {
    const recount = (
      tally: ScoreTally | undefined,
      pieces: () => ReadonlyMap<Piece, number>,
      isOne: (candidate: NameCandidate) => boolean,
    ): void => {
      if (!tally?.isForgotten) return;
      const all: [KindScores, number][] = [];
      for (const [piece, times] of pieces())
        for (const candidate of piece) if (isOne(candidate)) all.push([candidate.scores, times]);
      tally.countAgain(all);
    };
    for (const key of before.spellings.keys()) {
      const tally = this.evidence.spellings.get(key)?.tally;
      recount(
        tally,
        () => index.ofSpellings([key]),
        (candidate) => candidate.key === key,
      );
    }
    for (const map of WORD_MAPS)
      for (const word of before[map].keys())
        recount(
          this.evidence[map].get(word),
          () => index.ofWords([word]),
          (candidate) => wordOf(map, candidate) === word,
        );
  }

  private changedSince(before: Before): Set<string> {
    const changed = new Set<string>();
    for (const [key, was] of before.spellings) {
      const spelling = this.evidence.spellings.get(key);
      const now = spelling && tellSpelling(spelling);
      if (was) countLikely(this.likely, was, -1);
      if (now) countLikely(this.likely, now, 1);
      if (!was || !now || !isToldAlike(was, now)) changed.add(key);
    }
    for (const map of WORD_MAPS) {
      for (const [word, was] of before[map]) {
        const now = this.evidence[map].get(word);
        if (!was || !now || !isBestAlike(was, now)) changed.add(word);
      }
    }
    return changed;
  }
}

/** The words that a candidate is evidence of, and for what. */
function wordsIn(candidate: NameCandidate): readonly (readonly [WordMap, string])[] {
  const parts = wordsToldOf(candidate);
  if (!parts) return [];
  return [
    ['begins', parts.first],
    ['ends', parts.last],
    ['initials', parts.initials],
  ];
}

function wordOf(map: WordMap, candidate: NameCandidate): string | undefined {
  const parts = wordsToldOf(candidate);
  return map === 'begins' ? parts?.first : map === 'ends' ? parts?.last : parts?.initials;
}
