// The words that the prose of a document has in lower case, counted from one state to the next in the blocks that an edit made others.

import { sharedEnds } from '../text/sharedEnds.ts';
import type { ProseNames } from './actor.ts';
import { countSpelling } from './candidateFilter.ts';

/** What the pieces of prose in a block show of names. */
export interface BlockNames {
  readonly names: readonly ProseNames[];
}

export class LowerCaseWords {
  /** How often one of the words that somebody asked for came up first, or went last. */
  changes = 0;
  private before: readonly BlockNames[] = [];
  private readonly counts = new Map<number, number>();
  private readonly asked = new Set<number>();

  /** Turns to another state of the document. */
  turnTo(blocks: readonly BlockNames[]): void {
    const { start, end } = sharedEnds(this.before, blocks);
    const was = this.before.slice(start, this.before.length - end).flatMap(({ names }) => names);
    const is = blocks.slice(start, blocks.length - end).flatMap(({ names }) => names);
    this.before = blocks;
    const ends = sharedEnds(was, is);
    for (const { lowerCase } of is.slice(ends.start, is.length - ends.end)) this.count(lowerCase, 1);
    for (const { lowerCase } of was.slice(ends.start, was.length - ends.end)) this.count(lowerCase, -1);
  }

  /** Whether the document has a word in lower case, by the hash of its spelling. */
  has(word: number): boolean {
    this.asked.add(word);
    return this.counts.has(word);
  }

  private count(words: readonly number[], by: 1 | -1): void {
    for (const word of words) if (countSpelling(this.counts, word, by) && this.asked.has(word)) this.changes++;
  }
}
