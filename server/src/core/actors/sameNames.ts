// Whether the names that were chosen after an edit say what those before it said, so that they link as they did: the same words
// in the same order, and the same kinds of spellings and of actors, whatever their scores have become.

import type { NameCandidate, NameEvidence } from './actor.ts';
import type { ChosenName } from './chooseNames.ts';
import { type KindScores, mapKinds } from './kindScores.ts';
import type { LinkedNames } from './linkNames.ts';
import { type Move, type Moves, placeOf, SpanMoves } from './moves.ts';
import { isWeakBy, type KindSums, kindOfSums, type NameCluster, sumKinds } from './nameGroups.ts';

/** Whether linking other names would hear what linking these heard; `now` holds the others by these, where they are not the same. */
export function answerAlike({ spellings, clusters }: LinkedNames, now: ReadonlyMap<ChosenName, ChosenName>): boolean {
  if (now.size === 0) return true;
  return areAlike(spellings, now) && areAlike(clusters, now);
}

/** What the names of a cluster come to; they are not changed once they are linked. */
const sums = new WeakMap<NameCluster, KindSums>();

function areAlike(clusters: readonly NameCluster[], now: ReadonlyMap<ChosenName, ChosenName>): boolean {
  return clusters.every((cluster) => {
    const gone = cluster.names.filter((name) => now.has(name));
    if (gone.length === 0) return true;
    const known = sums.get(cluster) ?? sumKinds(cluster.names);
    sums.set(cluster, known);
    const come = sumKinds(gone.map((name) => now.get(name)!));
    const own = exchange(known, sumKinds(gone), come);
    return kindOfSums(own) === cluster.kind && isWeakBy(own, cluster.kind) === isWeakBy(known, cluster.kind);
  });
}

function exchange(all: KindSums, gone: KindSums, come: KindSums): KindSums {
  const add = (one: KindScores, less: KindScores, more: KindScores): KindScores =>
    mapKinds(one, (sum, kind) => sum - less[kind]! + more[kind]!);
  return {
    count: all.count,
    known: all.known - gone.known + come.known,
    said: add(all.said, gone.said, come.said),
    scored: add(all.scored, gone.scored, come.scored),
  };
}

/** Where the names' pieces of prose and their spans have moved; undefined where other names were chosen. */
export function findMovesOfNames(before: readonly ChosenName[], after: readonly ChosenName[]): Moves | undefined {
  if (before.length !== after.length) return undefined;
  const moves = new Map<number, Move>();
  let piece: NameEvidence | undefined;
  let now: NameEvidence | undefined;
  let moved: SpanMoves | undefined;
  for (let index = 0; index < before.length; index++) {
    const [was, is] = [before[index]!, after[index]!];
    if (was === is) {
      if (was.evidence !== piece) {
        piece = now = was.evidence;
        moved = undefined;
      }
      if (piece === now) continue;
    }
    if (was.kind !== is.kind || (was.evidence === piece) !== (is.evidence === now)) return undefined;
    if (was.evidence !== piece) {
      piece = was.evidence;
      now = is.evidence;
      if (piece.place !== now.place) return undefined;
      moved = piece.candidates === now.candidates ? undefined : new SpanMoves(piece.text, now.text);
      const isMoved = piece.block !== now.block || piece.prose !== now.prose;
      if (isMoved || moved) moves.set(placeOf(piece), { to: now, spans: moved?.spans });
    }
    const [one, other] = [was.candidate, is.candidate];
    if (moved === undefined ? one !== other : !isSameName(one, other) || !moved.note(one, other)) return undefined;
  }
  return moves;
}

/** Whether linking cannot tell two names that read alike from each other. */
function isSameName(a: NameCandidate, b: NameCandidate): boolean {
  return a.key === b.key && a.titled === b.titled && a.ordinary === b.ordinary && a.declared === b.declared;
}
