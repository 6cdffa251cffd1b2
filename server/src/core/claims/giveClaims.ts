// Makes claims of the evidence of one block: what a figure's own sentence leaves open (its subject, its period, what its list or
// table is about) comes from its row, its column, the sentence that introduces it, and the headings above it. What nothing has changed
// about is the same object as before.

import { type NamedActor, proseNamedOtherwise } from '../actors/mentionsIn.ts';
import type { Section } from '../markdown/section.ts';
import { partitionPoint } from '../text/partitionPoint.ts';
import { AlignedEnds, noteShared, replaceBetween, type SharedEnds } from '../text/sharedEnds.ts';
import type { Span } from '../text/span.ts';
import type { Claim } from './claim.ts';
import type { ClaimEvidence, EvidenceByProse } from './evidence.ts';
import type { FindSubject, FoundSubject } from './findSubjects.ts';
import type { Token } from './tokens.ts';

/** What a block's claims are given by what stands around them. */
export interface Surroundings {
  readonly context: readonly Token[];
  /** The date that their list is introduced with. */
  readonly introduced: string | undefined;
  /** The actors that the block names. */
  readonly named: readonly NamedActor[];
  /** The actor that its section is about. */
  readonly about: string | undefined;
}

interface GivenClaims extends Surroundings {
  readonly claims: readonly Claim[];
}

/** The claims that a block was given before, by the identity of its evidence. */
const given = new WeakMap<EvidenceByProse, GivenClaims>();

/** The same of single claims, for blocks of which some evidence is new. */
const givenOne = new WeakMap<ClaimEvidence, Claim>();

/** Where the claims of a block come, and what is asked about each. */
export interface Placing {
  /** The index of the first one. */
  readonly first: number;
  readonly block: number;
  readonly section: Section;
  readonly findSubject: FindSubject;
}

/** The claims of a block's evidence; `earlier` is what there was of it in its place. */
export function giveClaims(
  ofBlock: EvidenceByProse,
  surroundings: Surroundings,
  { first, block, section, findSubject }: Placing,
  earlier = ofBlock,
): readonly Claim[] {
  const { context, introduced, named, about } = surroundings;
  const evidence = given.has(ofBlock) ? ofBlock : earlier;
  const known = given.get(evidence);
  const claimsBefore = known?.claims ?? [];
  const isSameSetting = known?.context === context && known.introduced === introduced && known.about === about;
  const places = AlignedEnds.of(evidence, ofBlock);
  const renamed = isSameSetting ? proseNamedOtherwise(known.named, named, places) : undefined;
  const isInPlace = renamed !== undefined && isPlacedAt(claimsBefore, first, block, section.index);
  const concerned = isInPlace ? concernedBy(renamed, ofBlock) : { start: 0, end: ofBlock.length };
  const stay = findStaying(claimsBefore, ofBlock, places, concerned);
  if (isInPlace && stay.claims.start + stay.claims.end === claimsBefore.length && stay.prose.start === stay.prose.end) {
    given.set(ofBlock, { ...surroundings, claims: claimsBefore });
    return claimsBefore;
  }
  const claims: Claim[] = [];
  let index = first + stay.claims.start;
  let at = stay.claims.start;
  for (let prose = stay.prose.start; prose < stay.prose.end; prose++) {
    const place = places.before(prose);
    if (place >= 0) while (at < claimsBefore.length && claimsBefore[at]!.prose < place) at++;
    for (const one of ofBlock[prose]!) {
      const kept = place < 0 ? undefined : claimsBefore[at++];
      if (kept && renamed && isNamedAlike(one, prose, renamed, places)) {
        claims.push(moveClaim(kept, index++, block, prose, section.index));
        continue;
      }
      const before = kept ?? givenOne.get(one);
      const subject = findSubject(one, block, prose, section);
      const { period, periodFrom } = findPeriod(one, introduced);
      const isSameClaim =
        before?.context === context &&
        before.period === period &&
        before.periodFrom === periodFrom &&
        before.subject === subject.subject &&
        before.subjectFrom === subject.subjectFrom;
      if (isSameClaim) {
        claims.push(moveClaim(before, index++, block, prose, section.index));
        continue;
      }
      const claim = makeClaim(one, subject, { period, periodFrom }, context, index++, block, prose, section.index);
      givenOne.set(one, claim);
      claims.push(claim);
    }
  }
  const all = isInPlace
    ? noteShared(claimsBefore, replaceBetween(claimsBefore, stay.claims, claims), stay.claims)
    : claims;
  given.set(ofBlock, { ...surroundings, claims: all });
  return all;
}

