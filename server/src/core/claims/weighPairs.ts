// Weighs pairs of claims. For every claim the best partners are looked up, equal values included; a claim that has its
// true counterpart in the other's place is left alone there; of the rest, two are held against each other when each is
// the other's best partner and their values cannot both be true.

import { findCandidates } from './candidates.ts';
import type { Claim } from './claim.ts';
import { type ComparableValue, findComparableValue, valuesMeet } from './comparableValue.ts';
import { compareClaims } from './compareClaims.ts';
import type { Conflict } from './findConflicts.ts';
import { profileClaims } from './profile.ts';
import { relateClaims } from './relation.ts';
import type { ClaimedDocument } from './resolveClaims.ts';
import { scoreComparison, type WeighedComparison } from './scoreComparison.ts';

interface Partner {
  readonly claim: number;
  readonly comparison: WeighedComparison;
  readonly equal: boolean;
  readonly apart: boolean;
}

/** Score at which a conflict is as likely as not. */
const CERTAIN = 0.6;

/** An equal partner explains a claim when it is no worse than the other partner by more than this. */
const EXPLAINED = 0.8;
/** Dates are told again and again, and more or less exactly. */
const DATE_EXPLAINED = 2.5;

/** A pair of claims, judged. */
export interface WeighedPair extends Conflict {
  readonly score: number;
  readonly accepted: boolean;
  /** Why it is no conflict, whatever its score. */
  readonly rejected?: string;
  readonly rival?: number;
  readonly rivalOf?: number;
}

export interface WeighedPairs {
  /** Kinds of quantity by claim. */
  readonly keys: readonly (string | undefined)[];
  compare(i: number, j: number): WeighedComparison;
  pair(i: number, j: number): WeighedPair;
  /** The pairs in which each is the other's best disagreeing partner. */
  mutual(): WeighedPair[];
}

