// States of a document that an edit of much of it left behind: code that is not closed yet takes in all that follows, paragraphs are
// cut before they are pasted. What is left is resolved by itself, and the state that was left waits, untouched, for when the text comes
// back; then it goes on from there. How a state is resolved is not its concern.

import type { Block, Prose } from './markdown/block.ts';
import { concatenate } from './text/concatenate.ts';
import { sharedEnds } from './text/sharedEnds.ts';

/** A state of a document, and the blocks that its source was read as. */
export interface ReadState<State extends object> {
  readonly state: State;
  readonly blocks: readonly Block[];
}

/** An edit that exchanges fewer pieces of prose brings nothing back. */
const LEAST_BACK = 4;

/** After so many edits what was left is not expected back, and its memory is given free. */
const EDITS = 500;

interface Parked<State extends object> extends ReadState<State> {
  /** How many edits there were since. */
  readonly edits: number;
}

/** Of each line of states one that was left, by the state that the line has come to. */
export class ParkedStates<State extends object> {
  private readonly parked = new WeakMap<State, Parked<State>>();

  /** Of the present state and the one that was left before it, the one of which more stands among the blocks after an edit. */
  nearest(present: ReadState<State>, blocks: readonly Block[]): State {
    const parked = this.parked.get(present.state);
    if (!parked) return present.state;
    const exchanged = countExchanged(present.blocks, blocks);
    if (exchanged < LEAST_BACK) return present.state;
    return 2 * countExchanged(parked.blocks, blocks) < exchanged ? parked.state : present.state;
  }

  /** Notes that `next` follows on the present state, which is left, or which it goes on from. */
  follow(present: ReadState<State>, next: State, isLeft: boolean): void {
    const parked = this.parked.get(present.state);
    // A state that is left holds no other one: one of each line is enough.
    this.parked.delete(present.state);
    if (isLeft) this.parked.set(next, { ...present, edits: 0 });
    else if (parked && parked.edits < EDITS) this.parked.set(next, { ...parked, edits: parked.edits + 1 });
  }
}

/** How many pieces of prose only one of two lists of blocks has: of what was parted or joined, those between the ends. */
function countExchanged(one: readonly Block[], other: readonly Block[]): number {
  const [own, others] = [proseMissing(one, other), proseMissing(other, one)];
  const { start, end } = sharedEnds(own, others, (a, b) => a === b || a.text === b.text);
  return own.length + others.length - 2 * (start + end);
}

/** The prose of those blocks that a second list does not have. */
function proseMissing(one: readonly Block[], other: readonly Block[]): readonly Prose[] {
  const missing = itemsMissing(one, other);
  return missing.length === 1 ? missing[0]!.prose : concatenate(missing.map(({ prose }) => prose));
}

/** What is read in a block, by its prose. */
interface Read {
  readonly names: readonly unknown[];
  readonly claims: readonly (readonly unknown[])[];
}

/** Less is not worth it, and of more there is no memory for two states. */
const LEAST_GONE = 100;
const MOST_HELD = 50_000;
/** So much of a document must have gone, as a share. */
const MUCH = 1 / 8;

/**
 * Whether an edit took so much out of what is read in the blocks of a document that resolving afresh what is left is about as quick as
 * working out what else changes: what is rare there, who is held against whom.
 */
export function isMuchGone(before: readonly Read[], after: readonly Read[]): boolean {
  const gone = before.length === after.length ? countGoneInPlace(before, after) : sumOf(itemsMissing(before, after));
  if (gone < LEAST_GONE) return false;
  const all = sumOf(before);
  return gone > MUCH * all && all <= MOST_HELD;
}

/** How many pieces of prose and claims a block has, or a stretch of it. */
function sizeOf({ names, claims }: Read): number {
  let size = names.length;
  for (const own of claims) size += own.length;
  return size;
}

function sumOf(all: readonly Read[]): number {
  return all.reduce((sum, read) => sum + sizeOf(read), 0);
}

/** How much is not what it was, where there are as many blocks as there were. */
function countGoneInPlace(before: readonly Read[], after: readonly Read[]): number {
  const { start, end } = sharedEnds(before, after);
  let gone = 0;
  for (let block = start; block < after.length - end; block++) {
    const [was, is] = [before[block]!, after[block]!];
    if (was !== is) gone += sizeOf({ names: between(was.names, is.names), claims: between(was.claims, is.claims) });
  }
  return gone;
}

/** The items of the first of two lists between the ends that they share. */
function between<Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  const { start, end } = sharedEnds(before, after);
  return before.slice(start, before.length - end);
}

/** The items that only the first of two lists has. */
function itemsMissing<Item>(before: readonly Item[], after: readonly Item[]): Item[] {
  const { start, end } = sharedEnds(before, after);
  const left = new Set(after.slice(start, after.length - end));
  return before.slice(start, before.length - end).filter((item) => !left.has(item));
}
