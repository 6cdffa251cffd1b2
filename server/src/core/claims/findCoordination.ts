// Finds what belongs to which in "hours and earnings rise by 3 % and 4 %": the first figure to the first noun, the second
// to the second; and in "cost 3 and 4 million with and without the levy, respectively".

import type { ProseTokens } from './tokens.ts';

/** Token ranges, half-open: the words that belong to the figure, and those that belong to its companion. */
export interface Coordination {
  readonly own: readonly [number, number];
  readonly other: readonly [number, number];
  /** Whether the figure is the second of the two. */
  readonly isSecond: boolean;
}

/** How many tokens may stand between the second noun and the first figure. */
const REACH = 9;
const LONGEST_NOUN = 4;
/** How many tokens behind the second figure that is looked for. */
const RESPECTIVELY_AT_MOST = 24;

/** What the figure at token `at` shares with a companion beside it; undefined where it stands alone. */
export function findCoordination(words: ProseTokens, at: number): Coordination | undefined {
  const { tokens } = words;
  const isFirst = tokens[at + 1]?.text === 'and' && tokens[at + 2]?.kind === 'figure';
  const isSecond = tokens[at - 1]?.text === 'and' && tokens[at - 2]?.kind === 'figure';
  if (isFirst === isSecond) return undefined;
  const first = isFirst ? at : at - 2;
  const respectively = findRespectively(words, first + 2);
  const found =
    (respectively < 0 ? undefined : findNouns(words, first + 4, respectively - 1, 1)) ??
    findNouns(words, first - 2, Math.max(0, first - 2 - REACH), -1);
  if (!found) return undefined;
  const [left, right] = found;
  return isFirst ? { own: left, other: right, isSecond } : { own: right, other: left, isSecond };
}

/** The token "respectively" behind the figure at token `at`, −1 where its sentence has none. */
function findRespectively({ tokens, sentences }: ProseTokens, at: number): number {
  const end = Math.min(tokens.length, at + RESPECTIVELY_AT_MOST);
  for (let i = at + 1; i < end && sentences[i] === sentences[at]; i++) if (tokens[i]!.text === 'respectively') return i;
  return -1;
}

/** The words on either side of the first "and" or "or" between content words from one token towards another, up to which it is looked at. */
function findNouns(
  words: ProseTokens,
  from: number,
  to: number,
  step: 1 | -1,
): readonly [[number, number], [number, number]] | undefined {
  const { tokens, sentences } = words;
  for (let and = from; step < 0 ? and > to : and < to; and += step) {
    const token = tokens[and];
    if (!token || sentences[and] !== sentences[from] || token.kind === 'figure') return undefined;
    if (token.text !== 'and' && (step < 0 || token.text !== 'or')) continue;
    if (tokens[and - 1]?.kind !== 'content' || tokens[and + 1]?.kind !== 'content') continue;
    const left: [number, number] = [and - 1, and];
    while (left[0] > 0 && and - left[0] < LONGEST_NOUN && tokens[left[0] - 1]!.kind === 'content') left[0]--;
    const right: [number, number] = [and + 1, and + 2];
    while (right[1] - and <= LONGEST_NOUN && tokens[right[1]]?.kind === 'content') right[1]++;
    return [left, right];
  }
  return undefined;
}

/** Whether a token index lies in a range. */
export function isWithin(range: readonly [number, number], index: number): boolean {
  return range[0] <= index && index < range[1];
}
