// Claims as they read when the project file says that two wordings are one measure: the words of both become the same
// concepts, so that whatever compares claims finds them alike. Spans and printed texts stay as they are.

import type { Claim } from './claim.ts';
import type { DeclaredMeasures } from './differentMeasures.ts';
import type { CellEvidence } from './evidence.ts';
import { findLabel } from './findLabel.ts';
import { conceptsOfPhrase, holdsPhrase } from './phrase.ts';
import { readCellMeasure } from './readCellMeasure.ts';
import { readMeasure } from './readMeasure.ts';
import type { ProseTokens, Token } from './tokens.ts';

/** What each concept of a wording turns into. */
type Renaming = ReadonlyMap<string, string>;

interface Wording {
  readonly phrase: readonly string[];
  readonly renaming: Renaming;
}

/** The claims with the declared wordings made one; the very same claims where nothing is declared. */
export function uniteMeasures(claims: readonly Claim[], pairs: readonly DeclaredMeasures[]): readonly Claim[] {
  const wordings = pairs.flatMap(({ measures }) => wordingsOf(measures));
  if (wordings.length === 0) return claims;
  const united = new Map<ProseTokens, ProseTokens>();
  const unite = (words: ProseTokens): ProseTokens => {
    const known = united.get(words) ?? uniteWords(words, wordings);
    united.set(words, known);
    return known;
  };
  return claims.map((claim) => uniteClaim(claim, unite));
}

function wordingsOf([first, second]: DeclaredMeasures['measures']): Wording[] {
  const [left, right] = [conceptsOfPhrase(first), conceptsOfPhrase(second)];
  if (left.length === 0 || right.length === 0) return [];
  // The shorter wording is kept: its words stand for those of the longer one, counted from the head; a word too many stands for the first.
  const [kept, other] = left.length <= right.length ? [left, right] : [right, left];
  const surplus = other.length - kept.length;
  return [
    { phrase: other, renaming: new Map(other.map((concept, index) => [concept, kept[Math.max(0, index - surplus)]!])) },
  ];
}

function uniteClaim(claim: Claim, unite: (words: ProseTokens) => ProseTokens): Claim {
  const { evidence } = claim;
  const words = unite(evidence.words);
  const cell = evidence.cell && uniteCell(evidence.cell, unite);
  if (words === evidence.words && cell === evidence.cell) return claim;
  const label = findLabel(words, evidence.token).map(({ concept }) => concept);
  const own = readMeasure(words, evidence.token, claim.figure, evidence);
  const measure = { ...(cell ? readCellMeasure(own, cell) : own), text: claim.measure.text };
  const { label: _, ...rest } = evidence;
  return {
    ...claim,
    measure,
    evidence: { ...rest, words, measure, ...(label.length > 0 && { label }), ...(cell && { cell }) },
  };
}

function uniteCell(cell: CellEvidence, unite: (words: ProseTokens) => ProseTokens): CellEvidence {
  const [row, column] = [unite(cell.row), unite(cell.column)];
  return row === cell.row && column === cell.column ? cell : { ...cell, row, column };
}

/** Renames the words of every sentence that has a whole wording in it. */
function uniteWords(words: ProseTokens, wordings: readonly Wording[]): ProseTokens {
  const bySentence = new Map<number, Set<string>>();
  words.tokens.forEach((token, index) => {
    const sentence = words.sentences[index]!;
    const concepts = bySentence.get(sentence) ?? new Set();
    if (token.kind === 'content') concepts.add(token.concept);
    bySentence.set(sentence, concepts);
  });
  let changed = false;
  const tokens = words.tokens.map((token, index): Token => {
    if (token.kind !== 'content') return token;
    const sentence = bySentence.get(words.sentences[index]!)!;
    const wording = wordings.find(
      ({ phrase, renaming }) => renaming.has(token.concept) && holdsPhrase(sentence, phrase),
    );
    if (!wording) return token;
    changed = true;
    const concept = wording.renaming.get(token.concept)!;
    return { ...token, stem: concept, concept };
  });
  return changed ? { ...words, tokens } : words;
}
