// Weighs pairs of claims: two are held against each other when each is the other's best partner in another place, their
// values cannot both be true, and nothing certain parts them.

import { finish, type Steps } from '../text/steps.ts';
import type { Claim } from './claim.ts';
import { AT_ONCE, ClaimIndex, type IndexedClaim } from './claimIndex.ts';
import { type ComparableValue, valuesMeet } from './comparableValue.ts';
import { findDatelinePairs } from './dateline.ts';
import { confidenceOf, gatherEvidence, type PairEvidence, scoreEvidence } from './judgePair.ts';
import { findPartners, type Partner, type Partners } from './partners.ts';
import { type Relations, relateClaims } from './relation.ts';
import type { ClaimedDocument } from './resolveClaims.ts';
import type { WeighedComparison } from './scoreComparison.ts';
import { type Surroundings, surveySurroundings } from './surroundings.ts';

export interface WeighedPair {
  /** In document order. */
  readonly a: Claim;
  readonly b: Claim;
  /** 0…1. */
  readonly confidence: number;
  readonly evidence: PairEvidence;
}

/** An agreeing partner that is as good as the contradicting one to within this speaks for both claims. */
const AS_GOOD = 0.4;

export interface WeighedPairs {
  /** The pairs that could be conflicts, in document order, whatever their confidence. */
  readonly pairs: readonly WeighedPair[];
  /** By claim; undefined where a figure cannot be compared. */
  readonly values: readonly (ComparableValue | undefined)[];
  /** The pair of two claims that could be in conflict. */
  find(a: number, b: number): WeighedPair | undefined;
  /** The few others that speak most of the same thing, whatever their values, the best first. */
  partnersOf(claim: number): readonly Partner[];
  /** How like two claims are by their own words, whatever their values. */
  compare(a: number, b: number): WeighedComparison;
}

const weighed = new WeakMap<ClaimedDocument, WeighedPairs>();

/** What was compared in the states of one document, and the weighing of one of them that has not come to its end. */
interface Weighing {
  index: ClaimIndex;
  running: Steps<WeighedPairs> | undefined;
}

/** By the lineage of documents. */
const weighings = new WeakMap<object, Weighing>();

/** Weighs the pairs of a document; an earlier answer for the same document is kept. */
export function weighPairs(document: ClaimedDocument): WeighedPairs {
  return finish(weighPairsInSteps(document));
}

/**
 * The same in steps. What is dropped halfway is carried to its end when the next state of the document is weighed, since the index
 * cannot be turned to that from halfway: nothing that was compared is lost.
 */
export function* weighPairsInSteps(document: ClaimedDocument): Steps<WeighedPairs> {
  const { lineage = document } = document;
  let weighing = weighings.get(lineage);
  if (!weighing) {
    weighing = { index: new ClaimIndex(), running: undefined };
    weighings.set(lineage, weighing);
  }
  for (;;) {
    const known = weighed.get(document);
    if (known) return known;
    // Others may have carried this on meanwhile, and begun with another state.
    weighing.running ??= weighWith(weighing.index, document);
    if (!takeStep(weighing)) yield;
  }
}

/** Takes a step of what is running; answers whether that was the last. */
function takeStep(weighing: Weighing): boolean {
  try {
    if (!weighing.running!.next().done) return false;
  } catch (error) {
    // Halfway, an index is of no more use.
    weighing.index = new ClaimIndex();
    weighing.running = undefined;
    throw error;
  }
  weighing.running = undefined;
  return true;
}

function* weighWith(index: ClaimIndex, document: ClaimedDocument): Steps<WeighedPairs> {
  const relations = relateClaims(document);
  const partners = yield* findPartners(document.claims, relations, index);
  const pairs = yield* findPairs(document, relations, partners, index);
  let byClaim: Map<number, WeighedPair> | undefined;
  const answer: WeighedPairs = {
    pairs,
    values: partners.values,
    find(a, b) {
      byClaim ??= new Map(pairs.map((pair) => [pair.a.index, pair]));
      const pair = byClaim.get(Math.min(a, b));
      return pair?.b.index === Math.max(a, b) ? pair : undefined;
    },
    partnersOf: partners.of,
    compare: partners.compare,
  };
  weighed.set(document, answer);
  return answer;
}

