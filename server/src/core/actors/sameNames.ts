// Whether the names that were chosen after an edit say what those before it said, so that they link as they did: the same words
// in the same order, and the same kinds of spellings and of actors, whatever their scores have become.

import type { NameCandidate } from './actor.ts';
import type { NamedPiece } from './chooseNames.ts';
import { addScores, isWeakBy, type KindSums, kindOfSums, newSums, summedScores } from './kindSums.ts';
import type { Asked, LinkedNames } from './linkNames.ts';
import { type Move, type Moves, placeOf, SpanMoves } from './moves.ts';

/**
 * How the names of `pieces` are linked, which read like those that were linked, one by one: just so, unless linking would hear
 * something else of the kind of a spelling or of an actor; then undefined.
 */
export function linkAlike(linked: LinkedNames, pieces: readonly NamedPiece[]): LinkedNames | undefined {
  const { byKey, clusters } = linked;
  const spelled = linked.spelled.slice();
  /** By how much the sums of spellings, and of actors who share one, are others. */
  const differences = new Map<Asked, KindSums>();
  const differenceOf = (asked: Asked): KindSums => {
    let difference = differences.get(asked);
    if (difference === undefined) {
      difference = newSums();
      differences.set(asked, difference);
    }
    return difference;
  };
  pieces.forEach((is, index) => {
    const was = linked.pieces[index]!;
    if (was === is) return;
    const { names, keys, scores } = spelled[index]!;
    const scoresNow = summedScores(is.names);
    is.names.forEach((name, at) => {
      if (name === was.names[at]) return;
      const exchange = (sums: KindSums): void => {
        addScores(sums, scores, at, -1);
        addScores(sums, scoresNow, at, 1);
      };
      exchange(differenceOf(byKey.get(keys[at]!)!));
      const shared = clusters.ofShared.get(names[at]!);
      if (shared) exchange(differenceOf(shared));
    });
    spelled[index] = { ...spelled[index]!, scores: scoresNow };
  });
  // All names of a spelling that nobody shares are of one actor.
  for (const spelling of byKey.values()) {
    const { cluster } = spelling;
    const difference = differences.get(spelling);
    if (cluster && difference) addScores(differenceOf(cluster), difference, 0, 1);
  }
  const sums = new Map(linked.sums);
  for (const [asked, difference] of differences) {
    const own = (sums.get(asked) ?? asked.sums).slice();
    addScores(own, difference, 0, 1);
    if (kindOfSums(own) !== asked.kind || isWeakBy(own, asked.kind) !== isWeakBy(asked.sums, asked.kind))
      return undefined;
    sums.set(asked, own);
  }
  return { ...linked, pieces, spelled, sums };
}

/** Where the names' pieces of prose and their spans have moved; undefined where other names were chosen. */
export function findMovesOfNames(before: readonly NamedPiece[], after: readonly NamedPiece[]): Moves | undefined {
  if (before.length !== after.length) return undefined;
  const moves = new Map<number, Move>();
  for (let index = 0; index < before.length; index++) {
    const was = before[index]!;
    const is = after[index]!;
    if (was === is) continue;
    const from = was.evidence;
    const to = is.evidence;
    if (from.place !== to.place || was.names.length !== is.names.length) return undefined;
    const moved = from.candidates === to.candidates ? undefined : new SpanMoves(from.text, to.text);
    for (let n = 0; n < was.names.length; n++) {
      const one = was.names[n]!;
      const other = is.names[n]!;
      if (one.kind !== other.kind) return undefined;
      const isSame = moved
        ? isSameName(one.candidate, other.candidate) && moved.note(one.candidate, other.candidate)
        : one.candidate === other.candidate;
      if (!isSame) return undefined;
    }
    const isMoved = from.block !== to.block || from.prose !== to.prose;
    if (isMoved || moved) moves.set(placeOf(from), { to, spans: moved?.spans });
  }
  return moves;
}

/** Whether linking cannot tell two names that read alike from each other. */
function isSameName(a: NameCandidate, b: NameCandidate): boolean {
  return a.key === b.key && a.titled === b.titled && a.ordinary === b.ordinary && a.declared === b.declared;
}
