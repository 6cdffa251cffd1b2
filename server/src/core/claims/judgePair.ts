// Judges whether two claims that contradict each other are one claim: beyond their own words, who else could be meant,
// whether the values are stated elsewhere, and whether the places around them tell of one thing. Every piece of evidence
// has a name, a weight with a fixed sign, and words for the reader.

import { t } from '@vscode/l10n';
import { inOneSentence } from './candidates.ts';
import type { Claim } from './claim.ts';
import { type ComparableValue, valuesMeet } from './comparableValue.ts';
import type { Comparison } from './compareClaims.ts';
import { haveOtherSources } from './findSource.ts';
import { isLightWord } from './lexicon.ts';
import { tellOneEvent } from './onlyOnce.ts';
import { isAhead } from './otherTimes.ts';
import type { Partners } from './partners.ts';
import type { Relation } from './relation.ts';
import type { Tally } from './sectionTallies.ts';
import { stemOf } from './stem.ts';
import type { SentenceTally, Surroundings } from './surroundings.ts';

export interface PairEvidence {
  readonly comparison: Comparison;
  readonly relation: Relation;
  /** The other figures of their sentences, the claims of their sections, and those close to them. */
  readonly sentences: SentenceTally;
  readonly sections: Tally;
  readonly neighbours: number;
  /** How many of the two values the other place tells as well. */
  readonly toldBeside: number;
  /** Only one of them is told for several years together. */
  readonly otherSpan: boolean;
  /** One is stated as a fact, the other as a forecast or a target. */
  readonly otherStance: boolean;
  /** They are attributed to different sources. */
  readonly otherSource: boolean;
  /** Share of the claims of either section that are stated alike in another one. */
  readonly confirmed: readonly [number, number];
  /** One of the two values is stated nowhere else. */
  readonly novel: boolean;
  /** How much better the pair fits than the next one that either could be held against, three at most. */
  readonly margin: number;
  /** How many others fit nearly as well, and how many values are told in nearly the same words. */
  readonly rivals: number;
  readonly series: number;
  /** One of them was compared with many others. */
  readonly crowded: boolean;
  /** Scores of the best partners that say the same as the one and as the other, −1 at least. */
  readonly agreeing: readonly [number, number];
  /** A third place agrees with one of them and is told like the other. */
  readonly third: boolean;
  readonly sameSection: boolean;
  readonly date: boolean;
  readonly count: boolean;
  /** One of two dates is a day that no calendar has. */
  readonly misdated: boolean;
  /** Both are the day of what happens once: "was founded in". */
  readonly onlyOnce: boolean;
  /** Two printed ranges of dates have one end in common. */
  readonly commonEnd: boolean;
  /** The one is the day that the text is dated with, the other the day that its summary opens with. */
  readonly dateline: boolean;
  /** A count or a number of years of a dozen at most: such numbers count anything, unless the words are nobody else's. */
  readonly small: boolean;
  readonly inTable: boolean;
}

/** So many partners are many. */
export const MANY_PARTNERS = 8;
/** A pair that fits better than the next one by more than this fits no better. */
export const MOST_MARGIN = 3;
/** A partner that agrees counts from this score on. */
export const LEAST_AGREEING = -1;
/** Score of the next best pair where there is none; one with less is none. */
export const NO_RIVAL = -3;
/** Of how much lesser scores the values count that make a series with the pair. */
export const SERIES = 1.5;
/** Score at which a conflict is as likely as not. */
const EVEN = 0.25;

/** What none, one and more words weigh that stand in the place of others. */
const SUBSTITUTED = [0, 0.8, 2];
/** What it weighs that all else is the same. */
const ALL_ELSE_SAME = 4;

/** What it weighs that one of them tells of another thing than the other. */
const OTHER_THING = 6;

/** What it weighs that they are told of two times in words. */
const OTHER_TIME = 5;

/** What a summary's own day weighs that is not the text's, whatever the words around the two. */
const DATELINE = 1.65;

