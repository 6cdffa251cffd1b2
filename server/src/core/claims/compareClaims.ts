// Compares two claims and says what speaks for and against their being one: shared words, the measure, the frame beside
// the number, the other figures of their sentences, names, periods, roles, and words that exclude each other.

import { periodsMeet } from '../figures/periods.ts';
import type { Claim, Measure } from './claim.ts';
import type { IndexedClaim } from './claimIndex.ts';
import { countSubstituted, frameLength } from './compareWording.ts';
import { inUnits, UNIT } from './conceptIndex.ts';
import { besidesOf } from './findChange.ts';
import { isWithin } from './findCoordination.ts';
import { contrastSetsOf, isNarrowing } from './lexicon.ts';
import { OWN } from './profile.ts';
import { indexOfToken, type ProseTokens, type Token } from './tokens.ts';

export interface Comparison {
  /** Rarity and closeness of the shared words, summed. */
  readonly mass: number;
  /** Share of what each claim says that the other says as well, 0…1. */
  readonly coverA: number;
  readonly coverB: number;
  /** 1: one head noun, 0.5: the head of one is a word of the other, 0: unknown, −1: neither knows the other's. */
  readonly head: number;
  /** They measure the same in the same words, at least two of them: "active members" and the row "Active members". */
  readonly sameMeasure: boolean;
  /** One noun, of which each says more, and nothing that the other says: "top mooring fee" and "late entry fee". */
  readonly otherMeasure: boolean;
  /** Length of the identical wording directly before and after the figures. */
  readonly frame: number;
  /**
   * How many words stand in the place of another one, in wording that is otherwise the same: "the budget of the town is" and "the budget
   * of the state is".
   */
  readonly substituted: number;
  /** Words within reach that exclude each other: "male" against "female". */
  readonly contrasts: readonly (readonly [string, string])[];
  /** How many words narrow only one of them to a part: "the lowest decile". */
  readonly narrowed: number;
  /** 1: one label, −1: each has a word in its label that the other lacks, 0 otherwise. */
  readonly label: number;
  /** `same`, `different` actors that the two are about, each named in its own sentence, or `unknown`. */
  readonly subject: 'same' | 'different' | 'unknown';
  /** Of two ages, 1: of one person, −1: of two, 0: who knows. */
  readonly bearer: number;
  /** How differently the nearest shared noun is narrowed: 0 alike, 0.5 on one side only, 1 on both. */
  readonly modifier: number;
  /** Names that only one of them has within reach. */
  readonly namesA: readonly string[];
  readonly namesB: readonly string[];
  readonly sharedNames: number;
  /** `same`, `disjoint`, or `open` where one of them gives none. */
  readonly period: 'same' | 'disjoint' | 'open' | 'none';
  readonly sameDirection: boolean | undefined;
  /** 1: per different things, 0.5: only one of them is a rate (“£5 a week”). */
  readonly otherRate: number;
  readonly sameRole: boolean;
  readonly sameEnd: boolean;
  /** Both, or neither, come on top of another figure, and both or neither count a part of a whole. */
  readonly sameBase: boolean;
  /** The shared words, weightiest first. */
  readonly shared: readonly string[];
}

/** Within this many tokens a word may narrow the figure. */
const REACH = 9;

