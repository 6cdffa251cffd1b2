// Finds the claims of an earlier text again in a later one: first those whose sentence and figure are as they were, then
// those whose sentence is the same but for its figures, then, between neighbours that were found, those whose sentence
// was reworded a little. What cannot be told apart is left out. As far as two texts begin and end alike, their claims are
// aligned in their order.

import type { Figure } from '../figures/figure.ts';
import type { Span } from '../text/span.ts';
import type { Claim } from './claim.ts';
import type { ClaimEvidence } from './evidence.ts';
import { type NumberedClaims, numberClaims } from './sharedClaims.ts';

/** Share of words that a reworded sentence must keep. */
const ALIKE = 0.6;
/** Between two claims that were found, at most so many are held against each other. */
const GAP_AT_MOST = 24;

/** Index of the later claim by index of the earlier one, −1 for those that were not found. */
export type Alignment = Int32Array;

/** An alignment that is being made. */
interface Draft {
  readonly aligned: Int32Array;
  /** By index of the later claim. */
  readonly taken: Uint8Array;
}

/** Aligns the claims of two texts. Linear in the number of claims but for short gaps. */
export function alignClaims(before: readonly Claim[], after: readonly Claim[]): Alignment {
  const draft: Draft = { aligned: new Int32Array(before.length).fill(-1), taken: new Uint8Array(after.length) };
  const places = placesOf(before);
  const earlier = places.ofEarlier.numbers;
  const later = statementsIn(after, places);
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && earlier[start] === later[start]) align(draft, start, start++);
  let end = 0;
  while (end < least - start && earlier[before.length - 1 - end] === later[after.length - 1 - end]) {
    end++;
    align(draft, before.length - end, after.length - end);
  }
  if (start + end === before.length) return draft.aligned;
  matchStatements(places, later, { start, end }, draft);
  const left: Claim[] = [];
  for (let index = start; index < before.length - end; index++)
    if (draft.aligned[index]! < 0) left.push(before[index]!);
  if (left.length === 0) return draft.aligned;
  const untaken: Claim[] = [];
  for (let index = start; index < after.length - end; index++)
    if (draft.taken[index] === 0) untaken.push(after[index]!);
  matchSentences(left, untaken, draft);
  alignGaps(before, after, { start, end: before.length - end }, draft);
  return draft.aligned;
}

function align({ aligned, taken }: Draft, from: number, to: number): void {
  aligned[from] = to;
  taken[to] = 1;
}

/**
 * Where the statements of an earlier text stand, which many later ones are held against. A statement is told by the first place where
 * the earlier text makes it.
 */
interface StatementPlaces {
  readonly first: ReadonlyMap<string, number>;
  /** For each claim the next one that says the same, −1 where there is none. */
  readonly next: Int32Array;
  readonly ofEarlier: NumberedClaims;
  /** The later text that was held against it last. */
  ofLater: NumberedClaims;
}

const placesKnown = new WeakMap<readonly Claim[], StatementPlaces>();

function placesOf(before: readonly Claim[]): StatementPlaces {
  const known = placesKnown.get(before);
  if (known) return known;
  const first = new Map<string, number>();
  const next = new Int32Array(before.length).fill(-1);
  for (let index = before.length - 1; index >= 0; index--) {
    const statement = statementOf(before[index]!);
    next[index] = first.get(statement) ?? -1;
    first.set(statement, index);
  }
  const ofEarlier = numberClaims(before, (claim) => first.get(statementOf(claim))!, undefined);
  const places = { first, next, ofEarlier, ofLater: ofEarlier };
  placesKnown.set(before, places);
  return places;
}

/** For each claim of a later text the first place where the earlier one says the same, −1 where it does not. */
function statementsIn(after: readonly Claim[], places: StatementPlaces): Int32Array {
  places.ofLater = numberClaims(after, (claim) => places.first.get(statementOf(claim)) ?? -1, places.ofLater);
  return places.ofLater.numbers;
}

/**
 * Aligns equal sentences with equal figures: of several any will do, so the first with the first. Leaves out so many claims at
 * the start and the end of both texts.
 */
function matchStatements(
  { next, ofEarlier }: StatementPlaces,
  later: Int32Array,
  { start, end }: Span,
  draft: Draft,
): void {
  if (start + end >= Math.min(next.length, later.length)) return;
  const last = next.length - end;
  /** For each place where a statement stands first, where it is to be found next. */
  const upcoming = ofEarlier.numbers.slice();
  for (let index = start; index < later.length - end; index++) {
    const from = later[index]!;
    if (from < 0) continue;
    let found = upcoming[from]!;
    while (found >= 0 && found < start) found = next[found]!;
    if (found >= 0 && found < last) {
      align(draft, found, index);
      found = next[found]!;
    }
    upcoming[from] = found;
  }
}

