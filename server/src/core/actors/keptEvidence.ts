// What a document knows of the spellings of its name candidates, and of the words that the longer ones begin and end with, kept from
// one state to the next: what an edit takes out and brings in is counted, and only where the likeliest of many went are all looked at.

import type { NameCandidate } from './actor.ts';
import {
  addCandidate,
  countLikely,
  type DocumentEvidence,
  isBestAlike,
  isToldAlike,
  newEvidence,
  type Spelling,
  takeCandidate,
  type WordEvidence,
  wordsToldOf,
} from './documentEvidence.ts';
import { forgetTop, type KindScores, raiseTimes, reaches } from './kindScores.ts';
import { PieceIndex } from './pieceIndex.ts';
import type { Piece } from './pieceTraits.ts';

type WordMap = 'begins' | 'ends' | 'initials';
const WORD_MAPS: readonly WordMap[] = ['begins', 'ends', 'initials'];

/** What was known before an edit of the spellings and words that it concerns. */
interface Before {
  readonly spellings: Map<string, Spelling | undefined>;
  readonly begins: Map<string, WordEvidence | undefined>;
  readonly ends: Map<string, WordEvidence | undefined>;
  readonly initials: Map<string, WordEvidence | undefined>;
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
    for (const spelling of this.evidence.spellings.values()) countLikely(this.likely, spelling, 1);
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
    this.findBestAgain(gone.flat(), this.index);
    return this.changedSince(before);
  }

  private noteBefore(candidates: readonly NameCandidate[]): Before {
    const before: Before = { spellings: new Map(), begins: new Map(), ends: new Map(), initials: new Map() };
    for (const candidate of candidates) {
      const { key } = candidate;
      const spelling = this.evidence.spellings.get(key);
      if (!before.spellings.has(key))
        before.spellings.set(key, spelling && { ...spelling, sums: [...spelling.sums], top: [...spelling.top] });
      for (const [map, word] of wordsIn(candidate)) {
        const known = this.evidence[map].get(word);
        if (!before[map].has(word)) before[map].set(word, known && { ...known, top: [...known.top] });
      }
    }
    return before;
  }

  /** Looks for the top scores again where one of the candidates that went may have had them, once for each spelling and word. */
  private findBestAgain(gone: readonly NameCandidate[], index: PieceIndex): void {
    const spellings = new Set<string>();
    const words = { begins: new Set<string>(), ends: new Set<string>(), initials: new Set<string>() };
    for (const candidate of gone) {
      const { key, scores } = candidate;
      if (isDoubtful(this.evidence.spellings.get(key), scores)) spellings.add(key);
      for (const [map, word] of wordsIn(candidate))
        if (isDoubtful(this.evidence[map].get(word), scores)) words[map].add(word);
    }
    for (const key of spellings) {
      const { top } = this.evidence.spellings.get(key)!;
      forgetTop(top);
      for (const [piece, times] of index.ofSpellings([key]))
        for (const candidate of piece) if (candidate.key === key) raiseTimes(top, candidate.scores, times);
    }
    for (const map of WORD_MAPS) {
      for (const word of words[map]) {
        const { top } = this.evidence[map].get(word)!;
        forgetTop(top);
        for (const [piece, times] of index.ofWords([word]))
          for (const candidate of piece) if (wordOf(map, candidate) === word) raiseTimes(top, candidate.scores, times);
      }
    }
  }

  private changedSince(before: Before): Set<string> {
    const changed = new Set<string>();
    for (const [key, was] of before.spellings) {
      const now = this.evidence.spellings.get(key);
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

/** Whether scores that went may have been among the top ones that are known. */
function isDoubtful(known: WordEvidence | undefined, gone: KindScores): boolean {
  return known !== undefined && reaches(gone, known.top);
}
