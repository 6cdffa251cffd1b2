// States of a document that an edit of most of it left behind: code that is not closed yet takes in all that follows, paragraphs are
// cut before they are pasted. What is left is resolved by itself, and the state that was left waits, untouched, for when the text comes
// back; then it goes on from there. How a state is resolved is not its concern.

import type { Block } from './markdown/block.ts';
import { sharedEnds } from './text/sharedEnds.ts';

/** A state of a document, and the blocks that its source was read as. */
export interface ReadState<State extends object> {
  readonly state: State;
  readonly blocks: readonly Block[];
}

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
    return 2 * countChanged(parked.blocks, blocks) < countChanged(present.blocks, blocks)
      ? parked.state
      : present.state;
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

/** How many blocks stand between the ends that two lists share. */
function countChanged(before: readonly Block[], after: readonly Block[]): number {
  const { start, end } = sharedEnds(before, after);
  return Math.max(before.length, after.length) - start - end;
}
