// Whether the names that were chosen after an edit say what those before it said, so that they link as they did: the same words
// in the same order, and the same kinds of spellings and of actors, whatever their scores have become.

import type { NameCandidate, NameEvidence } from './actor.ts';
import type { ChosenName } from './chooseNames.ts';
import type { LinkedNames } from './linkNames.ts';
import { isWeak } from './linkPersons.ts';
import { type Move, type Moves, placeOf, SpanMoves } from './moves.ts';
import { kindOf, type NameCluster } from './nameGroups.ts';

/** Whether linking other names would hear what linking these heard; `now` holds the others by these, where they are not the same. */
export function answerAlike({ spellings, clusters }: LinkedNames, now: ReadonlyMap<ChosenName, ChosenName>): boolean {
  return spellings.every((cluster) => isAlike(cluster, now)) && clusters.every((cluster) => isAlike(cluster, now));
}

function isAlike(cluster: NameCluster, now: ReadonlyMap<ChosenName, ChosenName>): boolean {
  const { names, kind } = cluster;
  if (!names.some((name) => now.has(name))) return true;
  const own = names.map((name) => now.get(name) ?? name);
  return kindOf(own) === kind && isWeak({ names: own, kind }) === isWeak(cluster);
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
