// The words of one piece of prose, as claims need them: every word with its stem and the concept that it names, every
// figure as one token, and the punctuation that parts clauses.

import type { Figure } from '../figures/figure.ts';
import { conceptOf, isFunctionWord } from './lexicon.ts';
import { stemOf } from './stem.ts';

export type TokenKind = 'content' | 'function' | 'figure' | 'punctuation';

export interface Token {
  readonly kind: TokenKind;
  /** In lower case; "#" for a figure. */
  readonly text: string;
  readonly stem: string;
  /** The stem, or the name of the group of synonyms that it belongs to; "#2" for "second". */
  readonly concept: string;
  readonly start: number;
  readonly end: number;
  /** Written with a capital where no sentence begins. */
  readonly name: boolean;
  /** As it is written, for names: "Elmford". */
  readonly written?: string;
  /** Index among the figures of the prose. */
  readonly figure?: number;
}

export interface ProseTokens {
  readonly tokens: readonly Token[];
  /** Number of the sentence that each token stands in. */
  readonly sentences: readonly number[];
  /** Index of the token of each figure. */
  readonly figureTokens: readonly number[];
}

const TOKEN = /\p{L}[\p{L}\p{M}\p{N}]*|\p{N}+|[.?!;:,()[\]–—"“”/]/gu;
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof st gen sen rep gov jr sr inc corp ltd co no vs est approx fig vol'.split(' '),
);

/** Whether a token is a figure that tells a place in an order: "second". */
export function isOrdinal({ kind, text, concept }: Token): boolean {
  return kind === 'figure' && concept !== text;
}

/** Index of a token among those of its prose, −1 where it is of another one. Logarithmic. */
export function indexOfToken(tokens: readonly Token[], token: Token): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < token.start) low = middle + 1;
    else high = middle;
  }
  return tokens[low] === token ? low : -1;
}

/** Calls back for the other tokens of a token's sentence within reach, nearest first, with their distance in tokens, until it is told to stop. */
export function nearby(
  words: ProseTokens,
  at: number,
  reach: number,
  visit: (index: number, distance: number) => boolean,
): void {
  for (let step = 1; step <= reach; step++) {
    for (const i of [at - step, at + step]) {
      if (i < 0 || i >= words.tokens.length || words.sentences[i] !== words.sentences[at]) continue;
      if (visit(i, step)) return;
    }
  }
}

/** The nearest token before one, so many away at most and in its sentence, that is of a kind; −1 where none is. */
export function findBack(
  { tokens, sentences }: ProseTokens,
  at: number,
  reach: number,
  isMeant: (token: Token) => boolean,
): number {
  for (let i = at - 1; i >= 0 && at - i <= reach && sentences[i] === sentences[at]; i--)
    if (isMeant(tokens[i]!)) return i;
  return -1;
}

/** Reads the words of a prose text; `figures` in text order. */
export function readTokens(text: string, figures: readonly Figure[]): ProseTokens {
  const tokens: Token[] = [];
  const sentences: number[] = [];
  const figureTokens: number[] = new Array(figures.length).fill(0);
  let sentence = 0;
  let fresh = true;
  let next = 0;
  const add = (token: Token) => {
    tokens.push(token);
    sentences.push(sentence);
  };
  const addFigure = () => {
    const { span, kind, value } = figures[next]!;
    figureTokens[next] = tokens.length;
    const concept = kind === 'ordinal' ? `#${value}` : '#';
    add({ kind: 'figure', text: '#', stem: '#', concept, start: span.start, end: span.end, name: false, figure: next });
    fresh = false;
    next++;
  };
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    while (next < figures.length && figures[next]!.span.end <= start) addFigure();
    const figure = figures[next];
    if (figure && start >= figure.span.start && start < figure.span.end) continue;
    const written = match[0];
    const lower = written.toLowerCase();
    if (/^[\p{L}\p{N}]/u.test(written)) {
      if (isPossessiveMark(text, start, lower)) continue;
      const kind = isFunctionWord(lower) && !isParticle(text, start, lower) ? 'function' : 'content';
      const stem = kind === 'function' ? lower : stemOf(lower);
      const name = kind === 'content' && !fresh && written[0] !== lower[0];
      const concept = kind === 'function' ? lower : conceptOf(stem);
      add({ kind, text: lower, stem, concept, start, end, name, ...(name && { written }) });
      fresh = false;
      continue;
    }
    add({ kind: 'punctuation', text: written, stem: written, concept: written, start, end, name: false });
    if (endsSentence(text, start, written, tokens)) {
      sentence++;
      fresh = true;
    }
  }
  while (next < figures.length) addFigure();
  return { tokens, sentences, figureTokens };
}

const PARTICLES = new Set(['in', 'out', 'up', 'off', 'down', 'over', 'back']);

/** Whether a small word ends a longer one: "carve-|out", "take-|up". */
function isParticle(text: string, start: number, word: string): boolean {
  return PARTICLES.has(word) && text[start - 1] === '-' && /[\p{L}]/u.test(text[start - 2] ?? '');
}

function isPossessiveMark(text: string, start: number, word: string): boolean {
  return word === 's' && start > 0 && (text[start - 1] === "'" || text[start - 1] === '’');
}

function endsSentence(text: string, at: number, mark: string, tokens: readonly Token[]): boolean {
  if (mark !== '.' && mark !== '?' && mark !== '!') return false;
  const rest = text.slice(at + 1, at + 5);
  if (rest.trim() === '') return true;
  if (!/^["”’)\]]?\s+["“‘(]?[\p{Lu}\p{N}$£€]/u.test(rest)) return false;
  const before = tokens.at(-2);
  return !(
    mark === '.' &&
    before &&
    (ABBREVIATIONS.has(before.text) || (before.end - before.start === 1 && before.kind === 'content'))
  );
}
