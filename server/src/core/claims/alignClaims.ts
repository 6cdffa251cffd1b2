// Finds the claims of an earlier text again in a later one: first those whose sentence and figure are as they were, then
// those whose sentence is the same but for its figures, then, between neighbours that were found, those whose sentence
// was reworded a little. What cannot be told apart is left out. As far as two texts begin and end alike, their claims are
// aligned in their order.

import type { Figure } from '../figures/figure.ts';
import type { Claim } from './claim.ts';
import type { ClaimEvidence } from './evidence.ts';

/** Share of words that a reworded sentence must keep. */
const ALIKE = 0.6;
/** Between two claims that were found, at most so many are held against each other. */
const GAP_AT_MOST = 24;

/** Index of the later claim by index of the earlier one. Linear in the number of claims but for short gaps. */
export function alignClaims(before: readonly Claim[], after: readonly Claim[]): Map<number, number> {
  const aligned = new Map<number, number>();
  const taken = new Set<number>();
  const align = (from: Claim, to: Claim): void => {
    aligned.set(from.index, to.index);
    taken.add(to.index);
  };
  const isSame = (from: Claim, to: Claim): boolean => keyOf(from) === keyOf(to) && printOf(from) === printOf(to);
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && isSame(before[start]!, after[start]!)) start++;
  let end = 0;
  while (end < least - start && isSame(before.at(-1 - end)!, after.at(-1 - end)!)) end++;
  for (let index = 0; index < start; index++) align(before[index]!, after[index]!);
  for (let index = end; index > 0; index--) align(before.at(-index)!, after.at(-index)!);
  const [earlier, later] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const match = (withFigure: boolean): void => {
    const print = (claim: Claim): string => (withFigure ? `${keyOf(claim)} ${printOf(claim)}` : keyOf(claim));
    const left = group(
      earlier.filter(({ index }) => !aligned.has(index)),
      print,
    );
    const right = group(
      later.filter(({ index }) => !taken.has(index)),
      print,
    );
    for (const [key, claims] of left) {
      const others = right.get(key) ?? [];
      // Of equal statements with equal figures any will do; of others only as many as there were.
      if (!withFigure && claims.length !== others.length) continue;
      for (let index = 0; index < Math.min(claims.length, others.length); index++)
        align(claims[index]!, others[index]!);
    }
  };
  match(true);
  match(false);
  alignGaps(before, after, aligned, taken, align);
  return aligned;
}

/** Aligns what was reworded between two claims that were found. */
function alignGaps(
  before: readonly Claim[],
  after: readonly Claim[],
  aligned: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
  align: (from: Claim, to: Claim) => void,
): void {
  const found = new Map(aligned);
  for (let start = 0; start < before.length; start++) {
    if (found.has(start)) continue;
    let end = start;
    while (end < before.length && !found.has(end)) end++;
    const first = start === 0 ? 0 : found.get(start - 1)! + 1;
    const last = end === before.length ? after.length : found.get(end)!;
    if (end - start <= GAP_AT_MOST && last - first <= 2 * GAP_AT_MOST) {
      const gap = before.slice(start, end);
      const others = after.slice(first, Math.max(first, last)).filter(({ index }) => !taken.has(index));
      for (const claim of gap) {
        const [alike, ...more] = others.filter((other) => isReworded(claim, other));
        if (alike && more.length === 0 && gap.filter((other) => isReworded(other, alike)).length === 1)
          align(claim, alike);
      }
    }
    start = end;
  }
}

function isReworded(a: Claim, b: Claim): boolean {
  if (a.figure.kind !== b.figure.kind || a.figure.unit !== b.figure.unit || a.measure.head !== b.measure.head)
    return false;
  const left = new Set(sentenceOf(a));
  const right = new Set(sentenceOf(b));
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared >= ALIKE * Math.max(left.size, right.size) && shared > 1;
}

const keys = new WeakMap<ClaimEvidence, string>();

function keyOf(claim: Claim): string {
  const known = keys.get(claim.evidence);
  if (known !== undefined) return known;
  const key = writeKey(claim);
  keys.set(claim.evidence, key);
  return key;
}

/** The claim's sentence with its figures masked, the labels of its cell, and which of the figures it is. */
function writeKey(claim: Claim): string {
  const { words, token, cell } = claim.evidence;
  let ordinal = 0;
  for (let index = token - 1; index >= 0 && words.sentences[index] === words.sentences[token]; index--) {
    if (words.tokens[index]!.kind === 'figure') ordinal++;
  }
  const labels = cell ? `${maskDigits(cell.rowText)} | ${cell.columnText}` : '';
  return `${labels} ${sentenceOf(claim).join(' ')} ${ordinal}`;
}

function maskDigits(text: string): string {
  return /\p{L}/u.test(text) ? text.replace(/\d+/g, '#') : text;
}

function sentenceOf({ evidence: { words, token } }: Claim): string[] {
  let from = token;
  let to = token;
  while (from > 0 && words.sentences[from - 1] === words.sentences[token]) from--;
  while (to < words.tokens.length && words.sentences[to] === words.sentences[token]) to++;
  return words.tokens.slice(from, to).map(({ text }) => text);
}

const prints = new WeakMap<Figure, string>();

function printOf({ figure }: Claim): string {
  const known = prints.get(figure);
  if (known !== undefined) return known;
  const print = writePrint(figure);
  prints.set(figure, print);
  return print;
}

function writePrint({ value, low, high, unit, period }: Figure): string {
  return `${value} ${low} ${high} ${unit ?? ''} ${period ?? ''}`;
}

function group(claims: readonly Claim[], keyFor: (claim: Claim) => string): Map<string, Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = keyFor(claim);
    const known = groups.get(key);
    if (known) known.push(claim);
    else groups.set(key, [claim]);
  }
  return groups;
}