export function weighPairs(document: ClaimedDocument): WeighedPairs {
  const { claims } = document;
  const values = claims.map((claim) => comparableValueOf(claim));
  const profiles = profileClaims(claims);
  const relations = relateClaims(document);
  const candidates = findCandidates(claims, values, profiles, (i, j) => inOneSentence(claims[i]!, claims[j]!));
  const compared = new Map<number, WeighedComparison>();
  const compare = (i: number, j: number): WeighedComparison => {
    const key = i < j ? i * claims.length + j : j * claims.length + i;
    let comparison = compared.get(key);
    if (!comparison) {
      comparison = scoreComparison(
        compareClaims(claims[Math.min(i, j)]!, claims[Math.max(i, j)]!, profiles),
        powersApart(claims[i]!, claims[j]!),
      );
      compared.set(key, comparison);
    }
    return comparison;
  };
  const partners = candidates.map((list, i) =>
    list
      .map(
        (candidate): Partner => ({
          claim: candidate.claim,
          comparison: compare(i, candidate.claim),
          equal: valuesMeet(values[i]!, values[candidate.claim]!),
          apart: relations.between(claims[i]!, claims[candidate.claim]!).apart,
        }),
      )
      .sort((x, y) => y.comparison.score - x.comparison.score),
  );
  const frequency = countValues(claims, values);
  /** The equal partner that a claim has in the place of another one: its true counterpart there. */
  const explanationIn = (i: number, place: number) =>
    partners[i]!.find((partner) => partner.equal && samePlace(claims[partner.claim]!, claims[place]!));
  const isExplained = (i: number, j: number, score: number) =>
    (explanationIn(i, j)?.comparison.score ?? -9) >= score - (values[i]!.key === 'date' ? DATE_EXPLAINED : EXPLAINED);
  const open = partners.map((list, i) =>
    list.filter(
      ({ claim, apart, equal, comparison }) =>
        apart && !equal && !isExplained(i, claim, comparison.score) && !isExplained(claim, i, comparison.score),
    ),
  );
  const bestOf = (i: number) => open[i]![0];
  const explanation = (i: number) => partners[i]!.find((partner) => partner.equal);
  const sentences = readSentences(claims, values);

  const places = countPlaces();

  /** For every two sections: how many claims have an equal counterpart in the other, and how many an unequal one. */
  function countPlaces(): (a: Claim, b: Claim) => { agreeing: number; differing: number } {
    const counts = new Map<string, { agreeing: number; differing: number }>();
    const keyOf = (a: Claim, b: Claim) => `${Math.min(a.section, b.section)}/${Math.max(a.section, b.section)}`;
    const add = (a: Claim, b: Claim, what: 'agreeing' | 'differing') => {
      const key = keyOf(a, b);
      let count = counts.get(key);
      if (!count) {
        count = { agreeing: 0, differing: 0 };
        counts.set(key, count);
      }
      count[what]++;
    };
    partners.forEach((list, i) => {
      const seen = new Set<number>();
      for (const partner of list) {
        const { section } = claims[partner.claim]!;
        if (!partner.equal || !partner.apart || seen.has(section) || partner.comparison.score < -0.5) continue;
        seen.add(section);
        add(claims[i]!, claims[partner.claim]!, 'agreeing');
      }
      const best = bestOf(i);
      if (best && best.comparison.score > 0.5 && bestOf(best.claim)?.claim === i && best.claim > i) {
        add(claims[i]!, claims[best.claim]!, 'differing');
      }
    });
    return (a, b) => counts.get(keyOf(a, b)) ?? { agreeing: 0, differing: 0 };
  }

  const pair = (x: number, y: number): WeighedPair => {
    const i = Math.min(x, y);
    const j = Math.max(x, y);
    const a = claims[i]!;
    const b = claims[j]!;
    const comparison = compare(i, j);
    const relation = relations.between(a, b);
    const reject = (rejected: string, rest: object = {}): WeighedPair => ({
      a,
      b,
      comparison,
      score: comparison.score,
      confidence: 0,
      evidence: {},
      accepted: false,
      rejected,
      ...rest,
    });
    if (!values[i] || !values[j] || values[i].key !== values[j].key) return reject('another kind');
    if (relation.sameTable) return reject('same table');
    if (!relation.apart) return reject('same section');
    if (valuesMeet(values[i], values[j])) return reject('values meet');
    if (a.evidence.cell && b.evidence.cell) return reject('two tables');
    for (const [self, other] of [
      [i, j],
      [j, i],
    ] as const) {
      if (isExplained(self, other, comparison.score))
        return reject('explained there', { rival: explanationIn(self, other)?.claim, rivalOf: self });
    }
    for (const [self, other] of [
      [i, j],
      [j, i],
    ] as const) {
      const best = bestOf(self);
      if (!best) return reject('not a candidate');
      if (best.claim !== other && !valuesMeet(values[best.claim]!, values[other]!)) {
        return reject('better rival', { rival: best.claim, rivalOf: self });
      }
    }
    const explainedA = explanation(i)?.comparison.score ?? -9;
    const explainedB = explanation(j)?.comparison.score ?? -9;
    if (Math.min(explainedA, explainedB) >= comparison.score - 0.4) {
      return reject('explained', {
        rival: explanation(explainedA < explainedB ? i : j)?.claim,
        rivalOf: explainedA < explainedB ? i : j,
      });
    }
    const both = Math.max(explainedA, explainedB);
    const novel = Math.min(frequency[i]!, frequency[j]!) === 0;
    const margin = comparison.score - Math.max(runnerUp(i, j), runnerUp(j, i));
    const agreeing = sentences.agreeing(i, j);
    const place = places(a, b);
    const sentence = sentences.differing(i, j, (k) => bestOf(k)?.claim);
    const rivals = countRivals(i, j, comparison.score) + countRivals(j, i, comparison.score);
    const parentOf = (claim: Claim) => document.sections[claim.section]?.parent;
    const sibling = a.section !== b.section && parentOf(a) === parentOf(b);
    let score = comparison.score - 0.5;
    if (both > comparison.score + 0.3) score -= Math.min(1.2, 0.7 * (both - comparison.score));
    score += novel ? 0.4 : -0.4;
    score += 0.7 * Math.max(-1, Math.min(2, margin - 0.7));
    score += agreeing > 0 ? 0.5 + 0.25 * Math.min(agreeing, 3) : 0;
    score -= (agreeing > 0 ? 0.4 : 0.9) * Math.min(sentence, 3);
    const series = countSeries(i, j, comparison.score);
    score -= 0.25 * Math.min(rivals, 4) + 0.2 * Math.min(series, 6);
    if (relation.otherTopic) score -= 0.5;
    score += place.agreeing > place.differing ? 0.4 : place.agreeing === 0 ? -0.5 : 0;
    score += relation.summary ? 1.2 : -0.4;
    if (!relation.summary) score -= 0.8 * Math.min(3, Math.max(0, place.differing - 1));
    const established = Math.min(explainedA, explainedB);
    if (established > -1) score -= Math.min(2, 0.7 * (established + 1));
    score -= 0.15 * Math.min(4, comparison.namesA.length + comparison.namesB.length);
    if (a.section === b.section) score -= 0.8;
    if (a.figure.kind === 'date') score -= 1.8;
    if (Math.min(Math.abs(a.figure.value ?? 99), Math.abs(b.figure.value ?? 99)) <= 12 && a.figure.kind === 'count')
      score -= 0.8;
    if (a.evidence.cell || b.evidence.cell) score -= 0.5;
    const confidence = 1 / (1 + Math.exp(CERTAIN - score));
    return {
      a,
      b,
      comparison,
      score,
      confidence,
      accepted: true,
      evidence: {
        otherTopic: relation.otherTopic,
        series,
        placeAgree: place.agreeing,
        placeDiffer: place.differing,
        sentence,
        rivals,
        sibling,
        sameSection: a.section === b.section,
        freqA: frequency[i]!,
        freqB: frequency[j]!,
        summary: relation.summary,
        novel,
        margin,
        agreeing,
        explainedA,
        explainedB,
        score,
      },
    };
  };

  /** How many other values the two claims have that are told in nearly as similar words. */
  function countSeries(i: number, j: number, score: number): number {
    const seen: ComparableValue[] = [values[i]!, values[j]!];
    for (const { claim, comparison } of [...partners[i]!, ...partners[j]!]) {
      if (comparison.score < score - 1.5 || seen.some((value) => valuesMeet(value, values[claim]!))) continue;
      seen.push(values[claim]!);
    }
    return seen.length - 2;
  }

  function countRivals(self: number, chosen: number, score: number): number {
    return open[self]!.filter(
      (partner) =>
        partner.claim !== chosen &&
        partner.comparison.score > score - 0.8 &&
        !valuesMeet(values[partner.claim]!, values[chosen]!),
    ).length;
  }

  function runnerUp(self: number, chosen: number): number {
    for (const partner of open[self]!) {
      if (partner.claim === chosen) continue;
      if (!valuesMeet(values[partner.claim]!, values[chosen]!)) return partner.comparison.score;
    }
    return -3;
  }

  const mutual = (): WeighedPair[] => {
    const pairs: WeighedPair[] = [];
    claims.forEach((_, i) => {
      const best = bestOf(i);
      if (!best || bestOf(best.claim)?.claim !== i || best.claim < i) return;
      pairs.push(pair(i, best.claim));
    });
    return pairs;
  };
  return { keys: values.map((value) => value?.key), compare, pair, mutual };
}

