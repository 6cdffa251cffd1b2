// The pairs of claims of a document that are held against each other, kept from one state of it to the next: only those are looked at
// again of which something changed that they are judged by.

import type { Steps } from '../text/steps.ts';
import type { Claim } from './claim.ts';
import { AT_ONCE, type ClaimIndex } from './claimIndex.ts';
import { valuesMeet } from './comparableValue.ts';
import type { IndexedClaim } from './indexedClaim.ts';
import { confidenceOf, gatherEvidence, scoreEvidence } from './judgePair.ts';
import { KeptPairs, type WeighedPair } from './keptPairs.ts';
import type { Partner } from './partner.ts';
import type { Partners } from './partners.ts';
import type { Relation, Relations } from './relation.ts';
import { type Surroundings, surveySurroundings } from './surroundings.ts';

/** An agreeing partner that is as good as the contradicting one to within this speaks for both claims. */
const AS_GOOD = 0.4;
/** Of more claims than this it is not asked who is held against them. */
const MANY = 1000;
export class PairIndex {
  private kept = new KeptPairs(0);

  /**
   * The pairs in the state of the document that `index` was turned to, which `partners` are of: in document order, and the same list
   * where they are the same.
   */
  *update(
    claims: readonly Claim[],
    relations: Relations,
    partners: Partners,
    index: ClaimIndex,
  ): Steps<readonly WeighedPair[]> {
    const around = surveySurroundings(partners);
    const suspects = this.findSuspects(index);
    if (index.isRearranged) this.kept = new KeptPairs(claims.length);
    let judged = 0;
    for (const own of suspects) {
      const at = own.index;
      const best = own.against[0];
      let pair: WeighedPair | undefined;
      // A pair is kept by the earlier of the two, or by the later one if it is not the earlier one's best.
      if (best && (best.claim > at || best.other.against[0]?.other !== own)) {
        const known = recallPair(own, best.other, index, relations, around);
        if (known === undefined) {
          if (++judged % AT_ONCE === 0) yield;
          pair = judgePair(own, claims, relations, partners, around);
          own.judged = { pair, other: best.other, round: index.round };
        } else pair = known ?? undefined;
      }
      this.kept.set(at, pair);
    }
    return this.kept.surest();
  }

  /** The claims that may keep another pair than before. */
  private findSuspects(index: ClaimIndex): Iterable<IndexedClaim> {
    const { indexed, touched, tallies, round, isRearranged, relatedAnew } = index;
    if (isRearranged || touched.size > MANY) return indexed;
    const suspects = new Set<IndexedClaim>();
    for (const { index: at } of touched) {
      const own = indexed[at]!;
      suspects.add(own);
      for (const { owner } of own.heldBy) if (owner.against[0]?.other === own) suspects.add(owner);
    }
    const isConcerned = (section: number): boolean => tallies.changedIn(section) === round || relatedAnew.has(section);
    for (const at of this.kept.inSections(isConcerned)) suspects.add(indexed[at]!);
    return suspects;
  }
}

/** The pair of a claim and the one that contradicts it most, unless the two are none. */
function judgePair(
  own: IndexedClaim,
  claims: readonly Claim[],
  relations: Relations,
  partners: Partners,
  around: Surroundings,
): WeighedPair | undefined {
  const [{ other, score }] = own.against as [Partner];
  const [a, b] = inOrder(own.claim, other.claim);
  const isPair =
    isBestBack(own.index, other.index, score, partners) &&
    !(a.evidence.cell && b.evidence.cell) &&
    !areBothStatedElsewhere(own.index, other.index, score, partners);
  if (!isPair) return undefined;
  const evidence = gatherEvidence(claims, a.index, b.index, relations.between(a, b), partners, around);
  return { a, b, confidence: confidenceOf(scoreEvidence(evidence)), evidence };
}

/** A pair as it was judged before, or that the two are none: one of the two claims keeps it. */
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
  { outlined, relocated, round }: ClaimIndex,
  relations: Relations,
  around: Surroundings,
): WeighedPair | null | undefined {
  const known = own.judged;
  if (known?.other !== other) return undefined;
  if (own.stirred > known.round || other.stirred > known.round) return undefined;
  if (!known.pair) return null;
  const [a, b] = inOrder(own.claim, other.claim);
  if (Math.max(relocated, own.neighboured, other.neighboured) > known.round) return undefined;
  if (outlined > known.round && !isRelatedAlike(known.pair.evidence.relation, relations.between(a, b)))
    return undefined;
  const [i, j] = [a.index, b.index];
  const { evidence } = known.pair;
  const novel = Math.min(around.frequency(i), around.frequency(j)) === 0;
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

/** Two claims as they stand in the document. */
export function inOrder(one: Claim, other: Claim): readonly [Claim, Claim] {
  return one.index < other.index ? [one, other] : [other, one];
}

function isRelatedAlike(a: Relation, b: Relation): boolean {
  return a.summary === b.summary && a.otherTopic === b.otherTopic && a.parallel === b.parallel;
}

/**
 * Whether the claim is also the other's best partner, or says the same as that, or would be: among the few that the other was compared
 * with it may be missing.
 */
function isBestBack(own: number, other: number, score: number, { against, valueAt }: Partners): boolean {
  const back = against(other)[0];
  if (!back || back.score <= score) return true;
  return back.claim === own || valuesMeet(valueAt(back.claim)!, valueAt(own)!);
}

function areBothStatedElsewhere(i: number, j: number, score: number, { agreeing }: Partners): boolean {
  const least = Math.min(agreeing(i)?.score ?? -Infinity, agreeing(j)?.score ?? -Infinity);
  return least >= score - AS_GOOD;
}
