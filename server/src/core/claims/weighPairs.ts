// Weighs pairs of claims: two are held against each other when each is the other's best partner in another place, their
// values cannot both be true, and nothing certain parts them.

import { finish, type Steps } from '../text/steps.ts';
import { ClaimIndex } from './claimIndex.ts';
import type { ComparableValue } from './comparableValue.ts';
import type { Comparison } from './compareClaims.ts';
import { DatelineFinder } from './dateline.ts';
import { confidenceOf, gatherEvidence, scoreEvidence } from './judgePair.ts';
import { byPlace, type WeighedPair } from './keptPairs.ts';
import { inOrder, PairIndex } from './pairIndex.ts';
import type { Partner } from './partner.ts';
import { findPartners, type Partners } from './partners.ts';
import { type Outline, outlineOf, type Relations, relateClaims } from './relation.ts';
import type { ClaimedDocument } from './resolveClaims.ts';
import { surveySurroundings } from './surroundings.ts';

export interface WeighedPairs {
  /** The pairs that could be conflicts, in document order, whatever their confidence. */
  readonly pairs: readonly WeighedPair[];
  /** Undefined where a figure cannot be compared. */
  valueAt(claim: number): ComparableValue | undefined;
  /** The pair of two claims that could be in conflict. */
  find(a: number, b: number): WeighedPair | undefined;
  /** The few others that speak most of the same thing, whatever their values, the best first. */
  partnersOf(claim: number): readonly Partner[];
  /** How like two claims are by their own words, whatever their values: log-odds that they are one. */
  scoreOf(a: number, b: number): number;
  /** The same with all that it comes from. */
  compare(a: number, b: number): Comparison;
}

const weighed = new WeakMap<ClaimedDocument, WeighedPairs>();

/** What is kept of the states of one document. */
interface Kept {
  readonly index: ClaimIndex;
  readonly pairs: PairIndex;
  readonly datelines: DatelineFinder;
  outline: Outline | undefined;
}

/** What is kept, and the weighing of a state that has not come to its end. */
interface Weighing {
  kept: Kept;
  running: Steps<WeighedPairs> | undefined;
}

function keepNothing(elder?: ClaimIndex): Kept {
  return {
    index: new ClaimIndex(elder?.indexed),
    pairs: new PairIndex(),
    datelines: new DatelineFinder(),
    outline: undefined,
  };
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
    const elder = document.lineage?.elder?.deref();
    weighing = { kept: keepNothing(elder && weighings.get(elder)?.kept.index), running: undefined };
    weighings.set(lineage, weighing);
  }
  for (;;) {
    const known = weighed.get(document);
    if (known) return known;
    // Others may have carried this on meanwhile, and begun with another state.
    weighing.running ??= weighWith(weighing.kept, document);
    if (!takeStep(weighing)) yield;
  }
}

/** Takes a step of what is running; answers whether that was the last. */
function takeStep(weighing: Weighing): boolean {
  try {
    if (!weighing.running!.next().done) return false;
  } catch (error) {
    // Halfway, an index is of no more use.
    weighing.kept = keepNothing();
    weighing.running = undefined;
    throw error;
  }
  weighing.running = undefined;
  return true;
}

function* weighWith(kept: Kept, document: ClaimedDocument): Steps<WeighedPairs> {
  kept.outline = outlineOf(document.sections, kept.outline);
  const relations = relateClaims(document, kept.outline);
  const partners = yield* findPartners(document.claims, relations, kept.index);
  const judged = yield* kept.pairs.update(document.claims, relations, partners, kept.index);
  const pairs = withDatelines(judged, document, relations, partners, kept.datelines);
  let byClaims: Map<string, WeighedPair> | undefined;
  const answer: WeighedPairs = {
    pairs,
    valueAt: partners.valueAt,
    find(a, b) {
      byClaims ??= new Map(pairs.map((pair) => [`${pair.a.index} ${pair.b.index}`, pair]));
      return byClaims.get(`${Math.min(a, b)} ${Math.max(a, b)}`);
    },
    partnersOf: partners.of,
    scoreOf: partners.scoreOf,
    compare: partners.compare,
  };
  weighed.set(document, answer);
  return answer;
}

/** The pairs, and those of a dateline and a day that it differs from. */
function withDatelines(
  judged: readonly WeighedPair[],
  document: ClaimedDocument,
  relations: Relations,
  partners: Partners,
  datelines: DatelineFinder,
): readonly WeighedPair[] {
  const dated = datelines.find(document, partners.valueAt, relations);
  if (dated.length === 0) return judged;
  const pairs = [...judged];
  const around = surveySurroundings(partners);
  for (const { dateline, opening } of dated) {
    const [a, b] = inOrder(dateline, opening);
    const relation = relations.between(a, b);
    const evidence = gatherEvidence(document.claims, a.index, b.index, relation, partners, around, true);
    const pair = { a, b, confidence: confidenceOf(scoreEvidence(evidence)), evidence };
    const other = pairs.findIndex((known) => known.a === a && known.b === b);
    if (other < 0) pairs.push(pair);
    else pairs[other] = pair;
  }
  return pairs.sort(byPlace);
}
