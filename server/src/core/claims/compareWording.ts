// Compares how the sentences of two figures are worded, word by word from the figures outwards. What the words mean is left to
// the comparison of claims.

import type { Span } from '../text/span.ts';
import type { ClaimEvidence } from './evidence.ts';

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
 * How many words stand in the place of another one, in wording that is otherwise the same: 1 for "the budget of the town is 4" and
 * "the budget of the state is 7".
 */
export function countSubstituted({ words: a, token: i }: ClaimEvidence, { words: b, token: j }: ClaimEvidence): number {
  let count = 0;
  for (const step of [-1, 1]) {
    let open = 0;
    for (let run = 1; run <= WORDING; run++) {
      const x = i + step * run;
      const y = j + step * run;
      const left = a.tokens[x];
      const right = b.tokens[y];
      if (!left || !right || a.sentences[x] !== a.sentences[i] || b.sentences[y] !== b.sentences[j]) break;
      if (left.concept === right.concept) {
        count += open;
        open = 0;
      } else if (left.kind !== 'content' || right.kind !== 'content') break;
      else open++;
    }
  }
  return count;
}

/** Where a walk goes on that has come to the token `at`, which may be the other end of the change that the figure at `own` is an end of. */
function passOver(change: Span | undefined, at: number, own: number): number {
  if (!change || at < change.start || at >= change.end) return at;
  if (at < own) return at === own - 1 ? at : change.start - 1;
  return change.end;
}
