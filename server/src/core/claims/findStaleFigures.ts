// Finds the statements that an edit left behind: two places agreed on one figure, one of them was changed, and the other
// still says what both said.

import { type Alignment, alignClaims } from './alignClaims.ts';
import type { Claim } from './claim.ts';
import { type ComparableValue, valuesAgree, valuesMeet } from './comparableValue.ts';
import type { ClaimedDocument } from './resolveClaims.ts';
import { type WeighedPairs, weighPairs } from './weighPairs.ts';

export interface StaleFigure {
  /** The statement that was left behind. */
  readonly claim: Claim;
  /** The one that was changed, as it is now and as it was. */
  readonly changed: Claim;
  readonly before: Claim;
  /** 0…1. */
  readonly confidence: number;
}

/** How sure it must be, in log-odds, that two statements that agreed are of one figure; dates are told again and again. */
const SURE = -0.5;
const SURE_OF_DATES = 1.5;
/** So much likeness two statements may lose when one of them is edited. */
const MAY_LOSE = 1.5;
/** Beyond so many changed figures a text was rewritten rather than edited. */
const CHANGED_AT_MOST = 400;

/**
 * The stale figures of a document whose text was that of `baseline` before it was edited, in document order. Linear in
 * the number of claims for each figure that was changed.
 */
export function findStaleFigures(baseline: ClaimedDocument, document: ClaimedDocument): StaleFigure[] {
  const alignment = alignClaims(baseline.claims, document.claims);
  const old = weighPairs(baseline);
  const now = weighPairs(document);
  const changed = findChanged(baseline, alignment, old, now);
  if (changed.length > CHANGED_AT_MOST) return [];
  const renewed = sentencesOf(changed.filter(({ figure }) => figure.kind !== 'date'));
  const stale: StaleFigure[] = [];
  for (const before of changed) {
    // A figure that was given another date with another value became another figure.
    if (before.figure.kind === 'date' && renewed.get(before.evidence.words)?.has(sentenceOf(before))) continue;
    const edited = document.claims[alignment.laterOf(before.index)]!;
    for (const { other, sureness } of agreeingWith(before, baseline.claims, old)) {
      const left = alignment.laterOf(other.index);
      if (left < 0 || left === edited.index || !isUnchanged(other.index, left, old, now)) continue;
      const claim = document.claims[left]!;
      if (!isStillOne(before, other, edited, claim, old, now)) continue;
      stale.push({ claim, changed: edited, before, confidence: 1 / (1 + Math.exp(-1 - sureness)) });
    }
  }
  return stale.sort((a, b) => a.claim.index - b.claim.index || b.confidence - a.confidence);
}

function sentenceOf({ evidence: { words, token } }: Claim): number {
  return words.sentences[token]!;
}

/** The numbers of the sentences that claims stand in, by their prose. */
function sentencesOf(claims: readonly Claim[]): Map<object, Set<number>> {
  const found = new Map<object, Set<number>>();
  for (const claim of claims) {
    const { words } = claim.evidence;
    const sentences = found.get(words) ?? new Set();
    found.set(words, sentences.add(sentenceOf(claim)));
  }
  return found;
}

/** The claims of a baseline that say another value of the same kind now. */
function findChanged(
  { claims }: ClaimedDocument,
  { laterOf, restated }: Alignment,
  old: WeighedPairs,
  now: WeighedPairs,
): Claim[] {
  const changed = restated.filter((index) => {
    const [was, is] = [old.valueAt(index), now.valueAt(laterOf(index))];
    return was && is && was.key === is.key && !isSame(was, is);
  });
  return changed.map((index) => claims[index]!);
}

function isUnchanged(index: number, left: number, old: WeighedPairs, now: WeighedPairs): boolean {
  const [before, value] = [old.valueAt(index), now.valueAt(left)];
  return before !== undefined && value !== undefined && isSame(before, value);
}

function isSame(a: ComparableValue, b: ComparableValue): boolean {
  return a.key === b.key && a.low === b.low && a.high === b.high;
}

interface Agreement {
  readonly other: Claim;
  readonly sureness: number;
}

/** By what was weighed and the index of a claim: a baseline stays through many edits. */
const agreements = new WeakMap<WeighedPairs, Map<number, readonly Agreement[]>>();

/** The claims that agreed with one on one figure, in document order. */
function agreeingWith(claim: Claim, claims: readonly Claim[], old: WeighedPairs): readonly Agreement[] {
  const ofDocument = agreements.get(old) ?? new Map<number, readonly Agreement[]>();
  agreements.set(old, ofDocument);
  const known = ofDocument.get(claim.index);
  if (known) return known;
  const found = claims.flatMap((other): Agreement[] => {
    if (other === claim || old.valueAt(other.index) === undefined) return [];
    const sureness = agreement(claim, other, old);
    return sureness === undefined ? [] : [{ other, sureness }];
  });
  ofDocument.set(claim.index, found);
  return found;
}

/** By how much it is surer than need be that the two agreed on one figure; undefined where they did not, or hardly. */
function agreement(a: Claim, b: Claim, { valueAt, compare }: WeighedPairs): number | undefined {
  const [left, right] = [valueAt(a.index)!, valueAt(b.index)!];
  if (left.key !== right.key || !valuesAgree(left, right) || areNeighbours(a, b)) return undefined;
  const comparison = compare(a.index, b.index);
  if (comparison.likeness.contrasts > 0 || comparison.likeness.period === 'disjoint') return undefined;
  const score = comparison.score + weightOfEquality(a, b);
  const least = a.figure.kind === 'date' ? SURE_OF_DATES : SURE;
  return score >= least ? score - least : undefined;
}

/** Two cells of one table, or two figures of one sentence, each mean something of their own. */
function areNeighbours(a: Claim, b: Claim): boolean {
  if (a.block === b.block && a.evidence.cell && b.evidence.cell) return true;
  return a.evidence.words === b.evidence.words && sentenceOf(a) === sentenceOf(b);
}

/** Whether the edit changed the value and not what is spoken of: another year beside it makes it another figure. */
function isStillOne(
  before: Claim,
  other: Claim,
  edited: Claim,
  left: Claim,
  old: WeighedPairs,
  now: WeighedPairs,
): boolean {
  if (valuesMeet(now.valueAt(edited.index)!, now.valueAt(left.index)!)) return false;
  const [was, is] = [old.compare(before.index, other.index), now.compare(edited.index, left.index)];
  if (is.likeness.period === 'disjoint' || is.likeness.contrasts > 0 || !is.likeness.sameEnd) return false;
  return (
    is.score >= was.score - MAY_LOSE || edited.evidence.words.tokens.length === before.evidence.words.tokens.length
  );
}

/** Log-odds: two 1,240s are rarely so by chance, two 3s often. */
function weightOfEquality({ figure: a }: Claim, { figure: b }: Claim): number {
  if (a.kind === 'date' || a.value === null || a.value !== b.value) return 0;
  const [mantissa = ''] = Math.abs(a.value).toExponential().split('e');
  return Math.min(2, Math.max(0, mantissa.replace('.', '').length - 1));
}