/** Aligns equal sentences with other figures, where there are as many as there were. */
function matchSentences(earlier: readonly Claim[], later: readonly Claim[], draft: Draft): void {
  const left = group(earlier);
  const right = group(later);
  for (const [key, claims] of left) {
    const others = right.get(key) ?? [];
    if (claims.length !== others.length) continue;
    for (const [at, claim] of claims.entries()) align(draft, claim.index, others[at]!.index);
  }
}

/** Aligns what was reworded between two claims that were found; `within` is where some were not. */
function alignGaps(before: readonly Claim[], after: readonly Claim[], within: Span, draft: Draft): void {
  const found = draft.aligned.slice();
  for (let { start } = within; start < within.end; start++) {
    if (found[start]! >= 0) continue;
    let end = start;
    while (end < before.length && found[end]! < 0) end++;
    const first = start === 0 ? 0 : found[start - 1]! + 1;
    const last = end === before.length ? after.length : found[end]!;
    if (end - start <= GAP_AT_MOST && last - first <= 2 * GAP_AT_MOST) {
      const gap = before.slice(start, end);
      const others = after.slice(first, Math.max(first, last)).filter(({ index }) => draft.taken[index] === 0);
      for (const claim of gap) {
        const [alike, ...more] = others.filter((other) => isReworded(claim, other));
        if (alike && more.length === 0 && gap.filter((other) => isReworded(other, alike)).length === 1)
          align(draft, claim.index, alike.index);
      }
    }
    start = end;
  }
}

function isReworded(a: Claim, b: Claim): boolean {
  if (a.figure.kind !== b.figure.kind || a.figure.unit !== b.figure.unit || a.measure.head !== b.measure.head)
    return false;
  const left = wordsOf(a);
  const right = wordsOf(b);
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  return shared >= ALIKE * Math.max(left.size, right.size) && shared > 1;
}

const words = new WeakMap<ClaimEvidence, ReadonlySet<string>>();

function wordsOf(claim: Claim): ReadonlySet<string> {
  const known = words.get(claim.evidence);
  if (known) return known;
  const own = new Set(sentenceOf(claim));
  words.set(claim.evidence, own);
  return own;
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
  const { start } = sentenceAround(claim);
  let ordinal = 0;
  for (let index = start; index < token; index++) if (words.tokens[index]!.kind === 'figure') ordinal++;
  const labels = cell ? `${maskDigits(cell.rowText)} | ${cell.columnText}` : '';
  return `${labels} ${sentenceOf(claim).join(' ')} ${ordinal}`;
}

function maskDigits(text: string): string {
  return /\p{L}/u.test(text) ? text.replace(/\d+/g, '#') : text;
}

/** Of a sentence so many words are looked at before and behind a figure: in one without end, each figure has its own. */
const REACH = 60;

/** The tokens of the sentence that a claim stands in, as far as they are near to it. */
function sentenceAround({ evidence: { words, token } }: Claim): Span {
  const { sentences } = words;
  const [least, most] = [Math.max(0, token - REACH), Math.min(sentences.length, token + REACH)];
  let start = token;
  let end = token;
  while (start > least && sentences[start - 1] === sentences[token]) start--;
  while (end < most && sentences[end] === sentences[token]) end++;
  return { start, end };
}

function sentenceOf(claim: Claim): string[] {
  const { start, end } = sentenceAround(claim);
  return claim.evidence.words.tokens.slice(start, end).map(({ text }) => text);
}

const statements = new WeakMap<ClaimEvidence, string>();

/** The sentence with its figure. */
function statementOf(claim: Claim): string {
  const known = statements.get(claim.evidence);
  if (known !== undefined) return known;
  const statement = `${keyOf(claim)} ${writePrint(claim.figure)}`;
  statements.set(claim.evidence, statement);
  return statement;
}

function writePrint({ value, low, high, unit, period }: Figure): string {
  return `${value} ${low} ${high} ${unit ?? ''} ${period ?? ''}`;
}

function group(claims: readonly Claim[]): Map<string, Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = keyOf(claim);
    const known = groups.get(key);
    if (known) known.push(claim);
    else groups.set(key, [claim]);
  }
  return groups;
}
