// A measure as somebody wrote it in the project file, held against the words beside a figure: "dock workers" is what
// "3,510 dock workers" counts, and not what "3,510 office workers" does.

import type { Claim } from './claim.ts';
import { readTokens, type Token } from './tokens.ts';

/** The concepts of a phrase in its order, without small words: "the budget of the army" is "budget", "army". */
export function conceptsOfPhrase(phrase: string): string[] {
  return contentOf(readTokens(phrase, []).tokens).map(({ concept }) => concept);
}

/** The words that name what a claim measures: its own measure and label, or the row and the column of its cell. */
export function measureConcepts({ measure, evidence }: Claim): Set<string> {
  const concepts = new Set<string>(measure.head === '' ? [] : [measure.head, ...measure.words]);
  if (!evidence.cell) return concepts;
  for (const { concept } of contentOf([...evidence.cell.row.tokens, ...evidence.cell.column.tokens])) {
    concepts.add(concept);
  }
  return concepts;
}

/** The words of a claim's sentence, and of the row and the column of its cell. */
export function sentenceConcepts({ evidence }: Claim): Set<string> {
  const { words, token, cell } = evidence;
  const own = words.tokens.filter((_, index) => words.sentences[index] === words.sentences[token]);
  const labels = cell ? [...cell.row.tokens, ...cell.column.tokens] : [];
  return new Set(contentOf([...own, ...labels]).map(({ concept }) => concept));
}

/** Whether all of a phrase is among some words; an empty phrase is nowhere. */
export function holdsPhrase(concepts: ReadonlySet<string>, phrase: readonly string[]): boolean {
  return phrase.length > 0 && phrase.every((concept) => concepts.has(concept));
}

function contentOf(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind }) => kind === 'content');
}
