// Finds the claims of an earlier text again in a later one: first those whose sentence and figure are as they were, then
// those whose sentence is the same but for its figures, then, between neighbours that were found, those whose sentence
// was reworded a little. What cannot be told apart is left out. As far as two texts begin and end alike, their claims are
// aligned in their order, and what they say is not looked at.

import type { Figure } from '../figures/figure.ts';
import { AlignedEnds, leastEnds, NOTHING_SHARED, type SharedEnds, sharedEnds } from '../text/sharedEnds.ts';
import { contains, type Span } from '../text/span.ts';
import type { Claim } from './claim.ts';
import type { ClaimEvidence } from './evidence.ts';
import { type NumberedClaims, numberClaims } from './sharedClaims.ts';

/** Share of words that a reworded sentence must keep. */
const ALIKE = 0.6;
/** Between two claims that were found, at most so many are held against each other. */
const GAP_AT_MOST = 24;

export interface Alignment {
  /** Index of the later claim by index of the earlier one, −1 for those that were not found. */
  laterOf(index: number): number;
  /** Indices of the earlier claims that were found with another figure or other words, in order. */
  readonly restated: readonly number[];
}

/** An alignment that is being made: what lies between the ends that two texts share. */
class Draft {
  readonly ends: AlignedEnds;
  /** The stretches between the ends. */
  readonly earlier: Span;
  readonly later: Span;
  private readonly found: Int32Array;
  private readonly taken: Uint8Array;

  constructor(ends: SharedEnds, before: number, after: number) {
    this.ends = new AlignedEnds(ends, before, after);
    this.earlier = { start: ends.start, end: before - ends.end };
    this.later = { start: ends.start, end: after - ends.end };
    this.found = new Int32Array(this.earlier.end - ends.start).fill(-1);
    this.taken = new Uint8Array(this.later.end - ends.start);
  }

  laterOf(index: number): number {
    const at = this.ends.after(index);
    return at < 0 ? this.found[index - this.earlier.start]! : at;
  }

  isTaken(index: number): boolean {
    return this.taken[index - this.later.start] !== 0;
  }

  /** The claims between the ends that have not been found, and those that none was found to be. */
  left(before: readonly Claim[]): Claim[] {
    const { found, earlier } = this;
    const left: Claim[] = [];
    for (let n = 0; n < found.length; n++) if (found[n]! < 0) left.push(before[earlier.start + n]!);
    return left;
  }

  untaken(after: readonly Claim[]): Claim[] {
    const { taken, later } = this;
    const untaken: Claim[] = [];
    for (let n = 0; n < taken.length; n++) if (taken[n] === 0) untaken.push(after[later.start + n]!);
    return untaken;
  }

  /** By earlier claim between the ends: what it was found to be so far. */
  foundSoFar(): Int32Array {
    return this.found.slice();
  }

  align(from: number, to: number): void {
    this.found[from - this.earlier.start] = to;
    this.taken[to - this.later.start] = 1;
  }
}

/** Aligns the claims of two texts. Linear in the number of claims but for short gaps. */
export function alignClaims(before: readonly Claim[], after: readonly Claim[]): Alignment {
  const draft = new Draft(endsAlike(before, after), before.length, after.length);
  const laterOf = (index: number): number => draft.laterOf(index);
  matchStatements(before, after, draft);
  const left = draft.left(before);
  if (left.length === 0) return { laterOf, restated: [] };
  matchSentences(left, draft.untaken(after), draft);
  alignGaps(before, after, draft);
  return { laterOf, restated: left.map(({ index }) => index).filter((index) => laterOf(index) >= 0) };
}

/** The text that was last held against an earlier one, and how far the two say the same at their ends. */
interface Compared {
  readonly after: WeakRef<readonly Claim[]>;
  readonly ends: SharedEnds;
}

const compared = new WeakMap<readonly Claim[], Compared>();

/** How many claims of two texts say the same at their ends; what an edit left alone is not looked at again. */
function endsAlike(before: readonly Claim[], after: readonly Claim[]): SharedEnds {
  const last = compared.get(before);
  const earlier = last?.after.deref();
  const known = last && earlier ? leastEnds(last.ends, sharedEnds(earlier, after)) : NOTHING_SHARED;
  const ends = sharedEnds(before, after, saySame, known);
  compared.set(before, { after: new WeakRef(after), ends });
  return ends;
}

/** Whether two claims are of the same sentence with the same figure. */
function saySame(one: Claim, other: Claim): boolean {
  return one.evidence === other.evidence || statementOf(one) === statementOf(other);
}