/** Compares two claims of one index. */
export function compareClaims(one: IndexedClaim, other: IndexedClaim): Comparison {
  const [a, b] = [one.claim, other.claim];
  const { mass, shared } = sharedMass(one, other);
  const [left, right] = [viewOf(one), viewOf(other)];
  const { near: nearA } = left;
  const { near: nearB } = right;
  return {
    mass: mass / UNIT,
    coverA: mass / Math.max(inUnits(0.4), one.total),
    coverB: mass / Math.max(inUnits(0.4), other.total),
    head: compareHeads(a, b, nearA, nearB),
    sameMeasure: left.measure !== '' && a.measure.head === b.measure.head && left.measure === right.measure,
    otherMeasure: haveOtherModifiers(a.measure, b.measure) || haveOtherPredicates(a, b),
    frame: frameLength(a.evidence, b.evidence),
    substituted: countSubstituted(a.evidence, b.evidence),
    contrasts: findContrasts(left, right),
    narrowed: countNarrowing(left, right) + countNarrowing(right, left),
    label: compareLabels(a, b),
    subject: compareSubjects(a, b),
    bearer: compareBearers(a.evidence.bearer, b.evidence.bearer),
    modifier: compareModifiers(a, b, nearA, nearB),
    namesA: namesOnlyOf(left, right),
    namesB: namesOnlyOf(right, left),
    sharedNames: countSharedNames(left, right),
    period: comparePeriods(a, b),
    sameDirection:
      a.evidence.direction && b.evidence.direction ? a.evidence.direction === b.evidence.direction : undefined,
    otherRate: compareRates(a, b),
    sameRole: a.role === b.role,
    sameEnd: (a.evidence.end === 'from') === (b.evidence.end === 'from'),
    sameBase: a.evidence.additional === b.evidence.additional && a.evidence.isPart === b.evidence.isPart,
    shared,
  };
}

/** The comparison of two claims that were compared before some words became rarer or more common: all else stays. */
export function compareAgain(was: Comparison, one: IndexedClaim, other: IndexedClaim): Comparison {
  const { mass, shared } = sharedMass(one, other);
  const coverA = mass / Math.max(inUnits(0.4), one.total);
  const coverB = mass / Math.max(inUnits(0.4), other.total);
  return { ...was, mass: mass / UNIT, coverA, coverB, shared };
}

/** How many of the shared words are told. */
const TOLD = 6;

/** The rarity and closeness of the shared words, in units, and the weightiest of them. */
function sharedMass(p: IndexedClaim, q: IndexedClaim): { mass: number; shared: string[] } {
  let mass = 0;
  const names: string[] = [];
  const weights: number[] = [];
  for (let x = 0, y = 0; x < p.concepts.length && y < q.concepts.length; ) {
    const left = p.concepts[x]!;
    const right = q.concepts[y]!;
    if (left === right) {
      const weight = inUnits(p.rarity[x]! * jointCloseness(p.closeness[x]!, q.closeness[y]!));
      mass += weight;
      keepWeightiest(names, weights, left.name, weight);
      x++;
      y++;
    } else if (left.number < right.number) x++;
    else y++;
  }
  const { texts } = viewOf(p);
  const shared: string[] = [];
  for (const name of names) {
    const text = texts.get(name);
    if (text !== undefined) shared.push(text);
  }
  return { mass, shared };
}

/** Puts a word in its place among the weightiest, if it has one; of equals the first in the alphabet. */
function keepWeightiest(names: string[], weights: number[], name: string, weight: number): void {
  let at = names.length;
  while (at > 0 && (weight > weights[at - 1]! || (weight === weights[at - 1] && name < names[at - 1]!))) at--;
  if (at >= TOLD) return;
  const last = Math.min(names.length, TOLD - 1);
  for (let n = last; n > at; n--) {
    names[n] = names[n - 1]!;
    weights[n] = weights[n - 1]!;
  }
  names[at] = name;
  weights[at] = weight;
}

/** How much a shared word counts that stands so near to either figure; one from the surroundings of one of them counts little. */
function jointCloseness(one: number, other: number): number {
  const least = Math.min(one, other);
  return least < OWN ? least * 1.3 : Math.sqrt(one * other);
}

/** The words of a claim's own sentence and of its row and column. */
function wordsOf(claim: Claim): Token[] {
  const { words, token: at, cell } = claim.evidence;
  const own = sentenceOf(words, at).filter((token) => token.kind === 'content');
  return cell ? [...cell.row.tokens, ...cell.column.tokens, ...own] : own;
}

function sentenceOf(words: ProseTokens, at: number): Token[] {
  let from = at;
  let to = at;
  while (from > 0 && words.sentences[from - 1] === words.sentences[at]) from--;
  while (to < words.tokens.length && words.sentences[to] === words.sentences[at]) to++;
  return words.tokens.slice(from, to);
}

