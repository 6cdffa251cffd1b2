// The words that tell what a claim is about, weighted by how near to the figure they stand. Distances count content words
// fully and clause breaks several times. How rare words are in a document is left to its index.

import type { Claim } from './claim.ts';
import { besidesOf } from './findChange.ts';
import { isWithin } from './findCoordination.ts';
import { isLightWord } from './lexicon.ts';
import type { ProseTokens, Token } from './tokens.ts';

/** The concepts that a claim has to do with, and how near to its figure each stands: 0…1. */
export interface Profile {
  readonly concepts: readonly string[];
  readonly closeness: Float32Array;
}

/** Below this, a word belongs to the surroundings and not to the claim. */
export const OWN = 0.18;
const HEADING = 0.16;
const NEIGHBOUR = 0.1;
/** Words further away than this add nothing. */
const FARTHEST = 24;
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

/** What a claim is about, by its own words and what stands around it. */
export function profileOf(claim: Claim): Profile {
  const weights = new Map<string, number>();
  const raise = (token: Token, weight: number) => {
    if (isTelling(token) && weight > (weights.get(token.concept) ?? 0)) weights.set(token.concept, weight);
  };
  const { words, token: at, cell, coordination } = claim.evidence;
  const near = coordination
    ? (token: Token, weight: number, index: number) => {
        if (isWithin(coordination.own, index)) raise(token, 1);
        else raise(token, isWithin(coordination.other, index) ? OTHERS * weight : weight);
      }
    : raise;
  const { before, behind } = besidesOf(claim.evidence);
  walk(words, at, before, -1, near);
  walk(words, at, behind, 1, near);
  if (cell) {
    for (const token of cell.row.tokens) raise(token, 1);
    for (const token of cell.column.tokens) raise(token, 0.8);
  }
  for (const token of claim.context) raise(token, HEADING);
  return { concepts: [...weights.keys()], closeness: Float32Array.from(weights.values()) };
}

function walk(
  words: ProseTokens,
  at: number,
  from: number,
  step: 1 | -1,
  raise: (token: Token, weight: number, index: number) => void,
): void {
  const { tokens, sentences } = words;
  let distance = 0;
  for (let i = from; i >= 0 && i < tokens.length && Math.abs(i - at) <= 90; i += step) {
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

/** The concepts of a claim's sentence, and of the labels of its cell, each once. */
export function conceptsOfSentence({ evidence: { words, token: at, cell } }: Claim): Set<string> {
  const found = new Set<string>();
  const add = (token: Token) => {
    if (isTelling(token)) found.add(token.concept);
  };
  const sentence = words.sentences[at]!;
  let from = at;
  while (from > 0 && words.sentences[from - 1] === sentence) from--;
  for (let i = from; i < words.tokens.length && words.sentences[i] === sentence; i++) add(words.tokens[i]!);
  if (cell) for (const token of [...cell.row.tokens, ...cell.column.tokens]) add(token);
  return found;
}

/**
 * Whether a token tells what is spoken of: words of one or two small letters hardly do ("p.", "v"), and nearly every word is one while
 * it is being typed.
 */
function isTelling({ kind, name, start, end }: Token): boolean {
  return kind === 'content' && (name || end - start > 2);
}