/** What speaks for and against the claims `i` and `j` being one; `relation` is theirs. */
export function gatherEvidence(
  claims: readonly Claim[],
  i: number,
  j: number,
  relation: Relation,
  partners: Partners,
  around: Surroundings,
  dateline = false,
): PairEvidence {
  const [a, b] = [claims[i]!, claims[j]!];
  const comparison = partners.compare(i, j);
  const { score } = comparison;
  const smaller = Math.min(Math.abs(a.figure.value ?? Infinity), Math.abs(b.figure.value ?? Infinity));
  return {
    comparison,
    relation,
    sentences: around.ofSentences(i, j),
    sections: around.ofSections(i, j),
    neighbours: around.neighbours(i, j),
    toldBeside: around.toldBeside(i, j),
    otherSpan: a.evidence.several !== b.evidence.several,
    otherStance: isAhead(a) !== isAhead(b),
    otherSource: haveOtherSources(a.source, b.source),
    confirmed: [around.confirmed(i), around.confirmed(j)],
    novel: Math.min(around.frequency(i), around.frequency(j)) === 0,
    margin: Math.min(MOST_MARGIN, score - Math.max(scoreOfRunnerUp(i, j, partners), scoreOfRunnerUp(j, i, partners))),
    rivals: countRivals(i, j, score, partners) + countRivals(j, i, score, partners),
    series: countSeries(i, j, score, partners),
    crowded: Math.max(partners.of(i).length, partners.of(j).length) >= MANY_PARTNERS,
    agreeing: [scoreOfAgreeing(i, partners), scoreOfAgreeing(j, partners)],
    third: hasThird(claims, i, j, partners) || hasThird(claims, j, i, partners),
    sameSection: a.section === b.section,
    date: a.figure.kind === 'date',
    count: a.figure.kind === 'count',
    misdated: (a.figure.misdated ?? b.figure.misdated) !== undefined,
    onlyOnce: a.figure.kind === 'date' && tellOneEvent(a, b, comparison.likeness),
    commonEnd: haveCommonEnd(partners.valueAt(i)!, partners.valueAt(j)!),
    dateline,
    small: (a.figure.kind === 'count' || a.figure.kind === 'duration') && smaller <= 12,
    inTable: a.evidence.cell !== undefined || b.evidence.cell !== undefined,
  };
}

/**
 * Log-odds that the two are one claim. The weights are set by hand; each keeps its sign. Beyond what they share in words,
 * it counts most whether one of them sums the other up and whether both values stand firm elsewhere: a document that
 * states both again means both.
 */
export function scoreEvidence(evidence: PairEvidence): number {
  const { comparison, relation, sentences, sections, confirmed, agreeing, margin } = evidence;
  const { likeness } = comparison;
  const established = Math.min(...agreeing);
  let score = 0.5 * comparison.score;
  // Words that hardly fit decide nothing where others could be meant as well.
  if (!evidence.date && (evidence.series > 0 || evidence.crowded))
    score -= (likeness.head === 1 ? 1 : 1.5) * Math.max(0, -1 - comparison.score);
  score += likeness.head === 1 ? 0.2 : -0.2;
  // Who else could be meant.
  score += 0.3 * Math.max(-1, Math.min(2, margin - 0.7));
  score -= 0.1 * Math.min(evidence.rivals, 4) + 0.25 * Math.min(evidence.series, 6);
  // What is stated elsewhere.
  score += evidence.novel ? 0.4 : -0.4;
  score -= Math.min(5, 2.4 * (established - LEAST_AGREEING));
  if (evidence.third) score += 1;
  // What stands around them.
  if (sentences.agreeing > 0) score += 0.15 + 0.2 * Math.min(sentences.agreeing, 3);
  score -= weightOfDiffering(sentences);
  if (sentences.otherCases > 0) score -= 4;
  score -= 2.5 * evidence.toldBeside;
  score += 0.2 * Math.min(evidence.neighbours, 3);
  score += 2 * Math.min(...confirmed);
  if (relation.summary) score += 2;
  else score -= 0.4 + Math.min(3, Math.max(0, sections.differing - 1));
  if (relation.parallel) score -= 1.2;
  if (evidence.sameSection) score -= 1.3;
  // What kind of figure it is.
  score -= 0.25 * Math.min(4, likeness.namesA + likeness.namesB);
  if (Math.min(likeness.namesA, likeness.namesB) > 0) score -= 0.5;
  const { words, isAllElseSame } = comparison.substituted;
  score -= SUBSTITUTED[Math.min(2, words)]!;
  if (words > 0 && isAllElseSame) score -= ALL_ELSE_SAME;
  if (likeness.otherMeasure) score -= 0.75;
  if (evidence.count && likeness.head === -1) score -= 1;
  score -= likeness.otherRate === 1 ? 5 : 3 * likeness.otherRate;
  if (likeness.bearer <= 0) score -= 2.4 * Math.min(comparison.narrowed, 2);
  if (!comparison.sameBase) score -= 6;
  if (comparison.otherThing) score -= OTHER_THING;
  if (comparison.otherTime) score -= OTHER_TIME;
  if (evidence.otherSpan) score -= 1.5;
  // What certainly parts two claims parts them in a summary too.
  if (likeness.period === 'disjoint') score -= 3.25;
  score -= 3.75 * Math.min(likeness.contrasts, 2);
  if (evidence.otherStance) score -= 0.7;
  if (likeness.period === 'same') score += 0.6;
  if (evidence.date) score -= 3.25;
  if (evidence.misdated) score += 2.5;
  if (evidence.onlyOnce) score += 1;
  if (evidence.date && evidence.commonEnd) score += 1.5;
  if (evidence.dateline) score = Math.max(score, DATELINE);
  if (evidence.small && !isSingledOut(evidence)) score -= 1.5;
  // A table's labels say all that a cell measures: told in the same words, it is the same.
  if (evidence.inTable && likeness.sameMeasure) score += 0.8;
  return score;
}

/** Whether the words of two claims are nobody else's, and no other words stand in the place of some. */
function isSingledOut({ comparison, margin }: PairEvidence): boolean {
  return margin >= MOST_MARGIN && comparison.score >= 1 && comparison.substituted.words === 0;
}

