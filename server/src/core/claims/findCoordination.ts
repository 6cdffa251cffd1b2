// Finds what belongs to which in "hours and earnings rise by 3 % and 4 %": the first figure to the first noun, the second
// to the second.

import type { ProseTokens } from './tokens.ts';

/** Token ranges, half-open: the words that belong to the figure, and those that belong to its companion. */
export interface Coordination {
  readonly own: readonly [number, number];
  readonly other: readonly [number, number];
}

/** How many tokens may stand between the second noun and the first figure. */
const REACH = 9;
const LONGEST_NOUN = 4;

/** What the figure at token `at` shares with a companion beside it; undefined where it stands alone. */
export function findCoordination(words: ProseTokens, at: number): Coordination | undefined {
  const { tokens } = words;
  const isFirst = tokens[at + 1]?.text === 'and' && tokens[at + 2]?.kind === 'figure';
  const isSecond = tokens[at - 1]?.text === 'and' && tokens[at - 2]?.kind === 'figure';
  if (isFirst === isSecond) return undefined;
  const first = isFirst ? at : at - 2;
  for (let and = first - 2; and > first - 2 - REACH && and > 0; and--) {
    const token = tokens[and]!;
    if (words.sentences[and] !== words.sentences[at] || token.kind === 'figure') return undefined;
    if (token.text !== 'and' || tokens[and - 1]!.kind !== 'content' || tokens[and + 1]!.kind !== 'content') continue;
    const left: [number, number] = [and - 1, and];
    while (left[0] > 0 && and - left[0] < LONGEST_NOUN && tokens[left[0] - 1]!.kind === 'content') left[0]--;
    const right: [number, number] = [and + 1, and + 2];
    while (right[1] < first && right[1] - and <= LONGEST_NOUN && tokens[right[1]]!.kind === 'content') right[1]++;
    return isFirst ? { own: left, other: right } : { own: right, other: left };
  }
  return undefined;
}

/** Whether a token index lies in a range. */
export function isWithin(range: readonly [number, number], index: number): boolean {
  return range[0] <= index && index < range[1];
}