/** Which other figures stand in each claim's sentence. */
function readSentences(claims: readonly Claim[], values: readonly (ComparableValue | undefined)[]) {
  const bySentence = new Map<object, Map<number, number[]>>();
  for (const { index, evidence } of claims) {
    let sentences = bySentence.get(evidence.words);
    if (!sentences) {
      sentences = new Map();
      bySentence.set(evidence.words, sentences);
    }
    const sentence = evidence.words.sentences[evidence.token]!;
    const list = sentences.get(sentence);
    if (list) list.push(index);
    else sentences.set(sentence, [index]);
  }
  const others = (i: number) => {
    const { words, token } = claims[i]!.evidence;
    return (bySentence.get(words)?.get(words.sentences[token]!) ?? []).filter((k) => k !== i && values[k]);
  };
  return {
    /** How many other figures of one sentence have their best partner in the other and differ from it. */
    differing(i: number, j: number, bestOf: (k: number) => number | undefined): number {
      const right = new Set(others(j));
      return others(i).filter((k) => right.has(bestOf(k) ?? -1)).length;
    },
    /** How many other figures of the two sentences agree. */
    agreeing(i: number, j: number): number {
      const right = others(j);
      return others(i).filter((k) =>
        right.some((l) => values[k]!.key === values[l]!.key && valuesMeet(values[k]!, values[l]!)),
      ).length;
    },
  };
}

/** How many powers of ten lie between the two values; none where they differ by exactly a power of 1,000. */
function powersApart(a: Claim, b: Claim): number {
  if (a.figure.value === null || b.figure.value === null || a.figure.value === b.figure.value) return 0;
  if (a.figure.value === 0 || b.figure.value === 0) return 1.5;
  const powers = Math.abs(Math.log10(Math.abs(a.figure.value / b.figure.value)));
  return Math.abs(powers / 3 - Math.round(powers / 3)) < 1e-9 ? 0 : powers;
}

/** Whether the two stand in one section, one table or one list, where each would have its own counterpart. */
function samePlace(a: Claim, b: Claim): boolean {
  return a.section === b.section;
}

function inOneSentence(a: Claim, b: Claim): boolean {
  const x = a.evidence;
  const y = b.evidence;
  return x.words === y.words && x.words.sentences[x.token] === y.words.sentences[y.token];
}

function comparableValueOf(claim: Claim): ComparableValue | undefined {
  return claim.figure.kind === 'ordinal' ? undefined : findComparableValue(claim.figure);
}

/** How often each claim's value is stated elsewhere in the document, in another sentence. */
function countValues(claims: readonly Claim[], values: readonly (ComparableValue | undefined)[]): number[] {
  const byKey = new Map<string, number[]>();
  values.forEach((value, i) => {
    if (!value) return;
    const list = byKey.get(value.key);
    if (list) list.push(i);
    else byKey.set(value.key, [i]);
  });
  const counts: number[] = new Array(claims.length).fill(0);
  for (const list of byKey.values()) {
    list.sort((i, j) => values[i]!.low - values[j]!.low);
    for (let x = 0; x < list.length; x++) {
      for (let y = x + 1; y < list.length && y < x + 40; y++) {
        const i = list[x]!;
        const j = list[y]!;
        if (values[j]!.low > values[i]!.high) break;
        if (inOneSentence(claims[i]!, claims[j]!)) continue;
        counts[i] = counts[i]! + 1;
        counts[j] = counts[j]! + 1;
      }
    }
  }
  return counts;
}
