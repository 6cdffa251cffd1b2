// Decides about a passage from the places where it may lie: whether one of them is it, several could be, or it is gone.

import type { Span } from '../text/span.ts';
import type { Pattern } from './pattern.ts';
import { HARDLY_KEPT, type Place } from './places.ts';

export type PlacementState = 'found' | 'changed' | 'ambiguous' | 'orphaned';

export interface Placement {
  readonly state: PlacementState;
  /** Where the passage is; of several places that fit, the likeliest; none for an orphaned one. */
  readonly span?: Span;
  /** The places that could be it, likeliest first; for an orphaned one, where it may have been. */
  readonly candidates: readonly Span[];
  /** How sure the state and the place are, 0…1. */
  readonly certainty: number;
  /** Share of the passage's words that are still there, 0…1. */
  readonly kept: number;
}

/** A passage that is gone is one in ten: with this, and the margins below, a place has to prove itself. */
const GONE = 0.1;
/** A place is taken when it is this likely; several together are ambiguous when they are. */
const SURE = 0.85;
/** Where the words speak for one place and the neighbours for another, it has to be likelier. */
const SURE_AGAINST = 0.99;
/** Where the very words stand twice beside each other, as when an address becomes a link with the address for its text, what
 * is around them is around both, and one has to be likelier still. */
const SURE_OF_TWIN = 0.999;
/** Bits by which one place has to be more to be expected than another. */
const CLEARLY = 2;
const LIKELY = 0.6;
/** A place less likely than this is not worth mentioning. */
const RIVAL = 0.005;
/** A rewritten passage is at most so much longer than it was (and some words). */
const REWRITTEN_GROWTH = 3;
const REWRITTEN_ALLOWANCE = 40;

/** What becomes of a passage, given its places, the weightiest first. */
export function decide(places: readonly Place[], pattern: Pattern): Placement {
  const top = Math.max(places[0]?.weight ?? 0, 0);
  const gone = GONE * 2 ** -top;
  const shares = places.map((place) => (1 - GONE) * 2 ** (place.weight - top));
  const total = shares.reduce((sum, share) => sum + share, gone);
  const best = places[0];
  const certainty = best ? shares[0]! / total : 0;
  const rivals = places.filter((place, i) => place !== best && shares[i]! / total >= RIVAL);
  const contradicted = best && rivals.some((rival) => rival.expected > best.expected + CLEARLY);
  const hasTwin = best?.same && rivals.some((rival) => rival.same && isBeside(rival.span, best.span, pattern));
  const needed = hasTwin ? SURE_OF_TWIN : contradicted ? SURE_AGAINST : SURE;
  if (best && certainty >= needed) return settled(best, pattern, certainty);
  const likely = places.filter((_, i) => shares[i]! / total >= RIVAL).map((place) => place.span);
  const present = 1 - gone / total;
  if (best && present >= LIKELY) {
    return { state: 'ambiguous', span: best.span, candidates: likely, certainty: present, kept: best.kept };
  }
  return { state: 'orphaned', candidates: likely, certainty: gone / total, kept: 0 };
}

/** Whether two places are so near each other that the quotation with its surroundings at one reaches to the other. */
function isBeside(one: Span, other: Span, { words: { text } }: Pattern): boolean {
  return Math.abs(one.start - other.start) <= text.length;
}

/** The place is beyond doubt; whether the passage is still there is another question. */
function settled(place: Place, pattern: Pattern, certainty: number): Placement {
  const { span, kept } = place;
  if (place.same) return { state: 'found', span, candidates: [span], certainty, kept: 1 };
  const length = span.end - span.start;
  const quoted = pattern.end - pattern.start;
  const rewritten = length > 0 && length <= quoted * REWRITTEN_GROWTH + REWRITTEN_ALLOWANCE;
  if (length > 0 && (kept >= HARDLY_KEPT || rewritten)) {
    return { state: 'changed', span, candidates: [span], certainty, kept };
  }
  return { state: 'orphaned', candidates: [span], certainty, kept };
}
