// What a claim's comparisons look at of its words: those within reach of its figure, its names, the words that narrow it. Worked out
// once for each claim. How two claims compare is left to others.

import type { Claim } from './claim.ts';
import { besidesOf } from './findChange.ts';
import { isWithin } from './findCoordination.ts';
import type { IndexedClaim } from './indexedClaim.ts';
import { contrastSetsOf, isNarrowing } from './lexicon.ts';
import type { Likened } from './partner.ts';
import type { ProseTokens, Token } from './tokens.ts';

/** Within this many tokens a word may narrow the figure. */
const REACH = 9;

/** A word near a figure. */
export interface NearWord {
  readonly token: Token;
  /** Index among the tokens of the figure's own prose, −1 for a word of a row's or a column's label. */
  readonly at: number;
}

/** A name near a figure. */
export interface NearName {
  readonly concept: string;
  /** In how many spellings it stands there. */
  readonly spellings: number;
}

export interface ClaimView {
  readonly words: ProseTokens;
  /** The content words within reach of the figure, nearest first. */
  readonly near: readonly NearWord[];
  /** Stems and concepts of all that the claim speaks of. */
  readonly concepts: ReadonlySet<string>;
  /** The names among the words that are near. */
  readonly names: readonly NearName[];
  /** The stems of those that narrow, each once. */
  readonly narrowing: readonly string[];
  /** By set of words of which a claim can only have one, the nearest of them. */
  readonly nearest: ReadonlyMap<number, Token>;
  /** The words of its measure. */
  readonly measure: string;
  /** What it was, while another claim is being compared, to that. */
  was: Likened | undefined;
}

/** What the comparisons of a claim look at. */
export function viewOf(indexed: IndexedClaim): ClaimView {
  const { claim, view } = indexed;
  // A claim that was read again has other tokens.
  if (view?.words === claim.evidence.words) return view;
  const near = wordsNear(claim);
  const made: ClaimView = {
    words: claim.evidence.words,
    near,
    concepts: conceptsOf(claim),
    names: namesAmong(near),
    narrowing: [...new Set(near.filter(({ token }) => isNarrowing(token.stem)).map(({ token }) => token.stem))],
    nearest: nearestOfSets(near),
    measure: claim.measure.words.join(' '),
    was: undefined,
  };
  indexed.view = made;
  return made;
}

/** Visits the words of a claim's row and column, and the content words of its own sentence. */
export function visitWords({ evidence }: Claim, visit: (token: Token) => void): void {
  const { words, token: at, cell } = evidence;
  const { tokens, sentences } = words;
  cell?.row.tokens.forEach(visit);
  cell?.column.tokens.forEach(visit);
  const own = sentences[at];
  let from = at;
  while (from > 0 && sentences[from - 1] === own) from--;
  for (let i = from; i < tokens.length && sentences[i] === own; i++)
    if (tokens[i]!.kind === 'content') visit(tokens[i]!);
}

/** The content words within reach of the figure, nearest first, those of its row and column before them. */
function wordsNear(claim: Claim): NearWord[] {
  const { words, token: at, cell, coordination } = claim.evidence;
  const { before, behind } = besidesOf(claim.evidence);
  const near: { token: Token; at: number; distance: number }[] = [];
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
      if (token.kind === 'content' && !other) near.push({ token, at: i, distance: own ? 0 : distance });
      distance += token.kind === 'figure' ? 4 : token.kind === 'content' ? 1.5 : token.text === ',' ? 1 : 0.5;
    }
  }
  const found: NearWord[] = near
    .sort((x, y) => x.distance - y.distance)
    .map(({ token, at: place }) => ({ token, at: place }));
  const labels = cell ? [...cell.row.tokens, ...cell.column.tokens].filter((token) => token.kind === 'content') : [];
  return [...labels.map((token) => ({ token, at: -1 })), ...found];
}

function conceptsOf(claim: Claim): Set<string> {
  const concepts = new Set<string>();
  const add = ({ concept, stem }: Token): void => {
    concepts.add(concept);
    if (stem !== concept) concepts.add(stem);
  };
  visitWords(claim, add);
  claim.context.forEach(add);
  return concepts;
}

function namesAmong(near: readonly NearWord[]): NearName[] {
  const spellings = new Map<string, Set<string>>();
  for (const { token } of near) {
    if (!token.name) continue;
    const known = spellings.get(token.concept);
    if (known) known.add(token.text);
    else spellings.set(token.concept, new Set([token.text]));
  }
  return [...spellings].map(([concept, { size }]) => ({ concept, spellings: size }));
}

function nearestOfSets(near: readonly NearWord[]): Map<number, Token> {
  const nearest = new Map<number, Token>();
  for (const { token } of near) {
    for (const set of contrastSetsOf(token.stem)) if (!nearest.has(set)) nearest.set(set, token);
  }
  return nearest;
}