/** Whether neither a claim's prose nor what labels its row names others than before. */
function isNamedAlike(
  { cell }: ClaimEvidence,
  prose: number,
  renamed: ReadonlySet<number>,
  places: AlignedEnds,
): boolean {
  if (renamed.has(prose)) return false;
  if (cell?.rowBy === undefined) return true;
  const label = prose + cell.rowBy;
  return !renamed.has(label) && places.before(label) === places.before(prose) + cell.rowBy;
}

/** Whether the claims of a block stand where it is now; all of them do, or none. */
function isPlacedAt([one]: readonly Claim[], first: number, block: number, section: number): boolean {
  return one === undefined || (one.index === first && one.block === block && one.section === section);
}

/** The prose whose claims may be others than before, or elsewhere, and how many claims at the ends of the block are not. */
interface Staying {
  readonly prose: Span;
  readonly claims: SharedEnds;
}

/** What stays of a block's claims where it was: what stands outside of `concerned` and is the same evidence. */
function findStaying(
  claims: readonly Claim[],
  evidence: EvidenceByProse,
  { ends, shift }: AlignedEnds,
  concerned: Span,
): Staying {
  const countBefore = (prose: number) => partitionPoint(claims.length, (index) => claims[index]!.prose < prose);
  const start = Math.min(ends.start, concerned.start);
  const end = Math.max(start, evidence.length - ends.end, concerned.end);
  const before = countBefore(start);
  const all = { start, end: evidence.length };
  if (shift !== 0) return { prose: all, claims: { start: before, end: 0 } };
  const until = countBefore(end);
  let count = 0;
  for (let prose = start; prose < end; prose++) count += evidence[prose]!.length;
  if (count !== until - before) return { prose: all, claims: { start: before, end: 0 } };
  return { prose: { start, end }, claims: { start: before, end: claims.length - until } };
}

/** Between which indices of a block's prose all stands that is in certain pieces, or in rows that these are the labels of. */
function concernedBy(pieces: ReadonlySet<number>, evidence: EvidenceByProse): Span {
  if (pieces.size === 0) return { start: evidence.length, end: 0 };
  let [start, end] = [evidence.length, 0];
  for (const prose of pieces) {
    start = Math.min(start, prose);
    end = Math.max(end, prose + 1);
  }
  const [least, most] = [start, end - 1];
  /** Whether a piece may be in a row with such a label: pieces without claims are passed. */
  const isConcerned = (prose: number): boolean => {
    const own = evidence[prose];
    if (own === undefined) return false;
    const rowBy = own[0]?.cell?.rowBy;
    return own.length === 0 || (rowBy !== undefined && prose + rowBy >= least && prose + rowBy <= most);
  };
  while (isConcerned(start - 1)) start--;
  while (isConcerned(end)) end++;
  return { start, end };
}

/** The claim in another place; written out, since a spread would take several times as long for the thousands behind an edit. */
function moveClaim(claim: Claim, index: number, block: number, prose: number, section: number): Claim {
  const isInPlace =
    claim.index === index && claim.prose === prose && claim.block === block && claim.section === section;
  if (isInPlace) return claim;
  return {
    index,
    block,
    prose,
    span: claim.span,
    figure: claim.figure,
    measure: claim.measure,
    subject: claim.subject,
    subjectFrom: claim.subjectFrom,
    period: claim.period,
    periodFrom: claim.periodFrom,
    scope: claim.scope,
    stance: claim.stance,
    source: claim.source,
    role: claim.role,
    section,
    evidence: claim.evidence,
    context: claim.context,
  };
}

function makeClaim(
  evidence: ClaimEvidence,
  subject: FoundSubject,
  { period, periodFrom }: FoundPeriod,
  context: readonly Token[],
  index: number,
  block: number,
  prose: number,
  section: number,
): Claim {
  const { figure, measure, stance, source, role } = evidence;
  return {
    index,
    block,
    prose,
    span: figure.span,
    figure,
    measure,
    // Absent parts are there as undefined: all claims have one shape, which is what makes reading them fast.
    subject: subject.subject,
    subjectFrom: subject.subjectFrom,
    period,
    periodFrom,
    scope: NO_SCOPE,
    stance,
    source,
    role,
    section,
    evidence,
    context,
  };
}

const NO_SCOPE: readonly string[] = [];

type FoundPeriod = Pick<Claim, 'period' | 'periodFrom'>;

/** When a claim is of: what its sentence says, the year that heads its table's column, or the date that its list is introduced with. */
function findPeriod({ period, cell, figure }: ClaimEvidence, introduced: string | undefined): FoundPeriod {
  if (period) return { period, periodFrom: 'text' };
  const ofColumn = /^\s*((?:19|20)\d{2})\s*$/.exec(cell?.columnText ?? '')?.[1];
  if (ofColumn) return { period: ofColumn, periodFrom: 'column' };
  return introduced && figure.kind !== 'date' ? { period: introduced, periodFrom: 'section' } : {};
}
