// Compares two claims and says what speaks for and against their being one: shared words, the measure, the frame beside
// the number, the other figures of their sentences, names, periods, roles, and words that exclude each other.

import type { Claim } from './claim.ts';
import { contrastSetsOf } from './lexicon.ts';
import type { Profiles } from './profile.ts';
import type { ProseTokens, Token } from './tokens.ts';

export interface Comparison {
  /** Rarity and closeness of the shared words, summed. */
  readonly mass: number;
  /** Share of what each claim says that the other says as well, 0…1. */
  readonly coverA: number;
  readonly coverB: number;
  /** 1: one head noun, 0.5: the head of one is a word of the other, 0: unknown, −1: neither knows the other's. */
  readonly head: number;
  /** Length of the identical wording directly before and after the figures. */
  readonly frame: number;
  /** Words within reach that exclude each other: "male" against "female". */
  readonly contrasts: readonly (readonly [string, string])[];
  /** Names that only one of them has within reach. */
  readonly namesA: readonly string[];
  readonly namesB: readonly string[];
  readonly sharedNames: number;
  /** `same`, `disjoint`, or `open` where one of them gives none. */
  readonly period: 'same' | 'disjoint' | 'open' | 'none';
  readonly sameDirection: boolean | undefined;
  readonly sameRole: boolean;
  readonly sameEnd: boolean;
  /** The shared words, weightiest first. */
  readonly shared: readonly string[];
}

/** Within this many tokens a word may narrow the figure. */
const REACH = 9;

export function compareClaims(a: Claim, b: Claim, profiles: Profiles): Comparison {
  const { mass, shared } = sharedMass(a, b, profiles);
  const nearA = tokensNear(a);
  const nearB = tokensNear(b);
  const allA = conceptsOf(a);
  const allB = conceptsOf(b);
  const names = (near: readonly Token[], other: Set<string>) => [
    ...new Set(near.filter((token) => token.name && !other.has(token.concept)).map((token) => token.text)),
  ];
  return {
    mass,
    coverA: mass / Math.max(0.4, profiles.of[a.index]!.total),
    coverB: mass / Math.max(0.4, profiles.of[b.index]!.total),
    head: compareHeads(a, b, nearA, nearB),
    frame: frameLength(a.evidence.words, a.evidence.token, b.evidence.words, b.evidence.token),
    contrasts: findContrasts(nearA, nearB, allA, allB),
    namesA: names(nearA, allB),
    namesB: names(nearB, allA),
    sharedNames: new Set(nearA.filter((token) => token.name && allB.has(token.concept)).map((token) => token.concept))
      .size,
    period: comparePeriods(a, b),
    sameDirection:
      a.evidence.direction && b.evidence.direction ? a.evidence.direction === b.evidence.direction : undefined,
    sameRole: a.role === b.role,
    sameEnd: !a.evidence.end || !b.evidence.end || a.evidence.end === b.evidence.end,
    shared,
  };
}

function sharedMass(a: Claim, b: Claim, profiles: Profiles): { mass: number; shared: string[] } {
  const p = profiles.of[a.index]!;
  const q = profiles.of[b.index]!;
  let mass = 0;
  const found: { concept: number; weight: number }[] = [];
  for (let x = 0, y = 0; x < p.concepts.length && y < q.concepts.length; ) {
    const left = p.concepts[x]!;
    const right = q.concepts[y]!;
    if (left === right) {
      const weight = profiles.rarity[left]! * Math.sqrt(p.closeness[x]! * q.closeness[y]!);
      mass += weight;
      found.push({ concept: left, weight });
      x++;
      y++;
    } else if (left < right) x++;
    else y++;
  }
  found.sort((one, other) => other.weight - one.weight);
  const named = new Map<number, string>();
  for (const token of wordsOf(a)) {
    const number = profiles.numberOf(token.concept);
    if (number !== undefined && !named.has(number)) named.set(number, token.text);
  }
  return { mass, shared: found.slice(0, 6).flatMap(({ concept }) => named.get(concept) ?? []) };
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

function tokensNear(claim: Claim): Token[] {
  const { words, token: at, cell } = claim.evidence;
  const near: Token[] = [];
  for (const step of [-1, 1]) {
    for (let i = at + step, left = REACH; i >= 0 && i < words.tokens.length && left > 0; i += step) {
      const token = words.tokens[i]!;
      if (words.sentences[i] !== words.sentences[at] || token.text === ';') break;
      left -= token.kind === 'figure' ? 3 : token.kind === 'content' ? 1.5 : 0.5;
      if (token.kind === 'content') near.push(token);
    }
  }
  if (cell) near.push(...cell.row.tokens, ...cell.column.tokens);
  return near.filter((token) => token.kind === 'content');
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
  if (left === right) return 1;
  const known = (head: string, near: readonly Token[]) => near.some((token) => token.concept === head);
  const one = known(left, nearB);
  const other = known(right, nearA);
  return one && other ? 0.75 : one || other ? 0.4 : -1;
}

function frameLength(a: ProseTokens, i: number, b: ProseTokens, j: number): number {
  let length = 0;
  for (const step of [-1, 1]) {
    let x = i + step;
    let y = j + step;
    for (let run = 0; run < 6; run++, x += step, y += step) {
      const left = a.tokens[x];
      const right = b.tokens[y];
      if (!left || !right || left.concept !== right.concept) break;
      if (a.sentences[x] !== a.sentences[i] || b.sentences[y] !== b.sentences[j]) break;
      length += left.kind === 'content' ? 1 : left.kind === 'function' ? 0.4 : 0.2;
    }
  }
  return length;
}

function findContrasts(
  nearA: readonly Token[],
  nearB: readonly Token[],
  allA: ReadonlySet<string>,
  allB: ReadonlySet<string>,
): (readonly [string, string])[] {
  const bySet = new Map<number, Token>();
  for (const token of nearA) {
    if (allB.has(token.stem)) continue;
    for (const set of contrastSetsOf(token.stem)) if (!bySet.has(set)) bySet.set(set, token);
  }
  const found: (readonly [string, string])[] = [];
  for (const token of nearB) {
    if (allA.has(token.stem)) continue;
    for (const set of contrastSetsOf(token.stem)) {
      const other = bySet.get(set);
      if (other && other.stem !== token.stem) found.push([other.text, token.text]);
    }
  }
  return found;
}

function comparePeriods(a: Claim, b: Claim): Comparison['period'] {
  if (!a.period && !b.period) return 'none';
  if (!a.period || !b.period) return 'open';
  if (a.period === b.period || a.period.startsWith(b.period) || b.period.startsWith(a.period)) return 'same';
  return 'disjoint';
}
