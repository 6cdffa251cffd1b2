// Whether the names that were chosen after an edit say what those before it said, so that they link as they did: the same words
// in the same order, and the same kinds of spellings and of actors, whatever their scores have become.

import type { NameCandidate, NameEvidence } from './actor.ts';
import type { ChosenName } from './chooseNames.ts';
import type { LinkedNames } from './linkNames.ts';
import { isWeak } from './linkPersons.ts';
import { type Move, type Moves, placeOf, SpanMoves } from './moves.ts';
import { kindOf, type NameCluster } from './nameGroups.ts';

/** What linking asked of the names of one spelling or one actor; the names as indices. */
interface AskedKind {
  readonly names: readonly number[];
  readonly kind: number;
  readonly isWeak: boolean;
}

/** What linking asked of names beyond their words. */
export type AskedKinds = readonly AskedKind[];

/** What is to be asked of names again, so as to know whether they link as they did. */
export function kindsAsked({ names, spellings, clusters }: LinkedNames): AskedKinds {
  const indices = new Map(names.map((name, index) => [name, index]));
  const ask = (cluster: NameCluster): AskedKind => ({
    names: cluster.names.map((name) => indices.get(name)!),
    kind: cluster.kind,
    isWeak: isWeak(cluster),
  });
  return [...spellings, ...clusters].map(ask);
}

/** Whether linking these names would hear what it heard. */
export function answerAlike(names: readonly ChosenName[], asked: AskedKinds): boolean {
  return asked.every((one) => {
    const own = one.names.map((index) => names[index]!);
    return kindOf(own) === one.kind && isWeak({ names: own, kind: one.kind }) === one.isWeak;
  });
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
    if (was.kind !== is.kind || (was.evidence === piece) !== (is.evidence === now)) return undefined;
    if (was.evidence !== piece) {
      piece = was.evidence;
      now = is.evidence;
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