/** Figures that differ beside figures that agree are other slips; where all of them differ, another case is told. */
function weightOfDiffering({ agreeing, differing }: Tally): number {
  if (agreeing > 0) return 0.3 * Math.min(differing, 3);
  return differing > 1 ? 4.75 : 1.2 * differing;
}

/** Probability for a score: 0…1. */
export function confidenceOf(score: number): number {
  return 1 / (1 + Math.exp(EVEN - score));
}

/** The evidence in a reader's words, what joins the two first. */
export function explainEvidence(evidence: PairEvidence): string[] {
  const { comparison, relation, sentences, sections } = evidence;
  const { likeness } = comparison;
  const reasons: string[] = [];
  const shared = comparison.shared.filter((word) => !isLightWord(stemOf(word)));
  if (shared.length > 0) reasons.push(t('both speak of {0}', shared.join(', ')));
  if (likeness.head === 1) reasons.push(t('they measure the same thing'));
  if (likeness.subject === 'same') reasons.push(t('they are about the same actor'));
  if (likeness.bearer > 0) reasons.push(t('they tell how old one person is'));
  if (likeness.period === 'same') reasons.push(t('they are of the same time'));
  if (sentences.agreeing === 1) reasons.push(t('1 other figure of the two sentences agrees'));
  else if (sentences.agreeing > 1) reasons.push(t('{0} other figures of the two sentences agree', sentences.agreeing));
  else if (sections.agreeing > 1) reasons.push(t('the two places agree in {0} figures', sections.agreeing));
  if (relation.summary) reasons.push(t('one of them stands in a summary'));
  if (evidence.novel) reasons.push(t('one of the values is stated nowhere else'));
  if (evidence.misdated) reasons.push(t('no calendar has one of the two days'));
  if (evidence.commonEnd) reasons.push(t('the two ranges have one end in common'));
  if (evidence.dateline)
    reasons.push(t('the text is dated so, and its summary opens with a day of which it does not tell'));
  if (evidence.third) reasons.push(t('a third place agrees with one of them'));
  if (evidence.otherSource) reasons.push(t('they are attributed to different sources'));
  if (evidence.rivals === 1) reasons.push(t('1 other statement could be meant as well'));
  else if (evidence.rivals > 1) reasons.push(t('{0} other statements could be meant as well', evidence.rivals));
  return reasons;
}

/** Whether two printed ranges of dates begin or end alike. */
function haveCommonEnd({ key, ends: a }: ComparableValue, { ends: b }: ComparableValue): boolean {
  return key === 'date' && a !== undefined && b !== undefined && a.some((end, at) => valuesMeet(end, b[at]!));
}

/** Whether a third place agrees with the one and is told like the other. */
function hasThird(claims: readonly Claim[], one: number, other: number, { of, scoreOf }: Partners): boolean {
  return of(one).some(({ claim, agrees, score }) => {
    if (!agrees || score <= LEAST_AGREEING || claims[claim]!.section === claims[other]!.section) return false;
    return !inOneSentence(claims[claim]!, claims[other]!) && scoreOf(other, claim) > LEAST_AGREEING;
  });
}

/** Score of the best partner that says the same. */
function scoreOfAgreeing(own: number, { agreeing }: Partners): number {
  return Math.max(LEAST_AGREEING, agreeing(own)?.score ?? LEAST_AGREEING);
}

function scoreOfRunnerUp(own: number, chosen: number, { against, valueAt }: Partners): number {
  for (const { claim, score } of against(own))
    if (claim !== chosen && !valuesMeet(valueAt(claim)!, valueAt(chosen)!)) return Math.max(NO_RIVAL, score);
  return NO_RIVAL;
}

function countRivals(own: number, chosen: number, score: number, { against, valueAt }: Partners): number {
  let count = 0;
  for (const rival of against(own)) {
    if (rival.score <= score - 0.8) break;
    if (rival.claim !== chosen && !valuesMeet(valueAt(rival.claim)!, valueAt(chosen)!)) count++;
  }
  return count;
}

/**
 * How many other values are told in words nearly as like as those of the pair: a series tells many. What the same passage goes on to
 * tell has its words in common with it anyway; not so dates, of which any passage tells several.
 */
function countSeries(i: number, j: number, score: number, { of, indexed, valueAt }: Partners): number {
  const seen: ComparableValue[] = [valueAt(i)!, valueAt(j)!];
  const note = (own: number): void => {
    const { block, figure } = indexed[own]!.claim;
    for (const partner of of(own)) {
      if (partner.score < score - SERIES) return;
      const { claim } = partner.other;
      if (figure.kind !== 'date' && claim.block === block && !claim.evidence.cell) continue;
      const told = valueAt(claim.index)!;
      if (!meetsAny(seen, told)) seen.push(told);
    }
  };
  note(i);
  note(j);
  return seen.length - 2;
}

function meetsAny(values: readonly ComparableValue[], told: ComparableValue): boolean {
  for (const value of values) if (valuesMeet(value, told)) return true;
  return false;
}
