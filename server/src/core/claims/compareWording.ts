// Compares how the sentences of two figures are worded, word by word from the figures outwards. What the words mean is left to
// the comparison of claims.

import type { Span } from '../text/span.ts';
import type { ClaimEvidence } from './evidence.ts';
import { directionOf } from './lexicon.ts';
import { isOrdinal, type Token } from './tokens.ts';

/** Identical wording is looked at so far, in tokens on either side of the figures. */
const FRAME = 6;
/** Wording in which some words are others is looked at so far. */
const WORDING = 10;

/** Length of the identical wording directly before and after two figures, of which each content word counts 1 and others less. */
export function frameLength(one: ClaimEvidence, other: ClaimEvidence): number {
  const { words: a, token: i } = one;
  const { words: b, token: j } = other;
  // Of a change that only one of them tells whole, the other end is passed over.
  const passedA = other.change ? undefined : one.change;
  const passedB = one.change ? undefined : other.change;
  let length = 0;
  for (const step of [-1, 1]) {
    let x = i + step;
    let y = j + step;
    for (let run = 0; run < FRAME; run++, x += step, y += step) {
      x = passOver(passedA, x, i);
      y = passOver(passedB, y, j);
      const left = a.tokens[x];
      const right = b.tokens[y];
      if (!left || !right || left.concept !== right.concept) break;
      if (a.sentences[x] !== a.sentences[i] || b.sentences[y] !== b.sentences[j]) break;
      length += left.kind === 'content' ? 1 : left.kind === 'function' ? 0.4 : 0.2;
    }
  }
  return length;
}

/**
 * How many words stand in the place of others, in wording that is otherwise the same, to the ends of the sentences: 1 for "the budget of
 * the town is 4" and "the budget of the state is 7", or for "wheat" and "fresh fish" in "… was sold for $4".
 */
export function findSubstituted(one: ClaimEvidence, other: ClaimEvidence): Substituted {
  const before = substitutedTowards(one, other, -1, false);
  const behind = substitutedTowards(one, other, 1, before.isAllElseSame);
  return { words: before.words + behind.words, isAllElseSame: before.isAllElseSame && behind.isAllElseSame };
}

/** Words that stand in the place of others. */
export interface Substituted {
  readonly words: number;
  /** Whether the two sentences are the same but for these, from their beginnings to their ends. */
  readonly isAllElseSame: boolean;
}

/** Those on one side of the figures; right beside them only where all before is known to be alike. */
function substitutedTowards(
  one: ClaimEvidence,
  other: ClaimEvidence,
  step: 1 | -1,
  isAlikeBefore: boolean,
): Substituted {
  let words = 0;
  let isAlike = isAlikeBefore;
  let [x, y] = [1, 1];
  while (x <= WORDING && y <= WORDING) {
    const [left, right] = [tokenAt(one, step * x), tokenAt(other, step * y)];
    if (!left || !right) return { words, isAllElseSame: left === right };
    if (left.concept === right.concept) {
      isAlike ||= left.kind !== 'punctuation';
      x++;
      y++;
      continue;
    }
    const gap = isAlike ? findGap(one, other, x, y, step) : undefined;
    if (!gap) break;
    words += gap.words;
    x += gap.left;
    y += gap.right;
  }
  return { words, isAllElseSame: false };
}

/** Small words that tell one case from another: "before the reform", "after the reform". */
const OPPOSITES = new Map([
  ['before', 'after'],
  ['with', 'without'],
  ['above', 'below'],
  ['under', 'over'],
  ['inside', 'outside'],
  ['for', 'against'],
]);

function areOpposite(one: Token | undefined, other: Token | undefined): boolean {
  const [a, b] = [one?.text ?? '', other?.text ?? ''];
  return OPPOSITES.get(a) === b || OPPOSITES.get(b) === a;
}

/** So many words may stand in the place of so many. */
const LONGEST_GAP = 3;

/** Words of one sentence in the place of words of the other, from so far beside the figures: how many stand on either side. */
interface Gap {
  readonly left: number;
  readonly right: number;
  /** How many words with a meaning of their own are others. */
  readonly words: number;
}

/** The shortest gap behind which the wording goes on alike, or both sentences end. */
function findGap(one: ClaimEvidence, other: ClaimEvidence, x: number, y: number, step: 1 | -1): Gap | undefined {
  if (areOpposite(tokenAt(one, step * x), tokenAt(other, step * y))) return { left: 1, right: 1, words: 1 };
  for (let length = 2; length <= 2 * LONGEST_GAP; length++) {
    for (let left = Math.max(1, length - LONGEST_GAP); left <= Math.min(LONGEST_GAP, length - 1); left++) {
      const right = length - left;
      const [after, otherAfter] = [tokenAt(one, step * (x + left)), tokenAt(other, step * (y + right))];
      if (after?.concept !== otherAfter?.concept || after?.kind === 'punctuation') continue;
      if (after?.kind === 'function' && length > 2) continue;
      const words = Math.min(othersIn(one, x, left, step, other), othersIn(other, y, right, step, one));
      if (words > 0) return { left, right, words };
    }
  }
  return undefined;
}

/**
 * How many of so many tokens say what is told of, and not which way it goes; none where a number, a mark or a word of the other sentence
 * stands among them: "literacy" and "the literacy rate" are one thing.
 */
function othersIn(claim: ClaimEvidence, from: number, length: number, step: 1 | -1, other: ClaimEvidence): number {
  let count = 0;
  for (let n = 0; n < length; n++) {
    const token = tokenAt(claim, step * (from + n));
    if (token?.kind === 'content' && isToldIn(other, token)) return 0;
    if (token?.kind === 'content') count += directionOf(token.stem) === undefined ? 1 : 0;
    else if (token && isOrdinal(token)) count++;
    else if (token?.kind !== 'function') return 0;
  }
  return count;
}

/** Whether a word stands near a claim's figure, in its sentence. */
function isToldIn(claim: ClaimEvidence, { concept }: Token): boolean {
  for (let by = -WORDING; by <= WORDING; by++) if (tokenAt(claim, by)?.concept === concept) return true;
  return false;
}

/** The token so far beside a claim's figure; undefined beyond its sentence, which a full stop ends. */
function tokenAt({ words, token: at }: ClaimEvidence, by: number): Token | undefined {
  const { tokens, sentences } = words;
  const token = tokens[at + by];
  const isEnd = token?.text === '.' && sentences[at + by + 1] !== sentences[at];
  return isEnd || sentences[at + by] !== sentences[at] ? undefined : token;
}

/** Where a walk goes on that has come to the token `at`, which may be the other end of the change that the figure at `own` is an end of. */
function passOver(change: Span | undefined, at: number, own: number): number {
  if (!change || at < change.start || at >= change.end) return at;
  if (at < own) return at === own - 1 ? at : change.start - 1;
  return change.end;
}
