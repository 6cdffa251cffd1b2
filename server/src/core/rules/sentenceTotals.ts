// Totals in sentences: "a total of 12 people: 5 women, 4 men and 3 children", and the parts before the total. What is reported
// of it is left to the rule.

import type { ClaimEvidence } from '../claims/evidence.ts';
import { intervalsTouch, numbersOf } from './numberIntervals.ts';
import { searchSentences } from './proseFindings.ts';
import { type SentenceFigures, textBetween, wordsIn } from './statedFigures.ts';
import { addUp, countOf, type Total } from './sums.ts';

const ANNOUNCES =
  /\b(?:(?:a|the|in|for a) total(?: of)?|a combined|totals?:?|totall?ing|altogether|in all|making|made) $/i;
/** What says behind a figure that it is a total: " trees in all". */
const ENDS = /^(?: [\p{L}'’-]{1,24}){0,3}? (?:in all|in total|altogether|all told)(?=\s*[.,;:)]|\s*$)/u;
/** " people:" and " people (": what opens the list of parts. */
const OPENS = /^(?: [\p{L}'’-]{1,24}){0,6}(?: in (?:all|total))?(?:: ?| \(| – | — )(?:[\p{L}'’-]{1,24} ){0,3}$/u;
/** From one part to the next: one comma, semicolon or "and", with what is counted before or after it. */
const NEXT = /^(?: [\p{L}'’-]{1,24}){0,5}(?:[,;]| and|[,;] and)(?: [\p{L}'’-]{1,24}){0,4} $/u;
/** From the last part to a total that is announced before it. */
const CLOSES =
  /^(?: [\p{L}'’-]{1,24}){0,5}(?:,| –| —| \(| or) ?(?:(?:or|for|making|which is|i\.e\.) )?(?:a total of|a combined|in total|in all|altogether|totall?ing|making) $/u;
/** What is higher or lower than something else is no list of parts; what is set up may be one. */
const CHANGES = /\b(?:up|down) (?:from|by|to|on|[^\p{L}]{0,3}\d)/iu;
const LAST = /^[^,;(]{0,60}(?:[.;)]|$)/;
/** What makes of a list something else than all the parts. */
const NOT_ALL = new Set(
  `include includes included including among whom which them such mainly mostly plus minus less average each per respectively
  compared versus from since more fewer other others rest remaining both another additional instead`.split(/\s+/),
);

/** Whether a sentence says that what it lists is not all there is, or something else than parts. */
function saysNotAll({ text, sentence }: SentenceFigures): boolean {
  const all = text.slice(sentence.start, sentence.end);
  return CHANGES.test(all) || wordsIn(all).some((word) => NOT_ALL.has(word));
}

function areParts(total: ClaimEvidence, parts: readonly ClaimEvidence[]): boolean {
  return [total, ...parts].every(({ figure: { kind, unit, ends, bound, per, change } }) => {
    const adds = kind === 'count' || kind === 'number' || kind === 'money' || kind === 'measurement';
    return adds && unit === total.figure.unit && !ends && !bound && per === undefined && change === undefined;
  });
}

/** How many claims from `start` on follow each other as an enumeration does. */
function listLength(text: string, claims: readonly ClaimEvidence[], start: number): number {
  let length = 1;
  while (
    start + length < claims.length &&
    NEXT.test(textBetween(text, claims[start + length - 1]!, claims[start + length]!))
  ) {
    if (/\band\b/.test(textBetween(text, claims[start + length - 1]!, claims[start + length]!))) return length + 1;
    length++;
  }
  return length;
}

function endsWithAnd(text: string, parts: readonly ClaimEvidence[]): boolean {
  const [before, last] = parts.slice(-2);
  return before !== undefined && last !== undefined && /\band\b/.test(textBetween(text, before, last));
}

/** The parts that a sentence lists up to its end, from the claim of that index on. */
function partsFrom({ text, sentence, claims }: SentenceFigures, start: number): readonly ClaimEvidence[] | undefined {
  const parts = claims.slice(start, start + listLength(text, claims, start));
  const rest = text.slice(parts.at(-1)!.figure.span.end, sentence.end);
  return endsWithAnd(text, parts) && LAST.test(rest) ? parts : undefined;
}

/** " employees: ", but not " were: ": what is counted stands right behind the number. */
const BREAKS_DOWN =
  /^(?! (?:is|are|was|were|has|have|had|will|can)\b)(?: [\p{L}'’-]{1,24}){1,5}: (?:[\p{L}'’-]{1,24} ){0,3}$/u;
/** Parts of a number that is not said to be their total come so near to it, as a share of it, or are parts of something else. */
const NEAR = 0.3;

/** A number that a colon breaks down into three parts or more: "48 employees: 30 in Norway, 12 in Kenya and 8 in Peru". */
function findBreakdown(sentence: SentenceFigures): Total | undefined {
  const { text, claims } = sentence;
  const at = claims.findIndex((claim, index) => {
    const next = claims[index + 1];
    return next !== undefined && BREAKS_DOWN.test(textBetween(text, claim, next));
  });
  const total = claims[at];
  const parts = total && !saysNotAll(sentence) && partsFrom(sentence, at + 1);
  if (!parts || parts.length < 3 || !areParts(total, parts)) return undefined;
  const sum = parts.reduce((amount, { figure }) => amount + figure.value!, 0);
  return Math.abs(sum - total.figure.value!) <= NEAR * total.figure.value! ? { total, parts } : undefined;
}

/** The total that a sentence announces, with the parts it lists. */
function findTotal(stated: SentenceFigures): Total | undefined {
  const { text, sentence, claims } = stated;
  const isFollowed = ({ figure }: ClaimEvidence): boolean =>
    ENDS.test(text.slice(figure.span.end, Math.min(sentence.end, figure.span.end + 100)));
  const at = claims.findIndex(
    (claim) =>
      ANNOUNCES.test(text.slice(Math.max(sentence.start, claim.figure.span.start - 20), claim.figure.span.start)) ||
      isFollowed(claim),
  );
  const total = claims[at];
  if (!total) return findBreakdown(stated);
  if (saysNotAll(stated)) return undefined;
  const first = claims[at + 1];
  if (first && OPENS.test(textBetween(text, total, first))) {
    const parts = partsFrom(stated, at + 1);
    return parts && areParts(total, parts) ? { total, parts } : undefined;
  }
  // "5 women, 4 men and 3 children, a total of 12.": what stands before them and cannot be added to them is no part.
  const opens = claims.findIndex((claim) => areParts(total, [claim]));
  const parts = claims.slice(Math.max(0, opens), at);
  const between = text.slice(parts.at(-1)?.figure.span.end ?? 0, total.figure.span.start);
  const closes = isFollowed(total) ? /^(?: [\p{L}'’-]{1,24}){0,5}(?:,| –| —| \(|,? or) (?:or )?$/u : CLOSES;
  if (parts.length < 2 || !closes.test(between) || listLength(text, parts, 0) !== parts.length) return undefined;
  return endsWithAnd(text, parts) && areParts(total, parts) ? { total, parts } : undefined;
}

/** Finds the totals in sentences that their parts do not make up. */
export const findWrongSentenceTotals = searchSentences((sentence) => {
  const found = findTotal(sentence);
  const stated = found && (countOf(found.total.figure) ?? numbersOf(found.total.figure));
  return stated && !intervalsTouch(addUp(found.parts, countOf), stated) ? [found] : [];
});
