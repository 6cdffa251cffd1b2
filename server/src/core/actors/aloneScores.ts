// What the spellings that longer names are named after ("Leeds" of "Leeds Town Hall") score where they stand alone, kept from one state
// of a document to the next: of many that stand alone the likeliest counts, and all are looked at only where that one may have gone.

import { areSameScores, bestOf, type KindScores } from './kindScores.ts';
import { type Piece, traitsOfPiece } from './pieceTraits.ts';

type Scores = readonly KindScores[];

/** What is known of a spelling that longer names are named after. */
interface Namesake {
  /** How many are named after it. */
  count: number;
  /** Its likeliest scores where it stands alone. */
  alone: KindScores | undefined;
}

export class AloneScores {
  private readonly known = new Map<string, Namesake>();
  /** What spellings scored before the changes that have not been settled. */
  private readonly before = new Map<string, KindScores | undefined>();
  /** Those of which the likeliest may have gone. */
  private readonly doubtful = new Set<string>();

  /** The likeliest scores of a spelling where it stands alone, if it does and longer names are named after it. */
  of(spelling: string): KindScores | undefined {
    return this.known.get(spelling)?.alone;
  }

  /** Counts the names of a piece that others within them are named after, or with `by` −1 takes them out. */
  count(piece: Piece, by: 1 | -1): void {
    for (const index of traitsOfPiece(piece).eponyms) {
      const { key } = piece[index]!;
      const known = this.known.get(key);
      if (known) known.count += by;
      else {
        this.known.set(key, { count: by, alone: undefined });
        this.doubtful.add(key);
      }
      this.noteBefore(key, known?.alone);
    }
  }

  /** Puts what the candidates of a piece score now in place of what they did; undefined is where the piece is not in the document. */
  exchange(piece: Piece, was: Scores | undefined, is: Scores | undefined): void {
    for (let at = 0; at < piece.length; at++) {
      const { key, eponym } = piece[at]!;
      const known = eponym === undefined ? this.known.get(key) : undefined;
      if (!known || this.doubtful.has(key)) continue;
      const { alone } = known;
      this.noteBefore(key, alone);
      if (is && (!alone || !isLikelier(alone, is[at]!))) known.alone = is[at]!;
      else if (was && alone && areSameScores(was[at]!, alone)) this.doubtful.add(key);
    }
  }

  private noteBefore(key: string, alone: KindScores | undefined): void {
    if (!this.before.has(key)) this.before.set(key, alone);
  }

  /**
   * Brings what is known up to date; answers the spellings that score something else than when it last was. `scoresOf` answers what
   * a spelling scores in all places where it stands alone.
   */
  settle(scoresOf: (spelling: string) => Iterable<KindScores>): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const [key, was] of this.before) {
      const known = this.known.get(key)!;
      if (known.count === 0) {
        this.known.delete(key);
        continue;
      }
      if (this.doubtful.has(key)) known.alone = likeliestOf(scoresOf(key));
      const { alone } = known;
      if (alone && was ? !areSameScores(alone, was) : alone !== was) changed.add(key);
    }
    this.before.clear();
    this.doubtful.clear();
    return changed;
  }
}

function likeliestOf(scores: Iterable<KindScores>): KindScores | undefined {
  let likeliest: KindScores | undefined;
  for (const own of scores) if (!likeliest || isLikelier(own, likeliest)) likeliest = own;
  return likeliest;
}

/** Whether scores are the better in their best kind; of equals those of people, then of organizations. */
function isLikelier(own: KindScores, other: KindScores): boolean {
  const by = bestOf(own) - bestOf(other);
  if (by !== 0) return by > 0;
  return own[0] !== other[0] ? own[0] > other[0] : own[1] !== other[1] ? own[1] > other[1] : own[2] > other[2];
}
