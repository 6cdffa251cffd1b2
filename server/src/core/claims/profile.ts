// The words that tell what a claim is about, weighted by how near to the figure they stand and how rare they are among
// the sentences with figures of the document. Distances count content words fully and clause breaks several times.

import type { Claim } from './claim.ts';
import { isWithin } from './findCoordination.ts';
import { isLightWord } from './lexicon.ts';
import type { ProseTokens, Token } from './tokens.ts';

export interface Profile {
  /** Numbers of the concepts, ascending. */
  readonly concepts: Int32Array;
  /** 0…1, how near each stands. */
  readonly closeness: Float32Array;
  /** Rarity times closeness of the words in the claim's own sentence or cell. */
  readonly total: number;
}

export interface Profiles {
  readonly of: readonly Profile[];
  /** 0…1 by concept number. */
  readonly rarity: Float32Array;
  /** The concept of a number. */
  nameOf(concept: number): string;
}

/** Below this, a word belongs to the surroundings and not to the claim. */
export const OWN = 0.18;
const HEADING = 0.16;
const NEIGHBOUR = 0.1;
/** So that words of short documents do not all seem common. */
const SMOOTHING = 30;
/** Words further away than this add nothing. */
const FARTHEST = 24;
const LIGHT = 0.45;
/** What a word counts that belongs to the figure's companion. */
const OTHERS = 0.25;

const BREAKS: Readonly<Record<string, number>> = { ',': 0.5, ';': 2, ':': 0.5, '(': 0.5, ')': 0.5, '–': 0.5, '—': 1 };
const CLAUSE_WORDS = new Set(['while', 'whereas', 'but', 'which', 'although', 'though', 'because', 'if', 'when']);

/** How far the step over a token leads away from the figure. */
function stepOver(token: Token): number {
  if (token.kind === 'content') return isLightWord(token.stem) ? 0.5 : 1;
  if (token.kind === 'figure') return 2.5;
  if (token.kind === 'punctuation') return BREAKS[token.text] ?? 0.25;
  return CLAUSE_WORDS.has(token.text) ? 1.5 : token.text === 'and' || token.text === 'or' ? 0.5 : 0.15;
}

/** The profiles of a document's claims, by claim index. Linear in the number of words around figures. */
export function profileClaims(claims: readonly Claim[]): Profiles {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const light: boolean[] = [];
  const sentencesWith: number[] = [];
  const numberOf = (token: Token): number => {
    let number = numbers.get(token.concept);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(token.concept, number);
      names.push(token.concept);
      light.push(isLightWord(token.stem));
      sentencesWith.push(0);
    }
    return number;
  };
  const near = claims.map((claim) => weigh(claim, numberOf));
  const sentences = countSentences(claims, numberOf, sentencesWith);
  const scale = Math.log(sentences + SMOOTHING);
  const rarity = Float32Array.from(
    sentencesWith,
    (count, i) => Math.max(0.02, 1 - Math.log(Math.max(1, count) + 0.5) / scale) * (light[i] ? LIGHT : 1),
  );
  return {
    of: near.map((weights) => toProfile(weights, rarity)),
    rarity,
    nameOf: (concept) => names[concept]!,
  };
}

function toProfile(weights: Map<number, number>, rarity: Float32Array): Profile {
  const concepts = Int32Array.from(weights.keys()).sort();
  const closeness = Float32Array.from(concepts, (number) => weights.get(number)!);
  let total = 0;
  for (let i = 0; i < concepts.length; i++) {
    if (closeness[i]! >= OWN) total += closeness[i]! * rarity[concepts[i]!]!;
  }
  return { concepts, closeness, total };
}

function weigh(claim: Claim, numberOf: (token: Token) => number): Map<number, number> {
  const weights = new Map<number, number>();
  const raise = (token: Token, weight: number) => {
    if (token.kind !== 'content') return;
    const number = numberOf(token);
    if (weight > (weights.get(number) ?? 0)) weights.set(number, weight);
  };
  const { words, token: at, cell, coordination } = claim.evidence;
  const near = coordination
    ? (token: Token, weight: number, index: number) => {
        if (isWithin(coordination.own, index)) raise(token, 1);
        else raise(token, isWithin(coordination.other, index) ? OTHERS * weight : weight);
      }
    : raise;
  for (const step of [-1, 1]) walk(words, at, step, near);
  if (cell) {
    for (const token of cell.row.tokens) raise(token, 1);
    for (const token of cell.column.tokens) raise(token, 0.8);
  }
  for (const token of claim.context) raise(token, HEADING);
  return weights;
}

function walk(
  words: ProseTokens,
  at: number,
  step: number,
  raise: (token: Token, weight: number, index: number) => void,
): void {
  const { tokens, sentences } = words;
  let distance = 0;
  for (let i = at + step; i >= 0 && i < tokens.length && Math.abs(i - at) <= 90; i += step) {
    const token = tokens[i]!;
    const apart = Math.abs(sentences[i]! - sentences[at]!);
    if (apart > 1) return;
    if (apart === 1) raise(token, NEIGHBOUR, i);
    else {
      if (distance < FARTHEST) raise(token, 1 / (1 + distance / 5), i);
      distance += stepOver(token);
    }
  }
}

/** Counts in how many sentences with figures each concept stands; answers how many such sentences there are. */
function countSentences(claims: readonly Claim[], numberOf: (token: Token) => number, counts: number[]): number {
  const lastSeen = new Map<number, number>();
  let sentences = 0;
  let previous: ProseTokens | undefined;
  let previousSentence = -1;
  for (const { evidence } of claims) {
    const { words, token: at, cell } = evidence;
    const sentence = words.sentences[at]!;
    if (words === previous && sentence === previousSentence) continue;
    previous = words;
    previousSentence = sentence;
    sentences++;
    const count = (token: Token) => {
      if (token.kind !== 'content') return;
      const number = numberOf(token);
      if (lastSeen.get(number) === sentences) return;
      lastSeen.set(number, sentences);
      counts[number] = (counts[number] ?? 0) + 1;
    };
    let from = at;
    while (from > 0 && words.sentences[from - 1] === sentence) from--;
    for (let i = from; i < words.tokens.length && words.sentences[i] === sentence; i++) count(words.tokens[i]!);
    if (cell) for (const token of [...cell.row.tokens, ...cell.column.tokens]) count(token);
  }
  return sentences;
}
