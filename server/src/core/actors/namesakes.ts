// Lifts the scores of names by what else a document says under the same spelling: a name that is sure in one place is one
// elsewhere, and what a longer name is named after is what it is where it stands alone. Kept from one state of the document to
// the next: an edit lifts anew the pieces of prose with a spelling of which something else is known now. What it answers depends
// on the present scores alone.

import { diffLists } from '../text/diffLists.ts';
import { haveSameItems } from '../text/sameItems.ts';
import { findBefore, mapAgain } from '../text/sharedEnds.ts';
import type { NameCandidate } from './actor.ts';
import { AloneScores } from './aloneScores.ts';
import { areSameScores, bestOf, type KindScores, keepScores, mapKinds } from './kindScores.ts';
import { amongPieces } from './pieceIndex.ts';
import { type Piece, traitsOfPiece } from './pieceTraits.ts';
import { ScoreTally } from './scoreTally.ts';

type Scores = readonly KindScores[];

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
  /** By candidate. */
  readonly occurrences: readonly Occurrence[];
  /** What its candidates are lifted to, as far as that was told to those who go by it. */
  told: Scores | undefined;
}

/** A candidate where it stands: in which piece, as which, with which scores. */
interface Occurrence {
  readonly piece: Piece;
  readonly at: number;
  scores: KindScores;
}

/** What a document knows of a spelling. */
interface Spelling {
  /** One for each piece that is there, however often. */
  readonly occurrences: Set<Occurrence>;
  /** What all of them score. */
  readonly tally: ScoreTally;
  /** How often it is surely a name where no sentence begins with its first word. */
  firm: number;
}

/** What was known of a spelling before an edit. */
interface Before {
  /** The scores by which its occurrences were told. */
  readonly told: KindScores;
  readonly isFirm: boolean;
}