/** What is kept of an earlier text, which many later ones are held against: its statements, in the stretch that was asked for. */
interface Statements {
  readonly numbers: Map<string, number>;
  earlier: NumberedClaims;
  /** Of the later text that was held against it last; −1 where the earlier one does not say it. */
  later: NumberedClaims;
}

const statementsKnown = new WeakMap<readonly Claim[], Statements>();

/** Numbers the statements of two texts, of the earlier one those that are `wanted`, of the later one those `within`. */
function numberStatements(
  before: readonly Claim[],
  after: readonly Claim[],
  wanted: Span,
  within: Span,
): Readonly<Statements> {
  const none = { claims: before, within: { start: wanted.start, end: wanted.start }, numbers: new Int32Array(0) };
  const known = statementsKnown.get(before) ?? { numbers: new Map(), earlier: none, later: none };
  statementsKnown.set(before, known);
  const { numbers } = known;
  const { within: kept } = known.earlier;
  if (!contains(kept, wanted)) {
    const wider = { start: Math.min(kept.start, wanted.start), end: Math.max(kept.end, wanted.end) };
    known.earlier = numberClaims(before, (claim) => numberIn(numbers, statementOf(claim)), known.earlier, wider);
    known.later = none;
  }
  const ofLater = (claim: Claim): number => numbers.get(statementOf(claim)) ?? -1;
  known.later = numberClaims(after, ofLater, known.later, within);
  return known;
}

function numberIn(numbers: Map<string, number>, statement: string): number {
  const known = numbers.get(statement) ?? numbers.size;
  numbers.set(statement, known);
  return known;
}

/** Aligns, between the ends, equal sentences with equal figures: of several any will do, so the first with the first. */
function matchStatements(before: readonly Claim[], after: readonly Claim[], draft: Draft): void {
  const { earlier, later } = draft;
  if (earlier.start >= earlier.end || later.start >= later.end) return;
  const statements = numberStatements(before, after, earlier, later);
  /** Where a statement is to be found next, by its number, and after each place where it stands. */
  const upcoming = new Int32Array(statements.numbers.size).fill(-1);
  const next = new Int32Array(earlier.end - earlier.start);
  for (let index = earlier.end - 1; index >= earlier.start; index--) {
    const statement = statements.earlier.numbers[index]!;
    next[index - earlier.start] = upcoming[statement]!;
    upcoming[statement] = index;
  }
  for (let index = later.start; index < later.end; index++) {
    const statement = statements.later.numbers[index]!;
    const found = statement < 0 ? -1 : upcoming[statement]!;
    if (found < 0) continue;
    draft.align(found, index);
    upcoming[statement] = next[found - earlier.start]!;
  }
}

/** Aligns equal sentences with other figures, where there are as many as there were. */
function matchSentences(earlier: readonly Claim[], later: readonly Claim[], draft: Draft): void {
  const left = group(earlier);
  const right = group(later);
  for (const [key, claims] of left) {
    const others = right.get(key) ?? [];
    if (claims.length !== others.length) continue;
    for (const [at, claim] of claims.entries()) draft.align(claim.index, others[at]!.index);
  }
}

/** Aligns what was reworded between two claims that were found. */
function alignGaps(before: readonly Claim[], after: readonly Claim[], draft: Draft): void {
  const { earlier } = draft;
  const found = draft.foundSoFar();
  for (let { start } = earlier; start < earlier.end; start++) {
    if (found[start - earlier.start]! >= 0) continue;
    let end = start;
    while (end < earlier.end && found[end - earlier.start]! < 0) end++;
    const first = start === 0 ? 0 : (found[start - 1 - earlier.start] ?? start - 1) + 1;
    const last = end === earlier.end ? draft.later.end : found[end - earlier.start]!;
    if (end - start <= GAP_AT_MOST && last - first <= 2 * GAP_AT_MOST) {
      const gap = before.slice(start, end);
      const others = after.slice(first, Math.max(first, last)).filter(({ index }) => !draft.isTaken(index));
      for (const claim of gap) {
        const [alike, ...more] = others.filter((other) => isReworded(claim, other));
        if (alike && more.length === 0 && gap.filter((other) => isReworded(other, alike)).length === 1)
          draft.align(claim.index, alike.index);
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

/** All that the value of a figure is told by. */
function writePrint({ kind, value, low, high, bound, unit, period, misdated }: Figure): string {
  return `${kind} ${value} ${low} ${high} ${bound ?? ''} ${unit ?? ''} ${period ?? ''} ${misdated ?? ''}`;
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
