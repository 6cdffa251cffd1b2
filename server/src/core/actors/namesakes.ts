// Lifts the scores of names by what else a document says under the same spelling: a name that is sure in one place is one
// elsewhere, and what a longer name is named after is what it is where it stands alone. Kept from one state of the document to
// the next: an edit lifts anew the pieces of prose with a spelling of which something else is known now. What it answers depends
// on the present scores alone.

import { diffLists } from '../text/diffLists.ts';
import { recallAtEnds } from '../text/sharedEnds.ts';
import type { NameCandidate } from './actor.ts';
import { areSameScores, bestOf, type KindScores, keepScores, mapKinds } from './kindScores.ts';
import { type Piece, traitsOfPiece } from './pieceTraits.ts';

type Scores = readonly KindScores[];
type Triple = [number, number, number];

/** Names score at least this much in their best kind. */
export const THRESHOLD = -0.3;
/** A name that is sure in one place lifts its doubtful namesakes by this part of the difference. */
const CONSENSUS = 0.5;
const SURE = 0.5;
/** By how much names within longer ones are lifted that these are named after. */
const EPONYM = 3;
/** What scores more than this where it stands alone is of the kind that it has there. */
const NAMED_ALONE = 0;

/** A piece that is there, how often it is, and its scores. */
interface PresentPiece {
  readonly piece: Piece;
  count: number;
  scores: Scores;
}

/** A candidate where it stands: in which piece, as which. */
interface Occurrence {
  readonly of: PresentPiece;
  readonly at: number;
}

/** What a document knows of a spelling. */
interface Spelling {
  occurrences: Occurrence[];
  best: KindScores;
  /** Whether it is surely a name where no sentence begins with its first word. */
  isFirm: boolean;
}

interface LiftedPiece {
  readonly from: Scores;
  /** Among namesakes. */
  readonly lifted: Scores;
  /** With what the longer names tell; the kinds that they told. */
  whole: Scores;
  told: readonly (number | undefined)[];
}

const NOTHING_TOLD: readonly undefined[] = [];

export class Namesakes {
  private pieces: readonly Piece[] = [];
  private scores: readonly Scores[] = [];
  private readonly present = new Map<Piece, PresentPiece>();
  private readonly spellings = new Map<string, Spelling>();
  private readonly lifted = new WeakMap<Piece, LiftedPiece>();
  /** By spelling that longer names are named after: how many are, and its likeliest scores where it stands alone. */
  private readonly eponyms = new Map<string, { count: number; alone: KindScores | undefined }>();
  /** By piece of the present state: what it is lifted to among namesakes, and in all. */
  private own: readonly LiftedPiece[] = [];
  private answered: readonly Scores[] = [];

  /**
   * The scores of all pieces as lifted; the same list for a piece whose scores have not changed. `piecesOf` answers which pieces have
   * candidates of some spellings, also behind their first word.
   */
  lift(
    pieces: readonly Piece[],
    scores: readonly Scores[],
    piecesOf: (spellings: ReadonlySet<string>) => ReadonlyMap<Piece, number> | undefined,
  ): readonly Scores[] {
    const recall = recallAtEnds(this.scores, scores, this.own);
    const recallAnswer = recallAtEnds(this.scores, scores, this.answered);
    const stirred = new Set<string>();
    const concerned = piecesOf(this.turnTo(pieces, scores, stirred));
    this.own = scores.map((from, index) => {
      const piece = pieces[index]!;
      // Most prose has no names.
      const isConcerned = piece.length > 0 && (concerned?.has(piece) ?? true);
      const known = recall(index);
      if (known && !isConcerned) return known;
      const lifted = this.liftPiece(piece, from, isConcerned);
      if (lifted.lifted !== known?.lifted) for (const { key } of piece) stirred.add(key);
      return lifted;
    });
    const isToldAlike = !this.nameAlone(stirred);
    this.answered = this.own.map((known, index) => {
      const isAlike = isToldAlike || pieces[index]!.length === 0;
      const answer = isAlike && known === recall(index) ? recallAnswer(index) : undefined;
      return answer ?? this.liftEponyms(pieces[index]!, known);
    });
    return this.answered;
  }

  /**
   * Brings what is known of spellings up to date; answers those of which something else is known than before. The spellings of pieces
   * that came or went, or have other scores, are put into `stirred`.
   */
  private turnTo(pieces: readonly Piece[], scores: readonly Scores[], stirred: Set<string>): Set<string> {
    const [before, scoresBefore] = [this.pieces, this.scores];
    this.pieces = pieces;
    this.scores = scores;
    const { gone, come } = diffLists(scoresBefore, scores);
    for (const at of gone) this.countEponyms(before[at]!, -1);
    for (const at of come) this.countEponyms(pieces[at]!, 1);
    this.remove(
      gone.map((at) => before[at]!),
      stirred,
    );
    for (const at of come) this.add(pieces[at]!, scores[at]!, stirred);
    const changed = new Set<string>();
    for (const key of stirred) if (this.recount(key)) changed.add(key);
    return changed;
  }

  private countEponyms(piece: Piece, by: 1 | -1): void {
    for (const index of traitsOfPiece(piece).eponyms) {
      const { key } = piece[index]!;
      const known = this.eponyms.get(key);
      if (known) known.count += by;
      else this.eponyms.set(key, { count: by, alone: undefined });
    }
  }

  private remove(pieces: readonly Piece[], concerned: Set<string>): void {
    let isGone = false;
    for (const piece of pieces) {
      for (const { key } of piece) concerned.add(key);
      const known = this.present.get(piece)!;
      known.count--;
      if (known.count > 0) continue;
      this.present.delete(piece);
      isGone = true;
    }
    if (!isGone) return;
    for (const key of concerned) {
      const spelling = this.spellings.get(key)!;
      spelling.occurrences = spelling.occurrences.filter(({ of }) => of.count > 0);
    }
  }

