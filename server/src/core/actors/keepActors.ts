// Actors after an edit that left all names as they were, or made none of those that count another: the same actors, with their
// mentions where they stand now.

import { concatenate } from '../text/concatenate.ts';
import { partitionPoint } from '../text/partitionPoint.ts';
import { sharedEnds } from '../text/sharedEnds.ts';
import type { Actor, DeclaredActor, NameCandidate, NameEvidence } from './actor.ts';
import { chooseNames, type NamedPiece, NameMemory } from './chooseNames.ts';
import { readDeclarations } from './declarations.ts';
import type { LinkedNames } from './linkNames.ts';
import type { BlockNames } from './lowerCaseWords.ts';
import { type Move, type Moves, moveActors, placeOf, SpanMoves } from './moves.ts';
import { makeActors } from './resolveActors.ts';
import { keepAlike } from './sameActors.ts';

const NONE_DECLARED: readonly DeclaredActor[] = [];

/** By block: the pieces of prose that may have names. */
type BlockEvidence = readonly (readonly NameEvidence[])[];

/** What actors were made of. */
interface ActorSource {
  readonly evidence: BlockEvidence;
  readonly declared: readonly DeclaredActor[];
  /** The names that were chosen among the candidates. */
  readonly pieces: readonly NamedPiece[];
  /** How they were linked. */
  readonly linked: LinkedNames;
  /** What is known of the names of the document, whatever its state, and in which state its words in lower case were. */
  readonly memory: NameMemory;
  readonly changes: number;
}

const sources = new WeakMap<readonly Actor[], ActorSource>();

/**
 * The actors of a document, by the candidates of its pieces of prose and all that its `blocks` show of names. Where the names are those that
 * `previous` was made of, the actors are kept, and so are the objects of those whose mentions have not moved.
 */
export function resolveActorsAgain(
  previous: readonly Actor[] | undefined,
  evidence: BlockEvidence,
  blocks: readonly BlockNames[],
  declared = NONE_DECLARED,
): readonly Actor[] {
  const known = previous && sources.get(previous);
  const source = known?.declared === declared ? known : undefined;
  const memory = source?.memory ?? new NameMemory();
  memory.words.turnTo(blocks);
  const { changes } = memory.words;
  const moves = source?.changes === changes ? findMoves(source.evidence, evidence) : undefined;
  if (previous && source && moves)
    return keep(moveActors(previous, moves), { ...source, evidence, pieces: moveNames(source.pieces, moves) });
  const pieces = chooseNames(concatenate(evidence), readDeclarations(declared).never, memory);
  const { actors, linked } = makeActors(pieces, declared, source?.linked);
  return keep(previous ? keepAlike(previous, actors) : actors, { evidence, declared, pieces, linked, memory, changes });
}

function keep(actors: readonly Actor[], source: ActorSource): readonly Actor[] {
  sources.set(actors, source);
  return actors;
}

/** By block and prose: the pieces that moved, or whose names moved in them; undefined where names are others than before. */
function findMoves(before: BlockEvidence, after: BlockEvidence): Moves | undefined {
  const moves = new Map<number, Move>();
  if (before.length !== after.length)
    return noteMoves(concatenate(before), concatenate(after), moves) ? moves : undefined;
  const { start, end } = sharedEnds(before, after);
  for (let block = start; block < before.length - end; block++) {
    if (before[block] !== after[block] && !noteMoves(before[block]!, after[block]!, moves)) return undefined;
  }
  return moves;
}

/** Notes which of the pieces moved, or in which of them names did; answers whether their names are the same. */
function noteMoves(before: readonly NameEvidence[], after: readonly NameEvidence[], moves: Map<number, Move>): boolean {
  if (before.length !== after.length) return false;
  for (let index = 0; index < before.length; index++) {
    const from = before[index]!;
    const to = after[index]!;
    if (from === to) continue;
    const isMoved = from.block !== to.block || from.prose !== to.prose;
    if (from.place !== to.place) return false;
    if (from.candidates === to.candidates) {
      if (isMoved) moves.set(placeOf(from), { to, spans: undefined });
      continue;
    }
    if (from.candidates.length !== to.candidates.length) return false;
    const moved = new SpanMoves(from.text, to.text);
    for (let n = 0; n < from.candidates.length; n++) {
      const was = from.candidates[n]!;
      const is = to.candidates[n]!;
      if (!isAlike(was, is) || !moved.note(was, is)) return false;
    }
    moves.set(placeOf(from), { to, spans: moved.spans });
  }
  return true;
}

/** The names in the pieces that moved, whose candidates are alike, one by one. */
function moveNames(pieces: readonly NamedPiece[], moves: Moves): readonly NamedPiece[] {
  if (moves.size === 0) return pieces;
  const moved = pieces.slice();
  for (const [place, { to, spans }] of moves) {
    const at = partitionPoint(pieces.length, (index) => placeOf(pieces[index]!.evidence) < place);
    const piece = pieces[at];
    if (!piece || placeOf(piece.evidence) !== place) continue;
    const { candidates } = piece.evidence;
    const names = piece.names.map((name) => {
      const candidate = spans ? to.candidates[candidates.indexOf(name.candidate)]! : name.candidate;
      return { ...name, evidence: to, candidate };
    });
    moved[at] = { evidence: to, names };
  }
  return moved;
}

function isAlike(a: NameCandidate, b: NameCandidate): boolean {
  return (
    a.key === b.key &&
    a.scores.every((score, kind) => score === b.scores[kind]) &&
    a.startsSentence === b.startsSentence &&
    a.possessive === b.possessive &&
    a.ordinary === b.ordinary &&
    a.loose === b.loose &&
    a.abbreviation === b.abbreviation &&
    a.ampersand === b.ampersand &&
    a.eponym === b.eponym &&
    a.told === b.told &&
    a.titled === b.titled &&
    (a.nextListed === undefined) === (b.nextListed === undefined) &&
    a.declared === b.declared
  );
}
