// Whether one of two sentences tells of another thing than the other does, though both name the same: of another one of its kind ("an
// earlier trial" beside "the trial"), or of what belongs to it ("the lawyers for the merger" beside "the merger").

import type { ClaimEvidence } from './evidence.ts';
import { isLightWord, isOnlyMeasured } from './lexicon.ts';
import { findBack, isOrdinal, nearby, type ProseTokens, type Token } from './tokens.ts';
import { nounEnd } from './wordRuns.ts';

/** So far before a figure stands what it is told of, in tokens. */
const REACH = 14;
/** Words with which another one of a kind is told of. */
const ANOTHER = new Set(
  'other another earlier previous neighbouring neighboring rival separate older newer larger smaller bigger younger'.split(
    ' ',
  ),
);
/** Those that stand in a relation to what is spoken of: "its rival", "his brother". */
const RELATED = new Set(
  `rival competitor brother sister father mother wife husband son daughter partner neighbour neighbor predecessor successor subsidiary
  parent supplier customer`.split(/\s+/),
);
const POSSESSIVES = new Set(['its', 'his', 'her', 'their', 'our']);
/** So many words stand between a word for another one and its noun at most. */
const DESCRIBING = 1;
/** What leads from a thing to what it belongs to, and what tells that this is known: "the road |to the dam". */
const HOLDING = new Set(['of', 'for', 'to']);
const DEFINITE = new Set(['the', 'this', 'these', 'that', 'its', 'their', 'his', 'her', 'our']);

/** Whether one of the two tells of another thing than the other. */
export function tellOfOthers(one: ClaimEvidence, other: ClaimEvidence): boolean {
  return tellsOfAnother(one, other) || tellsOfAnother(other, one) || isOfSome(one, other) || isOfSome(other, one);
}

const HAVING = new Set(['with', 'without', 'whose']);

/** Whether only some of what the other counts are counted: the pupils of "40 pupils with allergies". */
function isOfSome(claim: ClaimEvidence, other: ClaimEvidence): boolean {
  const { words, token: at, figure } = claim;
  const { tokens, sentences } = words;
  if (figure.kind !== 'count') return false;
  const having = nounEnd(words, at + 1);
  const noun = tokens[having - 1]!;
  if (having === at + 1 || !HAVING.has(tokens[having]?.text ?? '') || !hasWord(other, noun)) return false;
  const what = tokens[having + 1];
  return what?.kind === 'content' && sentences[having + 1] === sentences[at] && !hasWord(other, what);
}

function tellsOfAnother(claim: ClaimEvidence, other: ClaimEvidence): boolean {
  const { words, token: at } = claim;
  const { tokens, sentences } = words;
  for (let i = at - 1; i >= 0 && at - i <= REACH && sentences[i] === sentences[at]; i--) {
    const token = tokens[i]!;
    if (token.text === ',' || token.text === ';') return false;
    const isOther = ANOTHER.has(token.text) || (isOrdinal(token) && token.concept !== '#1');
    if (isOther && isAnother(words, i, other)) return true;
    if (isRelated(words, i) && !hasWord(other, token)) return true;
    if (token.kind === 'content' && isHolder(claim, i, other)) return true;
  }
  return false;
}

/** Whether a clause begins with one who stands in a relation to what was spoken of: "|his brother was", not "he and his brother". */
function isRelated({ tokens, sentences }: ProseTokens, at: number): boolean {
  if (!RELATED.has(tokens[at]!.text) || !POSSESSIVES.has(tokens[at - 1]?.text ?? '')) return false;
  return sentences[at - 2] !== sentences[at] || tokens[at - 2]!.kind === 'punctuation';
}

/** Whether a word of these is followed by a noun of the other sentence that it has without such a word. */
function isAnother({ tokens }: ProseTokens, at: number, other: ClaimEvidence): boolean {
  for (let i = at + 1; i <= at + 1 + DESCRIBING && tokens[i]?.kind === 'content'; i++) {
    const place = findBefore(other, tokens[i]!);
    if (place < 0) continue;
    for (let n = place - 1; n >= place - 1 - DESCRIBING; n--) {
      const word = other.words.tokens[n];
      if (word && (ANOTHER.has(word.text) || isOrdinal(word))) return false;
    }
    return true;
  }
  return false;
}

/** Whether a word that the other sentence lacks, and that is not what is measured, holds what that one tells of. */
function isHolder({ words, measure }: ClaimEvidence, at: number, other: ClaimEvidence): boolean {
  const { tokens } = words;
  const holder = tokens[at]!;
  if (holder.name || isOnlyMeasured(holder.text) || isLightWord(holder.stem) || measure.head === holder.concept)
    return false;
  if (measure.words.includes(holder.concept) || /[a-z]{3}(?:ed|ing)$/.test(holder.text)) return false;
  const held = heldBy(words, at);
  return held !== undefined && findBefore(other, held) >= 0 && !hasWord(other, holder);
}

/** The noun that belongs to the word at a place: the merger of "lawyers for the merger", the museum of "the museum's store". */
function heldBy({ tokens }: ProseTokens, at: number): Token | undefined {
  const owner = tokens[at - 1];
  if (owner?.kind === 'content' && tokens[at]!.start - owner.end === POSSESSIVE_MARK) return owner;
  if (!HOLDING.has(tokens[at + 1]?.text ?? '') || !DEFINITE.has(tokens[at + 2]?.text ?? '')) return undefined;
  let noun = at + 3;
  if (tokens[noun]?.kind === 'figure') noun++;
  return tokens[noun]?.kind === 'content' ? tokens[noun] : undefined;
}

/** How far apart two words stand of which the first ends in "’s". */
const POSSESSIVE_MARK = 3;

/** The place of a word before a claim's figure, in its sentence; −1 where it is not there. */
function findBefore({ words, token: at }: ClaimEvidence, { concept }: Token): number {
  return findBack(words, at, REACH, (token) => token.concept === concept);
}

function hasWord({ words, token: at }: ClaimEvidence, { concept }: Token): boolean {
  let found = false;
  nearby(words, at, 2 * REACH, (i) => {
    found = words.tokens[i]!.concept === concept;
    return found;
  });
  return found;
}