interface View {
  readonly words: ProseTokens;
  /** The content words within reach of the figure, nearest first. */
  readonly near: readonly Token[];
  /** Stems and concepts of all that the claim speaks of. */
  readonly concepts: ReadonlySet<string>;
  /** How the claim's own sentence prints a concept. */
  readonly texts: ReadonlyMap<string, string>;
  /** The names among the words that are near. */
  readonly names: readonly Token[];
  /** The stems of those that narrow, each once. */
  readonly narrowing: readonly string[];
  /** By set of words of which a claim can only have one, the nearest of them. */
  readonly nearest: ReadonlyMap<number, Token>;
  /** The words of its measure. */
  readonly measure: string;
}

const views = new WeakMap<IndexedClaim, View>();

/** What a claim's comparisons look at; worked out once. */
function viewOf(indexed: IndexedClaim): View {
  const { claim, former } = indexed;
  const known = views.get(indexed) ?? (former && views.get(former));
  // A claim that was read again has other tokens.
  if (known?.words === claim.evidence.words) {
    if (former) views.set(indexed, known);
    return known;
  }
  const texts = new Map<string, string>();
  for (const { concept, text } of wordsOf(claim)) if (!texts.has(concept)) texts.set(concept, text);
  const near = tokensNear(claim);
  const view: View = {
    words: claim.evidence.words,
    near,
    concepts: conceptsOf(claim),
    texts,
    names: near.filter(({ name }) => name),
    narrowing: [...new Set(near.filter(({ stem }) => isNarrowing(stem)).map(({ stem }) => stem))],
    nearest: nearestOfSets(near),
    measure: claim.measure.words.join(' '),
  };
  views.set(indexed, view);
  return view;
}

/** The content words within reach of the figure, nearest first. */
function tokensNear(claim: Claim): Token[] {
  const { words, token: at, cell, coordination } = claim.evidence;
  const { before, behind } = besidesOf(claim.evidence);
  const near: { token: Token; distance: number }[] = [];
  for (const step of [1, -1]) {
    for (
      let i = step > 0 ? behind : before, distance = 0;
      i >= 0 && i < words.tokens.length && distance < REACH;
      i += step
    ) {
      const token = words.tokens[i]!;
      if (words.sentences[i] !== words.sentences[at] || token.text === ';') break;
      const own = coordination && isWithin(coordination.own, i);
      const other = coordination && isWithin(coordination.other, i);
      if (token.kind === 'content' && !other) near.push({ token, distance: own ? 0 : distance });
      distance += token.kind === 'figure' ? 4 : token.kind === 'content' ? 1.5 : token.text === ',' ? 1 : 0.5;
    }
  }
  const found = near.sort((x, y) => x.distance - y.distance).map(({ token }) => token);
  const labels = cell ? [...cell.row.tokens, ...cell.column.tokens].filter((token) => token.kind === 'content') : [];
  return [...labels, ...found];
}

function conceptsOf(claim: Claim): Set<string> {
  const concepts = new Set<string>();
  for (const token of [...wordsOf(claim), ...claim.context]) {
    concepts.add(token.concept);
    concepts.add(token.stem);
  }
  return concepts;
}

function compareHeads(a: Claim, b: Claim, nearA: readonly Token[], nearB: readonly Token[]): number {
  const left = a.measure.head;
  const right = b.measure.head;
  if (!left || !right) return 0;
  if (haveOtherPredicates(a, b)) return left === right ? 0 : -1;
  if (left === right) return 1;
  const known = (head: string, near: readonly Token[]) => near.some((token) => token.concept === head);
  const one = known(left, nearB);
  const other = known(right, nearA);
  return one && other ? 0.75 : one || other ? 0.4 : -1;
}

/** Whether two shares say that different things are done by those they are shares of. */
function haveOtherPredicates(
  { evidence: { predicate: one } }: Claim,
  { evidence: { predicate: other } }: Claim,
): boolean {
  return one !== undefined && other !== undefined && !one.some((word) => other.includes(word));
}

function haveOtherModifiers({ head, words }: Measure, other: Measure): boolean {
  if (head !== other.head || words.length === 0 || other.words.length === 0) return false;
  return !words.some((word) => other.words.includes(word));
}

