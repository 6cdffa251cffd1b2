// Lifts the scores of names by what else a document says under the same spelling: a name that is sure in one place is one
// elsewhere, and what a longer name is named after is what it is where it stands alone. Kept from one state of the document to
// the next: an edit lifts anew the pieces of prose with a spelling of which something else is known now. What it answers depends
// on the present scores alone.

import { diffLists } from '../text/diffLists.ts';
import { mapAgain, recallAtEnds } from '../text/sharedEnds.ts';
import type { NameCandidate } from './actor.ts';
import { areSameScores, bestOf, type KindScores, keepScores, mapKinds, raise, reaches } from './kindScores.ts';
import { type Piece, traitsOfPiece } from './pieceTraits.ts';

type Scores = readonly KindScores[];
type Triple = [person: number, organization: number, place: number];

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
  readonly scores: Scores;
  /** By candidate. */
  readonly occurrences: readonly Occurrence[];
}

/** A candidate where it stands: in which piece, as which, with which scores. */
interface Occurrence {
  readonly piece: Piece;
  readonly at: number;
  readonly scores: KindScores;
}

/** What a document knows of a spelling. */
interface Spelling {
  readonly occurrences: Set<Occurrence>;
  /** The best scores of each kind. */
  readonly best: Triple;
  /** How often it is surely a name where no sentence begins with its first word. */
  firm: number;
}

/** What was known of a spelling before an edit. */
interface Before {
  readonly best: KindScores;
  readonly isFirm: boolean;
  /** Whether one of those that went may have been the best. */
  isDoubtful: boolean;
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
    const before = { items: this.scores, results: this.own };
    const recall = recallAtEnds(this.scores, scores, this.own);
    const stirred = new Set<string>();
    const concerned = piecesOf(this.turnTo(pieces, scores, stirred));
    const liftOne = (from: Scores, index: number): LiftedPiece => {
      const piece = pieces[index]!;
      // Most prose has no names.
      const isConcerned = piece.length > 0 && (concerned?.has(piece) ?? true);
      const known = recall(index);
      if (known && !isConcerned) return known;
      const lifted = this.liftPiece(piece, from, isConcerned);
      if (lifted.lifted !== known?.lifted) for (const { key } of piece) stirred.add(key);
      return lifted;
    };
    this.own = mapAgain(scores, liftOne, concerned?.size === 0 ? before : undefined);
    const isToldAlike = !this.nameAlone(stirred);
    const answered = { items: before.results, results: this.answered };
    const recallAnswer = recallAtEnds(before.items, scores, this.answered);
    this.answered = mapAgain(
      this.own,
      (known, index) => {
        const isAlike = isToldAlike || pieces[index]!.length === 0;
        const answer = isAlike && known === recall(index) ? recallAnswer(index) : undefined;
        return answer ?? this.liftEponyms(pieces[index]!, known);
      },
      isToldAlike ? answered : undefined,
    );
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
    const known = new Map<string, Before>();
    for (const at of gone) this.remove(before[at]!, known);
    for (const at of come) this.add(pieces[at]!, scores[at]!, known);
    const changed = new Set<string>();
    for (const [key, was] of known) {
      stirred.add(key);
      if (this.settle(key, was)) changed.add(key);
    }
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

  private remove(piece: Piece, known: Map<string, Before>): void {
    for (const { key } of piece) this.noteBefore(key, known);
    const present = this.present.get(piece)!;
    present.count--;
    if (present.count === 0) this.withdraw(present, known);
  }

  private add(piece: Piece, scores: Scores, known: Map<string, Before>): void {
    for (const { key } of piece) this.noteBefore(key, known);
    const present = this.present.get(piece);
    if (present?.scores === scores) {
      present.count++;
      return;
    }
    if (present) this.withdraw(present, known);
    const occurrences = piece.map((_, at): Occurrence => ({ piece, at, scores: scores[at]! }));
    this.present.set(piece, { piece, count: (present?.count ?? 0) + 1, scores, occurrences });
    occurrences.forEach((occurrence) => {
      const { key } = piece[occurrence.at]!;
      let spelling = this.spellings.get(key);
      if (spelling === undefined) {
        spelling = { occurrences: new Set(), best: [...UNKNOWN], firm: 0 };
        this.spellings.set(key, spelling);
      }
      spelling.occurrences.add(occurrence);
      raise(spelling.best, occurrence.scores);
      if (isFirm(occurrence)) spelling.firm++;
    });
  }

  private noteBefore(key: string, known: Map<string, Before>): void {
    if (known.has(key)) return;
    const spelling = this.spellings.get(key);
    const { best, firm } = spelling ?? { best: UNKNOWN, firm: 0 };
    known.set(key, { best: [best[0], best[1], best[2]], isFirm: firm > 0, isDoubtful: spelling === undefined });
  }

  private withdraw(present: PresentPiece, known: Map<string, Before>): void {
    this.present.delete(present.piece);
    for (const occurrence of present.occurrences) {
      const { key } = present.piece[occurrence.at]!;
      const spelling = this.spellings.get(key)!;
      spelling.occurrences.delete(occurrence);
      if (isFirm(occurrence)) spelling.firm--;
      if (reaches(occurrence.scores, spelling.best)) known.get(key)!.isDoubtful = true;
    }
  }

  /** Settles what is known of a spelling; answers whether that is something else than before. */
  private settle(key: string, was: Before): boolean {
    const spelling = this.spellings.get(key);
    if (!spelling || spelling.occurrences.size === 0) {
      this.spellings.delete(key);
      return true;
    }
    if (was.isDoubtful) {
      spelling.best.splice(0, 3, ...UNKNOWN);
      for (const { scores } of spelling.occurrences) raise(spelling.best, scores);
    }
    return spelling.firm > 0 !== was.isFirm || !areSameScores(spelling.best, was.best);
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
    const { best, firm } = this.spellings.get(candidate.key)!;
    // "Considering Brno" is "Brno" after an ordinary word.
    const rest = candidate.loose && firm === 0 ? this.spellings.get(restOf(candidate)) : undefined;
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
    for (const { piece, at } of this.spellings.get(key)?.occurrences ?? []) {
      if (piece[at]!.eponym !== undefined) continue;
      const own = this.lifted.get(piece)!.lifted[at]!;
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

/** Whether a candidate is surely a name, and no sentence begins with its first word. */
function isFirm({ piece, at, scores }: Occurrence): boolean {
  return !piece[at]!.loose && bestOf(scores) > SURE;
}

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
