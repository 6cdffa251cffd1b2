// Actors after an edit that left all names as they were: the same actors, with their mentions where they stand now. Knows
// what `resolveActors` looks at in a piece of prose (the candidates, and brackets beside them) and nothing of how it decides.

import type { Span } from '../text/span.ts';
import type { Actor, DeclaredActor, NameCandidate, NameEvidence, ProseRef } from './actor.ts';
import { resolveActors } from './resolveActors.ts';

const NONE_DECLARED: readonly DeclaredActor[] = [];

/** What actors were made of: the pieces of prose with candidates, and what was declared. */
interface ActorSource {
  readonly pieces: readonly NameEvidence[];
  readonly declared: readonly DeclaredActor[];
}

const sources = new WeakMap<readonly Actor[], ActorSource>();

/**
 * The actors of a document, equal to `resolveActors(evidence, declared)`. Where the names are those that `previous` was made
 * of, the actors are kept, and so are the objects of those whose mentions have not moved.
 */
export function resolveActorsAgain(
  previous: readonly Actor[] | undefined,
  evidence: readonly NameEvidence[],
  declared = NONE_DECLARED,
): readonly Actor[] {
  const pieces = evidence.filter(({ candidates }) => candidates.length > 0);
  const source = previous && sources.get(previous);
  const moves = source?.declared === declared ? findMoves(source.pieces, pieces) : undefined;
  const actors = previous && moves ? moveActors(previous, moves) : resolveActors(evidence, declared);
  sources.set(actors, { pieces, declared });
  return actors;
}

/** Where a piece of prose stands now, and its spans, by what they were. */
interface Move {
  readonly to: NameEvidence;
  readonly spans: ReadonlyMap<Span, Span> | undefined;
}

/** By block and prose: the pieces that moved, or whose names moved in them; undefined where names are others than before. */
function findMoves(before: readonly NameEvidence[], after: readonly NameEvidence[]): Map<number, Move> | undefined {
  if (before.length !== after.length) return undefined;
  const moves = new Map<number, Move>();
  for (let index = 0; index < before.length; index++) {
    const [from, to] = [before[index]!, after[index]!];
    const isMoved = from.block !== to.block || from.prose !== to.prose;
    if (from.place !== to.place) return undefined;
    if (from.candidates === to.candidates) {
      if (isMoved) moves.set(placeOf(from), { to, spans: undefined });
      continue;
    }
    const spans = findSpans(from, to);
    if (!spans) return undefined;
    moves.set(placeOf(from), { to, spans });
  }
  return moves;
}

function placeOf({ block, prose }: Pick<ProseRef, 'block' | 'prose'>): number {
  return block * 2 ** 24 + prose;
}

/** The spans of a piece's candidates as they are now, by what they were; undefined where the candidates are others. */
function findSpans(from: NameEvidence, to: NameEvidence): Map<Span, Span> | undefined {
  if (from.candidates.length !== to.candidates.length) return undefined;
  const spans = new Map<Span, Span>();
  let reach = 0;
  let shift = 0;
  for (let index = 0; index < from.candidates.length; index++) {
    const [was, is] = [from.candidates[index]!, to.candidates[index]!];
    if (!isAlike(was, is) || !areAlikePlaced(from.text, was.span, to.text, is.span)) return undefined;
    const by = is.span.start - was.span.start;
    // Names that overlap have moved together.
    if (was.span.start < reach && by !== shift) return undefined;
    shift = by;
    reach = Math.max(reach, was.span.end);
    spans.set(was.span, is.span);
    for (const part of ['descriptions', 'quotations'] as const) {
      const [one = [], other = []] = [was[part], is[part]];
      if (one.length !== other.length) return undefined;
      for (let n = 0; n < one.length; n++) {
        if (part === 'descriptions' && slice(from.text, one[n]!) !== slice(to.text, other[n]!)) return undefined;
        spans.set(one[n]!, other[n]!);
      }
    }
  }
  return spans;
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
    a.titled === b.titled &&
    (a.nextListed === undefined) === (b.nextListed === undefined) &&
    a.declared === b.declared
  );
}

/** How far from a name a bracket may still make it an acronym, or give one for it. */
const BESIDE = 8;

/** Whether two names read alike and have the same brackets beside them. */
function areAlikePlaced(before: string, was: Span, after: string, is: Span): boolean {
  if (slice(before, was) !== slice(after, is)) return false;
  const beside = (text: string, { start, end }: Span) =>
    `${text.slice(Math.max(0, start - BESIDE), start)}|${text.slice(end, end + BESIDE)}`;
  const [one, other] = [beside(before, was), beside(after, is)];
  return one === other || !/[()]/.test(one + other);
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

function moveActors(actors: readonly Actor[], moves: ReadonlyMap<number, Move>): readonly Actor[] {
  if (moves.size === 0) return actors;
  const isMoved = (ref: ProseRef): boolean => moves.has(placeOf(ref));
  const move = <T extends ProseRef & { readonly text: string }>(ref: T): T => {
    const found = moves.get(placeOf(ref));
    if (!found) return ref;
    const { to, spans } = found;
    const span = spans?.get(ref.span) ?? ref.span;
    return { ...ref, block: to.block, prose: to.prose, span };
  };
  return actors.map((actor) => {
    if (!actor.mentions.some(isMoved)) return actor;
    return {
      ...actor,
      mentions: actor.mentions.map(move),
      descriptions: actor.descriptions.map((description) => move(description)),
      quotations: actor.quotations.map((quotation) => {
        const moved = move(quotation);
        const to = moves.get(placeOf(quotation))?.to;
        return to ? { ...moved, text: slice(to.text, moved.span) } : moved;
      }),
    };
  });
}
