// Whether the names that were chosen after an edit say what those before it said, so that they link as they did: the same words
// in the same order, and the same kinds of spellings and of actors, whatever their scores have become.

import type { NameCandidate } from './actor.ts';
import { addScores, isWeakBy, type KindSums, kindOfSums, summedScores } from './kindSums.ts';
import type { LinkedNames } from './linkNames.ts';
import { type Move, type Moves, placeOf, SpanMoves } from './moves.ts';
import type { NamedPiece } from './titleCase.ts';

/** Names that linking asks of their kind together. */
interface Asked {
  readonly sums: KindSums;
  readonly kind: number;
}

/** Whether linking the names of `pieces` would hear what linking these heard; they read alike, one by one. */
export function answerAlike({ pieces, spelled, byKey, clusters }: LinkedNames, now: readonly NamedPiece[]): boolean {
  const changed = new Map<Asked, KindSums>();
  const sumsOf = (asked: Asked): KindSums => {
    const sums = changed.get(asked) ?? asked.sums.slice();
    changed.set(asked, sums);
    return sums;
  };
  for (let index = 0; index < pieces.length; index++) {
    const [was, is] = [pieces[index]!, now[index]!];
    if (was === is) continue;
    const { names, keys, scores } = spelled[index]!;
    const scoresNow = summedScores(is.names);
    is.names.forEach((name, at) => {
      if (name === was.names[at]) return;
      for (const asked of [byKey.get(keys[at]!)!, clusters.of(names[at]!, keys[at]!)]) {
        const sums = sumsOf(asked);
        addScores(sums, scores, at, -1);
        addScores(sums, scoresNow, at, 1);
      }
    });
  }
  for (const [{ sums: before, kind }, sums] of changed)
    if (kindOfSums(sums) !== kind || isWeakBy(sums, kind) !== isWeakBy(before, kind)) return false;
  return true;
}

/** Where the names' pieces of prose and their spans have moved; undefined where other names were chosen. */
export function findMovesOfNames(before: readonly NamedPiece[], after: readonly NamedPiece[]): Moves | undefined {
  if (before.length !== after.length) return undefined;
  const moves = new Map<number, Move>();
  for (let index = 0; index < before.length; index++) {
    const [was, is] = [before[index]!, after[index]!];
    if (was === is) continue;
    const [from, to] = [was.evidence, is.evidence];
    if (from.place !== to.place || was.names.length !== is.names.length) return undefined;
    const moved = from.candidates === to.candidates ? undefined : new SpanMoves(from.text, to.text);
    for (let n = 0; n < was.names.length; n++) {
      const [one, other] = [was.names[n]!, is.names[n]!];
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
