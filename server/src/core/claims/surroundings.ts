// What stands around two claims: whether the other figures of their sentences, the claims beside them and their sections
// agree or differ. Places that agree in most figures tell of one thing; places that differ in most tell of two.

import type { Claim } from './claim.ts';
import { valuesAgree, valuesMeet } from './comparableValue.ts';
import type { Partners } from './partners.ts';

export interface Tally {
  readonly agreeing: number;
  readonly differing: number;
}

export interface Surroundings {
  /** The other figures of the two sentences. */
  ofSentences(a: number, b: number): Tally;
  /** The claims of the two sections. */
  ofSections(a: number, b: number): Tally;
  /** How many claims close to the one are stated alike close to the other. */
  neighbours(a: number, b: number): number;
  /** Share of the claims of a claim's section that are stated alike in another one, 0…1. */
  confirmed(claim: number): number;
  /** How often the claim's value is stated in another sentence, of whatever it may be. */
  frequency(claim: number): number;
}

/** From this score on, two claims that agree are counted as one claim. */
const ALIKE = -0.5;
/** From this score on, two claims that differ are counted as a difference of their sections. */
const DIFFERENT = 0.5;
/** How many claims before and after are close. */
const CLOSE = 3;
/** Values stated more often than this are counted no further. */
const FREQUENT = 40;

export function surveySurroundings(claims: readonly Claim[], partners: Partners): Surroundings {
  const { values } = partners;
  const inSentence = groupBySentence(claims);
  const companions = (own: number) => inSentence(own).filter((claim) => claim !== own && values[claim]);
  const sections = tallySections(claims, partners);
  const shares = confirmedShares(claims, partners);
  const frequencies = countValues(claims, partners, inSentence);
  const near = (own: number, reach: number): number[] => {
    const found: number[] = [];
    for (let i = Math.max(0, own - reach); i <= Math.min(claims.length - 1, own + reach); i++) {
      if (i !== own && values[i] && claims[i]!.section === claims[own]!.section) found.push(i);
    }
    return found;
  };
  const agrees = (a: number, b: number) => values[a]!.key === values[b]!.key && valuesAgree(values[a]!, values[b]!);
  return {
    ofSentences(a, b) {
      const left = companions(a);
      const right = companions(b);
      const met = (i: number, j: number) => values[i]!.key === values[j]!.key && valuesMeet(values[i]!, values[j]!);
      return {
        agreeing: left.filter((i) => right.some((j) => met(i, j))).length,
        differing: left.filter((i) => right.includes(partners.against(i)[0]?.claim ?? -1)).length,
      };
    },
    ofSections: (a, b) => sections(claims[a]!.section, claims[b]!.section),
    neighbours: (a, b) =>
      near(a, CLOSE).filter((i) => values[i]!.key !== 'date' && near(b, CLOSE + 1).some((j) => i !== j && agrees(i, j)))
        .length,
    confirmed: (claim) => shares[claims[claim]!.section] ?? 0,
    frequency: (claim) => frequencies[claim]!,
  };
}

function groupBySentence(claims: readonly Claim[]): (claim: number) => readonly number[] {
  const groups: number[][] = [];
  let previous: Claim | undefined;
  const of = claims.map((claim) => {
    const { words, token } = claim.evidence;
    const before = previous?.evidence;
    if (!before || before.words !== words || before.words.sentences[before.token] !== words.sentences[token])
      groups.push([]);
    previous = claim;
    groups.at(-1)!.push(claim.index);
    return groups.length - 1;
  });
  return (claim) => groups[of[claim]!]!;
}

function tallySections(claims: readonly Claim[], partners: Partners): (a: number, b: number) => Tally {
  const tallies = new Map<string, { agreeing: number; differing: number }>();
  const keyOf = (a: number, b: number) => `${Math.min(a, b)}/${Math.max(a, b)}`;
  const tallyOf = (a: number, b: number) => {
    const key = keyOf(a, b);
    const known = tallies.get(key);
    if (known) return known;
    const tally = { agreeing: 0, differing: 0 };
    tallies.set(key, tally);
    return tally;
  };
  claims.forEach(({ section }, own) => {
    const seen = new Set<number>();
    for (const { claim, meets, apart, comparison } of partners.of(own)) {
      const other = claims[claim]!.section;
      if (!meets || !apart || seen.has(other) || comparison.score < ALIKE) continue;
      seen.add(other);
      tallyOf(section, other).agreeing++;
    }
    const best = partners.against(own)[0];
    if (!best || best.claim < own || best.comparison.score <= DIFFERENT) return;
    if (partners.against(best.claim)[0]?.claim === own) tallyOf(section, claims[best.claim]!.section).differing++;
  });
  const none = { agreeing: 0, differing: 0 };
  return (a, b) => tallies.get(keyOf(a, b)) ?? none;
}

function confirmedShares(claims: readonly Claim[], partners: Partners): number[] {
  const all: number[] = [];
  const alike: number[] = [];
  claims.forEach(({ section }, own) => {
    const value = partners.values[own];
    if (!value || value.key === 'date') return;
    all[section] = (all[section] ?? 0) + 1;
    const confirmed = partners
      .of(own)
      .some(
        ({ agrees, comparison, claim }) => agrees && comparison.score > ALIKE && claims[claim]!.section !== section,
      );
    if (confirmed) alike[section] = (alike[section] ?? 0) + 1;
  });
  return all.map((count, section) => (alike[section] ?? 0) / count);
}

function countValues(
  claims: readonly Claim[],
  { values }: Partners,
  inSentence: (claim: number) => readonly number[],
): number[] {
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
      for (let y = x + 1; y < list.length && y < x + FREQUENT; y++) {
        const [i, j] = [list[x]!, list[y]!];
        if (values[j]!.low > values[i]!.high) break;
        if (inSentence(i) === inSentence(j)) continue;
        counts[i] = counts[i]! + 1;
        counts[j] = counts[j]! + 1;
      }
    }
  }
  return counts;
}