/** The names of one claim that the other does not know, each once. */
function namesOnlyOf({ names }: View, { concepts }: View): string[] {
  const texts: string[] = [];
  for (const { concept, text } of names) if (!concepts.has(concept) && !texts.includes(text)) texts.push(text);
  return texts;
}

function countSharedNames({ names }: View, { concepts }: View): number {
  const shared: string[] = [];
  for (const { concept } of names) if (concepts.has(concept) && !shared.includes(concept)) shared.push(concept);
  return shared.length;
}

function countNarrowing({ narrowing }: View, { concepts }: View): number {
  let count = 0;
  for (const stem of narrowing) if (!concepts.has(stem)) count++;
  return count;
}

/** The words nearest to each figure out of sets of which a claim can only have one. */
function findContrasts({ nearest: left }: View, { nearest: right }: View): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  if (left.size === 0 || right.size === 0) return found;
  for (const [set, token] of left) {
    const other = right.get(set);
    if (other && other.stem !== token.stem) found.push([token.text, other.text]);
  }
  return found;
}

function nearestOfSets(near: readonly Token[]): Map<number, Token> {
  const nearest = new Map<number, Token>();
  for (const token of near) {
    for (const set of contrastSetsOf(token.stem)) if (!nearest.has(set)) nearest.set(set, token);
  }
  return nearest;
}

function compareSubjects(a: Claim, b: Claim): Comparison['subject'] {
  if (!a.subject || !b.subject || a.subjectFrom !== 'text' || b.subjectFrom !== 'text') return 'unknown';
  return a.subject === b.subject ? 'same' : 'different';
}

function compareRates(a: Claim, b: Claim): number {
  if (a.evidence.isStep !== b.evidence.isStep) return 1;
  return a.figure.per === b.figure.per ? 0 : a.figure.per && b.figure.per ? 1 : 0.5;
}

function compareBearers(left: string | undefined, right: string | undefined): number {
  if (left === undefined || right === undefined) return 0;
  return left === right ? 1 : -1;
}

function compareLabels(a: Claim, b: Claim): number {
  const left = a.evidence.label;
  const right = b.evidence.label;
  if (!left || !right) return 0;
  const missing = (from: readonly string[], to: readonly string[]) => from.some((word) => !to.includes(word));
  const one = missing(left, right);
  const other = missing(right, left);
  return one && other ? -1 : one || other ? 0 : 1;
}

/**
 * Whether the nearest noun that both share is narrowed differently: "child poverty" and "deep poverty" are 1, "child
 * poverty" and "poverty" 0.5.
 */
function compareModifiers(a: Claim, b: Claim, nearA: readonly Token[], nearB: readonly Token[]): number {
  let most = 0;
  let looked = 0;
  for (const shared of nearA.slice(0, 6)) {
    const other = nearB.slice(0, 6).find((token) => token.concept === shared.concept);
    if (!other || looked === 2) continue;
    looked++;
    most = Math.max(most, compareChains(a.evidence.words.tokens, shared, b.evidence.words.tokens, other));
  }
  return most;
}

/** Compares the words directly before a noun, as far as they run. */
function compareChains(left: readonly Token[], noun: Token, right: readonly Token[], same: Token): number {
  let x = indexOfToken(left, noun) - 1;
  let y = indexOfToken(right, same) - 1;
  if (x < -1 || y < -1) return 0;
  for (; ; x--, y--) {
    const one = left[x]?.kind === 'content' ? left[x] : undefined;
    const two = right[y]?.kind === 'content' ? right[y] : undefined;
    if (!one && !two) return 0;
    if (!one || !two) return 0.5;
    if (one.concept !== two.concept) return 1;
  }
}

function comparePeriods(a: Claim, b: Claim): Comparison['period'] {
  if (a.period !== undefined && a.period === b.period) return 'same';
  if (
    a.evidence.several !== b.evidence.several &&
    (a.period || a.evidence.several) &&
    (b.period || b.evidence.several)
  ) {
    return 'disjoint';
  }
  if (!a.period && !b.period) return 'none';
  if (!a.period || !b.period) return 'open';
  if (periodsMeet(a.period, b.period)) return 'same';
  return a.evidence.dates?.includes(b.period) || b.evidence.dates?.includes(a.period) ? 'open' : 'disjoint';
}