function* findPairs(
  document: ClaimedDocument,
  relations: Relations,
  partners: Partners,
  index: ClaimIndex,
): Steps<WeighedPair[]> {
  const { claims } = document;
  const around = surveySurroundings(partners);
  const pairs: WeighedPair[] = [];
  let judged = 0;
  for (let i = 0; i < claims.length; i++) {
    const own = index.indexed[i]!;
    const best = own.against[0];
    if (!best || best.claim < i) continue;
    const { other } = best;
    const known = recallPair(own, other, index, around);
    if (known) pairs.push(known);
    if (known !== undefined) continue;
    if (++judged % AT_ONCE === 0) yield;
    const [a, b] = [own.claim, other.claim];
    const isPair =
      isBestBack(i, best.claim, partners) &&
      !(a.evidence.cell && b.evidence.cell) &&
      !areBothStatedElsewhere(i, best.claim, best.comparison.score, partners);
    if (!isPair) {
      own.judged = { pair: undefined, other, round: index.round };
      continue;
    }
    const relation = relations.between(a, b);
    const evidence = gatherEvidence(claims, i, best.claim, relation, partners, around);
    const pair = { a, b, confidence: confidenceOf(scoreEvidence(evidence)), evidence };
    own.judged = { pair, other, round: index.round };
    pairs.push(pair);
  }
  const dated = findDatelinePairs(document, partners.values, relations);
  if (dated.length === 0) return pairs;
  for (const { dateline, opening } of dated) {
    const [a, b] = dateline.index < opening.index ? [dateline, opening] : [opening, dateline];
    const evidence = gatherEvidence(claims, a.index, b.index, relations.between(a, b), partners, around, true);
    const pair = { a, b, confidence: confidenceOf(scoreEvidence(evidence)), evidence };
    const other = pairs.findIndex((known) => known.a === a && known.b === b);
    if (other < 0) pairs.push(pair);
    else pairs[other] = pair;
  }
  return pairs.sort((x, y) => x.a.index - y.a.index || x.b.index - y.b.index);
}

/** A pair as it was judged before, or that the two are none: the earlier of the two claims keeps it. */
export interface JudgedPair {
  readonly pair: WeighedPair | undefined;
  readonly other: IndexedClaim;
  readonly round: number;
}

/**
 * The pair as it was judged before, if nothing that it was judged by has changed since but what whole sections say; null where the
 * two were no pair, undefined where they are to be judged anew.
 */
function recallPair(
  own: IndexedClaim,
  other: IndexedClaim,
  { outlined, round }: ClaimIndex,
  around: Surroundings,
): WeighedPair | null | undefined {
  const known = own.judged;
  if (known?.other !== other) return undefined;
  if (own.stirred > known.round || other.stirred > known.round) return undefined;
  if (!known.pair) return null;
  if (Math.max(outlined, own.neighboured, other.neighboured) > known.round) return undefined;
  const [i, j] = [own.index, other.index];
  const { evidence } = known.pair;
  const novel = Math.min(around.frequency(i), around.frequency(j)) === 0;
  const [a, b] = [own.claim, other.claim];
  const isQuiet = novel === evidence.novel && around.sectionsChanged(i, j) <= known.round;
  if (isQuiet && a === known.pair.a && b === known.pair.b) return known.pair;
  const sections = around.ofSections(i, j);
  const confirmed = [around.confirmed(i), around.confirmed(j)] as const;
  const isSame =
    novel === evidence.novel &&
    confirmed.every((share, side) => share === evidence.confirmed[side]) &&
    sections.agreeing === evidence.sections.agreeing &&
    sections.differing === evidence.sections.differing;
  const renewed = isSame ? evidence : { ...evidence, sections, confirmed, novel };
  const confidence = isSame ? known.pair.confidence : confidenceOf(scoreEvidence(renewed));
  const isKept = isSame && a === known.pair.a && b === known.pair.b;
  const pair = isKept ? known.pair : { a, b, confidence, evidence: renewed };
  own.judged = { pair, other, round };
  return pair;
}

/** Whether the claim is also the other's best partner, or says the same as that. */
function isBestBack(own: number, other: number, { against, values }: Partners): boolean {
  const back = against(other)[0];
  return back !== undefined && (back.claim === own || valuesMeet(values[back.claim]!, values[own]!));
}

function areBothStatedElsewhere(i: number, j: number, score: number, { agreeing }: Partners): boolean {
  const least = Math.min(agreeing(i)?.comparison.score ?? -Infinity, agreeing(j)?.comparison.score ?? -Infinity);
  return least >= score - AS_GOOD;
}