  private add(piece: Piece, scores: Scores, concerned: Set<string>): void {
    const known = this.present.get(piece);
    for (const { key } of piece) concerned.add(key);
    if (known !== undefined) {
      known.count++;
      known.scores = scores;
      return;
    }
    const present = { piece, count: 1, scores };
    this.present.set(piece, present);
    piece.forEach(({ key }, at) => {
      const spelling = this.spellings.get(key);
      if (spelling === undefined)
        this.spellings.set(key, { occurrences: [{ of: present, at }], best: UNKNOWN, isFirm: false });
      else spelling.occurrences.push({ of: present, at });
    });
  }

  /** Looks again at all that stands under a spelling; answers whether it says something else than before. */
  private recount(key: string): boolean {
    const spelling = this.spellings.get(key)!;
    if (spelling.occurrences.length === 0) {
      this.spellings.delete(key);
      return true;
    }
    const best: Triple = [-Infinity, -Infinity, -Infinity];
    let isFirm = false;
    for (const { of, at } of spelling.occurrences) {
      const own = of.scores[at]!;
      for (let k = 0; k < 3; k++) if (own[k]! > best[k]!) best[k] = own[k]!;
      if (!of.piece[at]!.loose && bestOf(own) > SURE) isFirm = true;
    }
    const isSame = isFirm === spelling.isFirm && areSameScores(best, spelling.best);
    spelling.best = best;
    spelling.isFirm = isFirm;
    return !isSame;
  }

  private liftPiece(piece: Piece, scores: Scores, isConcerned: boolean): LiftedPiece {
    const known = this.lifted.get(piece);
    if (known?.from === scores && !isConcerned) return known;
    let coveredUntil = -1;
    const lifted = piece.map((candidate, at) => {
      const own = scores[at]!;
      // What is within a likely longer name stands on its own.
      if (candidate.span.end <= coveredUntil) return own;
      if (candidate.key.includes(' ') && bestOf(own) > THRESHOLD) coveredUntil = candidate.span.end;
      return this.liftName(candidate, own);
    });
    const kept = keepScores(known?.lifted, lifted);
    const answer =
      known && kept === known.lifted
        ? { ...known, from: scores }
        : { from: scores, lifted: kept, whole: kept, told: NOTHING_TOLD };
    this.lifted.set(piece, answer);
    return answer;
  }

  private liftName(candidate: NameCandidate, own: KindScores): KindScores {
    const { best, isFirm } = this.spellings.get(candidate.key)!;
    // "Considering Brno" is "Brno" after an ordinary word.
    const rest = candidate.loose && !isFirm ? this.spellings.get(restOf(candidate)) : undefined;
    if (rest !== undefined && bestOf(rest.best) > SURE) return mapKinds(own, (score) => score - 2);
    return mapKinds(own, (score, kind) => {
      const top = best[kind]!;
      return top > SURE && score < top ? score + CONSENSUS * (top - score) : score;
    });
  }

  /** Looks again what spellings that longer names are named after are alone; answers whether any is something else than before. */
  private nameAlone(stirred: ReadonlySet<string>): boolean {
    let isOther = false;
    for (const key of stirred) {
      const eponym = this.eponyms.get(key);
      if (!eponym) continue;
      const alone = eponym.count > 0 ? this.likeliestAlone(key) : undefined;
      const isSame = alone && eponym.alone ? areSameScores(alone, eponym.alone) : alone === eponym.alone;
      if (!isSame) isOther = true;
      eponym.alone = alone;
      if (eponym.count === 0) this.eponyms.delete(key);
    }
    return isOther;
  }

  private likeliestAlone(key: string): KindScores | undefined {
    let likeliest: KindScores | undefined;
    for (const { of, at } of this.spellings.get(key)?.occurrences ?? []) {
      if (of.piece[at]!.eponym !== undefined) continue;
      const own = this.lifted.get(of.piece)!.lifted[at]!;
      if (likeliest === undefined || isLikelier(own, likeliest)) likeliest = own;
    }
    return likeliest;
  }

  /** Raises what longer names are named after: "Leeds" of "Leeds Town Hall". */
  private liftEponyms(piece: Piece, known: LiftedPiece): Scores {
    const { eponyms } = traitsOfPiece(piece);
    if (eponyms.length === 0) return known.lifted;
    const told = eponyms.map((index) => {
      const alone = this.eponyms.get(piece[index]!.key)!.alone;
      return alone !== undefined && bestOf(alone) > NAMED_ALONE ? alone.indexOf(bestOf(alone)) : piece[index]!.eponym;
    });
    if (told.length === known.told.length && told.every((kind, at) => kind === known.told[at])) return known.whole;
    known.told = told;
    const whole = [...known.lifted];
    eponyms.forEach((index, at) => {
      // None of the three is raised where the kind is none of them.
      whole[index] = mapKinds(whole[index]!, (score, kind) => (kind === told[at] ? score + EPONYM : score));
    });
    known.whole = whole;
    return whole;
  }
}

const UNKNOWN: KindScores = [-Infinity, -Infinity, -Infinity];

/** A candidate's spelling without its first word: "brno" of "considering brno". */
export function restOf({ key }: NameCandidate): string {
  return key.slice(key.indexOf(' ') + 1);
}

/** Whether scores are the better in their best kind; of equals those of people, then of organizations. */
function isLikelier(own: KindScores, other: KindScores): boolean {
  const by = bestOf(own) - bestOf(other);
  if (by !== 0) return by > 0;
  return own[0] !== other[0] ? own[0] > other[0] : own[1] !== other[1] ? own[1] > other[1] : own[2] > other[2];
}