interface LiftedPiece {
  readonly from: Scores;
  /** Among namesakes. */
  readonly lifted: Scores;
  /** Those that longer names may be named after, as indices. */
  readonly eponyms: readonly number[];
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
  private readonly alone = new AloneScores();
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
    const before = { scores: this.scores, own: this.own, answered: this.answered };
    const placeBefore = findBefore(this.pieces, pieces);
    const concerned = piecesOf(this.turnTo(pieces, scores));
    const isAmong = concerned && amongPieces(concerned);
    this.own = scores.map((from, index) => {
      const piece = pieces[index]!;
      const isConcerned = isAmong?.(piece) ?? true;
      const at = placeBefore(index);
      return from === before.scores[at] && !isConcerned ? before.own[at]! : this.liftPiece(piece, from, isConcerned);
    });
    const changed = this.alone.settle((spelling) => this.scoresAlone(spelling));
    const known = { items: before.own, results: before.answered };
    const lift = (own: LiftedPiece, index: number): Scores => {
      const at = placeBefore(index);
      const isAlike = own === before.own[at] && !isNamedAfter(pieces[index]!, own, changed);
      return isAlike ? before.answered[at]! : this.liftEponyms(pieces[index]!, own);
    };
    this.answered = mapAgain(this.own, lift, changed.size === 0 ? known : undefined);
    return this.answered;
  }

  /** Brings what is known of spellings up to date; answers those of which something else is known than before. */
  private turnTo(pieces: readonly Piece[], scores: readonly Scores[]): Set<string> {
    const [before, scoresBefore] = [this.pieces, this.scores];
    this.pieces = pieces;
    this.scores = scores;
    const { gone, come } = diffLists(scoresBefore, scores);
    const known = new Map<string, Before>();
    const left = new Map<Piece, number>();
    for (const at of gone) left.set(before[at]!, (left.get(before[at]!) ?? 0) + 1);
    for (const at of come) {
      const piece = pieces[at]!;
      const times = left.get(piece) ?? 0;
      // What only has other scores stays.
      if (times > 0) {
        left.set(piece, times - 1);
        this.rescore(this.present.get(piece)!, scores[at]!, known);
      } else this.add(piece, scores[at]!, known);
    }
    for (const [piece, times] of left) for (let n = 0; n < times; n++) this.remove(piece, known);
    const changed = new Set<string>();
    for (const [key, was] of known) if (this.settle(key, was)) changed.add(key);
    return changed;
  }

  private add(piece: Piece, scores: Scores, known: Map<string, Before>): void {
    this.alone.count(piece, 1);
    const present = this.present.get(piece);
    if (present === undefined) {
      const occurrences = piece.map((_, at): Occurrence => ({ piece, at, scores: scores[at]! }));
      this.present.set(piece, { piece, count: 1, scores, occurrences, told: undefined });
      for (const occurrence of occurrences) this.enter(occurrence, 1, known);
      return;
    }
    present.count++;
    for (const occurrence of present.occurrences) {
      const spelling = this.spellingAt(occurrence, known);
      spelling.tally.add(occurrence.scores);
    }
    this.rescore(present, scores, known);
  }

  /** Gives a piece other scores: of most of its candidates they are the same. */
  private rescore(present: PresentPiece, scores: Scores, known: Map<string, Before>): void {
    if (present.scores === scores) return;
    present.scores = scores;
    for (const occurrence of present.occurrences) {
      const own = scores[occurrence.at]!;
      if (areSameScores(own, occurrence.scores)) continue;
      this.withdraw(occurrence, present.count, known);
      occurrence.scores = own;
      this.enter(occurrence, present.count, known);
    }
  }

  private remove(piece: Piece, known: Map<string, Before>): void {
    this.alone.count(piece, -1);
    const present = this.present.get(piece)!;
    present.count--;
    if (present.count === 0) {
      this.present.delete(piece);
      this.alone.exchange(piece, present.told, undefined);
    }
    for (const occurrence of present.occurrences) {
      if (present.count === 0) this.withdraw(occurrence, 1, known);
      else this.takeFrom(occurrence, 1, known);
    }
  }

  /** Puts in an occurrence in a piece that is there so often. */
  private enter(occurrence: Occurrence, times: number, known: Map<string, Before>): void {
    const spelling = this.spellingAt(occurrence, known);
    spelling.occurrences.add(occurrence);
    spelling.tally.add(occurrence.scores, times);
    if (isFirm(occurrence)) spelling.firm++;
  }

  private withdraw(occurrence: Occurrence, times: number, known: Map<string, Before>): void {
    const spelling = this.takeFrom(occurrence, times, known);
    spelling.occurrences.delete(occurrence);
    if (isFirm(occurrence)) spelling.firm--;
  }

  private takeFrom(occurrence: Occurrence, times: number, known: Map<string, Before>): Spelling {
    const spelling = this.spellingAt(occurrence, known);
    spelling.tally.take(occurrence.scores, times);
    return spelling;
  }

  /** The spelling of an occurrence, of which is noted what was known before it changes. */
  private spellingAt({ piece, at }: Pick<Occurrence, 'piece' | 'at'>, known: Map<string, Before>): Spelling {
    const { key } = piece[at]!;
    this.noteBefore(key, known);
    let spelling = this.spellings.get(key);
    if (spelling === undefined) {
      spelling = { occurrences: new Set(), tally: new ScoreTally(), firm: 0 };
      this.spellings.set(key, spelling);
    }
    return spelling;
  }

  private noteBefore(key: string, known: Map<string, Before>): void {
    if (known.has(key)) return;
    const spelling = this.spellings.get(key);
    known.set(key, { told: spelling ? spelling.tally.told : UNKNOWN, isFirm: (spelling?.firm ?? 0) > 0 });
  }

  /** Settles what is known of a spelling; answers whether others are lifted by it otherwise than before. */
  private settle(key: string, was: Before): boolean {
    const spelling = this.spellings.get(key)!;
    if (spelling.occurrences.size === 0) this.spellings.delete(key);
    if (spelling.tally.isForgotten) {
      const timesOf = (piece: Piece): number => this.present.get(piece)!.count;
      spelling.tally.countAgain(Array.from(spelling.occurrences, ({ piece, scores }) => [scores, timesOf(piece)]));
    }
    const isSureAlike = areSameScores(mapKinds(spelling.tally.told, sureOnly), mapKinds(was.told, sureOnly));
    return spelling.firm > 0 !== was.isFirm || !isSureAlike;
  }

  private liftPiece(piece: Piece, scores: Scores, isConcerned: boolean): LiftedPiece {
    const known = this.lifted.get(piece);
    if (known?.from === scores && !isConcerned) return this.tell(piece, known);
    const { eponyms, rests } = traitsOfPiece(piece);
    let coveredUntil = -1;
    const lifted = piece.map((candidate, at) => {
      const own = scores[at]!;
      // What is within a likely longer name stands on its own.
      if (candidate.span.end <= coveredUntil) return own;
      if (candidate.key.includes(' ') && bestOf(own) > THRESHOLD) coveredUntil = candidate.span.end;
      return this.liftName(candidate, rests[at], own);
    });
    const kept = keepScores(known?.lifted, lifted);
    const answer =
      known && kept === known.lifted
        ? { ...known, from: scores }
        : { from: scores, lifted: kept, eponyms, whole: kept, told: NOTHING_TOLD };
    this.lifted.set(piece, answer);
    return this.tell(piece, answer);
  }

  /** Has those who go by what the candidates of a piece are lifted to know it. */
  private tell(piece: Piece, lifted: LiftedPiece): LiftedPiece {
    const present = this.present.get(piece)!;
    if (present.told !== lifted.lifted) {
      this.alone.exchange(piece, present.told, lifted.lifted);
      present.told = lifted.lifted;
    }
    return lifted;
  }

  private liftName({ key }: NameCandidate, restOfKey: string | undefined, own: KindScores): KindScores {
    const spelling = this.spellings.get(key)!;
    const { told } = spelling.tally;
    // "Considering Brno" is "Brno" after an ordinary word.
    const rest = restOfKey !== undefined && spelling.firm === 0 ? this.spellings.get(restOfKey) : undefined;
    if (rest !== undefined && bestOf(rest.tally.told) > SURE) return mapKinds(own, (score) => score - 2);
    const isLifted = (score: number, kind: number): boolean => told[kind]! > SURE && score < told[kind]!;
    if (!isLifted(own[0], 0) && !isLifted(own[1], 1) && !isLifted(own[2], 2)) return own;
    return mapKinds(own, (score, kind) => (isLifted(score, kind) ? score + CONSENSUS * (told[kind]! - score) : score));
  }

  /** What a spelling is lifted to wherever it stands and no longer name is named after it. */
  private *scoresAlone(spelling: string): Iterable<KindScores> {
    for (const { piece, at } of this.spellings.get(spelling)?.occurrences ?? [])
      if (piece[at]!.eponym === undefined) yield this.lifted.get(piece)!.lifted[at]!;
  }

  /** Raises what longer names are named after: "Leeds" of "Leeds Town Hall". */
  private liftEponyms(piece: Piece, known: LiftedPiece): Scores {
    const { eponyms } = known;
    if (eponyms.length === 0) return known.lifted;
    const told = eponyms.map((index) => {
      const alone = this.alone.of(piece[index]!.key);
      return alone !== undefined && bestOf(alone) > NAMED_ALONE ? alone.indexOf(bestOf(alone)) : piece[index]!.eponym;
    });
    if (haveSameItems(told, known.told)) return known.whole;
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

/** A score as far as it lifts others. */
function sureOnly(score: number): number {
  return score > SURE ? score : -Infinity;
}

/** Whether a candidate is surely a name, and no sentence begins with its first word. */
function isFirm({ piece, at, scores }: Occurrence): boolean {
  return !piece[at]!.loose && bestOf(scores) > SURE;
}

/** Whether a name in a piece is named after one of the spellings. */
function isNamedAfter(piece: Piece, { eponyms }: LiftedPiece, spellings: ReadonlySet<string>): boolean {
  return spellings.size > 0 && eponyms.some((index) => spellings.has(piece[index]!.key));
}
