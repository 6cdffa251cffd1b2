// How the names of a piece of prose moved with it, or within it, and actors with their mentions where they stand now. Knows
// what linking looks at in a piece of prose (the words of names and of their descriptions, and what stands right beside them).

import { partitionPoint } from '../text/partitionPoint.ts';
import { replaceBetween } from '../text/sharedEnds.ts';
import type { Span } from '../text/span.ts';
import type { Actor, Mention, NameCandidate, NameEvidence, ProseRef } from './actor.ts';
import { mentionsIn } from './mentionsIn.ts';

/** Where a piece of prose stands now, and its spans, by what they were. */
export interface Move {
  readonly to: NameEvidence;
  readonly spans: ReadonlyMap<Span, Span> | undefined;
}

/** By block and prose: the pieces that moved, or whose names moved in them. */
export type Moves = ReadonlyMap<number, Move>;

/** Where a piece of prose stands in its document, as one number: in document order. */
export function placeOf({ block, prose }: Pick<ProseRef, 'block' | 'prose'>): number {
  return block * PROSES + prose;
}

/** A block has fewer pieces of prose than this. */
const PROSES = 2 ** 24;

function blockOf(place: number): number {
  return Math.floor(place / PROSES);
}

/** The spans of one piece of prose as they are now, by what they were; noted name by name, in their order. */
export class SpanMoves {
  readonly spans = new Map<Span, Span>();
  private readonly from: string;
  private readonly to: string;
  private reach = 0;
  private shift = 0;
  /** The names that end so near that what stands between them and the next one may make the two one actor. */
  private near: { readonly was: Span; readonly is: Span }[] = [];

  /** `from` and `to` are the texts of the prose. */
  constructor(from: string, to: string) {
    this.from = from;
    this.to = to;
  }

  /** Notes where a name has moved; answers whether it reads as it did, and so does what describes it and what stands beside it. */
  note(was: NameCandidate, is: NameCandidate): boolean {
    const { from, to } = this;
    if (slice(from, was.span) !== slice(to, is.span) || !this.isPlacedAlike(was.span, is.span)) return false;
    const by = is.span.start - was.span.start;
    // Names that overlap have moved together.
    if (was.span.start < this.reach && by !== this.shift) return false;
    this.shift = by;
    this.reach = Math.max(this.reach, was.span.end);
    this.spans.set(was.span, is.span);
    for (const part of ['descriptions', 'quotations'] as const) {
      const [one = [], other = []] = [was[part], is[part]];
      if (one.length !== other.length) return false;
      for (let n = 0; n < one.length; n++) {
        const before = one[n]!;
        const after = other[n]!;
        if (part === 'descriptions') {
          if (slice(from, before) !== slice(to, after)) return false;
          if (before.end <= was.span.start !== after.end <= is.span.start) return false;
        }
        this.spans.set(before, after);
      }
    }
    return true;
  }

  /** Whether the same stands between a name and those before it, where they are near, and right behind it. */
  private isPlacedAlike(was: Span, is: Span): boolean {
    const { from, to } = this;
    this.near = this.near.filter((one) => one.was.end >= was.start - BESIDE || one.is.end >= is.start - BESIDE);
    for (const one of this.near) {
      const isBefore = one.was.end <= was.start;
      if (isBefore !== one.is.end <= is.start) return false;
      if (isBefore && from.slice(one.was.end, was.start) !== to.slice(one.is.end, is.start)) return false;
    }
    this.near.push({ was, is });
    return goesOn(from, was.end) === goesOn(to, is.end);
  }
}

/** So long is at most what stands between two names that are one actor: "WFC (the World Food Council)", "the Minister, the Admiral". */
const BESIDE = 8;

/** How a text goes on behind a name, as far as it matters: a bracket closes, or others are named. */
function goesOn(text: string, end: number): string {
  if (text.charAt(end) === ')') return ')';
  return /^,?\s(?:and|or)\b/.test(text.slice(end, end + 6)) ? 'and' : '';
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** The actors with their mentions moved; those of which none has moved are the same objects. */
export function moveActors(actors: readonly Actor[], moves: Moves): readonly Actor[] {
  if (moves.size === 0) return actors;
  const mentions = mentionsIn(actors);
  const moved = new Set<string>();
  for (const block of new Set(Array.from(moves.keys(), blockOf))) {
    for (const { mention, actor } of mentions[block] ?? []) if (moves.has(placeOf(mention))) moved.add(actor);
  }
  const move = <T extends ProseRef & { readonly text: string }>(ref: T): T => {
    const found = moves.get(placeOf(ref));
    if (!found) return ref;
    const { to, spans } = found;
    const span = spans?.get(ref.span) ?? ref.span;
    return { ...ref, block: to.block, prose: to.prose, span };
  };
  const places = [...moves.keys()];
  const [first, last] = [
    places.reduce((one, other) => Math.min(one, other)),
    places.reduce((one, other) => Math.max(one, other)),
  ];
  const moveAmong = (all: readonly Mention[]): readonly Mention[] => {
    const start = partitionPoint(all.length, (index) => placeOf(all[index]!) < first);
    const end = all.length - partitionPoint(all.length, (index) => placeOf(all[index]!) <= last);
    return replaceBetween(all, { start, end }, all.slice(start, all.length - end).map(move));
  };
  return actors.map((actor) => {
    if (!moved.has(actor.id)) return actor;
    return {
      ...actor,
      mentions: moveAmong(actor.mentions),
      descriptions: actor.descriptions.map((description) => move(description)),
      quotations: actor.quotations.map((quotation) => {
        const moved = move(quotation);
        const to = moves.get(placeOf(quotation))?.to;
        return to ? { ...moved, text: slice(to.text, moved.span) } : moved;
      }),
    };
  });
}
